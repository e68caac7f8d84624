import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../src/forms/reading/asking.ts';
import { cutsRead, read, readDrawn, readWithLikely } from './table.ts';

/** A plan as some entity prints it, with what is asked about it and what is right once the likely answers are given. */
export type Layout = {
  readonly drawn: string | Readonly<Record<string, string>>;
  readonly answers?: Answers;
  readonly asked: readonly string[];
  /** Month and day of each cut. */
  readonly cuts: readonly string[];
  readonly right: readonly string[];
};

/** A drawn table under a title block that leaves nothing to ask: code, name of the plan, entity and year. */
export function titled(title: string, drawn: string): string {
  const block = [
    'CÓDIGO: | PA-01 | VERSIÓN: | 1',
    title,
    'ENTIDAD: | Alcaldía de Prueba | VIGENCIA: | 2023',
    '',
  ];
  return [...block, drawn.replace(/^\n/, '')].join('\n');
}

/** Each layout is read right with at most five answers, and exactly what is doubtful is asked. */
export function testLayouts(what: string, layouts: Readonly<Record<string, Layout>>): void {
  describe(what, () => {
    for (const [name, { drawn, answers, asked, cuts, right }] of Object.entries(layouts)) {
      it(name, () => {
        const result = readWithLikely(drawn, answers);
        expect(result.asked.length).toBeLessThanOrEqual(5);
        expect(result.asked).toEqual(asked);
        expect(cutsRead(result.reading)).toEqual(cuts);
        expect(read(result.reading)).toEqual(right);
        if (result.reading.layout !== null) expectRemembered(drawn, result);
      });
    }
  });
}

/** What belongs to one file and is not remembered with its headings. */
const OF_THE_FILE = /^(code|title|entity|fiscalYear|sheets|cut:|header)/;

/** The same layout again is read the same and asks nothing about columns, blocks, percentages or accumulation. */
function expectRemembered(
  drawn: Layout['drawn'],
  { reading, answers }: ReturnType<typeof readWithLikely>,
): void {
  const ofFile = Object.fromEntries(Object.entries(answers).filter(([id]) => OF_THE_FILE.test(id)));
  const again = readDrawn(drawn, ofFile, reading.layout === null ? [] : [reading.layout]);
  expect(again.questions.filter(({ required }) => required).map(({ id }) => id)).toEqual([]);
  expect(read(again)).toEqual(read(reading));
}
