/** People's acts as updates for the bot: how long each lives, and in which queue a webhook delivers it. */
import type { ApiCallbackQuery, ApiChat, ApiMessage, ApiUser } from './api-types.ts';
import { privateChat } from './chat-access.ts';
import { withDetected } from './detect.ts';
import { findMessage, nextMessageId, storeMessage } from './messages.ts';
import { announce, type StoredMessage, seconds, type Tap, type World } from './world.ts';

const DAY_MS = 24 * 3600 * 1000;
const TAP_MS = 150_000;

/** Text as a phone sends it: edges trimmed, entities found. An empty text cannot be sent. */
export function typed(text: string): Pick<ApiMessage, 'text' | 'entities'> {
  const trimmed = text.trim();
  if (trimmed === '') throw new Error('A phone does not send a message without any text.');
  const entities = withDetected(trimmed, []);
  return entities.length > 0 ? { text: trimmed, entities } : { text: trimmed };
}

/** A caption may be empty; then both keys are absent. */
export function typedCaption(caption: string | undefined): Pick<ApiMessage, 'caption' | 'caption_entities'> {
  if (caption === undefined || caption.trim() === '') return {};
  const { text, entities } = typed(caption);
  return { caption: text ?? '', ...(entities === undefined ? {} : { caption_entities: entities }) };
}

/**
 * The name under which somebody writes in a group: an administrator may be anonymous, and a channel's owner
 * may write as the channel.
 */
export type Author = 'self' | 'anonymous' | { readonly channel: string };

/** The author shown above a message (Bot API, Message.from and sender_chat). A channel post has no `from`. */
function authorOf(user: ApiUser, chat: ApiChat, as: Author): Pick<ApiMessage, 'from' | 'sender_chat'> {
  if (chat.type === 'channel') return { sender_chat: chat };
  if (as === 'self') return { from: user };
  if (as === 'anonymous') return { from: groupAnonymousBot, sender_chat: chat };
  return { from: channelBot, sender_chat: { id: -1_000_000_000_077, type: 'channel', title: as.channel } };
}

const groupAnonymousBot = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
};
const channelBot = { id: 136_817_688, is_bot: true, first_name: 'Channel', username: 'Channel_Bot' };

/** Writes a person's message into a chat and, when the bot may see it, queues the update. */
export function receiveMessage(
  world: World,
  personId: number,
  chat: ApiChat,
  content: Partial<ApiMessage>,
  visible = true,
  as: Author = 'self',
): StoredMessage {
  const person = world.people.get(personId);
  if (person === undefined) throw new Error(`There is no person ${personId} in the simulator.`);
  const message: ApiMessage = {
    message_id: nextMessageId(world, chat.id),
    ...authorOf(person.user, chat, as),
    chat,
    date: seconds(world),
    ...content,
  };
  const stored = storeMessage(world, { message, byBot: false, markup: 'none' });
  const update = chat.type === 'channel' ? { channel_post: message } : { message };
  if (visible) world.updates.push(update, message.date * 1000 + DAY_MS, `chat ${chat.id}`);
  return stored;
}

/** An edit of a person's own message; without a change nothing arrives. */
export function receiveEdit(world: World, message: ApiMessage): void {
  const date = message.edit_date ?? seconds(world);
  const update =
    message.chat.type === 'channel' ? { edited_channel_post: message } : { edited_message: message };
  world.updates.push(update, date * 1000 + DAY_MS, `chat ${message.chat.id}`);
}

/** A press on a button, or (forged) data that no button carries. */
export function receiveTap(
  world: World,
  personId: number,
  chatId: number,
  messageId: number,
  data: string,
): Tap {
  const from = world.people.get(personId)?.user;
  if (from === undefined) throw new Error(`There is no person ${personId} in the simulator.`);
  const now = world.clock.now();
  world.counters.tap += 1;
  const id = String(BigInt(world.bot.user.id) * 10_000_000_000n + BigInt(world.counters.tap));
  const tap: Tap = { id, personId, chatId, messageId, data, at: now };
  world.taps.set(id, tap);
  const chat = world.groups.get(chatId)?.chat ?? privateChat(world, chatId);
  const found = findMessage(world, chatId, messageId);
  const query: ApiCallbackQuery = {
    id,
    from,
    message: found?.message ?? { message_id: messageId, chat, date: 0 },
    chat_instance: String(7_000_000_000_000_000_000n + BigInt(chatId)),
    data,
  };
  world.updates.push({ callback_query: query }, now + TAP_MS, `tap ${personId}`);
  announce(world, { kind: 'tap', tapId: id, personId });
  return tap;
}

/** The bot's membership changed in a chat: blocked, unblocked, added, removed. */
export function receiveMembership(
  world: World,
  chat: ApiChat,
  personId: number,
  [before, after]: readonly ['member' | 'left' | 'kicked', 'member' | 'left' | 'kicked'],
): void {
  const from = world.people.get(personId)?.user;
  if (from === undefined) throw new Error(`There is no person ${personId} in the simulator.`);
  const member = (status: 'member' | 'left' | 'kicked') => ({
    user: world.bot.user,
    status,
    ...(status === 'kicked' ? { until_date: 0 } : {}),
  });
  world.updates.push(
    {
      my_chat_member: {
        chat,
        from,
        date: seconds(world),
        old_chat_member: member(before),
        new_chat_member: member(after),
      },
    },
    world.clock.now() + DAY_MS,
    `member ${chat.id}`,
  );
}
