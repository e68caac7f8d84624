import { headingKey } from '../headings.ts';
import { type Asking, decide } from './asking.ts';
import { blockWords } from './block-words.ts';
import type { Column } from './column-data.ts';
import { stackOf } from './headed-columns.ts';
import { columnId, type GroupColumns } from './plan-columns.ts';
import { columnQuestion, cutRoleOf } from './questions.ts';

/**
 * Asks at which cut the percentages are that name none, when no block of a cut has any; the text beside follows.
 * @param numbers the numbers of the cuts of the plan
 */
export function placeUndated(
  columns: GroupColumns,
  numbers: readonly number[],
  likely: number,
  year: number,
  asking: Asking,
): ReadonlyMap<number, string> {
  const placed = new Map(columns.placed);
  const hasDated = columns.units.some(({ role }) => role === 'progress');
  if (hasDated || placed.size > 0) return placed;
  const used = new Set([
    ...columns.base.values(),
    ...columns.units.flatMap(({ columns: all }) => all.map(({ column }) => column.column)),
  ]);
  const free = columns.columns.filter(
    (each) => !used.has(each.column) && each.data.filled > 0 && !isOfAnotherYear(each, year),
  );
  for (const column of free) {
    const text = column.own.at(-1)?.text ?? '';
    const words = text === '' ? undefined : blockWords(headingKey(text));
    const isProgress =
      (words?.role === 'progress' && (column.data.percents > 0 || column.data.bareShare >= 0.5)) ||
      (text === '' && column.data.percents >= 0.5);
    const besidePercent = placed.get(column.column - 1)?.startsWith('progress:') === true;
    const isText =
      placed.size > 0 &&
      column.data.texts >= 0.5 &&
      (words?.role === 'observation' || (text === '' && besidePercent));
    if (!isProgress && !isText) continue;
    const role = isProgress ? 'progress' : 'observation';
    const answeredCut = [...placed.values()]
      .map((option) => cutRoleOf(option)?.cut)
      .find((cut) => cut !== undefined);
    const ownCut = yearsNamed(column).length > 0 ? (numbers.at(-1) ?? likely) : likely;
    const options = numbers.map((number) => `${role}:${number}`);
    const question = columnQuestion(
      columnId(columns.group, column.column),
      column,
      `${role}:${isText ? (answeredCut ?? ownCut) : ownCut}`,
      true,
      options,
    );
    const option = decide(asking, question);
    if (option !== null && cutRoleOf(option) !== undefined) placed.set(column.column, option);
    if (isProgress && option !== null && cutRoleOf(option) !== undefined && hasPercent(placed)) continue;
  }
  return placed;
}

function hasPercent(placed: ReadonlyMap<number, string>): boolean {
  return [...placed.values()].some((option) => option.startsWith('progress:'));
}

/** `EJECUTADO 2020` in a plan of 2021. */
function isOfAnotherYear(column: Column, year: number): boolean {
  const years = yearsNamed(column);
  return years.length > 0 && !years.includes(String(year));
}

function yearsNamed(column: Column): string[] {
  return stackOf(column).flatMap(({ text }) => text.match(/(?<!\d)20\d\d(?!\d)/g) ?? []);
}
