import { openQuestion } from '../../../db/questions.ts';
import { type Task, tasksOf } from '../../../db/tasks.ts';
import { writeButton } from '../../../domain/buttons.ts';
import type { Keyboard } from '../../../domain/events.ts';
import * as texts from '../../../texts/reporting/reporting.ts';
import { say, type Turn } from '../../turn.ts';
import { aboutOf } from '../about.ts';
import { askCorrection } from '../questions/ask-correction.ts';

/** How many of the last reports have a button to correct them. */
const mostToCorrect = 3;

/** Asks which of the last reports is to be corrected; the only one is asked at once. */
export function offerCorrections(turn: Turn): void {
  const [last, another] = reportedBy(turn);
  if (last === undefined) {
    const asked = openQuestion(turn.db, turn.person.id) !== undefined;
    say(turn, { html: texts.nothingToCorrect(asked) });
  } else if (another === undefined) askCorrection(turn, last);
  else say(turn, { html: texts.whichToCorrect(last.activity.number), keyboard: correctButtons(turn) });
}

/** The last reports of this person, each with *Corregir*; undefined: there is none. */
export function correctButtons(turn: Turn): Keyboard | undefined {
  const rows = reportedBy(turn)
    .slice(0, mostToCorrect)
    .map((task) => [
      {
        text: texts.buttons.correct(task.activity.number),
        data: writeButton({ to: 'correct', ...aboutOf(task) }),
      },
    ]);
  return rows.length === 0 ? undefined : rows;
}

/** What this person reported and may still correct, the latest first. */
export function reportedBy(turn: Turn): readonly Task[] {
  return tasksOf(turn.db, turn.person.id, turn.moment)
    .filter((task) => task.report?.personId === turn.person.id && !task.pending)
    .toSorted((one, other) => (other.report?.id ?? 0) - (one.report?.id ?? 0));
}
