import { nameOf } from '../log.ts';
import { type Intake, note } from './intake.ts';
import { keepWebhook, type Webhook } from './webhook.ts';

/** As many updates as a long poll brings. */
const mostAtOnce = 100;

export type Receiver = {
  /** Takes one update in. Resolves to true once it is durable, to false when Telegram must bring it again. */
  readonly take: (update: unknown) => Promise<boolean>;
  /**
   * Resolves when stopped and everything taken in is handled.
   * @throws as `keepWebhook`
   */
  readonly ended: Promise<void>;
};

/**
 * Intake by webhook. The updates that arrive in one turn of the event loop become one batch for the same
 * `handle` that long polling uses, one batch after another. Each update is answered when its batch has
 * committed.
 */
export function startReceiver(intake: Intake, hook: Webhook, signal: AbortSignal): Receiver {
  const { clock, log } = intake;
  const waiting: { readonly update: unknown; readonly answer: (taken: boolean) => void }[] = [];

  const handleAll = (updates: readonly unknown[]): boolean => {
    try {
      intake.handle(updates, clock.now());
    } catch (error) {
      log.error(
        { code: nameOf(error), updates: updates.length },
        'a batch could not be stored; nothing of it is confirmed',
      );
      return false;
    }
    note(log, () => intake.polled(clock.now(), false));
    return true;
  };

  const flush = () => {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, mostAtOnce);
      const taken = handleAll(batch.map(({ update }) => update));
      for (const { answer } of batch) answer(taken);
    }
  };

  return {
    take: (update) =>
      signal.aborted
        ? Promise.resolve(false)
        : new Promise((resolve) => {
            waiting.push({ update, answer: resolve });
            if (waiting.length === 1) setImmediate(flush);
          }),
    ended: keepWebhook(intake, hook, signal).finally(flush),
  };
}
