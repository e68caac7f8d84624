import { type Assignment, assignmentById, setContractEnd } from '../db/assignments.ts';
import { actorOf, record } from '../db/audit.ts';
import type { Db } from '../db/open.ts';
import { daysOff } from '../db/plans.ts';
import { contractWarningAt } from '../domain/contract-warning.ts';
import { addDays, type LocalDate, localDate, type Moment } from '../domain/dates.ts';
import { contract, noteContractKnown } from '../notices/kinds/contract.ts';
import { endWaiting } from '../notices/notify.ts';
import type { AssignRefusal } from './assign.ts';

/** Days. A contract further away is a typing error. */
const DAYS_MOST = 5 * 366;

/** Sets the last day of a holder's contract, or says that it is not known. */
export function dateContract(
  db: Db,
  asked: {
    readonly assignmentId: number;
    readonly endsOn: LocalDate | null;
    readonly by: number | null;
  },
  now: Moment,
):
  | { readonly ok: true; readonly assignment: Assignment }
  | { readonly ok: false; readonly refusal: AssignRefusal } {
  const row = assignmentById(db, asked.assignmentId);
  if (!row || (row.untilAt !== null && row.untilAt <= now)) return { ok: false, refusal: { why: 'over' } };
  const today = localDate(now);
  const { endsOn } = asked;
  if (endsOn !== null && endsOn < today) return { ok: false, refusal: { why: 'past', date: endsOn, today } };
  if (endsOn !== null && endsOn > addDays(today, DAYS_MOST))
    return { ok: false, refusal: { why: 'tooFar', date: endsOn } };
  setContractEnd(db, row.id, endsOn);
  endWaiting(db, [contract], { assignmentId: row.id }, ['cancelled', 'superseded'], now);
  // The person who sets a near date knows it, so no warning follows a minute later.
  if (endsOn !== null && asked.by !== null && now >= contractWarningAt(endsOn, daysOff(db)))
    noteContractKnown(db, row, endsOn, asked.by, now);
  record(db, {
    at: now,
    act: 'contractDated',
    by: actorOf(asked.by),
    personId: row.personId,
    before: { assignment: row.id, endsOn: row.contractEndsOn },
    after: { assignment: row.id, endsOn },
  });
  return { ok: true, assignment: { ...row, contractEndsOn: endsOn } };
}
