import { systemClock } from '../src/clock.ts';
import { createChatClocks } from './chat-clocks.ts';
import type { Step } from './loads.ts';
import type { Shown, TelegramApi } from './telegram-api.ts';

/** Milliseconds after an answer in which a bot writes down what it has sent: nobody writes sooner. */
export const settlingMs = 400;

/** People who write, and wait for the answer before they write again. */
export function createCrowd() {
  const clocks = createChatClocks();
  const askedAt = new Map<number, number>();
  const answeredAt = new Map<number, number>();
  const latencies: number[] = [];
  const written: Step[] = [];
  let allAnswered = Promise.withResolvers<number>();

  function deliver(api: TelegramApi, steps: readonly Step[]): void {
    const now = performance.now();
    for (const { personId } of steps) {
      clocks.read(personId);
      askedAt.set(personId, now);
    }
    written.push(...steps);
    api.deliver(steps);
  }

  /** All at once. @returns milliseconds from then until all are answered and every update is confirmed as handled */
  async function write(api: TelegramApi, steps: readonly Step[]): Promise<number> {
    if (steps.length === 0) return 0;
    const begun = performance.now();
    allAnswered = Promise.withResolvers();
    deliver(api, steps);
    await Promise.all([allAnswered.promise, api.allConfirmed()]);
    return performance.now() - begun;
  }

  /** One after another, later when somebody still waits. @returns milliseconds from the first to the last answer */
  async function writeSteadily(api: TelegramApi, steps: readonly Step[], perSecond: number): Promise<number> {
    const begun = performance.now();
    allAnswered = Promise.withResolvers();
    for (const [place, step] of steps.entries()) {
      await systemClock.sleep(Math.max(0, begun + (place * 1000) / perSecond - performance.now()));
      while (!mayWrite(step.personId)) await systemClock.sleep(5);
      if (place === steps.length - 1) allAnswered = Promise.withResolvers();
      deliver(api, [step]);
    }
    return (await allAnswered.promise) - begun;
  }

  function mayWrite(personId: number): boolean {
    const answered = answeredAt.get(personId) ?? Number.NEGATIVE_INFINITY;
    return !askedAt.has(personId) && performance.now() - answered > settlingMs;
  }

  return {
    /** Milliseconds from somebody's message to the bot's, of each answer. */
    latencies,
    written: written as readonly Step[],
    date: clocks.now,
    write,
    writeSteadily,
    shown({ personId, at }: Shown): void {
      const asked = askedAt.get(personId);
      if (asked === undefined) return;
      askedAt.delete(personId);
      answeredAt.set(personId, at);
      latencies.push(at - asked);
      if (askedAt.size === 0) allAnswered.resolve(at);
    },
  };
}
