/** The bot's own account: getMe, command lists, name, descriptions, menu button (specification: Telegram chats). */
import type { BotCommand } from '../api-types.ts';
import type { Params } from '../params.ts';
import { badRequest } from '../refusal.ts';
import { announce, type World } from '../world.ts';
import type { Method, Methods } from './method.ts';

const SCOPES = new Set([
  'default',
  'all_private_chats',
  'all_group_chats',
  'all_chat_administrators',
  'chat',
  'chat_administrators',
  'chat_member',
]);

const getMe: Method = {
  parameters: [],
  run: ({ world }) => ({
    ...world.bot.user,
    ...world.faults.identity,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
  }),
};

const setMyCommands: Method = {
  parameters: ['commands', 'scope', 'language_code'],
  run: ({ world, params }) => {
    const key = scopeKey(world, params);
    const commands = readCommands(params.json('commands'));
    if (commands.length === 0) world.commands.delete(key);
    else world.commands.set(key, commands);
    announce(world, { kind: 'commands' });
    return true;
  },
};

const getMyCommands: Method = {
  parameters: ['scope', 'language_code'],
  run: ({ world, params }) => world.commands.get(scopeKey(world, params)) ?? [],
};

const deleteMyCommands: Method = {
  parameters: ['scope', 'language_code'],
  run: ({ world, params }) => {
    world.commands.delete(scopeKey(world, params));
    announce(world, { kind: 'commands' });
    return true;
  },
};

/**
 * The list that a person sees in a private chat: the first one set among chat, all private chats, default.
 */
export function commandsSeenBy(world: World, personId: number, language = ''): readonly BotCommand[] {
  for (const scope of [`chat ${personId}`, 'all_private_chats', 'default']) {
    for (const code of [language, '']) {
      const list = world.commands.get(`${scope}|${code}`);
      if (list) return list;
    }
  }
  return [];
}

function scopeKey(world: World, params: Params): string {
  const language = params.text('language_code') ?? '';
  if (!/^([a-z]{2})?$/.test(language)) throw badRequest('invalid language code specified');
  const raw = params.text('scope');
  if (raw === undefined || raw === '') return `default|${language}`;
  const scope = params.json('scope') as { type?: unknown; chat_id?: unknown; user_id?: unknown } | undefined;
  if (typeof scope !== 'object' || scope === null)
    throw badRequest("can't parse BotCommandScope: Object expected");
  const type = String(scope.type ?? '');
  if (!SCOPES.has(type)) throw badRequest("can't parse BotCommandScope: unsupported type specified");
  if (!type.startsWith('chat')) return `${type}|${language}`;
  const chatId = Number(scope.chat_id);
  if (!world.people.get(chatId)?.opened && !world.groups.has(chatId)) throw badRequest('chat not found');
  const user = type === 'chat_member' ? ` ${Number(scope.user_id)}` : '';
  return `${type} ${chatId}${user}|${language}`;
}

function readCommands(value: unknown): BotCommand[] {
  if (!Array.isArray(value)) return [];
  const commands = value.map((item: { command?: unknown; description?: unknown }) => ({
    command: String(item.command ?? '')
      .trim()
      .replace(/^\//, ''),
    description: String(item.description ?? '').trim(),
  }));
  if (commands.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH');
  for (const { command, description } of commands) {
    if (command === '') throw badRequest('command must be non-empty');
    if (command.length > 32) throw badRequest('command length must not exceed 32');
    if (description === '') throw badRequest('command description must be non-empty');
    if (description.length > 256) throw badRequest('command description length must not exceed 256');
    if (!/^[a-z0-9_]+$/.test(command)) throw badRequest('BOT_COMMAND_INVALID');
  }
  return commands;
}

/**
 * A text of the account, with at most that many characters. The words of the refusal are not sourced
 * (unverified).
 */
function profileText(parameter: string, longest: number, refused: string): Method {
  return {
    parameters: [parameter, 'language_code'],
    run: ({ world, params }) => {
      const text = params.text(parameter) ?? '';
      if (text.length > longest) throw badRequest(refused);
      world.profile.set(`${parameter}|${params.text('language_code') ?? ''}`, text);
      if (parameter === 'name' && text !== '') world.bot.user.first_name = text;
      return true;
    },
  };
}

function readProfile(parameter: string): Method {
  return {
    parameters: ['language_code'],
    run: ({ world, params }) => ({
      [parameter]:
        world.profile.get(`${parameter}|${params.text('language_code') ?? ''}`) ??
        (parameter === 'name' ? world.bot.user.first_name : ''),
    }),
  };
}

const setChatMenuButton: Method = {
  parameters: ['chat_id', 'menu_button'],
  run: ({ world, params }) => {
    world.profile.set(
      `menu|${params.text('chat_id') ?? ''}`,
      params.json('menu_button') ?? { type: 'default' },
    );
    return true;
  },
};

export const accountMethods: Methods = {
  getMe,
  setMyCommands,
  getMyCommands,
  deleteMyCommands,
  setMyName: profileText('name', 64, 'BOT_NAME_TOO_LONG'),
  getMyName: readProfile('name'),
  setMyDescription: profileText('description', 512, 'BOT_DESCRIPTION_TOO_LONG'),
  getMyDescription: readProfile('description'),
  setMyShortDescription: profileText('short_description', 120, 'BOT_SHORT_DESCRIPTION_TOO_LONG'),
  getMyShortDescription: readProfile('short_description'),
  setChatMenuButton,
};
