import { existsSync, rmSync } from 'node:fs';
import { z } from 'zod';
import { backoff } from '../backoff.ts';
import type { Db } from '../db/open.ts';
import { settle } from '../db/outbox.ts';
import { type OutboxRow, rowById } from '../db/outbox-rows.ts';
import { daysOff } from '../db/plans.ts';
import type { OutboxKind, OutboxPayload } from '../db/schema/index.ts';
import { markRefused, markSent, markTried } from '../db/sending.ts';
import { returnToWaiting, setText } from '../db/waiting.ts';
import { withinHours } from '../domain/calendar.ts';
import type { Moment } from '../domain/dates.ts';
import type { Message, OutgoingFile } from '../domain/events.ts';
import type { Outcome } from './client.ts';
import type { Upload } from './upload.ts';

/** What the sender asks the notices, on the open transaction. */
export type Notices = {
  /** The text of a row at the moment of sending, or why the row is no longer needed. */
  readonly textAtSending: (db: Db, row: OutboxRow, now: Moment) => Message | { readonly notNeeded: string };
  /** Whether a row goes out at any hour. */
  readonly atAnyHour: (db: Db, row: OutboxRow) => boolean;
  /** Called when Telegram has taken a row. */
  readonly onSent: (db: Db, row: OutboxRow, now: Moment) => void;
};

/** One call to make, and the row whose message it is about. */
export type Call = {
  readonly row: OutboxRow;
  readonly target: OutboxRow;
  readonly method:
    | 'sendMessage'
    | 'sendPhoto'
    | 'sendDocument'
    | 'editMessageText'
    | 'editMessageReplyMarkup'
    | 'answerCallbackQuery';
  readonly parameters: object;
  readonly payload: OutboxPayload;
};

/**
 * The call for a released row that needs nothing written before: what answers a person, without a file.
 * @returns null for every other row: `prepare` decides about it on a transaction
 */
export function plainCall(db: Db, { id, kind }: Pick<OutboxRow, 'id' | 'kind'>, now: Moment): Call | null {
  const row = kind === 'reply' ? rowById(db, id) : undefined;
  if (row?.state !== 'released' || row.edits !== null) return null;
  if (row.expiresAt !== null && row.expiresAt <= now) return null;
  return row.payload && 'html' in row.payload && !row.payload.file
    ? messageCall(row, row, row.payload)
    : null;
}

/**
 * Turns a released row into the call to make now, or settles it. A notice that did not leave within the hours
 * (the network was away) waits for the tick again. Runs on the open transaction.
 * @returns null when the row needs nothing more.
 */
export function prepare(db: Db, rowId: number, notices: Notices, now: Moment): Call | null {
  const row = rowById(db, rowId);
  if (row?.state !== 'released') return null;
  if (row.expiresAt !== null && row.expiresAt <= now) {
    settle(db, row.id, 'expired', 'too late', now);
    return null;
  }
  if (isBroadcast(row.kind) && !withinHours(now, daysOff(db)) && !notices.atAnyHour(db, row)) {
    returnToWaiting(db, row.id);
    return null;
  }
  if (row.payload && 'queryId' in row.payload) return tapAnswer(row, row.payload);
  if (row.edits !== null) return editCall(db, row, row.edits, now);
  if (row.payload && 'html' in row.payload && row.payload.file && !existsSync(row.payload.file.path)) {
    settle(db, row.id, 'refused', 'the file is gone', now);
    return null;
  }
  if (row.payload) return messageCall(row, row, row.payload);
  const made = notices.textAtSending(db, row, now);
  if ('notNeeded' in made) {
    settle(db, row.id, 'notNeeded', made.notNeeded, now);
    return null;
  }
  setText(db, row.id, made);
  return messageCall(row, row, made);
}

/** The token is refused (401, 404), or another process uses it (409). The message itself is not at fault. */
const notAboutTheMessage: ReadonlySet<number> = new Set([401, 404, 409]);

/** Whether a row goes out by itself, not as the answer to its person's message. */
export function isBroadcast(kind: OutboxKind): boolean {
  return kind === 'reminder' || kind === 'summary' || kind === 'notice';
}

