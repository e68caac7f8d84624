import { rowByKey } from '../../db/announce.ts';
import type { Assignment } from '../../db/assignments.ts';
import type { Db } from '../../db/open.ts';
import { officeHolders, personById } from '../../db/people.ts';
import { type Office, offices } from '../../db/schema/index.ts';
import { wasSent } from '../../db/together.ts';
import type { Moment } from '../../domain/dates.ts';
import * as texts from '../../texts/people/assign.ts';
import type { NoticeKind } from '../kind.ts';
import { noticeKey, notify } from '../notify.ts';
import { spanWords } from '../span-words.ts';

/** Somebody was appointed to an office. Goes to everybody who holds one (specification: Enrolment). */
export const appointed: NoticeKind<'assignmentId'> = {
  name: 'appointed',
  about: ['assignmentId'],
  to: 'office',
  news: true,
};

/** @param knows people who know it from another notice */
export function notifyAppointed(
  db: Db,
  row: Assignment,
  office: Office,
  knows: readonly number[],
  now: Moment,
): void {
  const person = personById(db, row.personId);
  if (!person) return;
  const { held: _, ...words } = spanWords(db, person, row, row.fromAt, now);
  const html = texts.appointedBy({ ...words, office });
  const all = new Map(
    offices.flatMap((each) => officeHolders(db, each, now)).map((holder) => [holder.id, holder]),
  );
  for (const holder of all.values()) {
    if (knows.includes(holder.id) || holder.id === person.id) continue;
    const key = appointedKey(row.id, holder.id);
    notify(db, appointed, holder, { key, about: { assignmentId: row.id }, message: { html }, now });
  }
}

/** Whether the notice was sent to a person. */
export function heardOfAppointment(db: Db, assignmentId: number, personId: number): boolean {
  const row = rowByKey(db, appointedKey(assignmentId, personId));
  return row !== undefined && wasSent(db, row);
}

function appointedKey(assignmentId: number, personId: number): string {
  return noticeKey('appointed', assignmentId, personId);
}
