import type { QueuedRow } from '../db/sending.ts';
import { isBroadcast } from './delivery.ts';

/** A row that may go, with the queue of its chat. A lower urgency goes first. */
export type Ready<ChatQueue> = {
  readonly queue: ChatQueue;
  readonly row: QueuedRow;
  readonly urgency: number;
};

type Turn = Pick<Ready<unknown>, 'row' | 'urgency'>;

const before = (a: Turn, b: Turn) => a.urgency - b.urgency || a.row.releaseSeq - b.row.releaseSeq;

/** Answers to people go before notices, and take along the rows before them in their chat. */
export function urgency(rows: readonly QueuedRow[]): number {
  return rows.every((row) => isBroadcast(row.kind)) ? 1 : 0;
}

/**
 * The rows in the order in which they may go. Only the next few of thousands will go, so it looks for them one by one.
 */
export function* inSendOrder<ChatQueue>(ready: Ready<ChatQueue>[]): Generator<Ready<ChatQueue>> {
  while (ready.length > 200) {
    let next = 0;
    for (let place = 1; place < ready.length; place++) {
      const [best, each] = [ready[next], ready[place]];
      if (best && each && before(each, best) < 0) next = place;
    }
    const [found] = ready.splice(next, 1);
    if (found) yield found;
  }
  yield* ready.sort(before);
}
