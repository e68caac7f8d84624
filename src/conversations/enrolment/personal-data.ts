import { unlinkAccount } from '../../db/accounts.ts';
import { countChangesAskedBy } from '../../db/asked-changes.ts';
import { assignmentsEver } from '../../db/assignments.ts';
import { record } from '../../db/audit.ts';
import { draftsOf } from '../../db/drafts.ts';
import { countEvidenceOf } from '../../db/evidence.ts';
import { answer } from '../../db/outbox.ts';
import { officeHolders } from '../../db/people.ts';
import { nameOfPost, roleOf } from '../../db/post-name.ts';
import {
  closeQuestion,
  openGeneralQuestion,
  openQuestion,
  type QuestionRow,
  reopenQuestion,
  suspendedQuestions,
} from '../../db/questions.ts';
import { countReportsOf } from '../../db/reports.ts';
import { hasPseudonym } from '../../db/review.ts';
import { localDate } from '../../domain/dates.ts';
import { notifyLeft } from '../../notices/kinds/left.ts';
import * as texts from '../../texts/enrolment/enrolment.ts';
import { myData, type PostLine } from '../../texts/enrolment/my-data.ts';
import { lastDayOf, postName } from '../../texts/people/assign.ts';
import { answerButton, readQuestionAnswer } from '../question-answers.ts';
import { isStale } from '../reporting/incoming/stale.ts';
import { askNext } from '../reporting/round/ask-next.ts';
import { follow, say, type Turn } from '../turn.ts';

/** `/misdatos`: what is stored of this person (Ley 1581 of 2012, art. 8). */
export function showMyData(turn: Turn): void {
  const { db, person, context, now } = turn;
  const html = myData({
    name: person.name,
    telegramUserId: person.telegramUserId,
    telegramName: person.telegramName,
    enrolledAt: person.enrolledAt,
    consentVersion: person.consentVersion,
    role: roleOf(db, person.id, now),
    reports: countReportsOf(db, person.id),
    drafts: draftsOf(db, person.id).length,
    evidence: countEvidenceOf(db, person.id),
    changesAsked: countChangesAskedBy(db, person.id),
    history: historyOf(turn),
    pseudonym: hasPseudonym(db, person.id),
    contact: context.dataContact,
  });
  say(turn, { html });
}

/** What this person held and holds, with its dates: how long it is public record hangs on none of them. */
function historyOf({ db, person, now }: Turn): readonly PostLine[] {
  return assignmentsEver(db, person.id)
    .filter((row) => row.untilAt === null || row.untilAt > row.fromAt)
    .map((row) => ({
      held: postName(nameOfPost(db, row)),
      from: localDate(row.fromAt),
      until: row.untilAt === null ? null : lastDayOf(row.untilAt),
      acting: row.acting,
      over: row.untilAt !== null && row.untilAt <= now,
      contractEndsOn: row.contractEndsOn,
    }));
}

/** `/salir`: asks first, as the one question of its kind, so that a typed *no* is not the answer to another. */
export function askToLeave(turn: Turn): void {
  const asked = [openQuestion(turn.db, turn.person.id), ...suspendedQuestions(turn.db, turn.person.id)];
  for (const row of asked) if (row?.kind === 'leave') closeQuestion(turn.db, row.id, turn.now);
  const { id } = openGeneralQuestion(turn.db, turn.person.id, 'leave', {}, turn.now);
  const button = answerButton<'leave'>(id);
  say(turn, {
    html: texts.confirmLeaving(leavingFacts(turn)),
    keyboard: [[button(texts.leaveButtons.yes, 'yes'), button(texts.leaveButtons.no, 'no')]],
    asks: id,
  });
}

/** What stays or lives on for a while, from what this person has here. */
function leavingFacts(turn: Turn): Parameters<typeof texts.confirmLeaving>[0] {
  const { db, person } = turn;
  return {
    evidence: countEvidenceOf(db, person.id) > 0,
    pseudonym: hasPseudonym(db, person.id),
    onlyCoordinator: isOnlyCoordinator(turn),
  };
}

/**
 * Erases account, conversation and texts of messages; the coordinators hear that nobody answers now, and when none is
 * left, the other offices. With
 * *no* what was interrupted is asked again. A *yes* typed after a long silence may be meant for something
 * else and cannot be undone, so it is asked about once more. @returns false for anything else.
 */
export function answerLeave(turn: Turn, row: QuestionRow, given: string): boolean {
  const { db, person, now } = turn;
  const said = readQuestionAnswer('leave', given);
  if (said === null) return false;
  closeQuestion(db, row.id, now);
  if (said === 'no') {
    stay(turn);
    return true;
  }
  if (turn.messageId !== null && isStale(turn, row)) {
    askToLeave(turn);
    return true;
  }
  const role = roleOf(db, person.id, now);
  const wasOnlyCoordinator = isOnlyCoordinator(turn);
  record(db, { at: now, act: 'left', by: { personId: person.id }, personId: person.id });
  unlinkAccount(db, person.id, now);
  answer(db, { chatId: turn.chatId, personId: null }, { html: texts.left() }, now);
  notifyLeft(db, person, { role, wasOnlyCoordinator }, now);
  return true;
}

function isOnlyCoordinator({ db, person, now }: Turn): boolean {
  const coordinators = officeHolders(db, 'coordinator', now);
  return coordinators.length > 0 && coordinators.every((each) => each.id === person.id);
}

/** What was interrupted is asked again; what stands where it was asked (a form, causes) waits for its answer as before. */
function stay(turn: Turn): void {
  const { db, person } = turn;
  const [interrupted] = suspendedQuestions(db, person.id);
  if (openQuestion(db, person.id)) follow(turn, { html: texts.stays() });
  else if (interrupted?.kind === 'import' || interrupted?.kind === 'causes') {
    follow(turn, { html: texts.stays() });
    reopenQuestion(db, interrupted, { ...interrupted, seen: true });
  } else askNext(turn, { saved: null, before: texts.stays() });
}
