import { type Action, may, rolesOf } from '../actions/access.ts';
import { holdingsOf } from '../db/people.ts';
import { recordRefusedAccess } from '../db/refused-access.ts';
import type { AuditData } from '../db/schema/index.ts';
import type { Turn } from './turn.ts';

/** Whether the person of this turn may do something now. When not, that it was tried is put on record. */
export function allowed(turn: Turn, action: Action, tried: AuditData): boolean {
  if (may(rolesOf(holdingsOf(turn.db, turn.person.id, turn.now)), action)) return true;
  refused(turn, tried);
  return false;
}

/** Somebody else's button, or one that we never made: on record. */
export function refused(turn: Turn, tried: AuditData): void {
  recordRefusedAccess(turn.db, turn.person.id, tried, turn.now);
}
