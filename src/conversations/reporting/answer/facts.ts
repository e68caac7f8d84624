import { earlierReport } from '../../../db/earlier-reports.ts';
import type { QuestionRow } from '../../../db/questions.ts';
import { type Task, tasksOf } from '../../../db/tasks.ts';
import type { Numbers } from '../../../domain/answers/answer.ts';
import { measureOf } from '../../../domain/units.ts';
import type { Turn } from '../../turn.ts';
import { figures } from '../questions/asked-activity.ts';
import type { Facts } from './decision.ts';

/** What the decision needs to know. */
export function factsOf(turn: Turn, task: Task, row: QuestionRow): Facts {
  const earlier = earlierReport(turn.db, task.activity, task.cut.date);
  const newer = task.report && task.report.id > row.basedOnReport && task.report.personId !== turn.person.id;
  return {
    earlier: earlier ? figures(earlier.report) : null,
    current: task.report ? figures(task.report) : null,
    standing: task.report?.personId === turn.person.id && !task.pending,
    kept: {
      progress: task.draft?.progress ?? null,
      amount: task.draft?.amount ?? null,
      observation: task.draft?.observation ?? null,
    },
    measure: measureOf(task.activity),
    takenByOther: newer === true,
    numbers: numbersOf(turn),
  };
}

/** The numbers of what a person may report or correct now; read when they are first asked for. */
function numbersOf({ db, person, moment }: Turn): Numbers {
  let known: ReadonlySet<string> | undefined;
  return {
    has: (number) => {
      known ??= new Set(tasksOf(db, person.id, moment).map((task) => task.activity.number));
      return known.has(number);
    },
  };
}
