import type { LocalDate } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { type ActivityChange, changeableTexts, type Programming } from '../../domain/plan-change.ts';
import type { Figure } from '../../domain/programming.ts';
import { bold, html, italic, lines, paragraphs, plain, shorten } from '../html.ts';
import { fieldNames } from '../importing/report.ts';
import { decimal } from '../words/amounts.ts';
import { planName } from '../words/names.ts';
import { enumerate, pageInTitle } from '../words/sentences.ts';
import { decimals } from '../words/units.ts';
import { dayOf, daysOfPlan } from './cut-screens.ts';

type Plan = { readonly title: string; readonly fiscalYear: number };

/** One activity's change with its number. */
export type ShownChange = { readonly number: string; readonly change: ActivityChange };

/** The lines of some changes, at most so many: a corrected form may change every activity, and a message has a limit. */
export function changeLines(
  plan: Plan,
  changes: readonly ShownChange[],
  of: { readonly lines: number; readonly most: (all: number) => number },
): readonly Html[] {
  const all = changes.flatMap((each) => linesOf(plan, each, 0)).length;
  const shown = changes.flatMap((each) => linesOf(plan, each, of.most(all)));
  const more = all - of.lines;
  return more > 0 ? [...shown.slice(0, of.lines), plain(`Y ${more} más.`)] : shown;
}

/** `n.º 3, meta: «4 talleres» → «3 talleres».` A line for each text. @param most how much is shown of each */
function linesOf(plan: Plan, { number, change }: ShownChange, most: number): readonly Html[] {
  const of = bold(`n.º ${number}`);
  const between = (what: string, before: string, after: string) =>
    html`${of}, ${plain(what)}: ${plain(before)} → ${plain(after)}.`;
  const quoted = (text: string) => (text === '' ? 'nada' : `«${shorten(text, most)}»`);
  const texts = (what: string, before: string, after: string) => {
    const [one, other] = fromDifference(before, after, most);
    return between(what, quoted(one), quoted(other));
  };
  switch (change.kind) {
    case 'target':
      return [texts('meta', change.before.target, change.after.target)];
    case 'dates':
      return [between('fechas', datesWords(plan, change.before), datesWords(plan, change.after))];
    case 'programming':
      return [
        between(
          'lo programado',
          shorten(programmingWords(change.before), most + 40),
          shorten(programmingWords(change.after), most + 40),
        ),
      ];
    case 'text':
      return changeableTexts.flatMap((column) => {
        const [before, after] = [change.before[column], change.after[column]];
        if (before === undefined || after === undefined) return [];
        return [texts(fieldNames[column], before, after)];
      });
    case 'withdrawal':
      return [html`${of}: se retira del plan.`];
  }
}

/** Two texts from a little before where they differ, when only their beginnings would be shown, and those are the same. */
function fromDifference(before: string, after: string, most: number): readonly [string, string] {
  const letters = [...before];
  const other = [...after];
  const found = letters.findIndex((letter, at) => letter !== other[at]);
  const differs = found < 0 ? letters.length : found;
  const from = before.lastIndexOf(' ', letters.slice(0, Math.max(0, differs - 20)).join('').length);
  if (Math.max(letters.length, other.length) <= most || differs < most / 2 || from < 0)
    return [before, after];
  return [`…${before.slice(from)}`, `…${after.slice(from)}`];
}

function datesWords(plan: Plan, { startsOn, endsOn }: { startsOn: LocalDate; endsOn: LocalDate }): string {
  return daysOfPlan(plan, startsOn, endsOn);
}

/** `25, 50, 75 y 100 %`; `1, 2, 3 y 4 de 4 talleres`; `como en el formato, contada en talleres (4 en el año)`. */
function programmingWords(of: Programming): string {
  if (of.keeps) return 'permanente';
  const figures = of.programmed ?? of.planned ?? [];
  const counted = of.measure ? { measure: of.measure, year: decimals(of.yearAmount ?? 0) } : null;
  const areAmounts = figures.some((figure) => 'amount' in figure);
  if (areAmounts && counted) return `${figuresWords(figures)} de ${counted.year} ${counted.measure}`;
  const expected =
    of.programmed === null
      ? 'como en el formato'
      : figures.length === 0
        ? 'por sus fechas'
        : figuresWords(figures);
  return counted ? `${expected}, contada en ${counted.measure} (${counted.year} en el año)` : expected;
}

function figuresWords(figures: readonly Figure[]): string {
  const each = enumerate(
    figures.map((figure) => ('tenths' in figure ? decimal(figure.tenths) : decimals(figure.amount))),
  );
  return figures.some((figure) => 'tenths' in figure) ? `${each} %` : each;
}

export type ShownVersion = {
  readonly number: number;
  readonly on: LocalDate;
  /** Who imported the plan, or accepted the change; null: the operator. */
  readonly by: string | null;
  /** Null: the first version. */
  readonly later: {
    readonly from: LocalDate;
    readonly askedBy: string;
    readonly why: string;
    readonly changes: readonly ShownChange[];
  } | null;
};

/** The versions of a plan, newest first, each with its difference from the one before. */
export function versionList(of: {
  readonly plan: Plan;
  readonly page: number;
  readonly pages: number;
  readonly shown: readonly ShownVersion[];
}): Html {
  return paragraphs(
    lines(bold(`Versiones del plan${pageInTitle(of)}`), italic(shorten(planName(of.plan), 200))),
    ...of.shown.map((version) => versionLines(of.plan, version, of.shown.length)),
  );
}

/** The lines of changes in one list of versions. */
const LINES_OF_LIST = 9;

/** @param versions how many share the message */
function versionLines(plan: Plan, { number, on, by, later }: ShownVersion, versions: number): Html {
  const most = versions > 3 ? 40 : 80;
  const who = by === null ? 'por quien administra el bot' : `por ${shorten(by, most)}`;
  if (later === null)
    return lines(bold(`Versión ${number}`), plain(`Formato importado el ${dayOf(plan, on)} ${who}.`));
  const few = { lines: Math.max(1, Math.floor(LINES_OF_LIST / versions)), most: () => most };
  return lines(
    bold(`Versión ${number} · desde el corte del ${dayOf(plan, later.from)}`),
    plain(`Aceptada el ${dayOf(plan, on)} ${who}. La pidió ${shorten(later.askedBy, most)}.`),
    ...changeLines(plan, later.changes, few),
    plain(`Motivo: ${shorten(later.why, most + 20)}`),
  );
}

export const versionButtons = { versions: 'Versiones del plan' } as const;
