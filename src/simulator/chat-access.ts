/**
 * Whether the bot may write to a chat. The errors (specification: Telegram chats) come in the server's order.
 */
import type { ApiChat } from './api-types.ts';
import { toInteger } from './params.ts';
import { badRequest, forbidden, Refusal } from './refusal.ts';
import type { GroupState, World } from './world.ts';

export type Access = { chat: ApiChat; isGroup: boolean };

/**
 * Finds the chat of `chat_id`.
 * @throws 400 or 403 with the reason why the bot may not write to it.
 */
export function findChat(world: World, rawId: string | undefined): Access {
  if (rawId === undefined || rawId === '') throw badRequest('chat_id is empty');
  if (rawId.startsWith('@')) return publicGroup(world, rawId);
  const id = toInteger(rawId);
  if (id === world.bot.user.id) throw forbidden("the bot can't send messages to the bot");
  const person = world.people.get(id);
  if (person) {
    if (!person.opened && !person.met) throw badRequest('chat not found');
    if (person.deactivated) throw forbidden('user is deactivated');
    if (!person.opened) throw forbidden("bot can't initiate conversation with a user");
    if (person.blocked) throw forbidden('bot was blocked by the user');
    return { chat: privateChat(world, id), isGroup: false };
  }
  const group = world.groups.get(id);
  if (group === undefined || group.bot === 'never') throw badRequest('chat not found');
  return groupAccess(group);
}

export function privateChat(world: World, personId: number): ApiChat {
  const user = world.people.get(personId)?.user;
  if (user === undefined) throw new Error(`There is no person ${personId} in the simulator.`);
  const { id, first_name, last_name, username } = user;
  return {
    id,
    first_name,
    ...(last_name === undefined ? {} : { last_name }),
    ...(username === undefined ? {} : { username }),
    type: 'private',
  };
}

function publicGroup(world: World, name: string): Access {
  const wanted = name.slice(1).toLowerCase();
  const group = [...world.groups.values()].find(({ chat }) => chat.username?.toLowerCase() === wanted);
  if (group === undefined) throw badRequest('chat not found');
  return groupAccess(group);
}

function groupAccess(group: GroupState): Access {
  const { chat, bot, upgradedTo } = group;
  if (upgradedTo !== undefined) {
    throw new Refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: upgradedTo,
    });
  }
  if (bot === 'kicked') throw forbidden(`bot was kicked from the ${chat.type} chat`);
  if (bot === 'left') throw forbidden(`bot is not a member of the ${chat.type} chat`);
  return { chat, isGroup: true };
}
