import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTown, type Town } from '../world/town.ts';
import { until } from '../world/until.ts';

let town: Town;
beforeEach(async () => {
  town = await createTown({ people: 3, start: ['2022-03-17', 9] });
  await town.after(() => town.ana.say('/reportar'));
});
afterEach(() => town.end());

const answers = () => town.simulator.calls.filter(({ method }) => method === 'answerCallbackQuery');

describe('Every tap fetched is answered once, within 10 s of fetching or not at all', () => {
  it('answers every kind: a button, forged data, no data, two in a second, a stranger’s', async () => {
    const stranger = town.simulator.person({ firstName: 'Nadie' });
    const question = town.ana.last();
    if (!question) throw new Error('no question');
    await town.after(() => {
      town.ana.tap('50');
      town.ana.tap(question, '50');
      town.ana.forgeTap('nonsense', question.messageId);
      town.ana.forgeTap('', question.messageId);
      town.ana.forgeTap('p:999999:50', question.messageId);
      stranger.start();
      stranger.forgeTap('x', 1);
    });
    const taps = [...town.ana.taps, ...stranger.taps];
    expect(taps).toHaveLength(6);
    expect(taps.every(({ state }) => state === 'answered')).toBe(true);
    expect(answers()).toHaveLength(6);
    for (const tap of taps) expect((tap.answer?.at ?? 0) - tap.at).toBeLessThan(10_000);
    expect(town.simulator.mistakes()).toEqual([]);
  });

  it('answers a tap once that was delivered twice', async () => {
    town.simulator.faults.duplicateUpdates(1);
    await town.after(() => void town.ana.tap('50'));
    expect(answers()).toHaveLength(1);
  });

  it('answers a tap whose handling threw, and tells the person', async () => {
    town.store.sqlite.exec(
      "create trigger odd before update on question begin select raise(abort, 'odd'); end",
    );
    await town.after(() => void town.ana.tap('50'));
    expect(town.ana.taps.every(({ state }) => state === 'answered')).toBe(true);
    expect(town.ana.last()?.text).toContain('No pudimos procesar');
  });

  it('handles a tap that could not be stored for more than 10 s, but drops its answer', async () => {
    town.store.sqlite.exec(
      "create trigger odd before insert on outbox begin select raise(rollback, 'odd'); end",
    );
    town.ana.tap('50');
    await until(() => town.lines.some((line) => line.includes('could not be stored')), 'the failure');
    await town.clock.travel(town.clock.now() + 20_000);
    town.store.sqlite.exec('drop trigger odd');
    await town.liveUntil(() => /describa/i.test(town.ana.last()?.text ?? ''), 'the next question', 60_000);
    await town.settle();
    expect(answers()).toHaveLength(0);
    expect(town.simulator.mistakes()).toEqual([]);
  });

  it('answers a tap at once while its chat waits for its pace', async () => {
    for (let place = 0; place < 6; place++) town.ana.say('/misactividades');
    const tap = town.ana.tap('50');
    await town.ana.waitForAnswer(tap);
    await town.settle();
    expect((town.ana.taps[0]?.answer?.at ?? 0) - tap.at).toBeLessThan(1_000);
    expect(town.simulator.mistakes()).toEqual([]);
  });
});
