import type { LocalDate } from '../domain/dates.ts';
import type { Html } from '../domain/events.ts';
import { bold, html, italic, lines, nothing, paragraphs, plain, shorten } from './html.ts';
import { count, day, decimal, enumerate, firstName, monthOf, percent } from './words.ts';

export type AskedActivity = {
  readonly number: string;
  readonly name: string;
  readonly target: string;
  readonly cutDate: LocalDate;
  /** Only with several plans. */
  readonly plan: string | null;
  /** Place in the round; null outside one. */
  readonly place: { readonly index: number; readonly total: number } | null;
  readonly earlier: {
    readonly progress: number;
    readonly observation: string;
    readonly cutDate: LocalDate;
  } | null;
  readonly current: { readonly progress: number; readonly observation: string } | null;
  readonly keptObservation: string | null;
};

export type SavedReport = {
  readonly number: string;
  readonly progress: number;
  readonly done: number;
  readonly total: number;
};

/** *✅ Guardado: n.º 3, 100 % (3 de 6)* */
export function savedLine(saved: SavedReport): Html {
  const tally = saved.total > 0 ? ` (${saved.done} de ${saved.total})` : '';
  return html`✅ Guardado: n.º ${plain(saved.number)}, ${bold(percent(saved.progress))}${plain(tally)}`;
}

function heading(asked: AskedActivity): Html {
  const place = asked.place ? `Actividad ${asked.place.index} de ${asked.place.total} · ` : '';
  return bold(`${place}n.º ${asked.number}`);
}

function about(asked: AskedActivity): Html {
  return lines(
    asked.plan === null ? nothing : italic(asked.plan),
    heading(asked),
    plain(shorten(asked.name, 300)),
    asked.target === '' ? nothing : html`${italic('Meta:')} ${plain(shorten(asked.target, 300))}`,
    html`${italic('Antes:')} ${before(asked)}`,
    asked.current === null ? nothing : html`${italic('Ahora:')} ${reported(asked.current, 200)}`,
    asked.keptObservation === null
      ? nothing
      : html`${italic('Ya escribió:')} «${plain(shorten(asked.keptObservation, 300))}»`,
  );
}

function before(asked: AskedActivity): Html {
  if (!asked.earlier) return plain('sin reporte');
  return html`${plain(monthOf(asked.earlier.cutDate))}, ${reported(asked.earlier, 200)}`;
}

function reported(report: { readonly progress: number; readonly observation: string }, most: number): Html {
  const words = report.observation === '' ? '' : ` · ${shorten(report.observation, most)}`;
  return html`${bold(percent(report.progress))}${plain(words)}`;
}

export function progressQuestion(asked: AskedActivity): Html {
  return paragraphs(
    about(asked),
    html`¿Qué porcentaje de avance lleva la ${bold(`n.º ${asked.number}`)} al ${plain(day(asked.cutDate))}?`,
  );
}

export function observationQuestion(asked: AskedActivity, progress: number, correcting: boolean): Html {
  const held = correcting && asked.current?.observation ? asked.current.observation : null;
  return paragraphs(
    lines(heading(asked), plain(shorten(asked.name, 300))),
    held === null ? nothing : html`${italic('Ahora dice:')} «${plain(shorten(held, 400))}»`,
    html`${bold(percent(progress))}. Describa en una o dos frases lo realizado en la ${bold(`n.º ${asked.number}`)}.`,
  );
}

export function changeQuestion(asked: AskedActivity, progress: number, proposal: number): Html {
  return html`¿Cambiamos la ${bold(`n.º ${asked.number}`)} de ${plain(percent(progress))} a ${bold(percent(proposal))}, o describe lo realizado?`;
}

export function lowerQuestion(asked: AskedActivity, progress: number): Html {
  const earlier = asked.earlier;
  const then = earlier
    ? html`En ${plain(monthOf(earlier.cutDate))} reportó ${bold(percent(earlier.progress))} y ahora ${bold(percent(progress))}`
    : html`Ahora reporta ${bold(percent(progress))}`;
  return html`${then} en la ${bold(`n.º ${asked.number}`)}. ¿Es correcto?`;
}

