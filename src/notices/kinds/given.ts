import { assignmentById, type Post } from '../../db/assignments.ts';
import type { Db } from '../../db/open.ts';
import { isEnrolled, personById } from '../../db/people.ts';
import { hasReported } from '../../db/reports-of-person.ts';
import { pendingTasksOf } from '../../db/tasks.ts';
import { writeButton } from '../../domain/buttons.ts';
import type { Moment } from '../../domain/dates.ts';
import type { Keyboard } from '../../domain/events.ts';
import type { Span } from '../../domain/spans.ts';
import * as texts from '../../texts/people/assign.ts';
import { buttons } from '../../texts/reporting/reporting.ts';
import { handoverRow } from '../handover-row.ts';
import type { NoticeKind } from '../kind.ts';
import { noticeKey, notify } from '../notify.ts';
import { ownReportRow } from '../own-report-row.ts';
import { spanWords } from '../span-words.ts';

/**
 * A position or an office ends or will end for a person: the next holder, and whether it returns. For an office it goes
 * out at once, whatever the hour (specification: Hours).
 */
export const given: NoticeKind<'assignmentId'> = {
  name: 'given',
  about: ['assignmentId'],
  to: 'responsible',
  atAnyHour: (db, { assignmentId }) =>
    assignmentId !== null && assignmentById(db, assignmentId)?.office != null,
};

export function notifyGiven(
  db: Db,
  of: {
    readonly held: Post;
    readonly span: Pick<Span, 'id' | 'personId' | 'acting' | 'inPlaceOf'>;
    /** When it ends. */
    readonly at: Moment;
    /** When its successor's assignment ends; null: never. */
    readonly until: Moment | null;
    /** Whether they hold it again afterwards. */
    readonly returns: boolean;
    readonly to: readonly number[];
    /** Number of the activity that the bot was asking for. */
    readonly asked: string | null;
  },
  now: Moment,
): void {
  const person = personById(db, of.span.personId);
  if (!person || !isEnrolled(person)) return;
  const { acting, inPlaceOf } = of.span;
  const passesOn = of.to.length > 0 && (inPlaceOf === null || !of.to.includes(inPlaceOf));
  const html = texts.given({
    ...spanWords(db, person, { ...of.held, untilAt: of.until }, of.at, now),
    to: of.to.flatMap((id) => personById(db, id)?.name ?? []),
    wasActing: acting && of.until === null && !passesOn,
    returns: of.returns,
    asked: of.asked,
  });
  const more = pendingTasksOf(db, person.id, Math.max(now, of.at)).length > 0 && of.asked !== null;
  const keyboard: Keyboard = [
    ...(more ? [[{ text: buttons.report, data: writeButton({ to: 'report' }) }]] : []),
    ...handoverRow({ ...of.span, positionId: 'positionId' in of.held ? of.held.positionId : null }),
    ...('positionId' in of.held && hasReported(db, person.id) ? ownReportRow() : []),
  ];
  const key = noticeKey('given', of.span.id, person.id, of.at, of.at <= now ? 'now' : 'planned');
  notify(db, given, person, { key, about: { assignmentId: of.span.id }, message: { html, keyboard }, now });
}
