import { type Db, inTransaction, type Store } from '../db/open.ts';
import { type JobWorker, TryLater } from './run-jobs.ts';

/**
 * The outcome of a call about the account: made; refused for good; or not possible now (null: try again after
 * the usual time).
 */
export type AccountCallResult = 'made' | 'refused' | { readonly afterMs: number | null };

/**
 * Tells Telegram what changed of the bot's own account (menus, descriptions), one call after another, and
 * keeps what Telegram accepted. A call that is not possible now is tried again with what is true then. A
 * failure never stops the bot.
 */
export function accountTeller<Change extends { readonly keep: (db: Db) => void }>(of: {
  readonly store: Store;
  readonly changes: (db: Db) => readonly Change[];
  readonly tell: (change: Change, signal: AbortSignal) => Promise<AccountCallResult>;
}): JobWorker {
  return async (_job, signal) => {
    for (const change of of.changes(of.store.db)) {
      const result = await of.tell(change, signal);
      if (typeof result !== 'string') {
        if (result.afterMs !== null) throw new TryLater(result.afterMs);
        throw new Error('Telegram was not reached');
      }
      inTransaction(of.store, change.keep);
    }
    return () => undefined;
  };
}
