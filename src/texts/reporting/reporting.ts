import type { LocalDate } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { bold, html, italic, nothing, plain, shorten } from '../html.ts';
import { count, decimal } from '../words/amounts.ts';
import { day, monthOf } from '../words/days.ts';
import { firstName } from '../words/names.ts';
import { figure, type ShownFigure, type ShownMeasure, shortFigure } from '../words/units.ts';
import { reported } from './questions.ts';

export const buttons = {
  same: 'Igual que antes',
  skip: 'Omitir por ahora',
  leave: 'No corregir',
  yes: (of: ShownFigure) => `Sí, ${shortFigure(of)}`,
  yesChange: 'Sí, cambiar',
  /** One of two figures. */
  either: shortFigure,
  instead: (of: ShownFigure) => `No, ${shortFigure(of)}`,
  isOf: (number: string) => `Es de la n.º ${number}`,
  saveAsIs: 'Guardar así',
  noCorrect: 'No, corregir',
  noOther: 'No, otro',
  keepProgress: (of: ShownFigure) => `Dejar ${shortFigure(of)}`,
  changeTo: (of: ShownFigure) => `Cambiar a ${shortFigure(of)}`,
  keepText: 'Dejar el texto',
  cut: 'Guardar recortado',
  keepReport: 'Dejar así',
  change: 'Cambiar',
  forThis: 'Sí, es para esta',
  notForThis: 'No',
  correct: (number: string) => `Corregir la n.º ${number}`,
  reportThis: (number: string) => `Reportar la n.º ${number}`,
  percentage: (tenths: number) => decimal(tenths),
  report: 'Reportar ahora',
  list: 'Ver mis actividades',
  snooze: 'Recordarme mañana',
  saveThese: (amount: number) => (amount === 1 ? 'Guardar esta' : `Guardar estas ${amount}`),
  no: 'No',
} as const;

export function leftAsIs(
  number: string,
  report: (ShownFigure & { readonly observation: string }) | null,
): Html {
  if (!report) return html`La n.º ${plain(number)} queda sin reporte.`;
  return html`La n.º ${plain(number)} queda como estaba: ${reported(report, 300)}`;
}

/** What is stored of an activity whose question is already closed. */
export function storedIs(
  number: string,
  report: (ShownFigure & { readonly observation: string }) | null,
  draft: {
    readonly progress: number | null;
    readonly amount?: number | null;
    readonly measure?: ShownMeasure | null;
    readonly observation: string | null;
  } | null,
): Html {
  if (report) return html`La n.º ${plain(number)} tiene guardado ${reported(report, 400)}`;
  if (draft && draft.progress !== null) {
    return html`La n.º ${plain(number)} está a medias: ${bold(figure({ ...draft, progress: draft.progress }))}, falta la observación.`;
  }
  if (draft?.observation) {
    return html`La n.º ${plain(number)} está a medias: «${plain(shorten(draft.observation, 300))}», falta el porcentaje.`;
  }
  return html`La n.º ${plain(number)} no tiene reporte todavía.`;
}

export function editedMessage(stored: Html): Html {
  return html`Vimos que cambió un mensaje ya enviado. Eso no cambia lo guardado. ${stored}`;
}

export function reportedByOther(
  by: string,
  activity: { readonly number: string; readonly plan: string | null },
  report: ShownFigure & { readonly observation: string },
): Html {
  const { number, plan } = activity;
  const which = html`n.º ${plain(number)}${plan === null ? nothing : html` (${italic(plan)})`}`;
  return html`${plain(by)} reportó la ${which}, que también es suya: ${reported(report, 400)}`;
}

export function skippedBefore(): Html {
  return plain('Esta quedó para el final.');
}

/** The cut of a question closed before its answer came. */
export function cutClosed(cutDate: LocalDate): Html {
  return html`El corte del ${plain(day(cutDate))} ya cerró y no recibe más reportes.`;
}

export function nothingPending(name: string): Html {
  return html`${plain(firstName(name))}, no tiene actividades pendientes por ahora. Sus reportes están en /misactividades.`;
}

export function notKeptNothingPending(name: string): Html {
  return html`${plain(firstName(name))}, no guardé ese mensaje: no tiene actividades pendientes. Si quiere corregir un reporte, toque su botón o use /misactividades.`;
}

