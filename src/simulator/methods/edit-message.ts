/** editMessageText, editMessageCaption, editMessageReplyMarkup (specification: Telegram edits). */
import type { ApiMessage } from '../api-types.ts';
import { findChat } from '../chat-access.ts';
import { isEmptyText, readFormatted } from '../formatted.ts';
import { checkMarkup, type Markup, readMarkup } from '../markup.ts';
import { changeMessage, findMessage } from '../messages.ts';
import { badRequest } from '../refusal.ts';
import { type StoredMessage, seconds } from '../world.ts';
import type { Method, MethodContext } from './method.ts';
import { checkRawText } from './send-message.ts';

const TARGET = ['business_connection_id', 'chat_id', 'message_id', 'inline_message_id', 'reply_markup'];
const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';

export const editMessageText: Method = {
  parameters: [
    ...TARGET,
    'text',
    'parse_mode',
    'entities',
    'link_preview_options',
    'disable_web_page_preview',
  ],
  run: (context) => {
    checkRawText(context.params.text('text') ?? '');
    const formatted = readFormatted(context.params, 'text', 'entities');
    return edit(context, formatted.ignored, ({ message }) => {
      if (message.text === undefined) throw badRequest('there is no text in the message to edit');
      if (isEmptyText(formatted)) throw badRequest('text must be non-empty');
      if (formatted.text.length > 4096) throw badRequest('MESSAGE_TOO_LONG');
      const { entities: _, ...rest } = message;
      const changed = { ...rest, text: formatted.text };
      return formatted.entities.length > 0 ? { ...changed, entities: formatted.entities } : changed;
    });
  },
};

export const editMessageCaption: Method = {
  parameters: [...TARGET, 'caption', 'parse_mode', 'caption_entities', 'show_caption_above_media'],
  run: (context) => {
    const formatted = readFormatted(context.params, 'caption', 'caption_entities');
    return edit(context, formatted.ignored, ({ message }) => {
      if (message.text !== undefined) throw badRequest('there is no caption in the message to edit');
      if (formatted.text.length > 1024) throw badRequest('MEDIA_CAPTION_TOO_LONG');
      const { caption: _, caption_entities: __, ...rest } = message;
      return {
        ...rest,
        ...(formatted.text === '' ? {} : { caption: formatted.text }),
        ...(formatted.entities.length === 0 ? {} : { caption_entities: formatted.entities }),
      };
    });
  },
};

export const editMessageReplyMarkup: Method = {
  parameters: TARGET,
  run: (context) => edit(context, [], ({ message }) => message),
};

/** An edit without `reply_markup` removes the keyboard, as at Telegram. */
function edit(
  context: MethodContext,
  ignored: readonly string[],
  change: (stored: StoredMessage) => ApiMessage,
): ApiMessage {
  const { world, params, ignore } = context;
  const { markup, ignored: markupIgnored } = readMarkup(params);
  if (!params.has('chat_id') && !params.has('message_id') && !params.has('inline_message_id')) {
    throw badRequest('message identifier is not specified');
  }
  const { chat, isGroup } = findChat(world, params.text('chat_id'));
  const messageId = params.integer('message_id', 0, -(2 ** 31), 2 ** 31);
  const stored = findMessage(world, chat.id, messageId);
  if (stored === undefined) throw badRequest('message to edit not found');
  if (!stored.byBot || stored.markup === 'reply') throw badRequest("message can't be edited");
  if (markup.kind === 'reply') throw badRequest('inline keyboard expected');

  const changed = withMarkup(change(stored), markup);
  checkMarkup(markup);
  world.flood.spend(chat.id, isGroup);
  if (same(changed, stored.message)) throw badRequest(NOT_MODIFIED);

  for (const what of [...ignored, ...markupIgnored]) ignore(what);
  const edited: ApiMessage = { ...changed, edit_date: seconds(world) };
  stored.markup = markup.kind;
  const raw = params.text('text') ?? params.text('caption');
  if (raw !== undefined) stored.raw = raw;
  changeMessage(world, stored, edited);
  return edited;
}

function withMarkup(message: ApiMessage, markup: Markup): ApiMessage {
  const { reply_markup: _, ...rest } = message;
  return markup.kind === 'inline' ? { ...rest, reply_markup: markup.keyboard } : rest;
}

function same(a: ApiMessage, b: ApiMessage): boolean {
  return contentOf(a) === contentOf(b);
}

function contentOf({ text, entities, caption, caption_entities, reply_markup }: ApiMessage): string {
  return JSON.stringify(
    [text, entities ?? [], caption, caption_entities ?? [], reply_markup ?? null].map(sorted),
  );
}

/** The same value with its keys in one order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
