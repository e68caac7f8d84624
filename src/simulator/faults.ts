/** Faults on the way, injected by a test or the demo, never caused by the bot. */
import type { ApiUpdate } from './api-types.ts';
import type { Random } from './random.ts';

export type FaultKind =
  /**
   * 429 before any effect. The wait is then enforced in that chat, or (`everywhere`) for every send and edit.
   */
  | { kind: 'tooManyRequests'; retryAfter: number; everywhere?: boolean }
  /** 502 with nginx' HTML, before any effect. */
  | { kind: 'badGateway' }
  /** 500 with HTML, before any effect. */
  | { kind: 'internalHtml' }
  /** 500 `Internal Server Error: restart` as JSON, before any effect. */
  | { kind: 'restart' }
  | { kind: 'resetBefore' }
  /** The call takes effect, and the answer is lost with the connection. */
  | { kind: 'resetAfter' }
  /** The call has no effect, and no answer ever comes. */
  | { kind: 'hang' }
  /** The call takes effect, and no answer ever comes. */
  | { kind: 'hangAfter' }
  /** The call takes effect, and the answer is 200 with text that is not JSON. */
  | { kind: 'garbage' }
  /** The call takes effect, and the answer is half of the JSON and a closed connection. */
  | { kind: 'truncated' }
  /** The call takes effect, and the answer comes after that much real time (ms). */
  | { kind: 'delay'; ms: number }
  /** Any refusal, word for word, before any effect. */
  | { kind: 'refuse'; code: number; description: string };

export type Fault = FaultKind & {
  /** One method, several methods, or (absent) every method. */
  method?: string | readonly string[];
  /** Only calls about this chat. */
  chatId?: number;
  /** How many calls it affects; absent: all, until removed. */
  times?: number;
  /** The share (0..1) of the matching calls that it affects; seeded. */
  probability?: number;
};

export type Faults = {
  /** Returns a function that removes it. */
  add(fault: Fault): () => void;
  clear(): void;
  /** For the HTTP edge: the fault that affects this call; counts it. */
  draw(method: string, chatId: number | undefined): Fault | undefined;
  /** Every call that was affected, in order. */
  readonly hits: { method: string; kind: FaultKind['kind'] }[];
  /** The next `count` non-empty batches contain each update twice. Returns a function that ends this. */
  duplicateUpdates(count?: number): () => void;
  /** The next `count` non-empty batches begin with the previously delivered batch, confirmed or not. */
  redeliverUpdates(count?: number): void;
  /** The next `count` batches of two or more are shuffled. */
  reorderUpdates(count?: number): void;
  /** For the HTTP edge: applies the three above. */
  disturb(batch: readonly ApiUpdate[]): ApiUpdate[];
  /** getMe answers as another bot until it is called with undefined: the token was swapped. */
  wrongBot(identity: { id: number; username?: string } | undefined): void;
  readonly identity: { id: number; username?: string } | undefined;
};

export function createFaults(random: Random): Faults {
  let active: (Fault & { left: number })[] = [];
  const hits: Faults['hits'] = [];
  let identity: Faults['identity'];
  const batches = { duplicate: 0, redeliver: 0, reorder: 0 };
  let previous: ApiUpdate[] = [];

  const matches = (fault: Fault, method: string, chatId: number | undefined): boolean => {
    const methods = fault.method === undefined ? undefined : [fault.method].flat();
    if (methods && !methods.some((name) => name.toLowerCase() === method.toLowerCase())) return false;
    if (fault.chatId !== undefined && fault.chatId !== chatId) return false;
    return fault.probability === undefined || random.next() < fault.probability;
  };

  const draw = (method: string, chatId: number | undefined): Fault | undefined => {
    const fault = active.find((candidate) => candidate.left > 0 && matches(candidate, method, chatId));
    if (fault === undefined) return undefined;
    fault.left -= 1;
    active = active.filter((candidate) => candidate.left > 0);
    hits.push({ method, kind: fault.kind });
    return fault;
  };

  const disturb = (batch: readonly ApiUpdate[]): ApiUpdate[] => {
    let result = [...batch];
    if (result.length > 1 && batches.reorder > 0) {
      batches.reorder -= 1;
      result = shuffled(result, random);
    }
    if (result.length > 0 && batches.duplicate > 0) {
      batches.duplicate -= 1;
      result = result.flatMap((update) => [update, update]);
    }
    if (result.length > 0 && batches.redeliver > 0 && previous.length > 0) {
      batches.redeliver -= 1;
      result = [...previous, ...result];
    }
    if (batch.length > 0) previous = [...batch];
    return result;
  };

  return {
    add: (fault) => {
      const added = { ...fault, left: fault.times ?? Number.POSITIVE_INFINITY };
      active.push(added);
      return () => {
        active = active.filter((candidate) => candidate !== added);
      };
    },
    clear: () => {
      active = [];
    },
    draw,
    hits,
    duplicateUpdates: (count = 1) => {
      batches.duplicate += count;
      return () => {
        batches.duplicate = 0;
      };
    },
    redeliverUpdates: (count = 1) => {
      batches.redeliver += count;
    },
    reorderUpdates: (count = 1) => {
      batches.reorder += count;
    },
    disturb,
    wrongBot: (other) => {
      identity = other;
    },
    get identity() {
      return identity;
    },
  };
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const keyed = items.map((item) => ({ item, key: random.next() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}