export function noActivities(): Html {
  return plain('Por ahora no tiene actividades a su cargo en un corte abierto.');
}

/** @param goesOn whether there is something of theirs to go on with */
export function cancelled(kept: number, goesOn: boolean): Html {
  const drafts =
    kept === 0
      ? ''
      : ` ${count(kept, 'actividad quedó', 'actividades quedaron')} a medias y se conserva lo escrito.`;
  return html`De acuerdo, lo dejamos aquí.${plain(drafts)}${plain(goesOn ? ' Siga cuando quiera con /reportar.' : '')}`;
}

export function fileNotKept(): Html {
  return plain('El archivo que envió no quedó guardado.');
}

export function textNotKept(): Html {
  return plain('Lo último que escribió no quedó guardado.');
}

export function nothingToCancel(reports: boolean): Html {
  return plain(`No hay ninguna pregunta abierta.${reports ? ' Con /reportar puede empezar.' : ''}`);
}

export function pastButton(cutDate: LocalDate): Html {
  return html`Ese botón era del corte de ${plain(monthOf(cutDate))}, que ya cerró. Estas son sus actividades de ahora:`;
}

export function noLongerYours(number: string): Html {
  return html`La n.º ${plain(number)} ya no está a su cargo.`;
}

export function notYoursHere(number: string): Html {
  return html`La n.º ${plain(number)} no está a su cargo o no se reporta en este corte.`;
}

export function leftThePlan(number: string): Html {
  return html`La n.º ${plain(number)} salió del plan y ya no se reporta.`;
}

export function notInCut(number: string): Html {
  return html`La n.º ${plain(number)} no se reporta en este corte: no está programada.`;
}

/** To a coordinator: somebody enrolled holds the position now. */
export function hasResponsibleNow(number: string): Html {
  return html`La n.º ${plain(number)} ya tiene quien la reporte, o ya no recibe reporte en este corte: Planeación no la registra.`;
}

export function offerToReport(pending: number): Html {
  return html`No hay una pregunta abierta, así que no guardé ese mensaje. Tiene ${bold(count(pending, 'actividad pendiente', 'actividades pendientes'))}. Toque Reportar ahora o escriba /reportar.`;
}

export function pendingGreeting(name: string, pending: number): Html {
  return html`Hola, ${plain(firstName(name))}. Tiene ${bold(count(pending, 'actividad pendiente', 'actividades pendientes'))}. Para reportar toque el botón o escriba /reportar.`;
}

/** @param asked whether a question waits above */
export function nothingToCorrect(asked: boolean): Html {
  return plain(
    `Todavía no hay un reporte suyo para corregir.${asked ? ' Siga con la pregunta de arriba.' : ''}`,
  );
}

/** @param example the number of one that they reported */
export function whichToCorrect(example: string): Html {
  return plain(
    `Toque la que quiere corregir, o escríbalo: «la ${example} es 60 %». Las demás están en /misactividades.`,
  );
}

export function forwardedIsNoAnswer(): Html {
  return plain('Los mensajes reenviados no se toman como respuesta. Escríbalo usted, por favor.');
}

export function onlyTextPlease(): Html {
  return plain(
    'Ese mensaje no lo podemos leer: aquí sirven textos, fotos y documentos. Escriba su respuesta, por favor.',
  );
}

export function snoozed(date: LocalDate): Html {
  return html`De acuerdo. Le recordaremos el ${plain(day(date))} a las 8:00 a. m.`;
}

export function cannotSnooze(): Html {
  return plain(
    'Ya no queda un día hábil para recordárselo antes de que cierre el corte. Puede reportar ahora con /reportar.',
  );
}

export function afterOutage(): Html {
  return plain('Estuvimos fuera de servicio. Sigamos donde íbamos:');
}

export function noLongerAsked(): Html {
  return plain('Esa actividad ya no recibe reporte, así que no guardé ese mensaje.');
}

/** What the phone shows for a moment after a tap; at most 200 characters (Bot API, answerCallbackQuery). */
/** An old button under what the mayor returned. */
export function noLongerChanges(): Html {
  return plain('Esa actividad ya no recibe cambios en ese corte.');
}

export const toast = { alreadyAnswered: 'Esa pregunta ya quedó cerrada.' } as const;
