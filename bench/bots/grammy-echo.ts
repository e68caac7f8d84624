import { Bot } from 'grammy';

/** The same on grammY, as its guide begins. */
const bot = new Bot(process.env.BOT_TOKEN ?? '', {
  client: { apiRoot: process.env.TELEGRAM_API_ROOT ?? '' },
});
bot.on('message:text', (context) => context.reply(context.message.text));
await bot.start();
