/** Groups and channels, with privacy mode as it affects the bot (specification: Telegram chats). */
import type { ApiMessage } from './api-types.ts';
import { type Author, receiveEdit, receiveMembership, receiveMessage, typed } from './incoming.ts';
import { changeMessage, findMessage, quoted } from './messages.ts';
import type { Person } from './people.ts';
import { mediaOf, type SentFile } from './person-files.ts';
import {
  type PhoneMessage,
  visibleMessages,
  type WaitOptions,
  type Wanted,
  waitForMessage,
} from './phone.ts';
import { type GroupState, seconds, type World } from './world.ts';

export type GroupOptions = {
  title: string;
  type?: 'group' | 'supergroup' | 'channel';
  /** Privacy mode off, or the bot is an administrator: it reads everything. */
  readsEverything?: boolean;
};

export type Group = {
  id: number;
  add(person: Person): void;
  addBot(by: Person): void;
  /** Removed by an administrator: further messages are a 403. */
  kickBot(by: Person): void;
  say(person: Person, text: string, options?: { replyTo?: number; as?: Author }): PhoneMessage;
  /** A message of any content, in the Bot API's form. */
  post(person: Person, content: Partial<ApiMessage>, options?: { as?: Author | undefined }): PhoneMessage;
  sendFile(person: Person, file: SentFile, options?: { as?: Author | undefined }): PhoneMessage;
  /** Edits a message of any author. */
  edit(message: PhoneMessage, content: Partial<ApiMessage>): void;
  /** Becomes a supergroup with another id. A call with the old id is refused and told the new one. */
  upgrade(): number;
  readonly chat: PhoneMessage[];
  waitFor(wanted: Wanted, options?: WaitOptions): Promise<PhoneMessage>;
};

export function createGroup(world: World, options: GroupOptions): Group {
  const type = options.type ?? 'group';
  const number = 5_000_001 + world.groups.size;
  const id = type === 'group' ? -number : -1_000_000_000_000 - number;
  const state: GroupState = {
    chat: { id, title: options.title, type },
    members: new Set(),
    bot: 'never',
    readsEverything: options.readsEverything ?? false,
  };
  world.groups.set(id, state);

  const service = (person: Person, content: Partial<ApiMessage>): void => {
    receiveMessage(world, person.id, state.chat, content, state.bot === 'member');
  };
  const meet = (): void => {
    for (const member of state.members) {
      const person = world.people.get(member);
      if (person && state.bot === 'member') person.met = true;
    }
  };
  const look = (): PhoneMessage[] => visibleMessages(world, id);

  const post: Group['post'] = (person, content, { as } = {}) => {
    if (!state.members.has(person.id))
      throw new Error(`${person.user.first_name} is not in ${options.title}.`);
    const visible = sees(world, state, content);
    const stored = receiveMessage(world, person.id, state.chat, content, visible, as);
    const shown = look().find(({ revision }) => revision === stored.revision);
    if (shown === undefined) throw new Error('The message just written is not in the group.');
    return shown;
  };

  return {
    id,
    add: (person) => {
      state.members.add(person.id);
      meet();
      service(person, { new_chat_members: [person.user] });
    },
    addBot: (by) => {
      const before = state.bot === 'kicked' ? 'kicked' : 'left';
      state.bot = 'member';
      meet();
      receiveMembership(world, state.chat, by.id, [before, 'member']);
      service(by, { new_chat_members: [world.bot.user] });
    },
    kickBot: (by) => {
      service(by, { left_chat_member: world.bot.user });
      state.bot = 'kicked';
      receiveMembership(world, state.chat, by.id, ['member', 'kicked']);
    },
    say: (person, text, { replyTo, as } = {}) => {
      const replied = replyTo === undefined ? undefined : findMessage(world, id, replyTo)?.message;
      const reply = replied === undefined ? {} : { reply_to_message: quoted(replied) };
      return post(person, { ...typed(text), ...reply }, { as });
    },
    post,
    sendFile: (person, file, options) => post(person, mediaOf(world, file), options),
    edit: ({ messageId }, content) => {
      const stored = findMessage(world, id, messageId);
      if (stored === undefined) throw new Error(`${options.title} shows no message ${messageId}.`);
      const edited = { ...stored.message, ...content, edit_date: seconds(world) };
      changeMessage(world, stored, edited);
      if (sees(world, state, edited)) receiveEdit(world, edited);
    },
    upgrade: () => {
      const newId = -1_000_000_000_000 - number;
      state.upgradedTo = newId;
      const chat = { ...state.chat, id: newId, type: 'supergroup' as const };
      const { upgradedTo: _, ...rest } = state;
      world.groups.set(newId, { ...rest, chat });
      return newId;
    },
    get chat() {
      return look();
    },
    waitFor: (wanted, waiting = {}) => waitForMessage(world, look, wanted, waiting),
  };
}

/** With privacy mode on: commands for this bot, any command if the bot wrote last, replies to it. */
function sees(world: World, state: GroupState, content: Partial<ApiMessage>): boolean {
  if (state.bot !== 'member') return false;
  if (state.readsEverything) return true;
  if (content.reply_to_message?.from?.id === world.bot.user.id) return true;
  const command = content.entities?.find((entity) => entity.type === 'bot_command');
  if (command === undefined) return false;
  const name = (content.text ?? '').slice(command.offset, command.offset + command.length);
  const addressed = name.split('@')[1];
  if (addressed !== undefined) return addressed.toLowerCase() === world.bot.user.username?.toLowerCase();
  const written = (world.chats.get(state.chat.id) ?? []).filter((m) => m.byBot || m.message.from?.is_bot);
  return written.length > 0;
}
