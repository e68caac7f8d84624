import { Telegraf } from 'telegraf';

/** What a developer writes first: answers what it hears, remembers nothing. */
const bot = new Telegraf(process.env.BOT_TOKEN ?? '', {
  telegram: { apiRoot: process.env.TELEGRAM_API_ROOT ?? '' },
});
bot.on('text', (context) => context.reply(context.message.text));
await bot.launch();
