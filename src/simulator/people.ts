/** Scriptable people: they do what a person with a phone can do, and see what the phone shows. */
import type { ApiMessage, ApiUser, BotCommand, ForwardOrigin } from './api-types.ts';
import { privateChat } from './chat-access.ts';
import { receiveEdit, receiveMembership, receiveMessage, receiveTap, typed } from './incoming.ts';
import { changeMessage, findMessage, quoted } from './messages.ts';
import { commandsSeenBy } from './methods/account.ts';
import { mediaOf, type SentFile } from './person-files.ts';
import {
  fits,
  type PhoneButton,
  type PhoneMessage,
  patienceMs,
  visibleMessages,
  type WaitOptions,
  type Wanted,
  waitForMessage,
  waitUntil,
} from './phone.ts';
import { announce, type PersonState, seconds, type Tap, type TapAnswer, type World } from './world.ts';

export type PersonOptions = {
  id?: number;
  firstName: string;
  lastName?: string;
  username?: string;
  languageCode?: string;
};

export type SayOptions = {
  /** Epoch ms when the message was written, if not now (the bot fetches it later). */
  at?: number;
  /** The first author of a forwarded message; a plain name hides who it was. */
  forwardedFrom?: { user: ApiUser } | { name: string };
  /** Id of a message of this chat. */
  replyTo?: number;
};

export type PersonTap = Tap & { state: 'pending' | 'answered' };
export type ButtonChoice = string | RegExp | { data: string };

export type Person = {
  id: number;
  user: ApiUser;
  /** Presses *Start*, or opens a deep link with its payload. Unblocks first, as the phone does. */
  start(payload?: string): PhoneMessage;
  /**
   * Opens `https://t.me/<bot>?start=<payload>`.
   * @throws when the link is for another bot or Telegram would not carry it.
   */
  open(link: string): PhoneMessage;
  /**
   * Writes a text. The phone sends a text over 4,096 characters as several messages. Returns the last one.
   */
  say(text: string, options?: SayOptions): PhoneMessage;
  /**
   * Presses a button that the message has now; without a message, on the newest message that has it.
   * @throws when there is none.
   */
  tap(message: number | PhoneMessage, button: ButtonChoice): Tap;
  tap(button: string | RegExp): Tap;
  /** Sends callback data that no button carries, as a forged client can. */
  forgeTap(data: string, messageId: number): Tap;
  edit(message: number | PhoneMessage, text: string): void;
  sendFile(file: SentFile, options?: SayOptions): PhoneMessage;
  /** A message of another kind (location, contact, …) in the Bot API's form. */
  sendOther(content: Partial<ApiMessage>): PhoneMessage;
  block(): void;
  unblock(): void;
  /** The account is deleted. */
  deactivate(): void;
  /** The messages the phone shows, oldest first. */
  readonly chat: PhoneMessage[];
  /** The newest message of the bot. */
  last(): PhoneMessage | undefined;
  readonly taps: PersonTap[];
  /** Resolves with the bot's answer to a tap (the spinner ends). */
  waitForAnswer(tap: Tap, timeoutMs?: number): Promise<TapAnswer>;
  /** Waits by events. By default it counts only what came or changed since this person's last act. */
  waitFor(wanted: Wanted, options?: WaitOptions): Promise<PhoneMessage>;
  /** A value for `after`: only what comes from now on. */
  cursor(): number;
  /** The command menu this person sees. */
  readonly menu: readonly BotCommand[];
};

