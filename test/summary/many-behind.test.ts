import { expect, it } from 'vitest';
import { momentAt } from '../../src/domain/dates.ts';
import { type CutSummary, cutSummary } from '../../src/summary/cut-summary.ts';
import { figureLines } from '../../src/summary/message.ts';
import { processorTime } from '../processor-time.ts';
import { freshDb, makePlan } from './setup.ts';

const CLOSED = momentAt('2022-12-31', 12);

/** A summary of so many activities, each of a position of its own and all behind. */
function behind(activities: number): CutSummary {
  const made = makePlan(freshDb(), [{ number: '1' }]);
  const summary = cutSummary(made.db, made.cuts[3] ?? 0, CLOSED);
  const [row] = summary.rows;
  if (!row) throw new Error('no row');
  const rows = Array.from({ length: activities }, (_, place) => ({
    ...row,
    activity: { ...row.activity, id: place + 1, number: String(place + 1) },
  }));
  const position = (id: number) => ({ id, name: `Cargo ${id}`, key: `cargo ${id}` });
  return {
    ...summary,
    rows,
    behind: rows.map((each) => ({
      position: position(each.activity.id),
      holders: [],
      vacant: true,
      items: [each],
    })),
  };
}

it('Who is behind is listed in a time that grows with the activities, not with their square', () => {
  const [few, many] = [behind(500), behind(5_000)];
  const least = (of: CutSummary) =>
    Math.min(
      ...Array.from({ length: 5 }, () => {
        const took = processorTime();
        expect(figureLines(of).join('\n')).toContain('Cargo 1 (n.º 1)');
        return took();
      }),
    );
  least(few);
  // Ten times as many; the square is a hundred times.
  expect(least(many)).toBeLessThan(40 * Math.max(least(few), 0.1));
});
