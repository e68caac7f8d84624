import { expect, it } from 'vitest';
import { figure, shortFigure, shownFigure } from '../../../src/texts/words/units.ts';

const talleres = { measure: 'talleres', yearAmount: 4 };

it.each([
  [{ progress: 750, amount: 3 }, talleres, '3 de 4 talleres (75 %)', '3 talleres'],
  [{ progress: 1000, amount: 5 }, talleres, '5 de 4 talleres (100 %)', '5 talleres'],
  [
    { progress: 333, amount: 1 },
    { measure: 'talleres', yearAmount: 3 },
    '1 de 3 talleres (33,3 %)',
    '1 de 3 talleres',
  ],
  [
    { progress: 240, amount: 1200 },
    { measure: 'personas', yearAmount: 5000 },
    '1200 de 5000 personas (24 %)',
    '1200 personas',
  ],
  [{ progress: 250, amount: 2.5 }, { measure: 'km', yearAmount: 10 }, '2,5 de 10 km (25 %)', '2,5 km'],
  // The year asks for another amount since.
  [{ progress: 750, amount: 3 }, { measure: 'talleres', yearAmount: 6 }, '3 talleres (75 %)', '3 talleres'],
  [{ progress: 750, amount: 3 }, { measure: null, yearAmount: null }, '75 %', '75 %'],
  [{ progress: 700, amount: null }, talleres, '70 %', '70 %'],
])('%o of %o reads well', (report, activity, whole, short) => {
  expect(figure(shownFigure(activity, report))).toBe(whole);
  expect(shortFigure(shownFigure(activity, report))).toBe(short);
});