export function createPerson(world: World, options: PersonOptions): Person {
  const user: ApiUser = {
    id: options.id ?? 100_000_001 + world.people.size,
    is_bot: false,
    first_name: options.firstName,
    ...(options.lastName === undefined ? {} : { last_name: options.lastName }),
    ...(options.username === undefined ? {} : { username: options.username }),
    ...(options.languageCode === undefined ? {} : { language_code: options.languageCode }),
  };
  if (world.people.has(user.id)) throw new Error(`There is already a person ${user.id}.`);
  const state: PersonState = { user, opened: false, blocked: false, deactivated: false, met: false };
  world.people.set(user.id, state);
  let lastAct = 0;

  const look = (): PhoneMessage[] => visibleMessages(world, user.id, user.id);

  const mayWrite = (): void => {
    if (state.deactivated) throw new Error(`${user.first_name}'s account is deleted.`);
    if (state.blocked) throw new Error(`${user.first_name} has blocked the bot: unblock() or start() first.`);
  };

  const write = (content: Partial<ApiMessage>): PhoneMessage => {
    mayWrite();
    state.opened = true;
    const stored = receiveMessage(world, user.id, privateChat(world, user.id), content);
    lastAct = stored.revision;
    const written = look().find(({ revision }) => revision === stored.revision);
    if (written === undefined) throw new Error('The message just written is not in the chat.');
    return written;
  };

  const membership = (blocked: boolean): void => {
    if (state.blocked === blocked) return;
    state.blocked = blocked;
    const change = blocked ? (['member', 'kicked'] as const) : (['kicked', 'member'] as const);
    if (state.opened) receiveMembership(world, privateChat(world, user.id), user.id, change);
    announce(world, { kind: 'person', personId: user.id });
  };

  const press = (messageId: number, data: string): Tap => {
    mayWrite();
    lastAct = world.counters.revision;
    return receiveTap(world, user.id, user.id, messageId, data);
  };

  function tap(first: number | PhoneMessage | string | RegExp, choice?: ButtonChoice): Tap {
    if (typeof first === 'string' || first instanceof RegExp) {
      const holder = look().findLast((message) => message.buttons.flat().some((b) => chosen(b, first)));
      if (holder === undefined) throw new Error(`No message shows the button ${first}. ${buttonsOf(look())}`);
      return tap(holder, first);
    }
    const id = typeof first === 'number' ? first : first.messageId;
    const message = look().find(({ messageId }) => messageId === id);
    if (message === undefined) throw new Error(`The chat shows no message ${id}.`);
    const button = message.buttons.flat().find((candidate) => chosen(candidate, choice ?? ''));
    if (button === undefined) {
      const wanted = typeof choice === 'object' && 'data' in choice ? `data ${choice.data}` : String(choice);
      throw new Error(`Message ${id} has no button ${wanted}. ${buttonsOf([message])}`);
    }
    if (button.data === undefined)
      throw new Error(
        `The button ${button.text} opens a link or copies a text: the bot hears nothing of it.`,
      );
    return press(id, button.data);
  }

  const start = (payload?: string): PhoneMessage => {
    if (payload !== undefined && !/^[A-Za-z0-9_-]{1,64}$/.test(payload)) {
      throw new Error(`Telegram does not carry the payload ${payload}: 1 to 64 of A-Z a-z 0-9 _ -.`);
    }
    membership(false);
    return write(typed(payload === undefined ? '/start' : `/start ${payload}`));
  };

  return {
    id: user.id,
    user,
    start,
    open: (link) => {
      const found = /^https:\/\/t\.me\/(\w+)\?start=(.+)$/.exec(link);
      if (found?.[1]?.toLowerCase() !== world.bot.user.username?.toLowerCase()) {
        throw new Error(`${link} is no link to @${world.bot.user.username}.`);
      }
      return start(found?.[2]);
    },
    say: (text, said = {}) => {
      const messages = text.match(/[\s\S]{1,4096}/g) ?? [''];
      const sent = messages.map((message) =>
        write({ ...typed(message), ...circumstances(world, user.id, said) }),
      );
      return sent.at(-1) ?? write(typed(text));
    },
    tap,
    forgeTap: (data, messageId) => press(messageId, data),
    edit: (message, text) => {
      mayWrite();
      const id = typeof message === 'number' ? message : message.messageId;
      const stored = findMessage(world, user.id, id);
      if (stored === undefined || stored.byBot)
        throw new Error(`Message ${id} is not one that can be edited.`);
      const { entities: _, caption_entities: __, ...rest } = stored.message;
      const content = typed(text);
      if ((rest.text ?? rest.caption) === content.text) return;
      const changed =
        rest.text === undefined ? { ...rest, caption: content.text ?? '' } : { ...rest, ...content };
      const edited: ApiMessage = { ...changed, edit_date: seconds(world) };
      changeMessage(world, stored, edited);
      lastAct = stored.revision;
      receiveEdit(world, edited);
    },
    sendFile: (file, said = {}) => write({ ...mediaOf(world, file), ...circumstances(world, user.id, said) }),
    sendOther: write,
    block: () => membership(true),
    unblock: () => membership(false),
    deactivate: () => {
      state.deactivated = true;
      announce(world, { kind: 'person', personId: user.id });
    },
    get chat() {
      return look();
    },
    last: () => look().findLast(({ from }) => from === 'bot'),
    get taps() {
      const own = [...world.taps.values()].filter(({ personId }) => personId === user.id);
      return own.map((made) => ({
        ...made,
        state: made.answer ? ('answered' as const) : ('pending' as const),
      }));
    },
    waitForAnswer: ({ id, data }, timeoutMs = patienceMs) =>
      waitUntil(
        world,
        () => world.taps.get(id)?.answer,
        timeoutMs,
        () => new Error(`The tap ${data} of ${user.first_name} was not answered within ${timeoutMs} ms.`),
      ),
    waitFor: (wanted, waiting = {}) => waitForMessage(world, look, wanted, { after: lastAct, ...waiting }),
    cursor: () => world.counters.revision,
    get menu() {
      return commandsSeenBy(world, user.id, user.language_code?.slice(0, 2));
    },
  };
}

function chosen(button: PhoneButton, choice: ButtonChoice): boolean {
  if (typeof choice === 'object' && 'data' in choice) return button.data === choice.data;
  return fits(button.text, choice, 'whole');
}

function buttonsOf(messages: readonly PhoneMessage[]): string {
  const labels = messages.flatMap(({ buttons }) => buttons.flat().map(({ text }) => `[${text}]`));
  return labels.length === 0 ? 'There are no buttons.' : `There are: ${labels.slice(-20).join(' ')}`;
}

function circumstances(
  world: World,
  chatId: number,
  { at, forwardedFrom, replyTo }: SayOptions,
): Partial<ApiMessage> {
  const date = at === undefined ? seconds(world) : Math.floor(at / 1000);
  const replied = replyTo === undefined ? undefined : findMessage(world, chatId, replyTo);
  if (replyTo !== undefined && replied === undefined)
    throw new Error(`The chat shows no message ${replyTo}.`);
  return {
    date,
    ...(forwardedFrom === undefined ? {} : forwarded(forwardedFrom, date)),
    ...(replied === undefined ? {} : { reply_to_message: quoted(replied.message) }),
  };
}

/** The origin, with its older keys, which Telegram still sends. */
function forwarded(from: { user: ApiUser } | { name: string }, date: number): Partial<ApiMessage> {
  if ('user' in from) {
    const origin: ForwardOrigin = { type: 'user', date, sender_user: from.user };
    return { forward_origin: origin, forward_from: from.user, forward_date: date };
  }
  const origin: ForwardOrigin = { type: 'hidden_user', date, sender_user_name: from.name };
  return { forward_origin: origin, forward_sender_name: from.name, forward_date: date };
}
