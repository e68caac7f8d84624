import { backoff, withJitter } from '../backoff.ts';
import type { Clock } from '../clock.ts';
import { type Log, nameOf } from '../log.ts';
import type { Api, Outcome } from './client.ts';
import { allowedUpdates } from './updates.ts';

/** Seconds that Telegram holds a poll open (at most 50, Bot API getUpdates). */
const pollSeconds = 25;
const batchSize = 100;
const mostSleepMs = 30_000;
/** The coordinators are notified after another process has polled with our token for this long. */
const rivalAfterMs = 5 * 60_000;
/** Longer than the other process rests between two tries. Without a conflict for this long, it has gone. */
const rivalGoneAfterMs = 3 * 60_000;

export type Intake = {
  readonly api: Api;
  readonly clock: Clock;
  readonly log: Log;
  /** Handles a batch durably. Throws when nothing of the batch counts. */
  readonly handle: (updates: readonly unknown[], receivedAt: number) => void;
  /** Called after each answered poll. `backlogDone`: nothing more waits at Telegram. */
  readonly polled: (now: number, backlogDone: boolean) => void;
  /** Called when another process has polled with this token for five minutes: it may be taking answers. */
  readonly rival: (now: number) => void;
  /** Called each time the loop runs, whether Telegram answered or not; at least every 40 s. */
  readonly beat: () => void;
};

/** The token is refused, so nothing will ever work with it. */
export class BadTokenError extends Error {
  constructor() {
    super('Telegram does not accept BOT_TOKEN. Copy it again from BotFather.');
  }
}

/**
 * Asks Telegram for updates until aborted. The next offset confirms a batch, so it is sent only after
 * `handle` has committed.
 * @throws {BadTokenError}
 */
export async function runIntake(intake: Intake, signal: AbortSignal): Promise<void> {
  const { clock, log } = intake;
  let offset = 0;
  let failures = 0;
  let conflicts = 0;
  let rivalSince: number | null = null;
  let lastConflict = 0;
  let quick = true;
  await removeWebhook(intake, signal);
  while (!signal.aborted) {
    intake.beat();
    const outcome = await poll(intake, offset, quick ? 0 : pollSeconds, signal);
    if (signal.aborted) return;
    if (!outcome.ok) {
      failures++;
      quick = true;
      if (isBadToken(outcome)) throw new BadTokenError();
      if (isWebhookConflict(outcome)) {
        await removeWebhook(intake, signal);
        await wait(intake, 1_000, signal);
        continue;
      }
      if (isRival(outcome)) {
        conflicts++;
        lastConflict = clock.monotonic();
        rivalSince ??= lastConflict;
        log.warn({ method: 'getUpdates', ...describe(outcome) }, 'another process polls with this token');
        if (lastConflict - rivalSince >= rivalAfterMs) note(log, () => intake.rival(clock.now()));
        await wait(intake, Math.min(60_000, 5_000 * conflicts), signal);
        continue;
      }
      log.warn({ method: 'getUpdates', ...describe(outcome) }, 'cannot reach Telegram');
      await wait(intake, retryDelay(outcome, failures), signal);
      continue;
    }
    failures = 0;
    quick = false;
    if (rivalSince !== null && clock.monotonic() - lastConflict > rivalGoneAfterMs) {
      rivalSince = null;
      conflicts = 0;
    }
    const next = await takeBatch(intake, outcome.result, signal);
    if (next !== null) offset = next;
  }
}

/**
 * Hands a batch over until it is durable.
 * @returns the next offset, or null for an empty batch.
 */
async function takeBatch(
  intake: Intake,
  updates: readonly unknown[],
  signal: AbortSignal,
): Promise<number | null> {
  const { clock, log } = intake;
  const receivedAt = clock.now();
  for (let attempt = 1; updates.length > 0; attempt++) {
    try {
      intake.handle(updates, receivedAt);
      break;
    } catch (error) {
      log.error(
        { code: nameOf(error), updates: updates.length },
        'a batch could not be stored; nothing of it is confirmed',
      );
      await wait(intake, withJitter(backoff(attempt)), signal);
      if (signal.aborted) return null;
    }
  }
  note(log, () => intake.polled(clock.now(), updates.length < batchSize));
  const ids = updates.flatMap((each) => idOf(each) ?? []);
  return ids.length === 0 ? null : Math.max(...ids) + 1;
}

/** Runs a write that only notes something: intake must go on when the disk is full. */
export function note(log: Log, write: () => void): void {
  try {
    write();
  } catch (error) {
    log.error({ code: nameOf(error) }, 'could not note a poll');
  }
}

/** The first poll after a start or a failure does not wait: it shows whether there is a backlog. */
function poll(
  intake: Intake,
  offset: number,
  seconds: number,
  signal: AbortSignal,
): Promise<Outcome<readonly unknown[]>> {
  return intake.api.call<readonly unknown[]>(
    'getUpdates',
    { offset, timeout: seconds, limit: batchSize, allowed_updates: allowedUpdates },
    { timeoutMs: (pollSeconds + 10) * 1000, signal },
  );
}

async function removeWebhook(intake: Intake, signal: AbortSignal): Promise<void> {
  for (let attempt = 1; !signal.aborted; attempt++) {
    intake.beat();
    const outcome = await intake.api.call(
      'deleteWebhook',
      { drop_pending_updates: false },
      { timeoutMs: 15_000, signal },
    );
    if (outcome.ok || signal.aborted) return;
    if (isBadToken(outcome)) throw new BadTokenError();
    intake.log.warn({ method: 'deleteWebhook', ...describe(outcome) }, 'cannot reach Telegram');
    await wait(intake, retryDelay(outcome, attempt), signal);
  }
}

type Failure = Exclude<Outcome<unknown>, { ok: true }>;

export function isBadToken(outcome: Failure): boolean {
  return outcome.kind === 'refused' && (outcome.code === 401 || outcome.code === 404);
}

function isWebhookConflict(outcome: Failure): boolean {
  return (
    outcome.kind === 'refused' && outcome.code === 409 && outcome.description.includes('webhook is active')
  );
}

function isRival(outcome: Failure): boolean {
  return outcome.kind === 'refused' && outcome.code === 409;
}

export function describe(outcome: Failure) {
  return outcome.kind === 'refused'
    ? { code: outcome.code, description: outcome.description }
    : { reason: outcome.reason };
}

/** Milliseconds until the next try: what Telegram asked for, or ever longer. */
export function retryDelay(outcome: Failure, attempt: number): number {
  const asked = outcome.kind === 'refused' ? outcome.retryAfterMs : null;
  return asked ?? withJitter(backoff(attempt));
}

/**
 * Waits, with a beat at least every 30 s: Telegram may ask for a long pause, and our loop is not stuck then.
 */
export async function wait({ clock, beat }: Intake, ms: number, signal: AbortSignal): Promise<void> {
  for (let left = ms; left > 0 && !signal.aborted; left -= mostSleepMs) {
    beat();
    await clock.sleep(Math.min(left, mostSleepMs), signal).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  }
}

function idOf(update: unknown): number | undefined {
  if (typeof update !== 'object' || update === null || !('update_id' in update)) return undefined;
  return typeof update.update_id === 'number' ? update.update_id : undefined;
}
