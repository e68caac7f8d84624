/** A chat as the phone shows it, and ways to wait for something to appear there. */
import type { ApiEntity, ApiMessage } from './api-types.ts';
import { afterRealMs } from './real-time.ts';
import type { Change, StoredMessage, World } from './world.ts';

/** `data` is what a tap sends; a button with `url` opens a link, one with `copied` copies a text instead. */
export type PhoneButton = { text: string; data?: string; url?: string; copied?: string; style?: string };
type PhoneFile = { fileId: string; name?: string; mime?: string; size: number; bytes: Buffer };

export type PhoneMessage = {
  messageId: number;
  /** `bot`, `me`, or the first name of somebody else in a group. */
  from: string;
  /** The text or the caption, as shown. */
  text: string;
  entities: readonly ApiEntity[];
  /** As the bot sent it, before parsing. */
  html?: string;
  buttons: readonly (readonly PhoneButton[])[];
  edited: boolean;
  /** Epoch seconds. */
  date: number;
  photo?: PhoneFile;
  document?: PhoneFile;
  kind: 'text' | 'photo' | 'document' | 'other';
  /** Rises with every message and edit; `after` compares with it. */
  revision: number;
  /** The Bot API's object. */
  message: ApiMessage;
};

/** Real milliseconds after which a wait is given up: no more than a busy machine needs. */
export const patienceMs = 20_000;

/** Every given value must match: a text when it is contained, a button by its whole label. */
export type Pattern = { text?: string | RegExp; button?: string | RegExp; from?: string };
export type Wanted = Pattern | ((message: PhoneMessage) => boolean);
export type WaitOptions = {
  /** Only messages sent or edited after this revision (see `cursor`). */
  after?: number;
  /** Real milliseconds; default `patienceMs`. */
  timeoutMs?: number;
};

export function visibleMessages(world: World, chatId: number, personId?: number): PhoneMessage[] {
  const stored = world.chats.get(chatId) ?? [];
  return stored.filter((message) => !message.deleted).map((message) => shown(world, message, personId));
}

function shown(world: World, stored: StoredMessage, personId: number | undefined): PhoneMessage {
  const { message } = stored;
  const photo = message.photo?.at(-1);
  const from = stored.byBot ? 'bot' : message.from?.id === personId ? 'me' : (message.from?.first_name ?? '');
  return {
    messageId: message.message_id,
    from,
    text: message.text ?? message.caption ?? '',
    entities: message.entities ?? message.caption_entities ?? [],
    ...(stored.raw === undefined ? {} : { html: stored.raw }),
    buttons: (message.reply_markup?.inline_keyboard ?? []).map((row) =>
      row.map(({ text, callback_data, url, copy_text, style }) => ({
        text,
        ...(callback_data === undefined ? {} : { data: callback_data }),
        ...(url === undefined ? {} : { url }),
        ...(copy_text === undefined ? {} : { copied: copy_text.text }),
        ...(style === undefined ? {} : { style }),
      })),
    ),
    edited: message.edit_date !== undefined,
    date: message.date,
    ...(photo === undefined ? {} : { photo: phoneFile(world, photo.file_id) }),
    ...(message.document === undefined ? {} : { document: phoneFile(world, message.document.file_id) }),
    kind: message.text !== undefined ? 'text' : photo ? 'photo' : message.document ? 'document' : 'other',
    revision: stored.revision,
    message,
  };
}

function phoneFile(world: World, fileId: string): PhoneFile {
  const file = world.files.get(fileId);
  if (file === undefined) throw new Error(`There is no file ${fileId} in the simulator.`);
  return {
    fileId,
    size: file.size,
    bytes: file.bytes,
    ...(file.name === undefined ? {} : { name: file.name }),
    ...(file.mime === undefined ? {} : { mime: file.mime }),
  };
}

/** @param wanted a pattern looks at the bot's messages unless it names another sender */
function matches(message: PhoneMessage, wanted: Wanted): boolean {
  if (typeof wanted === 'function') return wanted(message);
  if ((wanted.from ?? 'bot') !== message.from) return false;
  if (wanted.text !== undefined && !fits(message.text, wanted.text, 'contained')) return false;
  const { button } = wanted;
  return button === undefined || message.buttons.flat().some(({ text }) => fits(text, button, 'whole'));
}

export function fits(text: string, wanted: string | RegExp, how: 'contained' | 'whole'): boolean {
  if (wanted instanceof RegExp) return wanted.test(text);
  return how === 'whole' ? text === wanted : text.includes(wanted);
}

/** Resolves with the newest message that fits as soon as there is one; rejects with the last messages. */
export function waitForMessage(
  world: World,
  look: () => PhoneMessage[],
  wanted: Wanted,
  { after = 0, timeoutMs = patienceMs }: WaitOptions,
): Promise<PhoneMessage> {
  const find = (): PhoneMessage | undefined =>
    look().findLast((message) => message.revision > after && matches(message, wanted));
  const complaint = (): Error =>
    new Error(
      `Waited ${timeoutMs} ms for ${describe(wanted)}. The chat ends with:\n${transcript(look().slice(-6))}`,
    );
  return waitUntil(world, find, timeoutMs, complaint, ({ kind }) => kind === 'message' || kind === 'edited');
}

/** Asks again at every change of the simulator, never by polling. */
export function waitUntil<T>(
  world: World,
  find: () => T | undefined,
  timeoutMs: number,
  complaint: () => Error,
  relevant: (change: Change) => boolean = () => true,
): Promise<T> {
  const already = find();
  if (already !== undefined) return Promise.resolve(already);
  return new Promise((resolve, reject) => {
    const check = (change: Change): void => {
      const found = relevant(change) ? find() : undefined;
      if (found === undefined) return;
      end();
      resolve(found);
    };
    const end = (): void => {
      cancel();
      world.listeners.delete(check);
    };
    const cancel = afterRealMs(timeoutMs, () => {
      end();
      reject(complaint());
    });
    world.listeners.add(check);
  });
}

function describe(wanted: Wanted): string {
  if (typeof wanted === 'function') return 'a message of which the given predicate holds';
  const parts = Object.entries(wanted).map(([key, value]) => `${key} ${String(value)}`);
  return `a message with ${parts.join(', ') || 'anything'}`;
}

/** Messages as lines, with their buttons in brackets. */
export function transcript(messages: readonly PhoneMessage[]): string {
  if (messages.length === 0) return '  (nothing)';
  return messages
    .map((message) => {
      const rows = message.buttons.map((row) => `      ${row.map(({ text }) => `[${text}]`).join(' ')}`);
      const head = `  ${message.from}${message.edited ? ' (edited)' : ''}: ${message.text.replaceAll('\n', '\n      ')}`;
      return [head, ...rows].join('\n');
    })
    .join('\n');
}
