import { z } from 'zod';
import type { Moment } from '../domain/dates.ts';
import type { Event } from '../domain/events.ts';
import { cleanOutsideText } from '../domain/outside-text.ts';
import { accountOf, chat, momentOf, user } from './senders.ts';

const posted = z.looseObject({
  chat,
  date: z.number(),
  /**
   * Absent in a channel. Telegram puts a bot of its own for an anonymous administrator and for somebody who writes as a
   * channel.
   */
  from: user.optional(),
  text: z.string().optional(),
});
const update = z.object({
  update_id: z.number().int(),
  message: posted.optional(),
  edited_message: posted.optional(),
  channel_post: posted.optional(),
  edited_channel_post: posted.optional(),
});

/**
 * What was posted or edited in a group or channel, by any sender and of any kind.
 * @returns null for anything else, also for a private chat
 */
export function readGroupUpdate(
  raw: unknown,
  receivedAt: Moment,
): { readonly updateId: number; readonly event: Event } | null {
  const parsed = update.safeParse(raw);
  if (!parsed.success) return null;
  const { message, edited_message, channel_post, edited_channel_post } = parsed.data;
  const sent = message ?? edited_message ?? channel_post ?? edited_channel_post;
  if (!sent || sent.chat.type === 'private') return null;
  const said = cleanOutsideText(message?.text ?? '').trim();
  const event: Event = {
    kind: 'group',
    chatId: sent.chat.id,
    from: accountOf(sent.from ?? { id: sent.chat.id }),
    moment: momentOf(sent.date, receivedAt),
    command: said.startsWith('/') ? said : null,
    posted: textsIn(sent),
    inChannel: sent.chat.type === 'channel',
  };
  return { updateId: parsed.data.update_id, event };
}

/** Every text in a message, wherever it stands, so that fields that Telegram adds later are read too. */
function textsIn(sent: unknown): readonly string[] {
  if (typeof sent === 'string') return [cleanOutsideText(sent)];
  if (typeof sent !== 'object' || sent === null) return [];
  return Object.values(sent).flatMap(textsIn);
}