export function doubtfulQuestion(asked: AskedActivity, progress: number, observation: string | null): Html {
  return paragraphs(
    observation === null
      ? nothing
      : html`Su texto queda como observación: «${plain(shorten(observation, 300))}».`,
    html`¿${bold(percent(progress))} de avance en la ${bold(`n.º ${asked.number}`)}?`,
  );
}

export function tooLongQuestion(
  asked: AskedActivity,
  text: string,
  length: number,
  most: number,
  kept: string,
): Html {
  return paragraphs(
    html`Su texto tiene ${bold(length)} caracteres y caben ${bold(most)}: sobran ${bold(length - most)}. Lo conservamos aquí: «${plain(shorten(text, 120))}»`,
    html`Recortado terminaría así: «…${plain(kept.slice(-80))}»`,
    html`Envíe un texto más corto para la ${bold(`n.º ${asked.number}`)}, o guárdelo recortado.`,
  );
}

export function overwriteQuestion(
  asked: AskedActivity,
  other: { readonly by: string; readonly progress: number; readonly observation: string },
): Html {
  return paragraphs(
    html`${plain(other.by)} ya reportó la ${bold(`n.º ${asked.number}`)}: ${reported(other, 300)}`,
    html`¿Deja así la ${bold(`n.º ${asked.number}`)} o la cambia?`,
  );
}

export function misplacedQuestion(asked: AskedActivity, sent: string): Html {
  return paragraphs(
    about(asked),
    html`Hace unas horas quedó esta pregunta y ahora escribió: «${plain(shorten(sent, 400))}».`,
    html`¿Es para la ${bold(`n.º ${asked.number}`)}?`,
  );
}

export function noPercentage(asked: AskedActivity, text: string): Html {
  return html`No encontré un porcentaje en «${plain(shorten(text, 60))}». Escriba para la ${bold(`n.º ${asked.number}`)} un número de 0 a 100, por ejemplo ${bold('75')}.`;
}

/** `written` may carry its sign; what is out of range says so itself. */
export function outOfRange(asked: AskedActivity, written: string): Html {
  const negative = /^\s*[-−–]/.test(written);
  return html`${bold(shorten(written, 20))} ${plain(negative ? 'es menos de 0' : 'pasa de 100')}. ¿Qué porcentaje lleva la ${bold(`n.º ${asked.number}`)}, de 0 a 100? Por ejemplo ${bold('75')}.`;
}

export function keptAsObservation(text: string): Html {
  return html`Guardé su texto como observación: «${plain(shorten(text, 300))}».`;
}

export function askOnlyProgress(asked: AskedActivity): Html {
  return html`¿Qué porcentaje lleva la ${bold(`n.º ${asked.number}`)}, de 0 a 100?`;
}

export function describeInWords(asked: AskedActivity): Html {
  return html`Describa con palabras lo realizado en la ${bold(`n.º ${asked.number}`)}, en una o dos frases.`;
}

export function alreadyThat(asked: AskedActivity, progress: number): Html {
  return html`${bold(percent(progress))} ya está anotado. Ahora describa en una o dos frases lo realizado en la ${bold(`n.º ${asked.number}`)}.`;
}

export function answerYesOrNo(asked: AskedActivity): Html {
  return html`Responda Sí o No, o escriba el porcentaje de la ${bold(`n.º ${asked.number}`)}.`;
}

export function answerKeepOrChange(asked: AskedActivity): Html {
  return html`Responda Dejar o Cambiar para la ${bold(`n.º ${asked.number}`)}.`;
}

