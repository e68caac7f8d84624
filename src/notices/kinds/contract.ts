import type { Assignment } from '../../db/assignments.ts';
import type { Db } from '../../db/open.ts';
import { officeHolders, personById } from '../../db/people.ts';
import { nameOfPost } from '../../db/post-name.ts';
import { type LocalDate, localDate, type Moment } from '../../domain/dates.ts';
import { giveButton } from '../../domain/give-button.ts';
import { writeScreen } from '../../domain/screens.ts';
import { contractButtons, contractEnds } from '../../texts/people/assign.ts';
import type { NoticeKind } from '../kind.ts';
import { noteKnown, noticeKey, notify } from '../notify.ts';

/** A holder's contract ends soon (specification: Replacement). Goes to the coordinators. */
export const contract: NoticeKind<'assignmentId'> = {
  name: 'contract',
  about: ['assignmentId'],
  to: 'office',
  news: true,
};

/** Once per date and coordinator. */
export function notifyContract(db: Db, row: Assignment, endsOn: LocalDate, now: Moment): void {
  const person = personById(db, row.personId);
  if (!person) return;
  const html = contractEnds({ name: person.name, held: nameOfPost(db, row), endsOn, today: localDate(now) });
  const date = writeScreen('contract', { assignmentId: row.id });
  const keyboard = [
    [giveButton(contractButtons.give, 'assign', 'assignment', row.id)],
    [{ text: contractButtons.date, data: date }],
  ];
  for (const each of officeHolders(db, 'coordinator', now)) {
    const key = contractKey(row.id, endsOn, each.id);
    notify(db, contract, each, { key, about: { assignmentId: row.id }, message: { html, keyboard }, now });
  }
}

/** The person who sets the date knows it already. */
export function noteContractKnown(db: Db, row: Assignment, endsOn: LocalDate, by: number, now: Moment): void {
  const key = contractKey(row.id, endsOn, by);
  noteKnown(db, contract, { id: by, telegramUserId: 0 }, { key, about: { assignmentId: row.id }, now });
}

function contractKey(assignmentId: number, endsOn: LocalDate, coordinatorId: number): string {
  return noticeKey('contract', assignmentId, endsOn, coordinatorId);
}
