/** Writing, changing and finding messages in the chats. */
import type { ApiMessage } from './api-types.ts';
import { announce, type StoredMessage, type World } from './world.ts';

/** Private chats and basic groups of one account share the ids, so one chat has gaps. */
export function nextMessageId(world: World, chatId: number): number {
  if (chatId > -1_000_000_000_000) return ++world.counters.message;
  const next = (world.counters.supergroup.get(chatId) ?? 0) + 1;
  world.counters.supergroup.set(chatId, next);
  return next;
}

type New = Pick<StoredMessage, 'message' | 'byBot' | 'markup'> & { raw?: string };

export function storeMessage(world: World, message: New): StoredMessage {
  const stored: StoredMessage = { ...message, deleted: false, revision: ++world.counters.revision };
  const chatId = stored.message.chat.id;
  const chat = world.chats.get(chatId);
  if (chat) chat.push(stored);
  else world.chats.set(chatId, [stored]);
  announce(world, { kind: 'message', chatId, messageId: stored.message.message_id });
  return stored;
}

/** A new version of the message under the same id. */
export function changeMessage(world: World, stored: StoredMessage, message: ApiMessage): void {
  stored.message = message;
  stored.revision = ++world.counters.revision;
  announce(world, { kind: 'edited', chatId: message.chat.id, messageId: message.message_id });
}

export function deleteStored(world: World, stored: StoredMessage): void {
  stored.deleted = true;
  stored.revision = ++world.counters.revision;
  const { chat, message_id } = stored.message;
  announce(world, { kind: 'deleted', chatId: chat.id, messageId: message_id });
}

/** The message, unless it was deleted or never existed. */
export function findMessage(world: World, chatId: number, messageId: number): StoredMessage | undefined {
  const found = world.chats.get(chatId)?.findLast((stored) => stored.message.message_id === messageId);
  return found?.deleted ? undefined : found;
}

/** A message as it appears inside another one: nested only once. */
export function quoted(message: ApiMessage): ApiMessage {
  const { reply_to_message: _, ...rest } = message;
  return rest;
}
