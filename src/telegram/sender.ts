import { backoff } from '../backoff.ts';
import type { Clock } from '../clock.ts';
import { inTransaction, type Store } from '../db/open.ts';
import { settle } from '../db/outbox.ts';
import { type QueuedRow, releasedAfter, sentSince } from '../db/sending.ts';
import { isStorageTrouble } from '../db/storage-trouble.ts';
import { type Log, nameOf } from '../log.ts';
import type { Api, Outcome } from './client.ts';
import { type Call, type Notices, plainCall, prepare, record } from './delivery.ts';
import type { Rate } from './pace.ts';
import { type ChatPace, createPacer } from './pacer.ts';
import { patience } from './patience.ts';
import { inSendOrder, type Ready, urgency } from './send-order.ts';

export type Sender = {
  /** Tells the sender that there may be something new to send. */
  readonly wake: () => void;
  /** Records everything that Telegram has answered so far: an answer to a question must find the question taken. */
  readonly recordNow: () => void;
  /** Resolves when the outcome of every call under way has been recorded. */
  readonly stopped: Promise<void>;
};

type ChatQueue = ChatPace & {
  rows: QueuedRow[];
  busy: boolean;
  attempts: number;
  notBefore: number;
};

/**
 * As many as a batch has updates. The pace limits what leaves; this limits only how many calls may hang at
 * once.
 */
const mostInFlight = 100;
/** A burst no longer counts after this long. */
const paceMemoryMs = 5_000;

/**
 * Carries the outbox to Telegram until aborted. Each chat has a queue, in the order of release. Answers to
 * people go before broadcasts, and answers to taps at once. It never exceeds `rate`. A row is settled as sent
 * only after Telegram accepted it.
 */