export const buttons = {
  same: 'Igual que antes',
  skip: 'Omitir por ahora',
  leave: 'No corregir',
  yes: (progress: number) => `Sí, ${percent(progress)}`,
  noCorrect: 'No, corregir',
  noOther: 'No, otro',
  keepProgress: (progress: number) => `Dejar ${percent(progress)}`,
  changeTo: (progress: number) => `Cambiar a ${percent(progress)}`,
  keepText: 'Dejar el texto',
  cut: 'Guardar recortado',
  keepReport: 'Dejar así',
  change: 'Cambiar',
  forThis: 'Sí, es para esta',
  notForThis: 'No',
  correct: (number: string) => `Corregir la n.º ${number}`,
  percentage: (tenths: number) => decimal(tenths),
  report: 'Reportar ahora',
  list: 'Ver mis actividades',
  snooze: 'Recordarme mañana',
  saveAll: 'Guardar todo',
  no: 'No',
} as const;

export function corrected(number: string, progress: number, observation: string): Html {
  return html`✅ Corregido: n.º ${plain(number)}, ${reported({ progress, observation }, 300)}`;
}

export function leftAsIs(
  number: string,
  report: { readonly progress: number; readonly observation: string } | null,
): Html {
  if (!report) return html`La n.º ${plain(number)} queda sin reporte.`;
  return html`La n.º ${plain(number)} queda como estaba: ${reported(report, 300)}`;
}

