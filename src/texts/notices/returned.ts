import type { LocalDate } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { type CutNamed, theNamed } from '../cuts/cut-named.ts';
import { bold, html, lines, nothing, paragraphs, plain, shorten } from '../html.ts';
import { numbers } from '../summary/summary.ts';
import { day } from '../words/days.ts';
import { firstName } from '../words/names.ts';
import { figure, type ShownFigure, shortFigure } from '../words/units.ts';
import { pendingLines, type RemindedCut } from './reminders.ts';

export type ReturnedReport = {
  readonly number: string;
  readonly report: (ShownFigure & { readonly observation: string }) | null;
};

/** To a responsible: who returned which of their activities and why, what they had reported, and until when it changes. */
export function returnedToResponsible(
  of: CutNamed & {
    readonly name: string;
    readonly by: string;
    readonly remark: string;
    readonly activities: readonly ReturnedReport[];
    readonly lastDay: LocalDate;
    /** Everything else that is pending. */
    readonly others: readonly RemindedCut[];
    readonly today: LocalDate;
  },
): Html {
  const [only, ...more] = of.activities;
  const one = more.length === 0;
  const which = `${one ? 'su actividad' : 'sus actividades'} ${numbers(
    of.activities.map((each) => each.number),
    15,
  )}`;
  return paragraphs(
    html`${plain(firstName(of.name))}, ${plain(shorten(of.by, 60))} devolvió ${plain(which)}, en ${theNamed(of)}: «${plain(shorten(of.remark, 600))}».`,
    of.activities.length > LISTED ? nothing : lines(...of.activities.map(reported)),
    html`Se ${plain(one ? 'puede' : 'pueden')} cambiar hasta el ${bold(day(of.lastDay))}.`,
    of.others.length === 0 ? nothing : pendingLines(of.others, of.today),
    plain(
      one
        ? only?.report
          ? `¿La deja en ${figure(only.report)} o la corrige?`
          : '¿La reporta ahora?'
        : '¿Qué hace con cada una?',
    ),
  );
}

/** More activities than this have neither lines nor buttons of their own. */
export const LISTED = 8;

function reported({ number, report }: ReturnedReport): Html {
  if (report === null) return plain(`n.º ${number}: sin reporte`);
  const words = report.observation === '' ? '' : ` · «${shorten(report.observation, 80)}»`;
  return html`n.º ${plain(number)}: ${bold(figure(report))}${plain(words)}`;
}

export const returnedButtons = {
  /** @param number null: it is the only one */
  keep: (number: string | null, report: ShownFigure) =>
    number === null
      ? `Dejar ${shortFigure(report)}`
      : `n.º ${shorten(number, 12)}: dejar ${shortFigure(report)}`,
  correct: (number: string | null) => (number === null ? 'Corregir' : `Corregir n.º ${shorten(number, 12)}`),
} as const;
