import { expect, it } from 'vitest';
import type { Programming } from '../../src/domain/plan-change.ts';
import { changeLine } from '../../src/texts/cuts/plan-changes.ts';

const none = { programmed: null, measure: null, yearAmount: null, keeps: false };
const amounts = [{ date: '2022-12-31', amount: 12_000 }];
const percents = [{ date: '2022-12-31', tenths: 1000 }];
const said = (before: Programming, after: Programming) =>
  String(
    changeLine(
      { title: 'Plan', fiscalYear: 2022 },
      { number: '3', change: { kind: 'programming', activityId: 3, before, after } },
    ),
  );

it.each<[string, Programming, string]>([
  ['amounts', { programmed: amounts, measure: 'personas', yearAmount: 12_000 }, '12.000 de 12.000 personas'],
  [
    'only a measure',
    { measure: 'talleres', yearAmount: 4 },
    'como en el formato, contada en talleres (4 en el año)',
  ],
  [
    'percentages and a measure',
    { programmed: percents, measure: 'talleres', yearAmount: 5 },
    '100 %, contada en talleres (5 en el año)',
  ],
  ['to keep', { keeps: true }, 'permanente'],
  ['the dates', { programmed: [] }, 'por sus fechas'],
])('a change of what is programmed says what holds after it: %s', (_, after, words) => {
  expect(said(none, { ...none, ...after })).toContain(`como en el formato → ${words}.`);
});

it('a change at the end of a long text is seen', () => {
  const long = `${'Realizar una caracterización de usuarios '.repeat(6)}con los ediles`;
  const shown = String(
    changeLine(
      { title: 'Plan', fiscalYear: 2022 },
      {
        number: '3',
        change: {
          kind: 'target',
          activityId: 3,
          before: { target: long },
          after: { target: `${long} y las juntas` },
        },
      },
    ),
  );
  expect(shown).toContain('con los ediles» → «…');
  expect(shown).toContain('con los ediles y las juntas»');
});
