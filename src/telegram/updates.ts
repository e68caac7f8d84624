import { z } from 'zod';
import type { Moment } from '../domain/dates.ts';
import type { Event, SentFile } from '../domain/events.ts';
import { cleanOutsideText } from '../domain/outside-text.ts';
import { readGroupUpdate } from './group-updates.ts';
import { entity, withHiddenLinks } from './hidden-links.ts';
import { accountOf, chat, momentOf, user } from './senders.ts';

/** The updates that intake asks for. Telegram delivers no others (Bot API, getUpdates.allowed_updates). */
export const allowedUpdates = [
  'message',
  'edited_message',
  'channel_post',
  'edited_channel_post',
  'callback_query',
  'my_chat_member',
] as const;

const message = z.object({
  message_id: z.number().int(),
  date: z.number(),
  edit_date: z.number().optional(),
  chat,
  from: user.optional(),
  text: z.string().optional(),
  entities: z.array(entity).optional(),
  caption: z.string().optional(),
  caption_entities: z.array(entity).optional(),
  media_group_id: z.string().optional(),
  forward_origin: z.unknown().optional(),
  forward_date: z.number().optional(),
  reply_to_message: z.object({ message_id: z.number().int() }).optional(),
  document: z
    .object({
      file_id: z.string(),
      file_size: z.number().optional(),
      file_name: z.string().optional(),
      mime_type: z.string().optional(),
    })
    .optional(),
  photo: z.array(z.object({ file_id: z.string(), file_size: z.number().optional() })).optional(),
  video: z.unknown().optional(),
  animation: z.unknown().optional(),
  audio: z.unknown().optional(),
  voice: z.unknown().optional(),
  video_note: z.unknown().optional(),
  sticker: z.unknown().optional(),
  location: z.unknown().optional(),
  venue: z.unknown().optional(),
  contact: z.unknown().optional(),
  poll: z.unknown().optional(),
  checklist: z.unknown().optional(),
  dice: z.unknown().optional(),
  game: z.unknown().optional(),
  story: z.unknown().optional(),
  paid_media: z.unknown().optional(),
});
/**
 * What a person can send besides text and the files we take. A message with none of it is a service message
 * (Bot API, Message).
 */
const otherContent = [
  'animation',
  'audio',
  'video',
  'location',
  'venue',
  'contact',
  'poll',
  'checklist',
  'dice',
  'game',
  'story',
  'paid_media',
] as const;
const update = z.object({
  update_id: z.number().int(),
  message: message.optional(),
  edited_message: message.optional(),
  callback_query: z
    .object({
      id: z.string(),
      from: user,
      data: z.string().optional(),
      message: z.object({ message_id: z.number().int(), chat }).optional(),
    })
    .optional(),
  my_chat_member: z
    .object({ chat, from: user, date: z.number(), new_chat_member: z.object({ status: z.string() }) })
    .optional(),
});

type TelegramMessage = z.infer<typeof message>;

export type Update = { readonly updateId: number; readonly event: Event | null };

/**
 * Reads a Telegram update as one of our events, with its texts cleaned. `event` is null when no conversation
 * handles it (service messages, other bots).
 * @returns null when it is not an update at all.
 */
