/**
 * `reply_markup`: what the server parses itself, and what its backend refuses (specification: Telegram
 * keyboards).
 */
import type { InlineButton, InlineKeyboard } from './api-types.ts';
import { linkOf } from './links.ts';
import type { Params } from './params.ts';
import { badRequest } from './refusal.ts';

export type Markup =
  | { kind: 'none' }
  | { kind: 'inline'; keyboard: InlineKeyboard }
  /** A reply keyboard, its removal or a forced reply: such a message can never be edited. */
  | { kind: 'reply' };

export type ReadMarkup = { markup: Markup; ignored: string[] };

const ROW = 12;
const BUTTONS = 100;
const BYTES = 10_240;
/** UTF-16 units of a text to copy: the stricter reading of *characters* (Bot API, CopyTextButton). */
const COPIED = 256;
/** Keys that give an inline button its function; the simulator's people use the first two and `copy_text`. */
const BUTTON_KEYS = [
  'callback_data',
  'url',
  'web_app',
  'login_url',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'copy_text',
  'callback_game',
  'pay',
];

/** Colours of a button (Bot API 9.4). */
const STYLES: ReadonlySet<unknown> = new Set(['danger', 'success', 'primary']);

/** Reads the markup as far as the server does before it looks at the chat. */
export function readMarkup(params: Params): ReadMarkup {
  const raw = params.text('reply_markup');
  if (raw === undefined || raw === '') return { markup: { kind: 'none' }, ignored: [] };
  const value = parse(raw);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badRequest('object expected as reply markup');
  }
  const markup = value as Record<string, unknown>;
  if ('inline_keyboard' in markup) return readInline(markup.inline_keyboard);
  if (Array.isArray(markup.keyboard) || markup.remove_keyboard === true || markup.force_reply === true) {
    return { markup: { kind: 'reply' }, ignored: [] };
  }
  return { markup: { kind: 'none' }, ignored: ['reply_markup without anything in it'] };
}

/**
 * Checks what only the backend refuses: too long data, too big a keyboard.
 * @throws a 400.
 */
export function checkMarkup(markup: Markup): void {
  if (markup.kind !== 'inline') return;
  const buttons = markup.keyboard.inline_keyboard.flat();
  for (const { callback_data: data, copy_text: copy } of buttons) {
    if (data !== undefined && Buffer.byteLength(data, 'utf8') > 64) throw badRequest('BUTTON_DATA_INVALID');
    if (copy !== undefined && (copy.text === '' || copy.text.length > COPIED))
      throw badRequest('BUTTON_COPY_TEXT_INVALID');
  }
  const bytes = Buffer.byteLength(JSON.stringify(markup.keyboard), 'utf8');
  if (buttons.length > BUTTONS || bytes > BYTES) throw badRequest('reply markup is too long');
}

function parse(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    throw badRequest("can't parse reply keyboard markup JSON object");
  }
}

function readInline(rows: unknown): ReadMarkup {
  if (!Array.isArray(rows) || !rows.every((row) => Array.isArray(row))) {
    throw badRequest('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays');
  }
  const ignored: string[] = [];
  const kept: InlineButton[][] = [];
  for (const row of rows) {
    const buttons = row.map(readButton).filter((button) => button.text !== '');
    if (buttons.length < row.length) ignored.push('button with an empty text');
    if (buttons.length > ROW) ignored.push(`buttons beyond ${ROW} in a row`);
    if (buttons.length > 0) kept.push(buttons.slice(0, ROW));
    else ignored.push('empty row of buttons');
  }
  if (kept.length === 0) return { markup: { kind: 'none' }, ignored: rows.length === 0 ? [] : ignored };
  return { markup: { kind: 'inline', keyboard: { inline_keyboard: kept } }, ignored };
}

function readButton(value: unknown): InlineButton {
  const button = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  if (button === undefined) throw unparsable('Object expected as an inline keyboard button');
  const text = button.text;
  if (text === undefined) throw unparsable('Can\'t find field "text"');
  if (typeof text !== 'string') throw unparsable('Field "text" must be of type String');
  const type = BUTTON_KEYS.find((key) => button[key] !== undefined && button[key] !== '');
  if (text !== '' && type === undefined)
    throw unparsable('Text buttons are unallowed in the inline keyboard');
  if (button.style !== undefined && !STYLES.has(button.style))
    throw unparsable('Invalid button style specified');
  const style = typeof button.style === 'string' ? { style: button.style } : {};
  if (text !== '' && type === 'url') return { text, url: checkedUrl(String(button.url)), ...style };
  if (text !== '' && type === 'copy_text') return { text, copy_text: copied(button.copy_text), ...style };
  return type === undefined
    ? { text }
    : { text, ...style, [type]: typeof button[type] === 'object' ? button[type] : String(button[type]) };
}

function copied(value: unknown): { text: string } {
  if (typeof value !== 'object' || value === null)
    throw unparsable('Field "copy_text" must be of type Object');
  if (!('text' in value)) throw unparsable('Can\'t find field "text"');
  if (typeof value.text !== 'string') throw unparsable('Field "text" must be of type String');
  return { text: value.text };
}

function checkedUrl(url: string): string {
  const link = linkOf(url);
  if (link === undefined) {
    const reason = url.trim() === '' ? 'URL is empty' : 'Wrong HTTP URL';
    throw badRequest(`inline keyboard button URL '${url}' is invalid: ${reason}`);
  }
  return link;
}

function unparsable(reason: string) {
  return badRequest(`can't parse inline keyboard button: ${reason}`);
}
