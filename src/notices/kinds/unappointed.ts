import type { Db } from '../../db/open.ts';
import { officeHolders } from '../../db/people.ts';
import { type Office, offices } from '../../db/schema/index.ts';
import type { Moment } from '../../domain/dates.ts';
import { appointmentUndone } from '../../texts/enrolment/enrolment.ts';
import type { NoticeKind } from '../kind.ts';
import { noticeKey, notify } from '../notify.ts';
import { heardOfAppointment } from './appointed.ts';

/** An appointment is taken back: the person who enrolled was not the one invited. */
export const unappointed: NoticeKind<'assignmentId'> = {
  name: 'unappointed',
  about: ['assignmentId'],
  to: 'office',
  news: true,
};

/** Notifies the people who were sent the appointment. */
export function notifyUnappointed(
  db: Db,
  of: { readonly assignmentId: number; readonly office: Office; readonly name: string },
  now: Moment,
): void {
  const { assignmentId } = of;
  const html = appointmentUndone(of.name, of.office);
  const all = offices.flatMap((one) => officeHolders(db, one, now));
  for (const each of new Map(all.map((holder) => [holder.id, holder])).values()) {
    if (!heardOfAppointment(db, assignmentId, each.id)) continue;
    const key = noticeKey('unappointed', assignmentId, each.id);
    notify(db, unappointed, each, { key, about: { assignmentId }, message: { html }, now });
  }
}
