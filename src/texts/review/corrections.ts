import type { LocalDate } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import type { Measure } from '../../domain/units.ts';
import { bold, html, italic, lines, nothing, paragraphs, plain, shorten } from '../html.ts';
import { reported } from '../reporting/questions.ts';
import { decimal } from '../words/amounts.ts';
import { day } from '../words/days.ts';
import { firstName, monitoring } from '../words/names.ts';
import { figure, howMany, type ShownFigure, shortFigure } from '../words/units.ts';

type Figures = ShownFigure & { readonly observation: string };

export type ToldCorrection = {
  readonly name: string;
  readonly number: string;
  /** Only with several plans. */
  readonly plan: string | null;
  readonly cutNumber: number;
  readonly before: Figures;
  /** It was this person's own report. */
  readonly own: boolean;
  readonly reason: string;
  /** The last day on which this person can still write over it; null when they cannot. */
  readonly until: LocalDate | null;
};

/** To the responsible: Planeación's word over theirs, and the reason. */
export function correctedForYou(of: ToldCorrection & { readonly after: Figures }): Html {
  return paragraphs(
    html`${plain(firstName(of.name))}, Planeación corrigió ${plain(which(of))}: ${reported(of.after, 400)}`,
    lines(
      html`${italic('Antes:')} ${reported(of.before, 200)}`,
      html`${italic('Motivo:')} ${plain(shorten(of.reason, 400))}`,
    ),
    of.until === null ? nothing : plain(`Si no está de acuerdo, puede cambiarlo hasta el ${day(of.until)}.`),
  );
}

export function voidedForYou(of: ToldCorrection): Html {
  return paragraphs(
    html`${plain(firstName(of.name))}, Planeación anuló ${plain(which(of))}: ${reported(of.before, 200)}`,
    html`${italic('Motivo:')} ${plain(shorten(of.reason, 400))}`,
    of.until === null
      ? plain('Queda sin reporte en este corte.')
      : plain(`Vuelve a estar pendiente: puede reportarla hasta el ${day(of.until)}.`),
  );
}

function which(of: ToldCorrection): string {
  const plan = of.plan === null ? '' : ` (${of.plan})`;
  return `${of.own ? 'su reporte' : 'el reporte'} de la n.º ${of.number}${plan}, ${monitoring(of.cutNumber)}`;
}

type Asked = { readonly number: string; readonly name: string; readonly cutDate: LocalDate };

function about(of: Asked): Html {
  return lines(
    bold(`Corregir por la entidad · n.º ${of.number} · corte ${day(of.cutDate)}`),
    plain(shorten(of.name, 300)),
  );
}

export function correctProgress(
  of: Asked & { readonly before: Figures; readonly units: Measure | null },
): Html {
  const which = bold(`n.º ${of.number}`);
  return paragraphs(
    about(of),
    html`${italic('Ahora dice:')} ${reported(of.before, 400)}`,
    of.units === null
      ? html`¿Qué porcentaje debe quedar en la ${which}, de 0 a 100?`
      : html`${plain(howMany(of.units))}, en la ${which}?`,
  );
}

export function correctObservation(
  of: Asked & { readonly before: Figures; readonly figure: ShownFigure },
): Html {
  const now = of.before.observation === '' ? 'sin observación' : `«${shorten(of.before.observation, 400)}»`;
  return paragraphs(
    about(of),
    html`${italic('Ahora dice:')} ${plain(now)}`,
    html`${bold(figure(of.figure))}. ¿Qué observación debe quedar en la ${bold(`n.º ${of.number}`)}?`,
  );
}

/** Two figures may be meant. */
export function whichFigure(one: ShownFigure, other: ShownFigure): Html {
  return html`¿${plain(shortFigure(one))} o ${plain(shortFigure(other))}? Escríbalo así, con la unidad o con %.`;
}

export function correctReason(of: Asked): Html {
  return paragraphs(
    about(of),
    html`El motivo queda escrito y lo lee su responsable. ¿Por qué se corrige la ${bold(`n.º ${of.number}`)}?`,
  );
}

