import { expect, it } from 'vitest';
import type { Clock } from '../../src/clock.ts';
import { createLog } from '../../src/log.ts';
import type { Api, Outcome } from '../../src/telegram/client.ts';
import { BadTokenError } from '../../src/telegram/intake.ts';
import { askWhoWeAre } from '../../src/telegram/who-we-are.ts';

const us: Outcome<unknown> = { ok: true, result: { id: 7, username: 'bot' } };
const away: Outcome<unknown> = { ok: false, kind: 'unreachable', reason: 'ECONNREFUSED' };
const refused = (code: number, retryAfterMs: number | null = null): Outcome<unknown> => ({
  ok: false,
  kind: 'refused',
  code,
  description: 'refused',
  retryAfterMs,
});

/**
 * Asks until Telegram has given all these answers.
 * @returns the seconds of every pause
 */
async function ask(answers: readonly Outcome<unknown>[]) {
  const left = [...answers];
  const pauses: number[] = [];
  const api = { call: () => Promise.resolve(left.shift() ?? us) } as unknown as Api;
  const clock: Clock = {
    now: () => 0,
    monotonic: () => 0,
    sleep: (ms) => {
      pauses.push(ms / 1_000);
      return Promise.resolve();
    },
  };
  const me = await askWhoWeAre(api, clock, createLog('silent'), new AbortController().signal);
  return { me, pauses };
}

it('waits for a missing network, longer each time, at most half a minute plus a quarter', async () => {
  const { me, pauses } = await ask([away, away, away, away, away, away, away]);
  expect(me).toEqual({ id: 7, username: 'bot' });
  for (const [place, least] of [1, 2, 4, 8, 16, 30, 30].entries()) {
    expect(pauses[place]).toBeGreaterThanOrEqual(least);
    expect(pauses[place]).toBeLessThanOrEqual(least * 1.25);
  }
});

it('waits as long as Telegram asks for', async () => {
  expect((await ask([refused(429, 95_000), us])).pauses).toEqual([95]);
});

it('stops waiting when the token is refused', async () => {
  await expect(ask([refused(401)])).rejects.toThrow(BadTokenError);
  await expect(ask([refused(404)])).rejects.toThrow(BadTokenError);
});
