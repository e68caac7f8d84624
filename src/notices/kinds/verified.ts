import type { Db } from '../../db/open.ts';
import { isEnrolled, personById } from '../../db/people.ts';
import type { PlannedCut } from '../../db/plans.ts';
import { type Verification, verdictsOfCut } from '../../db/review.ts';
import { replaceWaiting } from '../../db/waiting.ts';
import type { Moment } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { responsiblesOf } from '../../summary/responsibles.ts';
import { reportsToVerify, type ToVerify } from '../../summary/review/to-verify.ts';
import { verdictsNotice } from '../../texts/review/verification.ts';
import { shownMeasure } from '../../texts/words/units.ts';
import type { NoticeKind } from '../kind.ts';
import { noticeKey, notify, type Recipient, waitingOf } from '../notify.ts';

/** Verdicts that follow one another within this time go in one message. */
const TOGETHER_MS = 10 * 60_000;

/** Control Interno's verdicts on a person's reports, from `verificationId` on. */
export const verified: NoticeKind<'cutId' | 'verificationId'> = {
  name: 'verified',
  about: ['cutId', 'verificationId'],
  to: 'responsible',
};

/**
 * One message with the verdicts of the last minutes, to each person who holds a position of the activity or
 * reported it.
 */
export function notifyVerified(
  db: Db,
  planned: PlannedCut,
  { activity, report }: ToVerify,
  verification: Verification,
  now: Moment,
): void {
  const reporter = report.personId === null ? undefined : personById(db, report.personId);
  const people = [
    ...responsiblesOf(db, [activity], now).map(({ person }) => person),
    ...(reporter && isEnrolled(reporter) ? [reporter] : []),
  ];
  const cutId = planned.cut.id;
  for (const person of new Map(people.map((each) => [each.id, each])).values()) {
    const [waiting] = waitingOf(db, [verified], { personId: person.id, cutId });
    const verificationId = waiting?.verificationId ?? verification.id;
    const message = { html: verdictsSince(db, planned, person, verificationId, now) };
    const notBefore = now + TOGETHER_MS;
    if (waiting) replaceWaiting(db, waiting.id, message, notBefore);
    else {
      const key = noticeKey('verified', cutId, person.id, verificationId);
      notify(db, verified, person, { key, about: { cutId, verificationId }, message, now, notBefore });
    }
  }
}

function verdictsSince(
  db: Db,
  planned: PlannedCut,
  person: Recipient & { readonly name: string },
  from: number,
  now: Moment,
): Html {
  const verdicts = verdictsOfCut(db, planned.cut.id);
  const all = reportsToVerify(db, planned);
  const activities = all.map((each) => each.activity);
  const held = new Set(
    responsiblesOf(db, activities, now)
      .filter((each) => each.person.id === person.id)
      .flatMap((each) => each.activities.map((activity) => activity.id)),
  );
  return verdictsNotice({
    ...planned,
    name: person.name,
    verdicts: all.flatMap(({ activity, report }) => {
      const said = verdicts.get(report.id);
      const isTheirs = held.has(activity.id) || report.personId === person.id;
      if (!said || said.id < from || !isTheirs) return [];
      const { verdict, progress, remark } = said;
      const words = { verdict, progress, remark: remark ?? '', current: true };
      return [
        { ...words, number: activity.number, reported: { ...report, measure: shownMeasure(activity) } },
      ];
    }),
  });
}
