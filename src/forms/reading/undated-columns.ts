import { headingKey } from '../headings.ts';
import { type Asking, decide } from './asking.ts';
import { blockWords } from './block-words.ts';
import type { Column } from './column-data.ts';
import { stackOf } from './headed-columns.ts';
import { columnId, type GroupColumns } from './plan-columns.ts';
import { columnQuestion, cutRoleOf } from './questions.ts';

/**
 * Asks for the cut of percentages whose headings name none, when no block of a cut has percentages. The texts beside
 * them are asked about next.
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
  if (columns.units.some(({ role }) => role === 'progress')) return placed;
  const used = new Set([
    ...columns.base.values(),
    ...columns.units.flatMap(({ columns: all }) => all.map(({ column }) => column.column)),
  ]);
  const free = columns.columns.filter(
    (each) => !used.has(each.column) && each.data.filled > 0 && !isOfAnotherYear(each, year),
  );
  const ask = (column: Column, role: 'progress' | 'observation', suggestedCut: number) => {
    const question = columnQuestion(
      columnId(columns.group, column.column),
      column,
      `${role}:${suggestedCut}`,
      true,
      numbers.map((number) => `${role}:${number}`),
    );
    const option = decide(asking, question);
    if (option !== null && cutRoleOf(option) !== undefined) placed.set(column.column, option);
  };
  for (const column of free.filter(isPercentage)) {
    const cut = yearsNamed(column).length > 0 ? (numbers.at(-1) ?? likely) : likely;
    ask(column, 'progress', cut);
  }
  if (placed.size === 0) return placed;
  const [cut = likely] = [...placed.values()].flatMap((option) => cutRoleOf(option)?.cut ?? []);
  const leftmost = Math.min(...placed.keys()) - 1;
  for (const column of free.filter((each) => each.column >= leftmost)) {
    const besidePercent = placed.get(column.column - 1)?.startsWith('progress:') === true;
    if (!isPercentage(column) && isText(column, besidePercent)) ask(column, 'observation', cut);
  }
  return placed;
}

function lowestHeading({ own }: Column): string {
  return own.at(-1)?.text ?? '';
}

function isPercentage(column: Column): boolean {
  const { data } = column;
  const text = lowestHeading(column);
  if (text === '') return data.percents >= 0.5;
  return blockWords(headingKey(text))?.role === 'progress' && (data.percents > 0 || data.bareShare >= 0.5);
}

function isText(column: Column, besidePercent: boolean): boolean {
  const text = lowestHeading(column);
  const named = text === '' ? besidePercent : blockWords(headingKey(text))?.role === 'observation';
  return named && column.data.texts >= 0.5;
}

/** Whether a heading names only other years: EJECUTADO 2020 in a plan of 2021. */
function isOfAnotherYear(column: Column, year: number): boolean {
  const years = yearsNamed(column);
  return years.length > 0 && !years.includes(String(year));
}

function yearsNamed(column: Column): string[] {
  return stackOf(column).flatMap(({ text }) => text.match(/(?<!\d)20\d\d(?!\d)/g) ?? []);
}
