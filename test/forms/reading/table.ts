import type { Answers } from '../../../src/forms/reading/asking.ts';
import type { Merge } from '../../../src/forms/reading/headed-columns.ts';
import type { Layout } from '../../../src/forms/reading/layouts.ts';
import type { FormReading } from '../../../src/forms/reading/plan-reading.ts';
import type { PlanSheet } from '../../../src/forms/reading/plan-table.ts';
import { readPlan } from '../../../src/forms/reading/read-plan.ts';

/**
 * A sheet drawn as a table: a line a row, cells parted by `|`; `⏎` is a line break, `<` is merged with the cell on its
 * left, `^` with the one above.
 */
export function drawSheet(drawn: string, sheet: string): PlanSheet {
  const rows = drawn
    .replace(/^\n/, '')
    .split('\n')
    .map((line) => line.split('|').map((text) => text.trim().replaceAll('⏎', '\n')));
  const grid = {
    sheet,
    rows: rows.map((row) => row.map((text) => ({ text: MERGED.has(text) ? '' : text }))),
  };
  return { grid, merges: mergesOf(rows), hiddenRows: new Set(), visible: true };
}

const MERGED: ReadonlySet<string> = new Set(['<', '^']);

function mergesOf(rows: readonly (readonly string[])[]): Merge[] {
  const at = (row: number, column: number) => rows[row]?.[column];
  return rows.flatMap((row, top) =>
    row.flatMap((text, left): Merge[] => {
      if (MERGED.has(text)) return [];
      let [right, bottom] = [left, top];
      while (at(top, right + 1) === '<') right += 1;
      while (at(bottom + 1, left) === '^') bottom += 1;
      return right > left || bottom > top ? [{ top, left, bottom, right }] : [];
    }),
  );
}

/** Reads drawn sheets; several are named by the keys. */
export function readDrawn(
  drawn: string | Readonly<Record<string, string>>,
  answers: Answers = {},
  layouts: readonly Layout[] = [],
): FormReading {
  const sheets = typeof drawn === 'string' ? { '': drawn } : drawn;
  return readPlan(
    Object.entries(sheets).map(([name, text]) => drawSheet(text, name)),
    { answers, layouts },
  ).reading;
}

/** Reads, and reads again with the likely answer to whatever is asked, until nothing is. */
export function readWithLikely(
  drawn: string | Readonly<Record<string, string>>,
  given: Answers = {},
): { readonly reading: FormReading; readonly asked: readonly string[]; readonly answers: Answers } {
  let answers = given;
  const asked: string[] = [];
  for (let round = 0; round < 6; round += 1) {
    const reading = readDrawn(drawn, answers);
    const required = reading.questions.filter((question) => question.required);
    if (required.length === 0) return { reading, asked, answers };
    asked.push(...required.map(({ id }) => id));
    answers = {
      ...answers,
      ...Object.fromEntries(required.map(({ id, suggested }) => [id, suggested ?? ''])),
    };
  }
  return { reading: readDrawn(drawn, answers), asked, answers };
}

/** What was read of each activity, in one line: `1 Publicar · Planeación · 2023-01-01..2023-12-31 · 25/Va 50/Sigue`. */
export function read(reading: FormReading): readonly string[] {
  if (!reading.ok) return reading.problems.map(({ row, column, found }) => `✗ ${column}${row} ${found}`);
  return reading.form.activities.map((one) => {
    const reports = one.monitoring.map(({ cut, progressTenths, observation }) => {
      const progress = progressTenths === null ? '–' : String(progressTenths / 10);
      return `${cut}:${progress}${observation === '' ? '' : `/${observation}`}`;
    });
    const figures = (name: string, all: typeof one.planned) =>
      (all ?? []).map(
        (each) => `${name}${each.cut}:${'tenths' in each ? `${each.tenths / 10}%` : each.amount}`,
      );
    return [
      `${one.number} ${one.name}`,
      one.positions.join(' + '),
      `${one.start}..${one.end}`,
      ...reports,
      ...figures('P', one.planned),
      ...figures('E', one.executed),
    ].join(' · ');
  });
}

export function cutsRead(reading: FormReading): readonly string[] {
  return (reading.draft?.cuts ?? []).map(({ date }) => date.slice(5));
}
