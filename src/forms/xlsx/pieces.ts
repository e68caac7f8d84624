import type { ExportForm } from '../export-form.ts';
import { type Form, type FormActivity, headerOf } from '../form.ts';
import type { SheetOfPlan } from './read-workbook.ts';

/** Activities without printed numbers have those that the plan gave to their texts. */
export function asNumbered(before: Form, form: ExportForm): Form {
  if (before.numberedByUs !== true) return before;
  const numbers = Map.groupBy(form.activities, ({ name }) => name);
  const activities = before.activities.map((one) => ({
    ...one,
    number: numbers.get(one.name)?.shift()?.number ?? '',
  }));
  return { ...before, activities };
}

/** A sheet of the plan with its activities: those it has, and those that are new in it. */
export type Piece = SheetOfPlan & {
  readonly before: readonly FormActivity[];
  readonly added: readonly FormActivity[];
};

/** A new activity goes to the sheet that has the others of its component, else to the last one. */
export function piecesOf(
  sheets: readonly SheetOfPlan[],
  sheetOf: readonly string[],
  { activities }: Form,
  form: ExportForm,
): Piece[] {
  const own = sheets.map((each) => ({
    ...each,
    before: activities.filter((_, index) => sheetOf[index] === each.sheet.name),
  }));
  const known = new Set(activities.map(({ number }) => number));
  const added = form.activities.filter(({ number }) => !known.has(number));
  const placeOf = ({ group }: FormActivity) => {
    const same = own.findIndex(({ before }) => before.some((one) => one.group === group));
    return same < 0 ? own.length - 1 : same;
  };
  return own.map((piece, index) => ({ ...piece, added: added.filter((one) => placeOf(one) === index) }));
}

/** Whether the workbook is of this plan: what is not written into it must say the same already. */
export function isSameForm(before: Form, form: ExportForm, pieces: readonly Piece[]): boolean {
  const title = (one: Form) => JSON.stringify(headerOf(one));
  const hasColumns = pieces.every(({ places, before: own, added }) => {
    const headings = new Set(places.unknown.map(({ heading }) => heading));
    const numbers = new Set([...own, ...added].map(({ number }) => number));
    return form.activities
      .filter(({ number }) => numbers.has(number))
      .every(
        (activity) =>
          activity.extra.every(({ heading }) => headings.has(heading)) &&
          (activity.weight === null || places.columns.has('weight')),
      );
  });
  const calendar = before.cuts.every((cut) =>
    form.cuts.some((other) => other.number === cut.number && other.date === cut.date),
  );
  return title(before) === title(form) && hasColumns && calendar;
}
