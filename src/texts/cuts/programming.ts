import type { LocalDate } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { bold, html, italic, lines, nothing, paragraphs, plain, shorten } from '../html.ts';
import { percent } from '../words/amounts.ts';
import { planName } from '../words/names.ts';
import { enumerate, pageBefore } from '../words/sentences.ts';
import { decimals } from '../words/units.ts';
import { dayOf } from './cut-screens.ts';

type Plan = { readonly title: string; readonly fiscalYear: number };

/** What is expected of an activity by each cut, as it is shown. */
export type ShownProgramming =
  | { readonly kind: 'dates' | 'keeps' }
  /** The form's amounts may be cumulative or the share of each cut. */
  | { readonly kind: 'doubt' }
  | {
      readonly kind: 'percent';
      readonly values: readonly { readonly date: LocalDate; readonly tenths: number }[];
    }
  | {
      readonly kind: 'amount';
      readonly measure: string | null;
      readonly yearAmount: number;
      readonly values: readonly { readonly date: LocalDate; readonly amount: number }[];
    };

export function whichActivity(of: {
  readonly plan: Plan;
  readonly page: number;
  readonly pages: number;
  readonly shown: readonly {
    readonly number: string;
    readonly name: string;
    readonly is: ShownProgramming;
  }[];
}): Html {
  return paragraphs(
    lines(bold('Lo programado'), italic(shorten(planName(of.plan), 200))),
    lines(
      ...of.shown.map(
        ({ number, name, is }) =>
          html`${bold(`n.º ${number}`)} ${plain(shorten(name, 60))}: ${plain(inShort(is))}`,
      ),
    ),
    plain(`${pageBefore(of)}¿Cuál se programa?`),
  );
}

function inShort(of: ShownProgramming): string {
  switch (of.kind) {
    case 'dates':
      return 'por sus fechas';
    case 'keeps':
      return 'permanente';
    case 'doubt':
      return 'por sus fechas (lo del formato se puede leer de dos maneras)';
    case 'percent':
      return `${enumerate(of.values.map(({ tenths }) => percent(tenths).replace(' %', '')))} %`;
    case 'amount':
      return `${enumerate(of.values.map(({ amount }) => decimals(amount)))} de ${amountOf(of)}`;
  }
}

function amountOf(of: { readonly yearAmount: number; readonly measure: string | null }): string {
  return of.measure === null ? decimals(of.yearAmount) : `${decimals(of.yearAmount)} ${of.measure}`;
}

type OfActivity = { readonly number: string; readonly name: string; readonly target: string };

export function whatIsProgrammed(
  of: OfActivity & {
    readonly cuts: readonly LocalDate[];
    readonly plan: Plan;
    readonly is: ShownProgramming;
  },
): Html {
  const days = enumerate(of.cuts.map((date) => dayOf(of.plan, date)));
  return paragraphs(
    lines(
      html`${bold(`n.º ${of.number}`)} ${plain(shorten(of.name, 200))}`,
      of.target === '' ? nothing : html`${italic('Meta:')} ${plain(shorten(of.target, 200))}`,
      plain(`Hoy: ${inShort(of.is)}`),
    ),
    plain(
      of.cuts.length === 1
        ? `Escriba lo que debe llevar al ${days}: «100», o con una medida «4 talleres: 4».`
        : `Escriba lo que debe llevar al ${days}: «${example(of.cuts.length)}», o con una medida «4 talleres: ${exampleOfFour(of.cuts.length)}».`,
    ),
    plain('¿Qué se programa?'),
  );
}

function example(cuts: number): string {
  return Array.from({ length: cuts }, (_, place) => String(Math.round((100 * (place + 1)) / cuts))).join(
    ', ',
  );
}

function exampleOfFour(cuts: number): string {
  return Array.from({ length: cuts }, (_, place) => String(Math.round((4 * (place + 1)) / cuts))).join(', ');
}

export const notUnderstood = {
  form: 'No entendí lo programado. Escriba una cifra por corte, por ejemplo «25, 50, 75, 100» o «4 talleres: 1, 2, 3, 4».',
  falls:
    'Lo programado va acumulado y no puede bajar de un corte a otro, ni sumar otra cosa que el total del año.',
  above: 'Lo programado pasa del total del año. Revise las cifras, por favor.',
  zero: 'Así no queda nada programado en todo el año. Escriba alguna cifra mayor que 0, o elija «Por sus fechas».',
} as const;

/** Why a text is no programming. @param cuts how many the plan has */
export function wrongProgramming(why: keyof typeof notUnderstood | 'count', cuts: number): string {
  return why === 'count' ? wrongCount(cuts) : notUnderstood[why];
}

export function wrongCount(cuts: number): string {
  return `Este plan tiene ${cuts === 1 ? 'un corte: escriba una cifra' : `${cuts} cortes: escriba ${cuts} cifras`}.`;
}

export function programQuestion(
  of: OfActivity & {
    readonly plan: Plan;
    readonly is: ShownProgramming;
    /** What is expected then, where only a measure is set and that changes it. */
    readonly expected: ShownProgramming | null;
    /** What it is no longer counted in; null: that stays. */
    readonly uncounted: string | null;
    readonly added: boolean;
  },
): Html {
  return paragraphs(
    html`${bold(`n.º ${of.number}`)} ${plain(shorten(of.name, 200))}`,
    lines(
      ...meaning(of.plan, of.is, of.expected === null),
      ...(of.expected === null ? [] : [plain('Lo esperado cambia:'), ...meaning(of.plan, of.expected)]),
      of.uncounted === null
        ? nothing
        : plain(`Ya no se cuenta en ${of.uncounted}: se pregunta el porcentaje.`),
      of.added ? plain('Sumé lo de cada corte.') : nothing,
    ),
    plain('Los cortes aprobados quedan como están. ¿La programo así?'),
  );
}

function meaning(plan: Plan, is: ShownProgramming, asBefore = true): readonly Html[] {
  switch (is.kind) {
    case 'percent':
      return is.values.map(
        ({ date, tenths }) => html`Al ${plain(dayOf(plan, date))}: ${bold(percent(tenths))}`,
      );
    case 'amount':
      return is.values.length === 0
        ? [
            plain(
              `Se cuenta en ${is.measure ?? 'unidades'}: ${amountOf(is)} en el año.${asBefore ? ' Lo esperado sigue igual.' : ''}`,
            ),
          ]
        : is.values.map(
            ({ date, amount }) =>
              html`Al ${plain(dayOf(plan, date))}: ${bold(`${decimals(amount)} de ${amountOf(is)}`)}`,
          );
    case 'keeps':
      return [plain('Es permanente: cada corte espera el 100 % y no se compara con el anterior.')];
    case 'dates':
    case 'doubt':
      return [plain('Lo esperado se calcula por sus fechas de inicio y fin.')];
  }
}

export function programmed(number: string): Html {
  return plain(`Listo: quedó programada la n.º ${number}.`);
}

export const programmingButtons = {
  activity: (number: string) => `n.º ${number}`,
  keeps: 'Permanente',
  raises: 'Ya no es permanente',
  dates: 'Por sus fechas',
  yes: 'Sí, programar',
  others: 'Programar otra',
  back: 'Ajustes del plan',
} as const;
