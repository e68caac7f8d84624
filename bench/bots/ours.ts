import { startBot } from '../../src/app/bot.ts';
import { systemClock } from '../../src/clock.ts';
import { telegramRate } from '../../src/telegram/pace.ts';

/** The whole bot, with its pace lifted and its clock at the time of the data. */
const offsetMs = Number(process.env.BENCH_OFFSET_MS ?? 0);
const lifted = { perSecond: 1e9, burst: 1e9 };
const say = (facts: object, text: string) => process.stderr.write(`${text} ${JSON.stringify(facts)}\n`);
await startBot({
  token: process.env.BOT_TOKEN ?? '',
  apiRoot: process.env.TELEGRAM_API_ROOT ?? '',
  databasePath: process.env.DATABASE_PATH ?? '',
  filesPath: process.env.FILES_PATH ?? '',
  entityName: null,
  dataContact: 'datos@example.org',
  clock: { ...systemClock, now: () => Date.now() + offsetMs },
  rate:
    process.env.BENCH_PACE === 'telegram' ? telegramRate : { overall: lifted, chat: lifted, group: lifted },
  log: { info: () => undefined, warn: say, error: say },
});
