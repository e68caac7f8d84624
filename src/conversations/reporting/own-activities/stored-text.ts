import { draftsOf } from '../../../db/drafts.ts';
import type { Task } from '../../../db/tasks.ts';
import type { Html } from '../../../domain/events.ts';
import { storedIs } from '../../../texts/reporting/reporting.ts';
import { shownMeasure } from '../../../texts/words/units.ts';
import type { Turn } from '../../turn.ts';

/** What is stored of a task, in words. */
export function storedText(turn: Turn, task: Task): Html {
  const half = draftsOf(turn.db, turn.person.id).find(
    (each) => each.activityId === task.activity.id && each.cutId === task.cut.id,
  );
  const measure = shownMeasure(task.activity);
  const report = task.report ? { ...task.report, measure } : null;
  return storedIs(task.activity.number, report, half ? { ...half, measure } : null);
}
