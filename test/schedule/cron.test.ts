import { expect, it } from 'vitest';
import { type Clock, systemClock } from '../../src/clock.ts';
import { momentAt } from '../../src/domain/dates.ts';
import { clockMinutes, cronMinutes, type EveryMinute, startSchedule } from '../../src/schedule/cron.ts';
import { createManualClock } from '../../src/simulator/clock.ts';

const start = momentAt('2022-03-16', 7, 58) + 30_000;

it('runs at once and then at every whole minute of its own clock, until it is stopped', async () => {
  const clock = createManualClock(start);
  const ran: number[] = [];
  const schedule = startSchedule({ clock, run: () => ran.push(clock.now()) });
  await clock.travel(start + 120_000);
  schedule.stop();
  await clock.travel(start + 600_000);
  expect(ran).toEqual([start, start + 30_000, start + 90_000]);
});

it('restarts its minutes after a step of the wall clock in either direction, and runs within 20 seconds', async () => {
  const clock = createManualClock(start);
  const ran: number[] = [];
  let begun = 0;
  const minutes: EveryMinute = (run) => {
    begun++;
    return clockMinutes(clock)(run);
  };
  const schedule = startSchedule({ clock, run: () => ran.push(clock.now()), everyMinute: minutes });
  await clock.travel(start + 1_000);
  clock.step(90 * 86_400_000);
  await clock.travel(clock.now() + 20_000);
  expect(begun).toBe(2);
  expect(ran.at(-1)).toBeGreaterThan(start + 90 * 86_400_000);
  clock.step(-90 * 86_400_000);
  await clock.travel(clock.now() + 20_000);
  expect(begun).toBe(3);
  expect(ran.at(-1)).toBeLessThan(start + 60_000);
  await clock.travel(clock.now() + 40_000);
  expect(begun).toBe(3);
  schedule.stop();
});

it('ignores a difference of less than five seconds', async () => {
  const clock = createManualClock(start);
  let begun = 0;
  const everyMinute: EveryMinute = () => {
    begun++;
    return { stop: () => {} };
  };
  const schedule = startSchedule({ clock, run: () => {}, everyMinute });
  clock.step(4_000);
  await clock.travel(clock.now() + 60_000);
  expect(begun).toBe(1);
  schedule.stop();
});

it('uses node-cron for the clock of the machine, and leaves nothing behind when stopped', () => {
  const minutes = cronMinutes(() => {});
  minutes.stop();
  const clock: Clock = systemClock;
  let ran = 0;
  const schedule = startSchedule({ clock, run: () => ran++ });
  schedule.stop();
  expect(ran).toBe(1);
});
