import { askAgainAfterOutage } from '../conversations/reporting/questions/ask-after-outage.ts';
import { summaryMessages } from '../conversations/summary/summary-messages.ts';
import type { BotContext } from '../conversations/turn.ts';
import { type Db, inTransaction, type Store } from '../db/open.ts';
import { daysOff } from '../db/plans.ts';
import { forgetOldThings } from '../db/retention.ts';
import { emptyLogAgain } from '../db/traces.ts';
import { type Log, nameOf } from '../log.ts';
import type { AskAgain } from '../notices/kind.ts';
import { releaseWaiting } from '../schedule/release.ts';
import { type TickHooks, tick } from '../schedule/tick.ts';
import { cleanFiles, isCleaningTime } from './clean.ts';

type Minute = { readonly store: Store; readonly context: BotContext; readonly log: Log };

/**
 * Decides and writes what is due, and releases what may go. A failure is logged; the next minute tries again.
 */
export function runTick({ store, context, log }: Minute, now: number): void {
  if (isCleaningTime(now)) cleanFiles({ store, log, filesPath: context.filesPath }, now);
  else emptyLogAgain(store);
  try {
    const done = inTransaction(store, (db) => {
      forgetOldThings(db, now);
      return tick(db, now, tickHooks(db, context));
    });
    if (done.failed !== null) log.error({ error: nameOf(done.failed) }, 'a summary could not be made');
  } catch (error) {
    log.error({ error: nameOf(error) }, 'could not ask what is due');
  }
}

/** What the schedule asks of the conversations. */
export function tickHooks(db: Db, context: BotContext): TickHooks {
  return {
    renderSummary: (cutId, moment, to) =>
      summaryMessages(db, context, cutId, moment, {
        reminds: true,
        approves: to === 'mayor',
        presents: to === 'coordinator',
        verifies: false,
      }),
    entityName: context.entityName,
    askAgain: askingAgain(context),
  };
}

/** Releases what may go of the rows already written; decides nothing new. */
export function runRelease({ store, context, log }: Minute, now: number): void {
  try {
    inTransaction(store, (db) => releaseWaiting(db, now, daysOff(db), { askAgain: askingAgain(context) }));
  } catch (error) {
    log.error({ error: nameOf(error) }, 'could not let go what is made');
  }
}

function askingAgain(context: BotContext): AskAgain {
  return (db, personId, now) => askAgainAfterOutage(db, context, personId, now);
}
