import { undoOffice } from '../../actions/confirm-office.ts';
import { unlinkAccount } from '../../db/accounts.ts';
import { record } from '../../db/audit.ts';
import { announce, answer, change } from '../../db/outbox.ts';
import { rowByKey } from '../../db/outbox-rows.ts';
import { isEnrolled, officeHolders, type Person, personById } from '../../db/people.ts';
import { offices } from '../../db/schema/index.ts';
import { voidReports } from '../../db/voided-reports.ts';
import type { Moment } from '../../domain/dates.ts';
import * as texts from '../../texts/enrolment/enrolment.ts';
import { say, type Turn } from '../turn.ts';
import { tellFormerAccount } from './enrolment.ts';

/** *No es esa persona*: undoes the enrolment and voids what that account reported. Only for coordinators. */
export function tapNotThatPerson(
  turn: Turn,
  tapped: { readonly personId: number; readonly enrolledAt: Moment },
): void {
  const { db, now } = turn;
  const wrong = personById(db, tapped.personId);
  if (!wrong || !isEnrolled(wrong) || wrong.enrolledAt !== tapped.enrolledAt || wrong.id === turn.person.id) {
    say(turn, { html: texts.nothingToUndo() });
    return;
  }
  const by = { personId: turn.person.id };
  record(db, { at: now, act: 'enrolmentUndone', by, personId: wrong.id });
  voidReports(db, wrong.id, wrong.enrolledAt, now, by);
  const ended = undoOffice(db, wrong, turn.person.id, now);
  unlinkAccount(db, wrong.id, now);
  tellFormerAccount(turn, wrong.telegramUserId, texts.undoneToAccount());
  if (ended) tellUndoneOffice(turn, wrong, ended);
  const done = { html: texts.undone(wrong.name, ended?.office ?? null) };
  if (turn.tappedRow === null) answer(db, { chatId: turn.chatId, personId: turn.person.id }, done, now);
  else change(db, turn.tappedRow, done, now);
}

/** Whoever was told of an appointment hears that it was none. */
function tellUndoneOffice(
  turn: Turn,
  wrong: Person,
  ended: NonNullable<ReturnType<typeof undoOffice>>,
): void {
  const { db, now } = turn;
  const all = offices.flatMap((one) => officeHolders(db, one, now));
  for (const each of new Map(all.map((holder) => [holder.id, holder])).values()) {
    if (rowByKey(db, `appointed:${ended.assignmentId}:${each.id}`)?.state !== 'sent') continue;
    const key = `unappointed:${ended.assignmentId}:${each.id}`;
    const message = { html: texts.appointmentUndone(wrong.name, ended.office) };
    announce(db, { chatId: each.telegramUserId, personId: each.id }, { kind: 'notice', key, message, now });
  }
}
