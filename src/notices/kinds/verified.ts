import type { Db } from '../../db/open.ts';
import { isEnrolled, personById } from '../../db/people.ts';
import { firstUnopenedCut, type PlannedCut } from '../../db/plans.ts';
import { type Verification, verdictOn, verifiedSince } from '../../db/review.ts';
import { taskOf } from '../../db/tasks.ts';
import { replaceWaiting } from '../../db/waiting.ts';
import { writeButton } from '../../domain/buttons.ts';
import { localDate, type Moment } from '../../domain/dates.ts';
import type { Message } from '../../domain/events.ts';
import { responsiblesOf } from '../../summary/responsibles.ts';
import { reportToVerify, type ToVerify } from '../../summary/review/to-verify.ts';
import { buttons } from '../../texts/reporting/reporting.ts';
import { verdictsNotice } from '../../texts/review/verification.ts';
import { shownMeasure } from '../../texts/words/units.ts';
import type { NoticeKind } from '../kind.ts';
import { noticeKey, notify, type Recipient, waitingOf } from '../notify.ts';

/** Verdicts that follow one another within this time go in one message. */
const TOGETHER_MS = 10 * 60_000;
const MOST_BUTTONS = 4;

/** Control Interno's verdicts on a person's reports, from `verificationId` on. */
export const verified: NoticeKind<'cutId' | 'verificationId'> = {
  name: 'verified',
  about: ['cutId', 'verificationId'],
  to: 'responsible',
};

/**
 * One message with the verdicts of the last minutes, to each person who holds a position of an activity or
 * reported it.
 * @param first the first of the verdicts just given
 */
export function notifyVerified(
  db: Db,
  planned: PlannedCut,
  found: readonly ToVerify[],
  first: Verification,
  now: Moment,
): void {
  const reporters = found.flatMap(({ report }) => {
    const reporter = report.personId === null ? undefined : personById(db, report.personId);
    return reporter && isEnrolled(reporter) ? [reporter] : [];
  });
  const activities = found.map(({ activity }) => activity);
  const people = [...responsiblesOf(db, activities, now).map(({ person }) => person), ...reporters];
  const cutId = planned.cut.id;
  const each = [...new Map(people.map((one) => [one.id, one])).values()].map((person) => {
    const [waiting] = waitingOf(db, [verified], { personId: person.id, cutId });
    return { person, waiting, verificationId: waiting?.verificationId ?? first.id };
  });
  const given = verdictsByPerson(db, planned, Math.min(...each.map((one) => one.verificationId)), now);
  for (const { person, waiting, verificationId } of each) {
    const theirs = (given.get(person.id) ?? []).filter(({ said }) => said.id >= verificationId);
    const message = messageOf(db, planned, person, theirs, now);
    const notBefore = now + TOGETHER_MS;
    if (waiting) replaceWaiting(db, waiting.id, message, notBefore);
    else {
      const key = noticeKey('verified', cutId, person.id, verificationId);
      notify(db, verified, person, { key, about: { cutId, verificationId }, message, now, notBefore });
    }
  }
}

type Given = ToVerify & { readonly said: Verification };

/** The verdicts on last words of a cut from one on, by each person who holds a position of the activity or reported it. */
function verdictsByPerson(
  db: Db,
  planned: PlannedCut,
  from: number,
  now: Moment,
): ReadonlyMap<number, readonly Given[]> {
  const all = verifiedSince(db, planned.cut.id, from).flatMap((activityId): Given[] => {
    const of = reportToVerify(db, planned, activityId);
    const said = of && verdictOn(db, of.report.id);
    return said && said.id >= from ? [{ ...of, said }] : [];
  });
  const activities = all.map((each) => each.activity);
  const holders = responsiblesOf(db, activities, now).flatMap(({ person, activities: own }) =>
    own.map(({ id }) => ({ activityId: id, personId: person.id })),
  );
  const byActivity = Map.groupBy(holders, ({ activityId }) => activityId);
  const pairs = all.flatMap((each) => {
    const held = (byActivity.get(each.activity.id) ?? []).map(({ personId }) => personId);
    return [...new Set([...held, each.report.personId])].map((personId) => ({ personId, each }));
  });
  return new Map(
    [...Map.groupBy(pairs, ({ personId }) => personId ?? 0)].map(([id, own]) => [
      id,
      own.map(({ each }) => each),
    ]),
  );
}

function messageOf(
  db: Db,
  planned: PlannedCut,
  person: Recipient & { readonly name: string },
  given: readonly Given[],
  now: Moment,
): Message {
  const theirs = given.map(({ activity, report, said: { verdict, progress, remark } }) => {
    const words = { verdict, progress, remark: remark ?? '', current: true };
    const reported = { ...report, measure: shownMeasure(activity) };
    return { ...words, activity, number: activity.number, reported };
  });
  const ids = (activityId: number) => ({ activityId, cutId: planned.cut.id });
  const open = theirs
    .filter(({ verdict }) => verdict === 'observed')
    .flatMap(({ activity }) => taskOf(db, person.id, ids(activity.id), now) ?? []);
  const until = open.length === 0 ? null : localDate(Math.max(...open.map((task) => task.until)) - 1);
  const keyboard = open.slice(0, MOST_BUTTONS).map(({ activity }) => [
    {
      text: buttons.correct(activity.number),
      data: writeButton({ to: 'correct', ...ids(activity.id) }),
    },
  ]);
  const closed = now >= planned.window.locksAt;
  const mayReform = firstUnopenedCut(db, planned.plan.id, now) !== undefined;
  const said = { until, closed, mayReform, verdicts: theirs };
  const html = verdictsNotice({ ...planned, name: person.name, ...said });
  return keyboard.length === 0 ? { html } : { html, keyboard };
}
