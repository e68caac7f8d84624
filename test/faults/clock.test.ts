import { afterEach, describe, expect, it } from 'vitest';
import { sql } from '../../src/db/drizzle.ts';
import { createTown, type Town } from '../world/town.ts';

const hour = 3_600_000;
const day = 24 * hour;
let town: Town;
afterEach(() => town.end());

/** What is stored of the first activities, in the order in which it came. */
function stored(): readonly string[] {
  return town.db
    .all<{ observation: string }>(sql`select observation from report order by id`)
    .map((each) => each.observation);
}

function remindersPerDay(): readonly number[] {
  return town.db
    .all<{ n: number }>(sql`select count(*) as n from outbox where kind = 'reminder' group by key`)
    .map(({ n }) => n);
}

/** Telegram knows the time; the machine jumps in the middle of a conversation, and back. */
describe('The clock of the machine jumps', () => {
  it.each([
    ['an hour ahead', hour],
    ['an hour back', -hour],
    ['a day ahead', day],
    ['a day back', -day],
    ['90 days ahead', 90 * day],
    ['90 days back', -90 * day],
  ])(
    '%s, and is put right again: no answer is lost or stored twice, nobody is reminded twice a day',
    async (_, ms) => {
      const skew = { ms: 0 };
      town = await createTown({ people: 1, start: ['2022-03-16', 9], skew });
      const { ana, simulator, clock } = town;
      const jump = (to: number) => {
        skew.ms = to;
        town.tick();
      };
      const say = (text: string) => {
        // Time to read what was asked: an early message answers nothing.
        clock.advance(3_000);
        return town.after(() => void ana.say(text));
      };
      town.tick();
      await town.settle();
      await say('/reportar');
      await say('10% se hizo antes del salto');
      expect(stored()).toEqual(['se hizo antes del salto']);
      jump(ms);
      await town.settle();
      await say('20% durante el salto');
      clock.advance(10_000);
      await say('/ayuda');
      jump(0);
      await town.settle();
      if (Math.abs(ms) > hour * 12) {
        // To a machine that far off the question was old: it asked whose the words were, or what is still open.
        await say('/reportar');
        const asked = ana.last();
        if (asked?.text.includes('Hace unas horas')) await town.after(() => void ana.tap('Sí, es para esta'));
        else if (stored().length < 2) await say('20% durante el salto');
      }
      expect(stored()).toEqual(['se hizo antes del salto', 'durante el salto']);
      await say('30% después del salto');
      expect(stored()).toEqual(['se hizo antes del salto', 'durante el salto', 'después del salto']);
      expect(Math.max(0, ...remindersPerDay())).toBeLessThanOrEqual(1);
      expect(town.endedBy()).toBeUndefined();
      expect(simulator.mistakes()).toEqual([]);
    },
  );
});
