import { describe, expect, it } from 'vitest';
import { createManualClock } from '../../src/simulator/index.ts';

describe('the manual clock', () => {
  it('wakes sleepers in the order of their times, whatever the order of their calls', async () => {
    const clock = createManualClock(0);
    const woken: string[] = [];
    const sleeps = [30, 10, 20].map((ms) => clock.sleep(ms).then(() => woken.push(`${ms}@${clock.now()}`)));
    expect(clock.sleepers()).toEqual([10, 20, 30]);
    clock.advance(25);
    await sleeps[2];
    expect(woken).toEqual(['10@25', '20@25']);
    clock.set(30);
    await Promise.all(sleeps);
    expect(woken).toEqual(['10@25', '20@25', '30@30']);
  });

  it('walks to a moment so that each wakes at its own time, including sleeps begun on the way', async () => {
    const clock = createManualClock(0);
    const woken: number[] = [];
    const loop = async () => {
      for (let turn = 0; turn < 3; turn += 1) {
        await clock.sleep(10);
        woken.push(clock.now());
      }
    };
    const done = loop();
    await clock.travel(100);
    await done;
    expect(woken).toEqual([10, 20, 30]);
    expect(clock.now()).toBe(100);
  });

  it('keeps durations when the wall clock is put back or forward', async () => {
    const clock = createManualClock(1_000_000);
    let woken = false;
    const sleep = clock.sleep(100).then(() => {
      woken = true;
    });
    clock.step(3600_000);
    clock.set(500_000);
    expect([clock.now(), clock.monotonic()]).toEqual([500_000, 0]);
    await Promise.resolve();
    expect(woken).toBe(false);
    clock.advance(100);
    await sleep;
    expect([clock.now(), clock.monotonic()]).toEqual([500_100, 100]);
  });

  it('rejects an aborted sleep with its reason and forgets it', async () => {
    const clock = createManualClock(0);
    const stop = new AbortController();
    const sleep = clock.sleep(1000, stop.signal);
    stop.abort(new Error('enough'));
    await expect(sleep).rejects.toThrow('enough');
    expect(clock.sleepers()).toEqual([]);
    await expect(clock.sleep(1, AbortSignal.abort(new Error('late')))).rejects.toThrow('late');
  });

  it('jumps only for the chosen sleepers, while the others wait', async () => {
    const clock = createManualClock(0);
    const poll = new AbortController();
    const other = clock.sleep(1000, poll.signal).then(() => 'woken on the way');
    await clock.advancing().sleep(60_000);
    expect(clock.now()).toBe(60_000);
    expect(await other).toBe('woken on the way');
    const waits = clock.sleep(10, poll.signal);
    poll.abort(new Error('still asleep'));
    await expect(waits).rejects.toThrow('still asleep');
  });

  it('jumps by itself over short sleeps, in order, and never over long ones', async () => {
    const clock = createManualClock(0, { autoAdvance: true });
    const woken: string[] = [];
    const pace = async (name: string, ms: number, times: number) => {
      for (let turn = 0; turn < times; turn += 1) {
        await clock.sleep(ms);
        woken.push(`${name}@${clock.now()}`);
      }
    };
    const tick = clock.sleep(60_000).then(() => woken.push('tick'));
    await Promise.all([pace('a', 1000, 3), pace('b', 1500, 2)]);
    expect(woken).toEqual(['a@1000', 'b@1500', 'a@2000', 'b@3000', 'a@3000']);
    expect(clock.now()).toBe(3000);
    clock.set(60_000);
    await tick;
  });
});
