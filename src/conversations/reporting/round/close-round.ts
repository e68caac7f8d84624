import { reportableTask } from '../../../actions/reportable.ts';
import { hasCause } from '../../../db/causes.ts';
import { activityById, plannedCut } from '../../../db/plans.ts';
import { openGeneralQuestion } from '../../../db/questions.ts';
import { lastReport } from '../../../db/reports.ts';
import { roundOf } from '../../../db/rounds.ts';
import type { RoundItem } from '../../../db/schema/index.ts';
import { localDate } from '../../../domain/dates.ts';
import type { Html } from '../../../domain/events.ts';
import { formDateOf, programmedUpTo } from '../../../domain/programming.ts';
import { compliance, expectedOf, trafficLight } from '../../../domain/progress.ts';
import { nothing, paragraphs } from '../../../texts/html.ts';
import { closing } from '../../../texts/reporting/closing.ts';
import { shownMeasure } from '../../../texts/words/units.ts';
import { sayAfterTap, type Turn } from '../../turn.ts';
import { isSame } from '../about.ts';
import type { Above } from '../questions/question.ts';
import { correctRows } from '../questions/saved.ts';
import { type CausesQuestion, causesMessage } from './causes.ts';
import { isDone } from './items.ts';
import { named, stillPending } from './still-pending.ts';

/**
 * Tells the end of a round: what was reported, what is left, and asks once what holds the late activities back.
 * @returns false when there is no end to tell: nothing was reported and nothing is left, or the saved activity is not
 * part of the round (one of an earlier cut that was never ended).
 */
export function closeRound(turn: Turn, above: Above): boolean {
  const { db, person } = turn;
  const round = roundOf(db, person.id);
  const savedOutside = above.saved !== null && !above.saved.ofRound;
  if (!round || savedOutside) return false;
  const done = round.items.flatMap((item) => (isDone(item) ? reportedOf(turn, item) : []));
  const left = stillPending(turn);
  if (done.length + left.length === 0) return false;
  const until = done.flatMap((each) => each.until ?? []);
  const text = paragraphs(
    (above.saved?.html ?? nothing) as Html,
    above.before,
    closing({
      name: person.name,
      reported: done.flatMap((each) =>
        named(turn, [each]).map((one) => ({
          ...one,
          progress: each.report.progress,
          amount: each.report.amount,
          measure: shownMeasure(each.activity),
        })),
      ),
      isTold: done.every(({ item }) => above.saved?.reports.some((report) => isSame(item, report)) === true),
      total: done.length + left.length,
      left: named(turn, left),
      correctIn: done.every((each) => each.forOthers) ? 'detail' : 'ownActivities',
      lastDay: until.length === 0 ? null : localDate(Math.min(...until) - 1),
    }),
  );
  const behind = behindExpected(turn, done);
  if (behind.length === 0) {
    sayAfterTap(turn, above.saved ? { html: text, keyboard: correctRows(above.saved) } : { html: text });
    return true;
  }
  const reports = above.saved?.reports ?? [];
  const payload: CausesQuestion = { kind: 'causes', behind, at: null, closing: text, reports };
  const row = openGeneralQuestion(db, person.id, payload.kind, payload, turn.now);
  sayAfterTap(turn, causesMessage(row.id, payload));
  return true;
}

type Reported = ReturnType<typeof reportedOf>[number];

/** The report of an item, also when its cut takes no reports any more. */
function reportedOf(turn: Turn, item: RoundItem) {
  const task = reportableTask(turn.db, turn.person.id, item, turn.moment);
  const report = task ? task.report : lastReport(turn.db, item.activityId, item.cutId);
  const activity = task?.activity ?? activityById(turn.db, item.activityId);
  const planned = task ?? plannedCut(turn.db, item.cutId);
  if (!report || !activity || !planned) return [];
  const { plan, cut } = planned;
  return [{ item, report, activity, plan, cut, until: task?.until, forOthers: task?.forPosition != null }];
}

/** Activities in yellow or red whose cause nobody has named yet at this cut. */
function behindExpected(turn: Turn, done: readonly Reported[]): CausesQuestion['behind'] {
  return done.flatMap(({ activity, cut, report }) => {
    const programmed = programmedUpTo(activity, formDateOf(cut))?.percent;
    const { startsOn: start, endsOn: end, keeps } = activity;
    const expected = expectedOf({ start, end, programmed, keeps }, cut.date);
    if (trafficLight(compliance(report.progress / 10, expected)) === 'green') return [];
    if (hasCause(turn.db, { activityId: activity.id, cutId: cut.id })) return [];
    return [{ activityId: activity.id, cutId: cut.id, number: activity.number, name: activity.name }];
  });
}
