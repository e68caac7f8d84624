import { afterEach, describe, expect, it } from 'vitest';
import { copies, createTown, type Town } from '../world/town.ts';
import { until } from '../world/until.ts';
import { openPostOffice, type PostOffice, saidTo } from './post-office.ts';

let post: PostOffice | undefined;
let town: Town | undefined;
afterEach(async () => {
  await post?.end();
  await town?.end();
  post = undefined;
  town = undefined;
});

/** The most calls within any interval of so many milliseconds. */
function densest(times: readonly number[], spanMs: number): number {
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + spanMs).length));
}

describe('Pace: 30/s in all, 1/s a chat with a burst of 3, edits counted; 429 obeyed', () => {
  it('reminds 200 people while 20 of them converse, without one 429, each answer within seconds', async () => {
    town = await createTown({ people: 200, start: ['2022-03-16', 7, 59] });
    const { simulator, clock, people } = town;
    const talkers = people.slice(-20);
    clock.step(60_000);
    const begun = clock.now();
    town.tick();
    await until(() => simulator.calls.some(({ method }) => method === 'sendMessage'), 'the first reminder');
    const asked = clock.now();
    for (const each of talkers) each.say('/ayuda');
    await town.settle(30_000);
    expect(simulator.mistakes()).toEqual([]);
    for (const each of people) expect(copies(each, '31 de marzo')).toBe(1);
    for (const each of talkers) expect(copies(each, 'Esto puede hacer aquí')).toBe(1);
    const sent = simulator.calls.filter(({ method }) => method === 'sendMessage');
    expect(
      densest(
        sent.map(({ at }) => at),
        1000,
      ),
    ).toBeLessThanOrEqual(30);
    expect(clock.now() - begun).toBeLessThan(15_000);
    const helped = sent.filter(({ params }) => String(params.text).includes('Esto puede hacer'));
    expect(Math.max(...helped.map(({ at }) => at)) - asked).toBeLessThan(5_000);
  });

  it('sends three messages to a chat at once, then one a second', async () => {
    post = await openPostOffice();
    const ana = post.person('Ana');
    for (let place = 0; place < 9; place++) post.say(ana, `mensaje ${place}`);
    await post.settle();
    const times = post.sends().map(({ at }) => at);
    expect(times.slice(0, 3).map((at) => at - (times[0] ?? 0))).toEqual([0, 0, 0]);
    expect(densest(times.slice(3), 1000)).toBe(1);
    expect(post.simulator.mistakes()).toEqual([]);
  });

  it('counts edits as messages', async () => {
    post = await openPostOffice();
    const ana = post.person('Ana');
    const row = post.say(ana, 'cero');
    await post.settle();
    for (let place = 1; place <= 8; place++) {
      post.changeTo(row, `vez ${place}`);
      await post.settle();
    }
    const times = post.sends().map(({ at }) => at);
    expect(times).toHaveLength(9);
    expect(densest(times.slice(3), 1000)).toBe(1);
    expect(post.simulator.mistakes()).toEqual([]);
  });

  it('counts after a restart what went to a chat just before', async () => {
    post = await openPostOffice();
    const ana = post.person('Ana');
    for (let life = 0; life < 6; life++) {
      post.say(ana, `vida ${life}, uno`);
      post.say(ana, `vida ${life}, dos`);
      await post.settle();
      await post.close();
      post.open();
    }
    expect(saidTo(ana)).toHaveLength(12);
    expect(post.simulator.mistakes()).toEqual([]);
  });

  it('counts after a restart how much went out in all', async () => {
    post = await openPostOffice();
    const everybody = Array.from({ length: 90 }, (_, place) => post?.person(`P${place}`));
    for (const each of everybody) if (each) post.tell(each, 'aviso');
    for (const enough of [25, 50, 75]) {
      await until(() => (post?.sends().length ?? 0) >= enough, 'part of the broadcast');
      await post.close();
      post.open();
    }
    await post.settle();
    expect(post.sends()).toHaveLength(90);
    expect(post.simulator.mistakes()).toEqual([]);
  });
});

describe('429 obeyed', () => {
  it('sends nothing early to that chat, while the others go on', async () => {
    post = await openPostOffice();
    const ana = post.person('Ana');
    const berta = post.person('Berta');
    post.simulator.faults.add({ kind: 'tooManyRequests', retryAfter: 30, chatId: ana.id, times: 1 });
    post.say(ana, 'para Ana');
    await until(() => (post?.simulator.faults.hits.length ?? 0) === 1, 'the 429');
    const refusedAt = post.sends()[0]?.at ?? 0;
    post.say(ana, 'y otra para Ana');
    post.say(berta, 'para Berta');
    await post.settle();
    const at = (text: string) => post?.sends().findLast(({ params }) => params.text === text)?.at ?? 0;
    expect(at('para Ana') - refusedAt).toBeGreaterThanOrEqual(30_000);
    expect(at('para Berta') - refusedAt).toBeLessThan(1_000);
    expect(saidTo(ana)).toEqual(['para Ana', 'y otra para Ana']);
    expect(post.simulator.mistakes()).toEqual([]);
  });

  it('obeys each of several growing waits to its end', async () => {
    post = await openPostOffice();
    const ana = post.person('Ana');
    const waits = [2, 5, 20, 60];
    for (const retryAfter of waits)
      post.simulator.faults.add({ kind: 'tooManyRequests', retryAfter, times: 1 });
    post.say(ana, 'al fin');
    await post.settle();
    const times = post.sends().map(({ at }) => at);
    const gaps = times.slice(1).map((at, place) => (at - (times[place] ?? 0)) / 1000);
    expect(gaps).toHaveLength(4);
    gaps.forEach((gap, place) => {
      expect(gap).toBeGreaterThanOrEqual(waits[place] ?? 0);
      expect(gap).toBeLessThan((waits[place] ?? 0) + 2);
    });
    expect(saidTo(ana)).toEqual(['al fin']);
    expect(post.simulator.mistakes()).toEqual([]);
  });
});
