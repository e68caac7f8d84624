import type { ExportForm } from '../export-form.ts';
import { extraHeadings, extraTexts, monitoringAt, verdictFinder, verifiedCuts } from '../export-form.ts';
import type { ColumnLayout, ColumnName } from '../layout.ts';
import { programmingColumns } from '../programming-columns.ts';
import { lookOf, STYLE, UNIT } from './template-styles.ts';
import { heightOfText, TALLEST_ROW } from './text-height.ts';

/** The columns of each sheet of paper, side by side, and how wide each is. */
export type TemplatePages = {
  readonly widths: readonly number[];
  /** Columns printed together, from the first to the last; the first are those of the plan. */
  readonly pages: readonly { readonly left: number; readonly right: number }[];
};

const WIDTHS: Readonly<Record<ColumnName, number>> = {
  number: 5,
  activity: 27,
  target: 21,
  responsible: 16,
  indicator: 16,
  phase: 14,
  start: 11,
  end: 14.5,
  participationLevel: 15.5,
  channels: 15,
  stakeholderGroup: 14.5,
  means: 11,
  resources: 12,
  weight: 14.5,
};
/** Number and activity, repeated on each sheet of paper. */
export const REPEATED_COLUMNS = 2;
/**
 * What legal paper holds from side to side. Shrunk to hold all columns its letters of 9 points are still 7, up to
 * `ONE_SHEET`; on several sheets, printed at `SCALE` (7 points too), each holds `SHEET`, with room for wider fonts.
 */
const ONE_SHEET = 235;
const SHEET = 215;
export const SCALE = 78;

const EXTRA = 16;
const PROGRESS = 8;
const OBSERVATION = 31;
const WIDEST_OBSERVATION = 70;
const PROGRAMMING = 20;
const VERDICT = 15;
const VERIFIED = 15;
const REMARK = 31;
const BLOCKS_A_SHEET = 4;
/** A column is made wider than planned, up to this, for a text that not even the tallest row would hold. */
const WIDEST = 150;
const STEP = 8;

/** All on one sheet of paper if its letters stay legible, else first the plan and then its monitoring beside it. */
export function templatePages(form: ExportForm, columns: readonly ColumnLayout[]): TemplatePages {
  const plan = columns.map(({ name }) =>
    wideEnough(
      WIDTHS[name],
      name === 'start' || name === 'end' || name === 'weight' ? [] : textsIn(form, name),
    ),
  );
  const headings = extraHeadings(form);
  const extraRows = form.activities.map((activity) => extraTexts(activity, headings));
  const extras = headings.map((_, index) => [
    wideEnough(
      EXTRA,
      extraRows.map((texts) => texts[index] ?? ''),
    ),
  ]);
  const blocks = (observation: number) =>
    form.cuts.map(({ number }) => [
      PROGRESS,
      wideEnough(
        observation,
        form.activities.map((activity) => monitoringAt(activity, number)?.observation ?? ''),
      ),
    ]);
  const verdictAt = verdictFinder(form);
  const verdicts = verifiedCuts(form).map(({ number }) => [
    VERDICT,
    VERIFIED,
    wideEnough(
      REMARK,
      form.activities.map((activity) => verdictAt(activity.number, number)?.remark ?? ''),
    ),
  ]);
  const programming = programmingColumns(form.activities).map(() => PROGRAMMING);
  const programmed = programming.length === 0 ? [] : [programming];
  const together = [...plan, ...[...blocks(OBSERVATION), ...extras, ...programmed, ...verdicts].flat()];
  if (sum(together) <= ONE_SHEET)
    return { widths: together, pages: [{ left: 0, right: together.length - 1 }] };
  const room = SHEET - sum(plan.slice(0, REPEATED_COLUMNS));
  const beside = [...blocks(observationWidth(form.cuts.length, room)), ...extras, ...programmed, ...verdicts];
  return {
    widths: [...plan, ...beside.flat()],
    pages: [{ left: 0, right: plan.length - 1 }, ...packed(beside, plan.length, room)],
  };
}

function textsIn(form: ExportForm, name: Exclude<ColumnName, 'start' | 'end' | 'weight'>): string[] {
  return form.activities.map((activity) => (name === 'activity' ? activity.name : activity[name]));
}

/** As wide as the sheet has room for when it holds its share of the blocks. */
function observationWidth(count: number, room: number): number {
  const sheets = Math.max(1, Math.ceil(count / BLOCKS_A_SHEET));
  const each = Math.floor(room / Math.max(1, Math.ceil(count / sheets))) - PROGRESS;
  return Math.min(WIDEST_OBSERVATION, each);
}

function wideEnough(width: number, texts: readonly string[]): number {
  let wide = width;
  for (const text of texts) {
    while (wide < WIDEST && heightOfText(text, wide * UNIT, lookOf(STYLE.cell)) > TALLEST_ROW) wide += STEP;
  }
  return wide;
}

/** Groups of columns that stay together, as many on a sheet as it has room for. */
function packed(
  groups: readonly (readonly number[])[],
  first: number,
  room: number,
): { left: number; right: number }[] {
  const pages: { left: number; right: number; used: number }[] = [];
  let left = first;
  for (const group of groups) {
    const right = left + group.length - 1;
    const page = pages.at(-1);
    if (page !== undefined && page.used + sum(group) <= room) {
      page.right = right;
      page.used += sum(group);
    } else pages.push({ left, right, used: sum(group) });
    left = right + 1;
  }
  return pages.map((page) => ({ left: page.left, right: page.right }));
}

const sum = (widths: readonly number[]): number => widths.reduce((total, each) => total + each, 0);
