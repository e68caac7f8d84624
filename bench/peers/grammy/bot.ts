import {
  type Conversation,
  type ConversationData,
  type ConversationFlavor,
  conversations,
  createConversation,
  type VersionedState,
  type VersionedStateStorage,
} from '@grammyjs/conversations';
import { Bot, type Context } from 'grammy';
import { deleteState, nextActivity, readState, saveReport, writeState } from './database.ts';

type State = VersionedState<ConversationData>;
const sqliteStorage: VersionedStateStorage<string, ConversationData> = {
  read: (key) => readState(key) as State | undefined,
  write: writeState,
  delete: deleteState,
};

/** Asks for the next activity at once after an answer that brings percentage and observation together. */
async function report(conversation: Conversation, ctx: Context): Promise<void> {
  const personId = ctx.from?.id ?? 0;
  for (let before = ''; ; before = 'Guardado. ') {
    const next = await conversation.external(() => nextActivity(personId));
    if (!next) {
      await ctx.reply(`${before}No tiene actividades pendientes.`);
      return;
    }
    await ctx.reply(`${before}¿Qué porcentaje lleva la actividad ${next.number}? ${next.name}`);
    const { percentage, words } = await percentageFrom(conversation);
    if (words === undefined) await ctx.reply('¿Qué se hizo?');
    const observation = words ?? (await conversation.waitFor('message:text')).message.text;
    const given = { activityId: next.id, personId, percentage, observation };
    await conversation.external(() => saveReport(given));
    if (words !== undefined) continue;
    await ctx.reply('Guardado.');
    return;
  }
}

async function percentageFrom(conversation: Conversation) {
  for (;;) {
    const ctx = await conversation.waitFor('message:text');
    const [, figure, words] = /^(\d{1,3}) ?%?(?: (.+))?$/s.exec(ctx.message.text) ?? [];
    const percentage = Number(figure);
    if (percentage <= 100) return { percentage, words };
    await ctx.reply('Escriba un número de 0 a 100.');
  }
}

const bot = new Bot<ConversationFlavor<Context>>(process.env.BOT_TOKEN ?? '', {
  client: { apiRoot: process.env.TELEGRAM_API_ROOT ?? '' },
});
bot.use(conversations({ storage: { type: 'key', version: 1, adapter: sqliteStorage } }));
bot.command('reportar', async (ctx, next) => {
  await ctx.conversation.exitAll();
  await next();
});
bot.use(createConversation(report));
bot.command('reportar', (ctx) => ctx.conversation.enter('report'));
bot.on('message:text', (ctx) => ctx.reply('Escriba /reportar.'));
await bot.start();