/** What is stored of an activity whose question is already closed. */
export function storedIs(
  number: string,
  report: { readonly progress: number; readonly observation: string } | null,
  draft: { readonly progress: number | null; readonly observation: string | null } | null,
): Html {
  if (report) return html`La n.º ${plain(number)} tiene guardado ${reported(report, 400)}`;
  if (draft && draft.progress !== null) {
    return html`La n.º ${plain(number)} está a medias: ${bold(percent(draft.progress))}, falta la observación.`;
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
  number: string,
  report: { readonly progress: number; readonly observation: string },
): Html {
  return html`${plain(by)} reportó la n.º ${plain(number)}, que también es suya: ${reported(report, 400)}`;
}

export type Closing = {
  readonly name: string;
  readonly reported: readonly { readonly number: string; readonly progress: number }[];
  readonly total: number;
  readonly left: readonly string[];
  /** Last day for corrections; null when nothing can be corrected. */
  readonly lastDay: LocalDate | null;
};

export function closing(of: Closing): Html {
  const done = of.reported.length;
  const list = of.reported.map((each) => `n.º ${each.number}: ${percent(each.progress)}`).join(' · ');
  const left =
    of.left.length === 0
      ? nothing
      : html`${plain(of.left.length === 1 ? 'Queda pendiente la' : 'Quedan pendientes las')} n.º ${plain(enumerate(of.left))}. Siga cuando quiera con /reportar.`;
  const correct =
    done === 0 || of.lastDay === null
      ? nothing
      : html`Puede ${plain(done === 1 ? 'corregirla' : 'corregirlas')} hasta el ${plain(day(of.lastDay))} en /misactividades.`;
  return paragraphs(
    html`Listo, ${plain(firstName(of.name))}: ${bold(`${done} de ${of.total}`)} ${plain(done === 1 && of.total === 1 ? 'reportada' : 'reportadas')}.`,
    plain(list),
    left,
    correct === nothing ? plain('Gracias.') : html`${correct} Gracias.`,
  );
}

export function nothingPending(name: string): Html {
  return html`${plain(firstName(name))}, no tiene actividades pendientes por ahora. Sus reportes están en /misactividades.`;
}

export function noActivities(): Html {
  return plain('Por ahora no tiene actividades a su cargo en un corte abierto.');
}

export function cancelled(kept: number): Html {
  const drafts =
    kept === 0
      ? ''
      : ` ${count(kept, 'actividad quedó', 'actividades quedaron')} a medias y se conserva lo escrito.`;
  return html`De acuerdo, lo dejamos aquí.${plain(drafts)} Siga cuando quiera con /reportar.`;
}

export function nothingToCancel(): Html {
  return plain('No hay ninguna pregunta abierta. Con /reportar puede empezar.');
}

export function cutClosed(cutDate: LocalDate): Html {
  return html`El corte del ${plain(day(cutDate))} ya cerró y no recibe más reportes.`;
}

export function pastButton(cutDate: LocalDate): Html {
  return html`Ese botón era del corte de ${plain(monthOf(cutDate))}, que ya cerró. Estas son sus actividades de ahora:`;
}

export function noLongerYours(number: string): Html {
  return html`La n.º ${plain(number)} ya no está a su cargo o no se reporta en este corte.`;
}

export function offerToReport(pending: number): Html {
  return html`No hay una pregunta abierta, así que no guardé ese mensaje. Tiene ${bold(count(pending, 'actividad pendiente', 'actividades pendientes'))}. ¿Desea reportar ahora?`;
}

export function pendingGreeting(name: string, pending: number): Html {
  return html`Hola, ${plain(firstName(name))}. Tiene ${bold(count(pending, 'actividad pendiente', 'actividades pendientes'))}. ¿Desea reportar ahora?`;
}

export function forwardedIsNoAnswer(): Html {
  return plain('Los mensajes reenviados no se toman como respuesta. Escríbalo usted, por favor.');
}

export function filesComeLater(): Html {
  return plain('Gracias por el archivo. Por ahora no podemos guardarlo; descríbalo con palabras, por favor.');
}

export function onlyTextPlease(): Html {
  return plain('Aquí solo podemos leer mensajes escritos. Escriba su respuesta, por favor.');
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
  return plain('Estuvimos fuera de servicio unos minutos. Sigamos donde íbamos:');
}

export type SeveralLine = {
  readonly number: string;
  readonly progress: number;
  readonly observation: string;
  readonly lowerThan: number | null;
};

/** Several at once, as understood; one tap saves it. */
export function several(
  understood: readonly SeveralLine[],
  unclear: readonly { readonly number: string; readonly why: string }[],
): Html {
  const rows = understood.map(
    (each) =>
      html`n.º ${plain(each.number)}: ${bold(percent(each.progress))} · ${plain(shorten(each.observation, 200))}${
        each.lowerThan === null ? nothing : italic(` (antes ${percent(each.lowerThan)})`)
      }`,
  );
  const doubts = unclear.map((each) => html`n.º ${plain(each.number)}: ${plain(each.why)}`);
  return paragraphs(
    plain('Esto entendí:'),
    lines(...rows),
    doubts.length === 0 ? nothing : lines(plain('Esto no lo guardaré:'), ...doubts),
    html`¿Guardo ${plain(enumerate(understood.map((each) => `la n.º ${each.number}`)))}?`,
  );
}

export const unclear = {
  noPercentage: 'no encontré un porcentaje',
  outOfRange: 'el porcentaje va de 0 a 100',
  noObservation: 'falta decir qué se hizo',
  tooLong: 'el texto pasa de 1.000 caracteres',
  twice: 'está dos veces',
  twoPlans: 'hay más de una con ese número; repórtela con /reportar',
  closed: 'ya no recibe reportes',
  taken: 'otra persona la reportó antes',
} as const;

export function severalSaved(
  saved: readonly { readonly number: string; readonly progress: number }[],
  notSaved: readonly { readonly number: string; readonly why: string }[],
): Html {
  return lines(
    ...saved.map((each) => savedLine({ ...each, done: 0, total: 0 })),
    ...notSaved.map((each) => html`La n.º ${plain(each.number)} no se guardó: ${plain(each.why)}.`),
  );
}

export function severalNotSaved(): Html {
  return plain('De acuerdo, no guardé ese mensaje.');
}

export function saveThemOrNot(): Html {
  return plain('Responda Sí para guardar lo que entendí, o No para dejarlo.');
}

export function noLongerAsked(): Html {
  return plain('Esa actividad ya no recibe reporte, así que no guardé ese mensaje.');
}

/** What the phone shows for a moment after a tap; at most 200 characters (Bot API, answerCallbackQuery). */
export const toast = { alreadyAnswered: 'Ya quedó su primera respuesta.' } as const;
