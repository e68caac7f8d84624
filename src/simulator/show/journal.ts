/**
 * What happened, as the page lists it: jumps of the clock, cuts that open and close, notices, and the bot's
 * starts and ends.
 */
import type { Db } from '../../db/open.ts';
import type { Moment } from '../../domain/dates.ts';
import { firstName } from '../../texts/words/names.ts';
import { happened } from '../demo-texts.ts';
import { type LedgerRow, settledBroadcasts } from './ledger.ts';
import { cutStates } from './moments.ts';
import type { JournalEntry } from './view.ts';

export type Journal = {
  readonly entries: () => readonly JournalEntry[];
  readonly note: (kind: JournalEntry['kind'], text: string, at: Moment) => void;
  /**
   * Writes down what has changed in the bot's database since the last look.
   * @returns how many entries
   */
  readonly look: (now: Moment) => number;
};

const most = 200;

export function createJournal(db: Db, start: Moment, changed: () => void): Journal {
  const entries: JournalEntry[] = [];
  const seen = new Set<number>();
  let states = new Map(cutStates(db, start).map(({ planned, state }) => [planned.cut.id, state]));
  let next = 1;

  const note: Journal['note'] = (kind, text, at) => {
    // A summary is several messages: those that follow at once are the same event.
    const last = entries.at(-1);
    if (last?.kind === kind && last.text === text && at - last.at < 2 * 60_000) return;
    entries.push({ id: next++, at, kind, text });
    if (entries.length > most) entries.shift();
    changed();
  };

  const lookAtCuts = (now: Moment): number => {
    const current = cutStates(db, now);
    const moved = current.filter(({ planned, state }) => states.get(planned.cut.id) !== state);
    states = new Map(current.map(({ planned, state }) => [planned.cut.id, state]));
    for (const { planned, state } of moved) {
      const { cut, window } = planned;
      const until = state === 'open' ? window.closingDate : window.lockDate;
      note('cut', happened.cut(state, cut.number, cut.date, until), now);
    }
    return moved.length;
  };

  const lookAtMessages = (now: Moment): number => {
    const fresh = settledBroadcasts(db).filter((row) => !seen.has(row.id));
    for (const row of fresh) seen.add(row.id);
    for (const [, rows] of Map.groupBy(fresh, (row) => `${row.kind} ${row.state}`)) noteRows(rows, now);
    return fresh.length;
  };

  const noteRows = (rows: readonly LedgerRow[], now: Moment): void => {
    const [first] = rows;
    if (!first) return;
    const names = [...new Set(rows.map((row) => firstName(row.name ?? '')))];
    if (first.state === 'sent') note('message', happened.sent(first.kind, names), now);
    else if (first.state === 'refused') note('trouble', happened.undelivered(first.kind, names), now);
    else note('quiet', happened.notNeeded(first.kind, names), now);
  };

  return {
    entries: () => entries,
    note,
    look: (now) => lookAtCuts(now) + lookAtMessages(now),
  };
}
