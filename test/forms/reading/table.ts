import { readForm } from '../../../src/forms/read-form.ts';
import type { Answers } from '../../../src/forms/reading/asking.ts';
import type { FormReading } from '../../../src/forms/reading/plan-reading.ts';
import { readPlan } from '../../../src/forms/reading/read-plan.ts';

/** A sheet drawn as a table: a line a row, cells parted by `|`; `⏎` is a line break. */
export function table(drawn: string, sheet = ''): Parameters<typeof readForm>[0] {
  const rows = drawn
    .replace(/^\n/, '')
    .split('\n')
    .map((line) => line.split('|').map((text) => ({ text: text.trim().replaceAll('⏎', '\n') })));
  return { sheet, rows };
}

/** Reads drawn sheets; several are named by the keys. */
export function readDrawn(
  drawn: string | Readonly<Record<string, string>>,
  answers: Answers = {},
): FormReading {
  if (typeof drawn === 'string') return readForm(table(drawn), { answers });
  const sheets = Object.entries(drawn).map(([name, text]) => ({
    grid: table(text, name),
    merges: [],
    hiddenRows: new Set<number>(),
    visible: true,
  }));
  return readPlan(sheets, { answers }).reading;
}

/** Reads, and reads again with the likely answer to whatever is asked, until nothing is. */
export function readWithLikely(
  drawn: string | Readonly<Record<string, string>>,
  given: Answers = {},
): { readonly reading: FormReading; readonly asked: readonly string[] } {
  let answers = given;
  const asked: string[] = [];
  for (let round = 0; round < 6; round += 1) {
    const reading = readDrawn(drawn, answers);
    const required = reading.questions.filter((question) => question.required);
    if (required.length === 0) return { reading, asked };
    asked.push(...required.map(({ id }) => id));
    answers = {
      ...answers,
      ...Object.fromEntries(required.map(({ id, suggested }) => [id, suggested ?? ''])),
    };
  }
  return { reading: readDrawn(drawn, answers), asked };
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
