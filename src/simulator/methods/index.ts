/** Every method the simulator knows, by its name in lower case (the server ignores case). */
import { accountMethods } from './account.ts';
import { answerCallbackQuery } from './callbacks.ts';
import { chatMethods } from './chat.ts';
import { editMessageCaption, editMessageReplyMarkup, editMessageText } from './edit-message.ts';
import { fileMethods } from './files.ts';
import type { Method, Methods } from './method.ts';
import { sendMessage } from './send-message.ts';
import { updateMethods } from './updates.ts';

const METHODS: Methods = {
  ...accountMethods,
  ...chatMethods,
  ...fileMethods,
  ...updateMethods,
  sendMessage,
  editMessageText,
  editMessageCaption,
  editMessageReplyMarkup,
  answerCallbackQuery,
};

export type NamedMethod = { name: string; method: Method };

const BY_NAME = new Map<string, NamedMethod>(
  Object.entries(METHODS).map(([name, method]) => [name.toLowerCase(), { name, method }]),
);

export function findMethod(name: string): NamedMethod | undefined {
  return BY_NAME.get(name.toLowerCase());
}
