import { earlierReport } from '../../../db/earlier-reports.ts';
import { hasSeveralPlans } from '../../../db/plans.ts';
import { roundOf } from '../../../db/rounds.ts';
import type { Task } from '../../../db/tasks.ts';
import { measureOf } from '../../../domain/units.ts';
import type { AskedActivity } from '../../../texts/reporting/questions.ts';
import { planName } from '../../../texts/words/names.ts';
import { shownMeasure } from '../../../texts/words/units.ts';
import type { Turn } from '../../turn.ts';
import { aboutOf, isSame } from '../about.ts';

/** What a question shows of its activity. */
export function askedActivity(turn: Turn, task: Task): AskedActivity {
  const { activity, cut } = task;
  const round = roundOf(turn.db, turn.person.id);
  const index = round?.items.findIndex((item) => isSame(item, aboutOf(task))) ?? -1;
  const earlier = earlierReport(turn.db, activity, cut.date);
  return {
    number: activity.number,
    name: activity.name,
    target: activity.target,
    keeps: activity.keeps,
    units: measureOf(activity),
    cutDate: cut.date,
    plan: hasSeveralPlans(turn.db) ? planName(task.plan) : null,
    forPosition: task.forPosition,
    place: round && index >= 0 ? { index: index + 1, total: round.items.length } : null,
    earlier: earlier ? { ...shownFigures(task, earlier.report), cutDate: earlier.cutDate } : null,
    current: task.report
      ? {
          ...shownFigures(task, task.report),
          corrected: task.report.origin === 'correction',
          isStanding: task.report.personId === turn.person.id && !task.pending,
        }
      : null,
    keptObservation: task.draft?.observation ?? null,
  };
}

export function figures(report: {
  readonly progress: number;
  readonly amount: number | null;
  readonly observation: string;
}) {
  return { progress: report.progress, amount: report.amount, observation: report.observation };
}

/** The same, with what it is counted in, to be shown. */
export function shownFigures({ activity }: Task, report: Parameters<typeof figures>[0]) {
  return { ...figures(report), measure: shownMeasure(activity) };
}
