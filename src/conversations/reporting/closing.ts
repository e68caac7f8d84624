import { allPlans } from '../../db/plans.ts';
import { endRound, openNewQuestion, roundOf } from '../../db/questions.ts';
import { causesOfCut, type Report } from '../../db/reports.ts';
import { pendingTasksOf, type Task, taskOf } from '../../db/tasks.ts';
import { localDate } from '../../domain/dates.ts';
import { compliance, expectedProgress, trafficLight } from '../../domain/progress.ts';
import { paragraphs } from '../../texts/html.ts';
import { closing } from '../../texts/reporting.ts';
import { planName } from '../../texts/words.ts';
import { sayAfterTap, type Turn } from '../turn.ts';
import { type CausesQuestion, causesMessage } from './causes.ts';
import type { Above } from './question.ts';
import { doneItems } from './round.ts';

/** The end of a round: what was reported, what is left, and once, what holds the late ones back. */
export function closeRound(turn: Turn, above: Above): void {
  const round = roundOf(turn.db, turn.person.id);
  if (!round) return;
  endRound(turn.db, turn.person.id);
  const done = doneItems(round.items).flatMap((item) => {
    const task = taskOf(turn.db, turn.person.id, item, turn.moment);
    return task?.report ? [{ ...task, report: task.report }] : [];
  });
  const several = allPlans(turn.db).length > 1;
  const named = ({ plan, activity }: Task) => ({
    plan: several ? planName(plan) : null,
    number: activity.number,
  });
  const pending = pendingTasksOf(turn.db, turn.person.id, turn.moment);
  const left = round.items.flatMap((item) => {
    const task = pending.find((each) => each.activity.id === item.activityId && each.cut.id === item.cutId);
    return task ? [named(task)] : [];
  });
  const text = paragraphs(
    above.before,
    closing({
      name: turn.person.name,
      reported: done.map((task) => ({ ...named(task), progress: task.report.progress })),
      total: round.items.length,
      left,
      lastDay: done.length === 0 ? null : localDate(Math.min(...done.map((task) => task.until)) - 1),
    }),
  );
  const behind = behindExpected(turn, done);
  if (behind.length === 0) {
    sayAfterTap(turn, { html: text });
    return;
  }
  const payload: CausesQuestion = { kind: 'causes', behind, at: null, closing: text };
  const row = openNewQuestion(turn.db, {
    personId: turn.person.id,
    kind: payload.kind,
    activityId: null,
    cutId: null,
    payload,
    askedAt: turn.now,
    basedOnReport: 0,
  });
  sayAfterTap(turn, causesMessage(row.id, payload));
}

/** Yellow or red, and nobody has said yet what holds it back at this cut. */
function behindExpected(
  turn: Turn,
  done: readonly (Task & { readonly report: Report })[],
): CausesQuestion['behind'] {
  return done.flatMap((task) => {
    const expected = expectedProgress(task.activity.startsOn, task.activity.endsOn, task.cut.date);
    if (trafficLight(compliance(task.report.progress / 10, expected)) === 'green') return [];
    if (causesOfCut(turn.db, task.cut.id).has(task.activity.id)) return [];
    const { number, name } = task.activity;
    return [{ activityId: task.activity.id, cutId: task.cut.id, number, name }];
  });
}
