/** sendMessage, checked in the server's order (specification: Telegram messages). */
import type { ApiMessage } from '../api-types.ts';
import { findChat } from '../chat-access.ts';
import { isEmptyText, readFormatted } from '../formatted.ts';
import { checkMarkup, readMarkup } from '../markup.ts';
import { findMessage, nextMessageId, quoted, storeMessage } from '../messages.ts';
import type { Params } from '../params.ts';
import { badRequest } from '../refusal.ts';
import { seconds, type World } from '../world.ts';
import type { Method, MethodContext } from './method.ts';

/** Names that every sending method reads, including the old ones. */
export const SENDING = [
  'chat_id',
  'business_connection_id',
  'message_thread_id',
  'direct_messages_topic_id',
  'disable_notification',
  'protect_content',
  'allow_paid_broadcast',
  'message_effect_id',
  'suggested_post_parameters',
  'reply_parameters',
  'reply_to_message_id',
  'allow_sending_without_reply',
  'reply_markup',
];
const LONGEST = 4096;
const LONGEST_RAW_BYTES = 32_768;

export const sendMessage: Method = {
  parameters: [
    ...SENDING,
    'text',
    'parse_mode',
    'entities',
    'link_preview_options',
    'disable_web_page_preview',
  ],
  run: (context) => {
    const { params } = context;
    const raw = params.text('text') ?? '';
    checkJson(params, 'link_preview_options', "can't parse link preview options JSON object");
    checkRawText(raw);
    const formatted = readFormatted(params, 'text', 'entities');
    return send(context, {
      raw,
      check: () => {
        if (isEmptyText(formatted)) throw badRequest('text must be non-empty');
        if (formatted.text.length > LONGEST) throw badRequest('message is too long');
      },
      content: () => ({
        text: formatted.text,
        ...(formatted.entities.length > 0 ? { entities: formatted.entities } : {}),
      }),
      ignored: formatted.ignored,
    });
  },
};

/** The checks on every text of a request before it is parsed. */
export function checkRawText(raw: string): void {
  if (raw === '') throw badRequest('message text is empty');
  if (Buffer.byteLength(raw, 'utf8') > LONGEST_RAW_BYTES) throw badRequest('text is too long');
}

export type Sending = {
  raw: string;
  /** Checks after the chat was found. */
  check(): void;
  /** Called only when nothing was refused. */
  content(): Partial<ApiMessage>;
  ignored: readonly string[];
};

/** The part that all sending methods share: markup, chat and rights, reply, content, backend, effect. */
export function send(context: MethodContext, sending: Sending): ApiMessage {
  const { world, params, ignore } = context;
  checkJson(params, 'reply_parameters', "can't parse reply parameters JSON object");
  const { markup, ignored } = readMarkup(params);
  const { chat, isGroup } = findChat(world, params.text('chat_id'));
  if (params.integer('message_thread_id', 0, 0, 2 ** 31) > 0) throw badRequest('message thread not found');
  const replied = replyTarget(world, params, chat.id);
  sending.check();
  checkMarkup(markup);
  world.flood.spend(chat.id, isGroup);

  for (const what of [...sending.ignored, ...ignored]) ignore(what);
  const message: ApiMessage = {
    message_id: nextMessageId(world, chat.id),
    from: world.bot.user,
    chat,
    date: seconds(world),
    ...(replied === undefined ? {} : { reply_to_message: quoted(replied) }),
    ...sending.content(),
    ...(markup.kind === 'inline' ? { reply_markup: markup.keyboard } : {}),
  };
  storeMessage(world, { message, byBot: true, markup: markup.kind, raw: sending.raw });
  return message;
}

function replyTarget(world: World, params: Params, chatId: number): ApiMessage | undefined {
  const given = params.json('reply_parameters') as Record<string, unknown> | undefined;
  const id = given ? Number(given.message_id ?? 0) : params.integer('reply_to_message_id', 0, 0, 2 ** 31);
  if (id <= 0) return undefined;
  const found = findMessage(world, chatId, id);
  const optional = given
    ? given.allow_sending_without_reply === true
    : params.boolean('allow_sending_without_reply');
  if (found === undefined && !optional) throw badRequest('message to be replied not found');
  return found?.message;
}

function checkJson(params: Params, name: string, reason: string): void {
  const raw = params.text(name);
  if (raw === undefined || raw === '') return;
  const value = params.json(name);
  if (typeof value !== 'object' || value === null) throw badRequest(reason);
}
