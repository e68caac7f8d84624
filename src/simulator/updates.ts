/**
 * The queue of updates that a bot has not confirmed, with Telegram's offset rules (specification: Telegram
 * updates): a positive offset confirms everything before it, 0 confirms nothing, a negative one forgets all
 * but the last ones, and one far in the future counts as 0. Updates expire in the queue.
 */
import type { ApiUpdate, UpdatePayload } from './api-types.ts';

export type Queued = {
  update: ApiUpdate;
  /** Epoch ms after which Telegram forgets it. */
  expiresAt: number;
  /** Webhooks deliver one after another within a key (a chat, a person's taps). */
  key: string;
};

export type UpdateQueue = {
  /** Undefined when `allowed_updates` excludes its kind: then no id is used up. */
  push(payload: UpdatePayload, expiresAt: number, key: string): ApiUpdate | undefined;
  /** The updates that getUpdates returns for this offset; forgets what the offset confirms. */
  take(offset: number, limit: number): ApiUpdate[];
  /** The first unconfirmed update of each key. */
  heads(): Queued[];
  confirm(updateId: number): void;
  pending(): Queued[];
  clear(): void;
  /** The id of the next update; it may be lower than before, as after a week of silence. */
  nextId(): number;
  jumpTo(nextId: number): void;
  allow(names: readonly string[]): void;
  allowed(): readonly string[];
  onPush(listener: () => void): void;
};

const DEFAULT_KINDS = ['message', 'edited_message', 'callback_query', 'my_chat_member'];
/** Kinds that are not in the default. Of them, only channel posts are made here. */
const OTHER_KINDS = [
  'channel_post',
  'edited_channel_post',
  'business_connection',
  'business_message',
  'edited_business_message',
  'deleted_business_messages',
  'message_reaction',
  'message_reaction_count',
  'inline_query',
  'chosen_inline_result',
  'shipping_query',
  'pre_checkout_query',
  'purchased_paid_media',
  'poll',
  'poll_answer',
  'chat_member',
  'chat_join_request',
  'chat_boost',
  'removed_chat_boost',
];
const FUTURE = 10;

/**
 * @param firstId the id of the first update
 * @param now epoch ms
 */
export function createUpdateQueue(firstId: number, now: () => number): UpdateQueue {
  let queue: Queued[] = [];
  let nextId = firstId;
  let allowed: readonly string[] = DEFAULT_KINDS;
  const listeners: (() => void)[] = [];

  const dropExpired = (): void => {
    const at = now();
    if (queue.some((queued) => queued.expiresAt <= at)) queue = queue.filter((q) => q.expiresAt > at);
  };

  const push = (payload: UpdatePayload, expiresAt: number, key: string): ApiUpdate | undefined => {
    dropExpired();
    const kind = Object.keys(payload)[0] ?? '';
    if (!allowed.includes(kind)) return undefined;
    const update: ApiUpdate = { update_id: nextId++, ...structuredClone(payload) };
    if (expiresAt > now()) queue.push({ update, expiresAt, key });
    for (const listener of listeners) listener();
    return update;
  };

  const take = (offset: number, limit: number): ApiUpdate[] => {
    dropExpired();
    if (offset < 0) queue = queue.slice(offset);
    else if (offset > 0 && offset <= nextId + FUTURE) {
      queue = queue.filter((queued) => queued.update.update_id >= offset);
    }
    return queue.slice(0, limit).map((queued) => queued.update);
  };

  return {
    push,
    take,
    heads: () => {
      dropExpired();
      const keys = new Set<string>();
      return queue.filter(({ key }) => !keys.has(key) && keys.add(key));
    },
    confirm: (updateId) => {
      queue = queue.filter((queued) => queued.update.update_id !== updateId);
    },
    pending: () => {
      dropExpired();
      return [...queue];
    },
    clear: () => {
      queue = [];
    },
    nextId: () => nextId,
    jumpTo: (id) => {
      nextId = id;
    },
    allow: (names) => {
      const known = names.filter((name) => DEFAULT_KINDS.includes(name) || OTHER_KINDS.includes(name));
      allowed = known.length === 0 ? DEFAULT_KINDS : known;
    },
    allowed: () => (allowed === DEFAULT_KINDS ? [] : allowed),
    onPush: (listener) => {
      listeners.push(listener);
    },
  };
}