/**
 * Records the outcome of a call, on the open transaction.
 * @returns milliseconds to wait before the next try, or null when the row is settled.
 */
export function record(
  db: Db,
  call: Call,
  outcome: Outcome<unknown>,
  attempt: number,
  now: Moment,
  { onSent }: Pick<Notices, 'onSent'>,
): number | null {
  const { row, target } = call;
  if (outcome.ok) {
    const { result } = outcome;
    const sent = { messageId: newMessageId(call, result), date: dateOf(result) ?? now };
    markSent(db, row, target, { payload: call.payload, ...sent }, now);
    onSent(db, row, now);
    removeSecretFile(call.payload);
    return null;
  }
  if (outcome.kind === 'unreachable' || outcome.code >= 500 || notAboutTheMessage.has(outcome.code)) {
    const reason = outcome.kind === 'unreachable' ? outcome.reason : `${outcome.code}`;
    if (row.kind === 'tap') markRefused(db, row, reason, false, now);
    else markTried(db, row.id, attempt, reason);
    if (row.kind === 'tap') return null;
    if (isHopelessFile(call, outcome, attempt)) {
      markRefused(db, row, reason, false, now);
      return null;
    }
    if (row.edits !== null && !neverArrived.has(reason))
      return doubtEdit(db, row, now) ? retryDelay(attempt) : null;
    return retryDelay(attempt);
  }
  if (outcome.code === 429) {
    markTried(db, row.id, attempt, '429');
    return outcome.retryAfterMs ?? retryDelay(attempt);
  }
  if (outcome.description.includes('message is not modified')) {
    markSent(db, row, target, { payload: call.payload, messageId: null, date: now }, now);
    return null;
  }
  if (row.edits !== null && cannotBeEdited.test(outcome.description) && call.method !== 'sendMessage') {
    return withoutMessage(db, call, now);
  }
  markRefused(db, row, `${outcome.code} ${outcome.description}`, isUnreachable(outcome), now);
  return null;
}

/** Removes the picture of an invitation once it is sent: nobody else may use it. */
function removeSecretFile(payload: OutboxPayload): void {
  if ('html' in payload && payload.forget && payload.file) rmSync(payload.file.path, { force: true });
}

/** The message is gone, or Telegram does not let it be changed any more. */
const cannotBeEdited =
  /message to edit not found|message can't be edited|MESSAGE_EDIT_TIME_EXPIRED|MESSAGE_ID_INVALID/;

const mostUploads = 6;

/** A file that cannot be delivered must not hold back the messages behind it. */
function isHopelessFile(
  call: Call,
  outcome: Exclude<Outcome<unknown>, { ok: true }>,
  attempt: number,
): boolean {
  if (call.method !== 'sendPhoto' && call.method !== 'sendDocument') return false;
  const unknown = outcome.kind === 'refused' && outcome.description.includes('method not found');
  return unknown || attempt >= mostUploads;
}

/** Error codes of calls that never reached Telegram. */
const neverArrived: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
]);

/**
 * Handles an edit whose outcome is unknown. Telegram would refuse the same edit as *not modified* if the
 * first one took effect, so a new text goes out as a new message, at the price of a possible duplicate.
 * Changed buttons alone are dropped, since their validity never depends on the message.
 * @returns false when the row is settled.
 */
export function doubtEdit(db: Db, row: OutboxRow, now: Moment): boolean {
  const target = row.edits === null ? undefined : rowById(db, row.edits);
  if (row.kind === 'buttons' || !target) {
    settle(db, row.id, 'notNeeded', 'nobody knows whether it arrived', now);
    return false;
  }
  markRefused(db, target, 'nobody knows what it shows', false, now);
  return true;
}

/**
 * The message to change is gone. Its new text becomes a message of its own; a change of buttons alone needs
 * nothing.
 */
function withoutMessage(db: Db, call: Call, now: Moment): number | null {
  if (call.method === 'editMessageReplyMarkup') {
    settle(db, call.row.id, 'notNeeded', 'message is gone', now);
    return null;
  }
  markRefused(db, call.target, 'message is gone', false, now);
  return 0;
}

/**
 * Whether a refusal is about the person, not the message: they blocked the bot, never started it, or deleted
 * their account.
 */
