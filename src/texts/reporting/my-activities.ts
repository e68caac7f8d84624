import type { LocalDate } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { bold, html, italic, lines, nothing, paragraphs, plain, shorten } from '../html.ts';
import { day, monthOf } from '../words/days.ts';
import { monitoring } from '../words/names.ts';
import { capital, pageBefore } from '../words/sentences.ts';
import { figure, type ShownFigure } from '../words/units.ts';
import { reported } from './questions.ts';

export type ListedActivity = {
  readonly number: string;
  readonly name: string;
  /** `missing`: its cut takes no report any more. `later`: nothing is programmed up to its cut. */
  readonly state: 'pending' | 'draft' | 'reported' | 'missing' | 'later';
  readonly figure: ShownFigure | null;
};

export type ListedCut = {
  readonly plan: string | null;
  readonly cutNumber: number;
  readonly closingDate: LocalDate;
  /** Last day that takes these reports. */
  readonly lastDay: LocalDate;
  readonly state: 'open' | 'overdue' | 'reopened' | 'closed';
  readonly activities: readonly ListedActivity[];
};

const stateWords = {
  pending: 'pendiente',
  draft: 'a medias',
  reported: 'reportada',
  missing: 'sin reporte',
  later: 'empieza después',
} as const;

/** `/misactividades`: each with its state, by cut. */
export function myActivities(
  cuts: readonly ListedCut[],
  place: { readonly page: number; readonly pages: number; readonly takesReports: boolean },
): Html {
  return paragraphs(
    place.takesReports ? nothing : plain('Ningún corte recibe reportes ahora. Así quedó el último:'),
    ...cuts.map((cut) =>
      lines(
        html`${bold(capital(monitoring(cut.cutNumber)))}${cut.plan === null ? nothing : html` · ${plain(cut.plan)}`}, ${plain(until(cut))}`,
        ...cut.activities.map(
          (each) =>
            html`${bold(`n.º ${each.number}`)} ${plain(shorten(each.name, 60))}: ${plain(stateWords[each.state])}${
              each.figure === null ? nothing : html`, ${bold(figure(each.figure))}`
            }`,
        ),
      ),
    ),
    plain(`${pageBefore(place)}Toque un número para ver${place.takesReports ? ' o corregir' : ''}.`),
  );
}

function until(cut: ListedCut): string {
  switch (cut.state) {
    case 'open':
      return `cierra el ${day(cut.closingDate)}`;
    case 'overdue':
      return `cerró el ${day(cut.closingDate)} y recibe reportes hasta el ${day(cut.lastDay)}`;
    case 'reopened':
      return `se reabrió y recibe reportes hasta el ${day(cut.lastDay)}`;
    case 'closed':
      return `cerró el ${day(cut.closingDate)}`;
  }
}

/** What stands of an activity in a cut that takes no more reports. */
export function leftInClosedCut(report: (ShownFigure & { readonly observation: string }) | null): Html {
  const left = report ? html`Quedó con ${reported(report, 400)}` : plain('Quedó sin reporte.');
  return lines(left, plain('Ya no recibe reportes.'));
}

export function activityDetail(of: {
  readonly number: string;
  readonly name: string;
  readonly target: string;
  readonly cutDate: LocalDate;
  readonly stored: Html;
  readonly earlier: readonly (ShownFigure & {
    readonly cutDate: LocalDate;
    readonly observation: string;
  })[];
}): Html {
  return paragraphs(
    lines(
      bold(`n.º ${of.number} · corte ${day(of.cutDate)}`),
      plain(shorten(of.name, 300)),
      of.target === '' ? nothing : html`${italic('Meta:')} ${plain(shorten(of.target, 300))}`,
    ),
    of.stored,
    lines(
      ...of.earlier.map(
        (each) =>
          html`${italic(`${capital(monthOf(each.cutDate))}:`)} ${bold(figure(each))} · ${plain(shorten(each.observation, 150))}`,
      ),
    ),
  );
}

export const listButtons = {
  /** With several plans the same number may stand twice. */
  activity: (number: string, plan: string | null) =>
    plan === null ? `n.º ${number}` : `n.º ${number} · ${shorten(plan, 40)}`,
  correct: 'Corregir',
  report: 'Reportar',
  back: 'Ver todas',
  previous: 'Anteriores',
  following: 'Siguientes',
} as const;

/** A piece of a person's own evidence. `kind`: the extension of a file, null while it is on its way. */
type Piece = { readonly place: number; readonly url: string | null; readonly kind: string | null };

const kinds: Readonly<Record<string, string>> = {
  pdf: 'PDF',
  jpg: 'foto',
  png: 'imagen',
  docx: 'Word',
  xlsx: 'Excel',
};

export function ownEvidence(
  amount: number,
  { page, pages }: { readonly page: number; readonly pages: number },
  shown: readonly Piece[],
): Html {
  return lines(
    plain(`Sus soportes: ${amount}${pages === 1 ? '' : ` (página ${page} de ${pages})`}`),
    ...shown.map(({ place, url, kind }) =>
      plain(`${place}. ${url === null ? (kinds[kind ?? ''] ?? 'archivo') : shorten(url, 80)}`),
    ),
  );
}

/** Under evidence from before the person's present account. */
export function olderStays(): Html {
  return plain('Los que llegaron antes de ingresar con esta cuenta no se quitan desde aquí.');
}

export function seeButton(place: number): string {
  return `Ver ${place}`;
}

export function removeButton(place: number): string {
  return `Quitar ${place}`;
}

export function removed(number: string): Html {
  return html`Quité ese soporte de la ${bold(`n.º ${number}`)}.`;
}

export function cannotRemove(): Html {
  return plain('Ese soporte ya no está.');
}

/** It was removed, or it is still on its way. */
export function couldNotSee(): Html {
  return plain('Ese archivo ya no está, o todavía no termina de llegar.');
}
