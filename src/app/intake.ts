import { apologise } from '../conversations/apology.ts';
import { handle } from '../conversations/router.ts';
import type { BotContext } from '../conversations/turn.ts';
import { inTransaction, type Store } from '../db/open.ts';
import type { RunningJobs } from '../jobs/run-jobs.ts';
import { noteRival } from '../notices/kinds/rival.ts';
import { handleOutage, isNoted, noteAlive } from '../schedule/outage.ts';
import { type Handlers, handleBatch, handleCarefully } from '../telegram/batch.ts';
import type { Api } from '../telegram/client.ts';
import { type Intake, runIntake } from '../telegram/intake.ts';
import { startReceiver } from '../telegram/receiver.ts';
import type { Sender } from '../telegram/sender.ts';
import type { Me } from '../telegram/who-we-are.ts';
import type { Front } from './front.ts';
import type { BotOptions } from './options.ts';

/**
 * Takes updates in, by polling or by webhook, and hands each batch to the conversations in one transaction.
 * After an unclean end the first batch is handled carefully. Rejects when it cannot go on: the token is
 * refused.
 */
export function startIntake(
  of: BotOptions & {
    readonly store: Store;
    readonly api: Api;
    readonly me: Me;
    readonly context: BotContext;
    readonly front: Front;
    readonly sender: Sender;
    readonly jobs: RunningJobs;
    readonly endedBadly: boolean;
    readonly run: () => void;
    readonly caughtUp: () => void;
  },
  signal: AbortSignal,
): Promise<void> {
  const { store, api, clock, log, me, context, front, sender } = of;
  const handlers: Handlers = { handle: (db, event, now) => handle(db, context, event, now), apologise };
  let careful = of.endedBadly;
  const begun = new Set<number>();
  let lastPoll: number | null = null;
  const intake: Intake = {
    api,
    clock,
    log,
    handle: (updates, receivedAt) => {
      sender.recordNow();
      const setAside = (careful ? handleCarefully : handleBatch)(
        store,
        me.id,
        updates,
        receivedAt,
        handlers,
        begun,
      );
      careful = false;
      front.counters.add('monitoreo_updates_total', { outcome: 'handled' }, updates.length - setAside.length);
      front.counters.add('monitoreo_updates_total', { outcome: 'set_aside' }, setAside.length);
      for (const each of setAside)
        log.error({ update: each.updateId, why: each.error }, 'an update was set aside');
      sender.wake();
      of.jobs.wake();
    },
    polled: (now, backlogDone) => {
      const at = clock.monotonic();
      const sinceLastContact = lastPoll === null ? null : at - lastPoll;
      lastPoll = at;
      if (!isNoted(store.db, now))
        inTransaction(store, (db) => {
          noteAlive(db, now, sinceLastContact);
          if (backlogDone) handleOutage(db, now);
        });
      if (backlogDone) of.caughtUp();
    },
    rival: (now) => {
      inTransaction(store, (db) => noteRival(db, now));
      of.run();
    },
    beat: () => front.pulse.beat('intake'),
  };
  if (!of.webhook) return runIntake(intake, signal);
  const receiver = startReceiver(intake, of.webhook, signal);
  front.receive(receiver.take);
  return receiver.ended;
}
