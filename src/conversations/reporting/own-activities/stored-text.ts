import { draftsOf } from '../../../db/drafts.ts';
import type { Task } from '../../../db/tasks.ts';
import { writeButton } from '../../../domain/buttons.ts';
import type { Button, Html } from '../../../domain/events.ts';
import { buttons, storedIs } from '../../../texts/reporting/reporting.ts';
import { shownMeasure } from '../../../texts/words/units.ts';
import type { Turn } from '../../turn.ts';
import { aboutOf } from '../about.ts';

/** Changes what is stored of a task, or reports it. */
export function changeButton(task: Task): Button {
  const { number } = task.activity;
  const text = task.report ? buttons.correct(number) : buttons.reportThis(number);
  return { text, data: writeButton({ to: 'correct', ...aboutOf(task) }) };
}

/** What is stored of a task, in words. */
export function storedText(turn: Turn, task: Task): Html {
  const half = draftsOf(turn.db, turn.person.id).find(
    (each) => each.activityId === task.activity.id && each.cutId === task.cut.id,
  );
  const measure = shownMeasure(task.activity);
  const report = task.report ? { ...task.report, measure } : null;
  return storedIs(task.activity.number, report, half ? { ...half, measure } : null);
}