export function isUnreachable(refusal: { readonly code: number; readonly description: string }): boolean {
  return refusal.code === 403 || refusal.description.includes('chat not found');
}

/** 1, 2, 4 … 60 s. No released row waits longer, unless Telegram asks for more. */
function retryDelay(attempt: number): number {
  return backoff(attempt, { most: 60_000 });
}

function messageCall(row: OutboxRow, target: OutboxRow, payload: OutboxPayload): Call | null {
  if (!('html' in payload)) return null;
  if (payload.file) return fileCall(row, target, payload, payload.file);
  const parameters = {
    chat_id: target.chatId,
    text: payload.html,
    parse_mode: 'HTML',
    ...withoutPreview,
    ...markup(payload),
  };
  return { row, target, method: 'sendMessage', parameters, payload };
}

/**
 * Reads the file when it is sent. Its name is escaped, because the upload's header would break otherwise
 * (specification: Telegram files).
 */
function fileCall(
  row: OutboxRow,
  target: OutboxRow,
  payload: Extract<OutboxPayload, { html: string }>,
  file: OutgoingFile,
): Call {
  const upload: Upload = { upload: file.path, filename: file.name.replace(/[^A-Za-z0-9._-]/g, '_') };
  const caption = payload.html === '' ? {} : { caption: payload.html, parse_mode: 'HTML' };
  const parameters = { chat_id: target.chatId, [file.as]: upload, ...caption, ...markup(payload) };
  return { row, target, method: file.as === 'photo' ? 'sendPhoto' : 'sendDocument', parameters, payload };
}

function editCall(db: Db, row: OutboxRow, targetId: number, now: Moment): Call | null {
  const target = rowById(db, targetId);
  if (!target?.payload || !('html' in target.payload)) {
    settle(db, row.id, 'notNeeded', 'nothing to change', now);
    return null;
  }
  if (target.state !== 'sent' || target.messageId === null) {
    if (row.kind === 'edit') return messageCall(row, target, target.payload);
    settle(db, row.id, 'notNeeded', 'message was not sent', now);
    return null;
  }
  const place = { chat_id: target.chatId, message_id: target.messageId };
  const { payload } = target;
  if (row.kind === 'buttons' && !payload.keyboard) {
    return { row, target, method: 'editMessageReplyMarkup', parameters: place, payload };
  }
  const parameters = {
    ...place,
    text: payload.html,
    parse_mode: 'HTML',
    ...withoutPreview,
    ...markup(payload),
  };
  return { row, target, method: 'editMessageText', parameters, payload };
}

function tapAnswer(row: OutboxRow, payload: Extract<OutboxPayload, { queryId: string }>): Call {
  const text = payload.text === undefined ? {} : { text: payload.text };
  const parameters = { callback_query_id: payload.queryId, ...text };
  return { row, target: row, method: 'answerCallbackQuery', parameters, payload };
}

const withoutPreview = { link_preview_options: { is_disabled: true } };

/**
 * An edit without `reply_markup` removes the buttons (Bot API); a message without keyboard means the same.
 */
function markup({ keyboard = [], copy }: Extract<OutboxPayload, { html: string }>) {
  const inline_keyboard = [
    ...(copy ? [[{ text: copy.text, copy_text: { text: copy.copied } }]] : []),
    ...keyboard.map((row) =>
      row.map(({ text, data, style }) => ({ text, callback_data: data, ...(style ? { style } : {}) })),
    ),
  ];
  if (inline_keyboard.length === 0) return {};
  return { reply_markup: { inline_keyboard } };
}

const sends: ReadonlySet<Call['method']> = new Set(['sendMessage', 'sendPhoto', 'sendDocument']);

function newMessageId(call: Call, result: unknown): number | null {
  if (!sends.has(call.method) || typeof result !== 'object' || result === null) return null;
  return 'message_id' in result && typeof result.message_id === 'number' ? result.message_id : null;
}

const dated = z.object({ date: z.number(), edit_date: z.number().optional() });

/** When Telegram says that a message was sent, or last edited. */
function dateOf(result: unknown): Moment | null {
  const read = dated.safeParse(result);
  return read.success ? (read.data.edit_date ?? read.data.date) * 1000 : null;
}
