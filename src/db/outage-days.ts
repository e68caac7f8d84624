import type { LocalDate, Moment } from '../domain/dates.ts';
import { dropMeta, readMeta, writeMeta } from './meta.ts';
import type { Db } from './open.ts';

/** The time from the last sign of life before an outage to the first one after it. */
export type Outage = { readonly from: Moment; readonly to: Moment };

const dayKey = (date: LocalDate): string => `outage:${date}`;
const openKey = 'outage';

/** The outage that a day's reminders mention; null when there is none. */
export function outageNotifiedOn(db: Db, date: LocalDate): Outage | null {
  return parse(readMeta(db, dayKey(date)));
}

/** A second outage before that day is merged with the first. */
export function notifyOutageOn(db: Db, date: LocalDate, outage: Outage): void {
  writeMeta(db, dayKey(date), JSON.stringify(joined(outageNotifiedOn(db, date), outage)));
}

/** An outage that is over and waits until the backlog is handled. */
export function outageToHandle(db: Db): Outage | null {
  return parse(readMeta(db, openKey));
}

export function keepOutage(db: Db, outage: Outage): void {
  writeMeta(db, openKey, JSON.stringify(joined(outageToHandle(db), outage)));
}

export function forgetOutage(db: Db): void {
  dropMeta(db, openKey);
}

function joined(former: Outage | null, outage: Outage): Outage {
  return former === null
    ? outage
    : { from: Math.min(former.from, outage.from), to: Math.max(former.to, outage.to) };
}

function parse(text: string | undefined): Outage | null {
  if (text === undefined) return null;
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || !('from' in value) || !('to' in value)) return null;
  return typeof value.from === 'number' && typeof value.to === 'number'
    ? { from: value.from, to: value.to }
    : null;
}
