import { expect, it } from 'vitest';
import { momentAt } from '../../src/domain/dates.ts';
import { cutSummary } from '../../src/summary/cut-summary.ts';
import { figureLines } from '../../src/summary/message.ts';
import { freshDb, makePlan } from './setup.ts';

const CLOSED = momentAt('2022-12-31', 12);

it('Who is behind is listed with a few looks at each activity, however many people there are', () => {
  const made = makePlan(freshDb(), [{ number: '1' }]);
  const summary = cutSummary(made.db, made.cuts[3] ?? 0, CLOSED);
  const [row] = summary.rows;
  if (!row) throw new Error('no row');
  const all = Array.from({ length: 500 }, (_, place) => ({
    ...row,
    activity: { ...row.activity, id: place + 1, number: String(place + 1) },
  }));
  const behind = all.map((each) => {
    const { id } = each.activity;
    const position = { id, name: `Cargo ${id}`, key: `cargo ${id}` };
    return { position, holders: [], vacant: true, items: [each] };
  });
  let looks = 0;
  const rows = new Proxy(all, {
    get(of, key) {
      if (typeof key === 'string' && /^\d+$/.test(key)) looks++;
      return Reflect.get(of, key);
    },
  });
  const lines = figureLines({ ...summary, rows, behind }).join('\n');
  expect(lines).toContain('Cargo 1 (n.º 1)');
  expect(looks).toBeGreaterThan(0);
  expect(looks / all.length).toBeLessThan(20);
});