export function confirmCorrection(
  of: Asked & { readonly before: Figures; readonly after: Figures; readonly reason: string },
): Html {
  return paragraphs(
    about(of),
    lines(
      html`${italic('Ahora dice:')} ${reported(of.before, 300)}`,
      html`${italic('Quedará:')} ${reported(of.after, 400)}`,
      html`${italic('Motivo:')} ${plain(shorten(of.reason, 400))}`,
    ),
    plain('Lo anterior se conserva y se le avisa a su responsable. ¿Lo corregimos?'),
  );
}

export function voidReason(of: Asked & { readonly before: Figures }): Html {
  return paragraphs(
    voidAbout(of),
    html`${italic('Ahora dice:')} ${reported(of.before, 400)}`,
    html`El motivo queda escrito y lo lee su responsable. ¿Por qué se anula el reporte de la ${bold(`n.º ${of.number}`)}?`,
  );
}

export function confirmVoid(
  of: Asked & { readonly before: Figures; readonly reason: string; readonly until: LocalDate | null },
): Html {
  return paragraphs(
    voidAbout(of),
    lines(
      html`${italic('Dice:')} ${reported(of.before, 300)}`,
      html`${italic('Motivo:')} ${plain(shorten(of.reason, 400))}`,
    ),
    plain(
      of.until === null
        ? 'La actividad quedará sin reporte en este corte, que ya no los recibe. ¿Lo anulamos?'
        : `La actividad volverá a estar pendiente, con plazo hasta el ${day(of.until)}. ¿Lo anulamos?`,
    ),
  );
}

function voidAbout(of: Asked): Html {
  return lines(
    bold(`Anular el reporte · n.º ${of.number} · corte ${day(of.cutDate)}`),
    plain(shorten(of.name, 300)),
  );
}

export function correctionDone(of: Asked & { readonly after: Figures }): Html {
  return html`✅ Corregida la n.º ${plain(of.number)}: ${reported(of.after, 400)}. Le avisaremos a su responsable.`;
}

export function voidDone(of: Asked): Html {
  return html`✅ Anulado el reporte de la n.º ${plain(of.number)}. Le avisaremos a su responsable.`;
}

export function correctionDropped(of: Asked): Html {
  return html`De acuerdo, la n.º ${plain(of.number)} queda como está.`;
}

export function correctionRefused(
  why:
    | 'reason'
    | 'observation'
    | 'progress'
    | 'notOpened'
    | 'unchanged'
    | 'noReport'
    | 'changed'
    | 'unknownActivity',
): Html {
  return plain(`No se cambió nada: ${correctionRefusals[why]}.`);
}

export const correctionRefusals = {
  reason: 'falta el motivo, en hasta 1000 caracteres',
  observation: 'la observación debe tener palabras y hasta 1000 caracteres',
  progress: 'el avance es un porcentaje de 0 a 100 con un decimal a lo sumo, por ejemplo 33,3',
  notOpened: 'ese corte todavía no ha abierto',
  unchanged: 'es lo mismo que ya dice',
  noReport: 'esa actividad no tiene reporte en ese corte',
  changed: 'mientras tanto llegó otro reporte; revíselo primero',
  unknownActivity: 'el plan no tiene esa actividad',
} as const;

export function noSuchReport(): Html {
  return plain('Esa actividad ya no tiene un reporte que corregir en ese corte.');
}

export const correctionHints = {
  progress: plain(
    'Escriba solo el porcentaje, de 0 a 100, por ejemplo 75; si se mide en unidades, cuántas van.',
  ),
  observation: plain('Escriba la observación con palabras, en hasta 1000 caracteres.'),
  reason: plain('Escriba el motivo, en hasta 1000 caracteres.'),
  confirm: plain('Responda Sí o No.'),
} as const;

export const correctionButtons = {
  correct: 'Corregir por la entidad',
  void: 'Anular',
  progress: (tenths: number) => decimal(tenths),
  keepProgress: (of: ShownFigure) => `Dejar ${shortFigure(of)}`,
  keepText: 'Dejar el texto',
  cancel: 'No corregir',
  dontVoid: 'No anular',
  yes: 'Sí, corregir',
  yesVoid: 'Sí, anular',
} as const;
