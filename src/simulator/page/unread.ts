/** The bot's messages that a phone's owner has not seen; kept over a reload. */
import type { MessageView } from '../show/view.ts';
import { recall, remember } from './memory.ts';

export type Unread = {
  /** @param looking whether the owner is using this phone now */
  readonly update: (messages: readonly MessageView[], looking: boolean) => void;
  readonly read: (messages: readonly MessageView[]) => void;
  readonly count: () => number;
  /** The message below the line *Mensajes nuevos*, if there is one. */
  readonly divider: () => number | undefined;
};

export function createUnread(key: string, changed: () => void): Unread {
  const place = `read ${key}`;
  let seen = Number(recall(place) ?? 0);
  let count = 0;
  let divider: number | undefined;

  const become = (next: number): void => {
    if (next === count) return;
    count = next;
    changed();
  };

  const read = (messages: readonly MessageView[]): void => {
    const newest = Math.max(seen, ...messages.map((message) => message.id));
    if (newest !== seen) remember(place, String(newest));
    seen = newest;
    become(0);
  };

  return {
    count: () => count,
    divider: () => divider,
    read,
    update: (messages, looking) => {
      const last = messages.at(-1);
      if (last?.from === 'me' && last.id > seen) divider = undefined;
      if (looking || (last?.from === 'me' && last.id > seen)) return read(messages);
      const fresh = messages.filter((message) => message.from === 'bot' && message.id > seen);
      if (fresh.length > 0 && count === 0) divider = fresh[0]?.id;
      become(fresh.length);
    },
  };
}
