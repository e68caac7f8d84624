import { cleanOutsideText } from '../../domain/outside-text.ts';
import { expected, found } from '../../texts/importing/form-problems.ts';
import { type Problem, placeOf } from '../findings.ts';
import type { Grid } from '../grid.ts';
import { damageIn } from './damage.ts';

/** The cells of a sheet that have a word with broken letters. */
export function brokenCells({ sheet, rows }: Grid): Problem[] {
  return rows.flatMap((cells, row) =>
    cells.flatMap(({ text }, column) => {
      const word = damageIn(text);
      return word === undefined ? [] : [brokenLetters(sheet, row, column, word)];
    }),
  );
}

/** A cell with a word whose letters are broken. */
export function brokenLetters(sheet: string, row: number, column: number, word: string): Problem {
  return {
    ...placeOf(sheet, row, column),
    kind: 'letters',
    found: found.brokenLetters(cleanOutsideText(word)),
    expected: expected.wholeLetters,
  };
}
