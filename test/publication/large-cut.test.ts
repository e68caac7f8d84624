import { expect, it } from 'vitest';
import { plannedCut } from '../../src/db/plans.ts';
import { makePublic } from '../../src/publication/make-public.ts';
import { liveDocument } from '../../src/summary/review/live-document.ts';
import { freshDb, makePlan, report } from '../summary/setup.ts';

it('A public cut looks at each report a few times, however many activities there are', () => {
  const numbers = Array.from({ length: 200 }, (_, place) => String(place + 1));
  const made = makePlan(
    freshDb(),
    numbers.map((number) => ({ number })),
  );
  for (const cut of [1, 2])
    for (const number of numbers) report(made, null, number, 100 * cut, 'hecho', { cut });
  const planned = plannedCut(made.db, made.cuts[1] ?? 0);
  if (!planned) throw new Error('no cut');
  const document = liveDocument(made.db, planned);
  let looks = 0;
  const reports = document.reports.map(({ activity, ...each }) => ({
    ...each,
    get activity() {
      looks++;
      return activity;
    },
  }));
  const published = ['2022-03-31', '2022-06-30'];
  const of = { standing: { kind: 'closed', on: '2022-07-08' } as const, published, names: [] };
  const content = makePublic({ ...document, reports }, of);
  expect(content.activities.flatMap((each) => each.reports)).toHaveLength(400);
  expect(looks).toBeLessThan(5 * reports.length);
});
