/** Small methods about a chat: sendChatAction, deleteMessage, getChat. */
import { findChat } from '../chat-access.ts';
import { deleteStored, findMessage } from '../messages.ts';
import { badRequest } from '../refusal.ts';
import { announce, seconds } from '../world.ts';
import type { Method, Methods } from './method.ts';

const ACTIONS = new Set(
  'typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker find_location record_video_note upload_video_note'.split(
    ' ',
  ),
);
const DELETABLE_SECONDS = 48 * 3600;

const sendChatAction: Method = {
  parameters: ['business_connection_id', 'chat_id', 'message_thread_id', 'action'],
  run: ({ world, params }) => {
    const action = params.text('action') ?? '';
    if (!ACTIONS.has(action)) throw badRequest('wrong parameter action in request');
    const { chat } = findChat(world, params.text('chat_id'));
    world.flood.check(chat.id);
    announce(world, { kind: 'action', chatId: chat.id, action });
    return true;
  },
};

const deleteMessage: Method = {
  parameters: ['chat_id', 'message_id'],
  run: ({ world, params }) => {
    const { chat, isGroup } = findChat(world, params.text('chat_id'));
    const messageId = params.integer('message_id', 0, -(2 ** 31), 2 ** 31);
    const stored = findMessage(world, chat.id, messageId);
    if (stored === undefined) throw badRequest('message to delete not found');
    if (seconds(world) - stored.message.date > DELETABLE_SECONDS) {
      throw badRequest("message can't be deleted for everyone");
    }
    if (isGroup && !stored.byBot) throw badRequest("message can't be deleted");
    deleteStored(world, stored);
    return true;
  },
};

const getChat: Method = {
  parameters: ['chat_id'],
  run: ({ world, params }) => findChat(world, params.text('chat_id')).chat,
};

export const chatMethods: Methods = { sendChatAction, deleteMessage, getChat };
