import { createHash } from 'node:crypto';
import type { BotContext } from '../conversations/turn.ts';
import { lastAuditHash } from '../db/audit.ts';
import { forgetNumbersOfFormerBot } from '../db/former-bot.ts';
import { takeLock } from '../db/lock.ts';
import { readMeta, writeMeta } from '../db/meta.ts';
import { inTransaction, openStore, type Store } from '../db/open.ts';
import { releasedEdits } from '../db/sending.ts';
import { nameOf } from '../log.ts';
import * as notices from '../notices/sending.ts';
import { startSchedule } from '../schedule/cron.ts';
import { firstBacklog } from '../schedule/first-backlog.ts';
import { requeueUnsent } from '../schedule/release.ts';
import { watchOtherWriters } from '../schedule/watch-writers.ts';
import { createApi } from '../telegram/client.ts';
import { doubtEdit } from '../telegram/delivery.ts';
import { givenUpBy, observed } from '../telegram/observed.ts';
import { startSender } from '../telegram/sender.ts';
import { askWhoWeAre, type Me } from '../telegram/who-we-are.ts';
import { cleanFiles } from './clean.ts';
import { evidenceRules } from './evidence-rules.ts';
import { openFront } from './front.ts';
import { startIntake } from './intake.ts';
import { startBotJobs } from './jobs.ts';
import { runRelease, runTick } from './minute.ts';
import type { BotOptions } from './options.ts';

/** How long calls under way may take to finish at shutdown. */
const lastCallsMs = 2_500;

export type Bot = {
  readonly me: Me;
  /** Finishes the batch and the calls under way, then closes. */
  readonly stop: () => Promise<void>;
  /** Rejects when intake cannot go on: the token is refused. */
  readonly ended: Promise<void>;
  /** Decides now what is due, as every minute does. */
  readonly tick: () => void;
};

/**
 * Composes and starts the bot: opens the database under its lock, asks Telegram who the bot is, then takes
 * updates in, sends the outbox and decides every minute what is due.
 * @throws {LockedError} when another bot has the file.
 * @throws {BadTokenError}
 */
export async function startBot(options: BotOptions, stopping = new AbortController()): Promise<Bot> {
  const { clock, log } = options;
  const unlock = takeLock(options.databasePath, new Date(clock.now()));
  const store = attempt(() => openStore(options.databasePath, { migrate: true }), unlock);
  const close = () => {
    store.close();
    unlock();
  };
  const front = await openFront(options, store).catch((error: unknown) => {
    close();
    throw error;
  });
  const api = observed(createApi(options.token, options.apiRoot), (method, outcome) =>
    front.counters.add('monitoreo_telegram_calls_total', { method, outcome }),
  );
  const me = await askWhoWeAre(api, clock, log, stopping.signal).catch(asError);
  if (me === null || me instanceof Error) {
    await front.stop();
    close();
    throw me ?? new Error('stopped before Telegram answered');
  }
  const endedBadly = beginLife(store, me, clock.now());
  cleanFiles({ store, log, filesPath: options.filesPath }, clock.now());
  const context = botContextOf(options, me);
  const sender = startSender(
    {
      store,
      api: givenUpBy(api, afterGrace(stopping.signal)),
      clock: options.pacingClock ?? clock,
      log,
      rate: options.rate,
      notices,
    },
    stopping.signal,
  );
  const jobs = startBotJobs({ ...options, store, api, finished: () => releaseFinished() }, stopping.signal);
  const run = () => {
    runTick({ store, context, log }, clock.now());
    sender.wake();
    jobs.wake();
  };
  const caughtUp = firstBacklog(clock, stopping.signal);
  const runWhenCaughtUp = () => {
    if (caughtUp.done()) run();
    else sender.wake();
  };
  /**
   * Releases a finished file at once to follow its summary, with everything else that waits and may go. Only
   * the minute decides what is due.
   */
  const releaseFinished = () => {
    if (caughtUp.done()) runRelease({ store, context, log }, clock.now());
    sender.wake();
  };
  void caughtUp.reached.then(runWhenCaughtUp);
  const intake = startIntake(
    {
      ...options,
      store,
      api,
      me,
      context,
      front,
      sender,
      jobs,
      endedBadly,
      run: runWhenCaughtUp,
      caughtUp: caughtUp.reach,
    },
    stopping.signal,
  );
  const schedule = startSchedule({
    clock,
    run: () => {
      front.pulse.beat('schedule');
      runWhenCaughtUp();
    },
    ...(options.everyMinute ? { everyMinute: options.everyMinute } : {}),
  });
  const stopWatching = (options.watchWriters ?? watchOtherWriters)(store.sqlite, runWhenCaughtUp);
  log.info({ bot: me.username, audit: lastAuditHash(store.db) }, 'the bot is running');
  return {
    me,
    tick: run,
    ended: intake,
    stop: async () => {
      schedule.stop();
      stopWatching();
      stopping.abort();
      const closed = front.stop();
      await intake.catch(() => undefined);
      await closed;
      await sender.stopped;
      await jobs.stopped;
      try {
        inTransaction(store, (db) => writeMeta(db, 'running', 'no'));
      } catch (error) {
        log.error({ error: nameOf(error) }, 'the end could not be noted: the next start is a careful one');
      }
      close();
    },
  };
}

/** @returns whether the last process with this database ended without being stopped. */
function beginLife(store: Store, me: Me, now: number): boolean {
  return inTransaction(store, (db) => {
    const endedBadly = readMeta(db, 'running') === 'yes';
    writeMeta(db, 'running', 'yes');
    const former = readMeta(db, 'botId');
    if (former !== undefined && former !== String(me.id)) forgetNumbersOfFormerBot(db);
    writeMeta(db, 'botUsername', me.username);
    writeMeta(db, 'botId', String(me.id));
    requeueUnsent(db);
    if (endedBadly) for (const row of releasedEdits(db)) doubtEdit(db, row, now);
    return endedBadly;
  });
}

function botContextOf(options: BotOptions, me: Me): BotContext {
  return {
    username: me.username,
    entityName: options.entityName,
    dataContact: options.dataContact,
    filesPath: options.filesPath,
    ...evidenceRules(options),
    secret: createHash('sha256').update(`monitoreo:${options.token}`).digest(),
  };
}

/** Aborts a while after the signal: calls under way may finish, but a hung call must not delay the end. */
function afterGrace(signal: AbortSignal): AbortSignal {
  const grace = new AbortController();
  const begin = () => {
    AbortSignal.timeout(lastCallsMs).addEventListener('abort', () => grace.abort());
  };
  if (signal.aborted) begin();
  else signal.addEventListener('abort', begin, { once: true });
  return grace.signal;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('unknown');
}

/** Does something, and undoes the step before it when it fails. */
function attempt<T>(work: () => T, undo: () => void): T {
  try {
    return work();
  } catch (error) {
    undo();
    throw error;
  }
}