export function startSender(
  of: {
    readonly store: Store;
    readonly api: Api;
    readonly clock: Clock;
    readonly log: Log;
    readonly notices: Notices;
    readonly rate: Rate;
  },
  signal: AbortSignal,
): Sender {
  const { store, api, clock, log } = of;
  const pacer = createPacer(of.rate);
  const queues = new Map<number, ChatQueue>();
  const taps: QueuedRow[] = [];
  const settled: {
    readonly call: Call;
    readonly outcome: Outcome<unknown>;
    readonly queue: ChatQueue | null;
  }[] = [];
  let pauseUntil = 0;
  let networkFailures = 0;
  let lastSeq = 0;
  let inFlight = 0;
  let nudge = Promise.withResolvers<void>();
  let nudged = false;
  let wakesSoon = false;

  rememberPace();

  /** Counts what left just before a restart: it still counts for Telegram. */
  function rememberPace(): void {
    for (const [chatId, sent] of sentSince(store.db, clock.now() - paceMemoryMs))
      pacer.remember(chatId, queueOf(chatId), sent, clock.monotonic());
  }

  const wake = () => {
    nudged = true;
    nudge.resolve();
  };

  /**
   * Everything that comes in meanwhile is recorded in the same transaction, because each transaction waits for
   * the disk.
   */
  function wakeSoon(): void {
    if (wakesSoon) return;
    wakesSoon = true;
    setImmediate(() => {
      wakesSoon = false;
      wake();
    });
  }

  function takeReleased(): void {
    for (;;) {
      const rows = releasedAfter(store.db, lastSeq, 500);
      for (const row of rows) {
        lastSeq = row.releaseSeq;
        if (row.kind === 'tap') taps.push(row);
        else queueOf(row.chatId).rows.push(row);
      }
      if (rows.length < 500) return;
    }
  }

  function queueOf(chatId: number): ChatQueue {
    const known = queues.get(chatId);
    if (known) return known;
    const queue: ChatQueue = { rows: [], busy: false, attempts: 0, notBefore: 0, bucket: undefined };
    queues.set(chatId, queue);
    return queue;
  }

  /**
   * Starts every call that may start now.
   * @returns milliseconds until the next one may, if anything waits.
   */
  function startReady(): number {
    for (let tap = taps[0]; tap; tap = taps[0]) {
      dispatch(tap, null);
      taps.shift();
    }
    const at = clock.monotonic();
    // During a broadcast thousands of chats wait for one pace, so it looks at no chat before the pace allows
    // anything.
    const untilAny = pacer.untilAny(at);
    if (untilAny > 0 && queues.size > 0) return untilAny;
    let soonest = Number.POSITIVE_INFINITY;
    const ready: Ready<ChatQueue>[] = [];
    for (const [chatId, queue] of queues) {
      const row = queue.rows[0];
      if (queue.busy) continue;
      if (!row) {
        if (pacer.isRested(chatId, queue, at)) queues.delete(chatId);
        continue;
      }
      const wait = Math.max(queue.notBefore - at, pacer.untilChat(chatId, queue, at));
      if (wait <= 0) ready.push({ queue, row, urgency: urgency(queue.rows) });
      else soonest = Math.min(soonest, wait);
    }
    if (ready.length > 0 && pauseUntil > at) return Math.min(soonest, pauseUntil - at);
    for (const { queue, row } of inSendOrder(ready)) {
      if (inFlight >= mostInFlight) return soonest;
      const wait = pacer.untilAny(at);
      if (wait > 0) return Math.min(soonest, wait);
      if (dispatch(row, queue)) pacer.spent(queue, at);
      else {
        queue.rows.shift();
        soonest = 0;
      }
    }
    return soonest;
  }

  /** @returns false when the row needed no call. */
  function dispatch(row: QueuedRow, queue: ChatQueue | null): boolean {
    const call = prepareOrSetAside(row);
    if (!call) return false;
    if (queue) queue.busy = true;
    inFlight++;
    void api
      .call(call.method, call.parameters, { timeoutMs: patience(call, clock.now()) })
      .then((outcome) => {
        inFlight--;
        settled.push({ call, outcome, queue });
        wakeSoon();
      });
    return true;
  }

  /** Sets a row aside when its text cannot be made: it must not block its chat or end the sender. */
  function prepareOrSetAside(row: QueuedRow): Call | null {
    try {
      const now = clock.now();
      return (
        plainCall(store.db, row, now) ?? inTransaction(store, (db) => prepare(db, row.id, of.notices, now))
      );
    } catch (error) {
      if (isStorageTrouble(error)) throw error;
      inTransaction(store, (db) => settle(db, row.id, 'refused', 'could not be made', clock.now()));
      log.error({ row: row.id, kind: row.kind, error: nameOf(error) }, 'a message could not be made');
      return null;
    }
  }

  /**
   * Records every outcome that came back, in one transaction. What cannot be recorded yet stays for the next
   * time.
   */
  function recordSettled(): void {
    const batch = settled.slice();
    if (batch.length === 0) return;
    const now = clock.now();
    const delays = inTransaction(store, (db) =>
      batch.map(({ call, outcome, queue }) =>
        record(db, call, outcome, (queue?.attempts ?? 0) + 1, now, of.notices),
      ),
    );
    settled.splice(0, batch.length);
    batch.forEach(({ call, outcome, queue }, index) => {
      report(call, outcome);
      if (queue) settleQueue(queue, outcome, delays[index] ?? null);
    });
  }

  function settleQueue(queue: ChatQueue, outcome: Outcome<unknown>, delay: number | null): void {
    queue.busy = false;
    const at = clock.monotonic();
    if (outcome.ok || outcome.kind === 'refused') networkFailures = 0;
    else if (at >= pauseUntil) {
      // Calls that were under way together fail together: they count as one failure.
      networkFailures++;
      pauseUntil = at + backoff(networkFailures);
    }
    if (delay === null) {
      queue.rows.shift();
      queue.attempts = 0;
      queue.notBefore = 0;
    } else {
      queue.attempts++;
      queue.notBefore = at + delay;
    }
  }

  function report(call: Call, outcome: Outcome<unknown>): void {
    if (outcome.ok) return;
    const facts = { method: call.method, row: call.row.id, person: call.row.personId };
    const why =
      outcome.kind === 'refused'
        ? { code: outcome.code, description: outcome.description }
        : { reason: outcome.reason };
    log.warn({ ...facts, ...why }, 'a message did not go out');
  }

  async function run(): Promise<void> {
    for (let failures = 0; !signal.aborted || inFlight > 0; ) {
      nudge = Promise.withResolvers<void>();
      nudged = false;
      let wait = Number.POSITIVE_INFINITY;
      try {
        recordSettled();
        if (!signal.aborted) {
          takeReleased();
          wait = startReady();
        }
        failures = 0;
      } catch (error) {
        log.error({ error: nameOf(error) }, 'the outbox could not be written; nothing of it is lost');
        if (!signal.aborted) await pause(backoff(++failures));
        else if (inFlight > 0) await nudge.promise;
        continue;
      }
      if (nudged || settled.length > 0) continue;
      await pause(wait);
    }
    try {
      recordSettled();
    } catch (error) {
      log.error({ error: nameOf(error) }, 'what was sent last could not be recorded and will go once more');
    }
  }

  /** Waits for `wake`, at most `ms`. */
  async function pause(ms: number): Promise<void> {
    if (!Number.isFinite(ms)) return nudge.promise;
    const alarm = new AbortController();
    const slept = clock.sleep(Math.max(ms, 1), alarm.signal).catch(() => undefined);
    await Promise.race([nudge.promise, slept]);
    alarm.abort();
  }

  signal.addEventListener('abort', wake);
  /** What cannot be recorded yet stays, for the loop to try again. */
  function recordNow(): void {
    try {
      recordSettled();
    } catch (error) {
      log.error({ error: nameOf(error) }, 'the outbox could not be written; nothing of it is lost');
    }
  }

  return {
    wake,
    recordNow,
    stopped: run(),
  };
}
