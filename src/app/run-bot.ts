import { flushCompileCache } from 'node:module';
import { systemClock } from '../clock.ts';
import { loadEnvFile, readBotSettings } from '../config.ts';
import { CannotListenError } from '../http/server.ts';
import { createLog, withoutToken } from '../log.ts';
import { BadTokenError } from '../telegram/intake.ts';
import { telegramRate } from '../telegram/pace.ts';
import { WebhookRefusedError } from '../telegram/webhook.ts';
import { cannotListen, tokenRefused, webhookRefused } from '../texts/settings.ts';
import { startBot } from './bot.ts';
import { explainDatabaseError } from './explain-error.ts';
import { prepareFirstStart } from './first-start/index.ts';

/** The exit code of a program that Ctrl-C ended. */
const INTERRUPTED = 130;

/**
 * `npm start`: the real bot, until SIGTERM or SIGINT.
 * @returns its exit code, after it has printed why
 */
export async function runBot(): Promise<number> {
  try {
    return await untilStopped();
  } catch (error) {
    process.stderr.write(`Error: ${explain(error)}\n`);
    return 1;
  }
}

async function untilStopped(): Promise<number> {
  loadEnvFile();
  const afterStart = await prepareFirstStart(process.env);
  if (afterStart === null) return INTERRUPTED;
  const read = readBotSettings(process.env);
  if (!read.ok) {
    for (const problem of read.problems) process.stderr.write(`Error: ${problem}\n`);
    return 1;
  }
  const { settings } = read;
  const log = createLog(settings.logLevel);
  if (settings.dataContactIsDefault)
    log.warn({ setting: 'DATA_CONTACT' }, 'nobody is named for personal data');
  const stopping = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stopping.abort());
  const bot = await startBot(
    {
      token: settings.botToken,
      apiRoot: settings.apiRoot,
      databasePath: settings.databasePath,
      filesPath: settings.filesPath,
      evidence: { limit: settings.evidenceLimit, reserve: settings.evidenceReserve },
      entityName: settings.entityName,
      dataContact: settings.dataContact,
      clock: systemClock,
      rate: telegramRate,
      log,
      http: settings.port === null ? null : { host: settings.httpHost, port: settings.port },
      webhook: settings.webhook,
    },
    stopping,
  ).catch((error: unknown) => {
    if (stopping.signal.aborted) return null;
    throw error;
  });
  if (!bot) return 0;
  const { databasePath } = settings;
  afterStart({ databasePath, username: bot.me.username, now: systemClock.now() }, log);
  // Node writes its compile cache when a process ends, and a killed bot does not get that far.
  flushCompileCache();
  await bot.ended.finally(bot.stop);
  log.info({}, 'the bot has stopped');
  return 0;
}

/** Tells the operator why the bot ended. Never the token, never a stack. */
function explain(error: unknown): string {
  if (error instanceof BadTokenError) return tokenRefused();
  if (error instanceof WebhookRefusedError) return webhookRefused(error.description);
  if (error instanceof CannotListenError) return cannotListen(error.host, error.port, error.code);
  const known = explainDatabaseError(error, process.env.DATABASE_PATH ?? 'data/monitoreo.db');
  return known ?? (error instanceof Error ? withoutToken(error.message) : 'unknown');
}
