import { undoOffice } from '../../actions/confirm-office.ts';
import { unlinkAccount } from '../../db/accounts.ts';
import { record } from '../../db/audit.ts';
import { answer, change } from '../../db/outbox.ts';
import { isEnrolled, personById } from '../../db/people.ts';
import { voidReports } from '../../db/voided-reports.ts';
import { voidCauses, voidEvidence, voidVerdicts } from '../../db/voided-traces.ts';
import type { Moment } from '../../domain/dates.ts';
import { notifyFormerAccount } from '../../notices/kinds/former-account.ts';
import { notifyUnappointed } from '../../notices/kinds/unappointed.ts';
import * as texts from '../../texts/enrolment/enrolment.ts';
import { say, type Turn } from '../turn.ts';

/** *No es esa persona*: undoes the enrolment and voids what that account left. Only for coordinators. */
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
  const left = { personId: wrong.id, since: wrong.enrolledAt };
  voidEvidence(db, left, { at: now, by });
  voidCauses(db, left, { at: now, by });
  voidVerdicts(db, left, { at: now, by });
  const ended = undoOffice(db, wrong, turn.person.id, now);
  unlinkAccount(db, wrong.id, now);
  notifyFormerAccount(db, wrong.telegramUserId, texts.undoneToAccount(), now);
  if (ended) notifyUnappointed(db, { ...ended, name: wrong.name }, now);
  const done = { html: texts.undone(wrong.name, ended?.office ?? null) };
  if (turn.tappedRow === null) answer(db, { chatId: turn.chatId, personId: turn.person.id }, done, now);
  else change(db, turn.tappedRow, done, now);
}
