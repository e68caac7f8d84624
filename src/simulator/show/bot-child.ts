/**
 * The real bot as a process of its own, on the demo's clock. `bot-process.ts` starts it and tells it every
 * jump of the clock, and it ends with its parent. It is `main.ts` with another clock and a token that works
 * nowhere.
 */
import { startBot } from '../../app/bot.ts';
import { createLog } from '../../log.ts';
import type { EveryMinute } from '../../schedule/cron.ts';
import { telegramRate } from '../../telegram/pace.ts';
import { dataContact, token } from '../cast.ts';
import { botSettings, type FromBot, settingsVariable, toBot } from './bot-messages.ts';
import { createShiftedClock } from './clock.ts';

const settings = botSettings.parse(JSON.parse(process.env[settingsVariable] ?? '{}'));
const clock = createShiftedClock(settings.shift);
const log = createLog('info');
const stopping = new AbortController();
/** The minutes of a demo are short: what falls due appears at once. */
const everyMinute: EveryMinute = (run) => {
  const timer = setInterval(run, 2_000);
  return { stop: () => clearInterval(timer) };
};
const say = (message: FromBot): void => {
  process.send?.(message);
};

// Ctrl-C reaches the whole group. The parent stops this process in its own order, and this process never
// outlives it.
process.on('SIGINT', () => undefined);
for (const signal of ['SIGTERM', 'disconnect'] as const) process.once(signal, () => stopping.abort());

const { apiRoot, databasePath, filesPath } = settings;
const bot = await startBot(
  {
    token,
    apiRoot,
    databasePath,
    filesPath,
    entityName: null,
    dataContact,
    clock,
    rate: telegramRate,
    log,
    everyMinute,
  },
  stopping,
).catch((error: unknown) => {
  if (stopping.signal.aborted) return null;
  throw error;
});

if (bot) {
  process.on('message', (message) => {
    const { shift, turn } = toBot.parse(message);
    clock.shiftTo(shift);
    bot.tick();
    say({ turn });
  });
  say({ running: true });
  await bot.ended.finally(() => bot.stop());
}
process.disconnect?.();
