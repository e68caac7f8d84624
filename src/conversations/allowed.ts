import { type Action, may, type Role, rolesOf } from '../actions/access.ts';
import { holdingsOf } from '../db/people.ts';
import { recordRefusedAccess } from '../db/refused-access.ts';
import type { AuditData } from '../db/schema/index.ts';
import type { Turn } from './turn.ts';

/** What the person of a turn holds now. */
export function rolesNow(turn: Turn): ReadonlySet<Role> {
  return rolesOf(holdingsOf(turn.db, turn.person.id, turn.now));
}

/** Whether the person of a turn may do something now: for what is shown, nothing is put on record. */
export function mayNow(turn: Turn, action: Action): boolean {
  return may(rolesNow(turn), action);
}

/** The same when it is done: that it was tried and may not be is put on record. */
export function allowed(turn: Turn, action: Action, tried: AuditData): boolean {
  if (mayNow(turn, action)) return true;
  refused(turn, tried);
  return false;
}

/** Somebody else's button, or one that we never made: on record. */
export function refused(turn: Turn, tried: AuditData): void {
  recordRefusedAccess(turn.db, turn.person.id, tried, turn.now);
}
