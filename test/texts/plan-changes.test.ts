import { expect, it } from 'vitest';
import { type ActivityChange, changeableTexts, type Programming } from '../../src/domain/plan-change.ts';
import { visibleLength } from '../../src/summary/split-at-lines.ts';
import { changeLines, versionList } from '../../src/texts/cuts/plan-changes.ts';
import { changeQuestion, isShortened, wholeChanges } from '../../src/texts/cuts/reformulation.ts';

const none = { programmed: null, measure: null, yearAmount: null, keeps: false };
const amounts = [{ date: '2022-12-31', amount: 12_000 }];
const percents = [{ date: '2022-12-31', tenths: 1000 }];
const plan = { title: 'Plan', fiscalYear: 2022 };
const shown = (change: ActivityChange) =>
  changeLines(plan, [{ number: '3', change }], { lines: 10, most: () => 150 }).join('\n');
const said = (before: Programming, after: Programming) =>
  shown({ kind: 'programming', activityId: 3, before, after });

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
  const target = `${'Realizar una caracterización de usuarios '.repeat(6)}con los ediles`;
  const after = { target: `${target} y las juntas` };
  const words = shown({ kind: 'target', activityId: 3, before: { target }, after });
  expect(words).toContain('con los ediles» → «…');
  expect(words).toContain('con los ediles y las juntas»');
});

it('what a whole form changes fits one message, asked and in the list of versions', () => {
  const texts = (word: string) =>
    Object.fromEntries(changeableTexts.map((column) => [column, `${word} `.repeat(60)]));
  const change = { kind: 'text', activityId: 3, before: texts('antes'), after: texts('ahora') } as const;
  const changes = Array.from({ length: 20 }, () => ({ number: '3', name: 'nombre '.repeat(60), change }));
  const why = 'porque '.repeat(90);
  const later = { from: '2022-06-30', askedBy: 'Ana '.repeat(30), why, changes };
  const versions = (many: number) =>
    versionList({
      plan: { ...plan, title: 'plan '.repeat(90) },
      page: 1,
      pages: 2,
      shown: Array.from({ length: many }, () => ({
        number: 12,
        on: '2022-04-20',
        by: 'Luz '.repeat(30),
        later,
      })),
    });
  const question = (many: number) =>
    changeQuestion({
      plan,
      severalPlans: true,
      asker: 'Ana '.repeat(20),
      why,
      from: '2022-06-30',
      changes: changes.slice(0, many),
    });
  for (const html of [1, 2, 3, 4, 8].map(versions).concat([1, 2, 20].map(question)))
    expect(visibleLength(html)).toBeLessThan(4_000);
  const of = { plan, severalPlans: true, asker: 'Ana', why, from: '2022-06-30', changes };
  expect(isShortened(of)).toBe(true);
  const whole = wholeChanges(of);
  expect(whole).toHaveLength(20 * changeableTexts.length);
  for (const line of whole) expect(visibleLength(line)).toBeLessThan(3_000);
  const [one] = changes;
  const short = {
    kind: 'target',
    activityId: 3,
    before: { target: 'Tres' },
    after: { target: 'Dos' },
  } as const;
  expect(isShortened({ ...of, changes: one ? [{ ...one, change: short }] : [] })).toBe(false);
});
