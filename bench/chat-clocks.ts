import { momentAt } from '../src/domain/dates.ts';

/** When a bot is started, on its clock. */
export const startedAt = momentAt('2022-03-17', 9);

/** Nobody reads a question and answers it in less than two seconds (specification: Early messages). */
const readingMs = 3_000;
/** Nobody's clock overtakes the bot's: a measurement has at most 180 messages of a person. */
const earlyMs = 20 * 60_000;

/** Telegram's clock, another one in each chat: it goes on when the person reads, so that nobody waits for it. */
export function createChatClocks() {
  const clocks = new Map<number, number>();
  const now = (personId: number) => clocks.get(personId) ?? startedAt - earlyMs;
  return {
    now,
    read(personId: number): void {
      clocks.set(personId, now(personId) + readingMs);
    },
  };
}