export function readUpdate(raw: unknown, receivedAt: Moment): Update | null {
  const parsed = update.safeParse(raw);
  const isPrivate = (parsed.data?.message ?? parsed.data?.edited_message)?.chat.type === 'private';
  const fromGroup = isPrivate ? null : readGroupUpdate(raw, receivedAt);
  if (fromGroup) return fromGroup;
  if (!parsed.success) {
    const id = z.object({ update_id: z.number().int() }).safeParse(raw);
    return id.success ? { updateId: id.data.update_id, event: null } : null;
  }
  const { update_id, message: sent, edited_message, callback_query, my_chat_member } = parsed.data;
  if (sent) return { updateId: update_id, event: messageEvent(sent, receivedAt) };
  if (edited_message) return { updateId: update_id, event: editedEvent(edited_message, receivedAt) };
  if (callback_query) {
    const { from, data, message: on, id } = callback_query;
    if (on && on.chat.type !== 'private') return { updateId: update_id, event: null };
    return {
      updateId: update_id,
      event: {
        kind: 'tap',
        chatId: on?.chat.id ?? from.id,
        from: accountOf(from),
        moment: receivedAt,
        queryId: id,
        messageId: on?.message_id ?? null,
        data: data ?? '',
      },
    };
  }
  if (my_chat_member && my_chat_member.chat.type === 'private') {
    const { status } = my_chat_member.new_chat_member;
    return {
      updateId: update_id,
      event: {
        kind: 'membership',
        chatId: my_chat_member.chat.id,
        from: accountOf(my_chat_member.from),
        moment: my_chat_member.date * 1000,
        blocked: status === 'kicked' || status === 'left',
      },
    };
  }
  return { updateId: update_id, event: null };
}

function messageEvent(sent: TelegramMessage, receivedAt: Moment): Event | null {
  if (!sent.from || sent.from.is_bot || sent.chat.type !== 'private') return null;
  const common = {
    chatId: sent.chat.id,
    from: accountOf(sent.from),
    moment: momentOf(sent.date, receivedAt),
    messageId: sent.message_id,
  };
  const forwarded = sent.forward_origin !== undefined || sent.forward_date !== undefined;
  const repliesTo = sent.reply_to_message?.message_id ?? null;
  if (sent.text !== undefined) return { ...common, kind: 'text', text: textOf(sent), forwarded, repliesTo };
  if (sent.voice !== undefined || sent.video_note !== undefined)
    return { ...common, kind: 'otherContent', what: 'voice', forwarded };
  if (sent.sticker !== undefined) return { ...common, kind: 'otherContent', what: 'sticker', forwarded };
  const file = fileOf(sent);
  if (!file) {
    const said = otherContent.some((kind) => sent[kind] !== undefined);
    return said ? { ...common, kind: 'otherContent', what: 'other', forwarded } : null;
  }
  const caption = textOf(sent);
  return {
    ...common,
    kind: 'file',
    file,
    caption: caption === '' ? null : caption,
    mediaGroupId: sent.media_group_id ?? null,
    forwarded,
    repliesTo,
  };
}

/**
 * The document of a message, or the largest size of its photo. Films and sounds are not taken (an animation
 * is also a document).
 */
function fileOf(sent: TelegramMessage): SentFile | null {
  if (sent.animation !== undefined || sent.video !== undefined || sent.audio !== undefined) return null;
  if (sent.document) {
    const { file_id, file_size, file_name, mime_type = '' } = sent.document;
    const name = file_name === undefined ? null : cleanOutsideText(file_name).slice(0, 200);
    const sentAs = mime_type.startsWith('image/') ? 'photo' : 'document';
    return { fileId: file_id, sentAs, bytes: file_size ?? null, name };
  }
  const photo = sent.photo?.at(-1);
  if (!photo) return null;
  return { fileId: photo.file_id, sentAs: 'photo', bytes: photo.file_size ?? null, name: null };
}

function editedEvent(edited: TelegramMessage, receivedAt: Moment): Event | null {
  if (!edited.from || edited.from.is_bot || edited.chat.type !== 'private') return null;
  const text = textOf(edited);
  return {
    kind: 'edited',
    chatId: edited.chat.id,
    from: accountOf(edited.from),
    moment: momentOf(edited.edit_date ?? edited.date, receivedAt),
    messageId: edited.message_id,
    text,
  };
}

/** The text or caption, with the links behind its words. */
function textOf({ text, entities, caption, caption_entities }: TelegramMessage): string {
  const written =
    text === undefined ? withHiddenLinks(caption ?? '', caption_entities) : withHiddenLinks(text, entities);
  return cleanOutsideText(written).trim();
}
