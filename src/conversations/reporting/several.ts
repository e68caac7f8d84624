import { z } from 'zod';
import { closeQuestion, openNewQuestion, type QuestionRow } from '../../db/questions.ts';
import { earlierReport } from '../../db/reports.ts';
import { pendingTasksOf, type Task, taskOf } from '../../db/tasks.ts';
import { writeButton } from '../../domain/buttons.ts';
import { type NumberedAnswer, readSeveral } from '../../domain/several-answers.ts';
import { nothing } from '../../texts/html.ts';
import * as texts from '../../texts/reporting.ts';
import * as severalTexts from '../../texts/several.ts';
import { say, sayAfterTap, type Turn } from '../turn.ts';
import { storeReport } from './answer.ts';
import { goOn } from './continue.ts';
import { lengthOf, longestObservation } from './proceed.ts';

const severalQuestion = z.object({
  kind: z.literal('several'),
  sentAt: z.number(),
  items: z.array(
    z.object({
      activityId: z.number(),
      cutId: z.number(),
      number: z.string(),
      progress: z.number().int().min(0).max(1000),
      observation: z.string(),
      lowerThan: z.number().nullable(),
      basedOnReport: z.number(),
    }),
  ),
});
type SeveralQuestion = z.infer<typeof severalQuestion>;
type Item = SeveralQuestion['items'][number];
type Unclear = { readonly number: string; readonly why: string };

/**
 * A message whose lines begin with the number of a pending activity and a colon is shown as understood.
 * @returns false when the text is not of that shape.
 */
export function offerSeveral(turn: Turn, text: string): boolean {
  const pending = pendingTasksOf(turn.db, turn.person.id, turn.moment);
  const answers = readSeveral(text, new Set(pending.map((task) => task.activity.number)));
  if (!answers) return false;
  const items: Item[] = [];
  const unclear: Unclear[] = [];
  for (const each of answers) {
    const read = readLine(turn, each, pending, answers);
    if ('why' in read) unclear.push(read);
    else items.push(read);
  }
  if (items.length === 0) return false;
  const payload: SeveralQuestion = { kind: 'several', sentAt: turn.moment, items };
  const row = openNewQuestion(turn.db, {
    personId: turn.person.id,
    kind: payload.kind,
    activityId: null,
    cutId: null,
    payload,
    askedAt: turn.now,
    basedOnReport: 0,
  });
  const button = (label: string, answer: string) => ({
    text: label,
    data: writeButton({ to: 'question', id: row.id, answer }),
  });
  say(turn, {
    html: severalTexts.several(items, unclear),
    keyboard: [[button(texts.buttons.saveAll, 'yes'), button(texts.buttons.no, 'no')]],
  });
  return true;
}

/** The tap that saves them, or not. @returns false when the button is none of this question's. */
export function answerSeveral(turn: Turn, row: QuestionRow, said: string): boolean {
  const question = severalQuestion.parse(row.payload);
  if (said !== 'yes' && said !== 'no') return false;
  closeQuestion(turn.db, row.id, turn.now);
  if (said === 'no') {
    goOn(turn, { saved: null, before: severalTexts.severalNotSaved() });
    return true;
  }
  const sent = { ...turn, moment: question.sentAt };
  const saved: Item[] = [];
  const changed: Unclear[] = [];
  for (const item of question.items) {
    const task = taskOf(turn.db, turn.person.id, item, question.sentAt);
    if (!task) changed.push({ number: item.number, why: severalTexts.unclear.closed });
    else if (task.report && task.report.id > item.basedOnReport && task.report.personId !== turn.person.id) {
      changed.push({ number: item.number, why: severalTexts.unclear.taken });
    } else {
      storeReport(sent, task, item);
      saved.push(item);
    }
  }
  sayAfterTap(turn, { html: severalTexts.severalSaved(saved, changed) });
  goOn({ ...turn, tappedRow: null }, { saved: null, before: nothing });
  return true;
}

function readLine(
  turn: Turn,
  line: NumberedAnswer,
  pending: readonly Task[],
  all: readonly NumberedAnswer[],
): Item | Unclear {
  const { number, answer } = line;
  const tasks = pending.filter((each) => each.activity.number === number);
  const task = tasks[0];
  if (!task || tasks.length > 1) return { number, why: severalTexts.unclear.twoPlans };
  if (all.filter((each) => each.number === number).length > 1)
    return { number, why: severalTexts.unclear.twice };
  const observation = answer.kind === 'both' ? answer.observation : (task.draft?.observation ?? '');
  if (answer.kind === 'outOfRange') return { number, why: severalTexts.unclear.outOfRange };
  if (answer.kind !== 'both' && answer.kind !== 'percentage')
    return { number, why: severalTexts.unclear.noPercentage };
  if (!/\p{L}/u.test(observation)) return { number, why: severalTexts.unclear.noObservation };
  if (lengthOf(observation) > longestObservation) return { number, why: severalTexts.unclear.tooLong };
  const earlier = earlierReport(turn.db, task.activity.id, task.cut.date)?.report.progress ?? 0;
  return {
    activityId: task.activity.id,
    cutId: task.cut.id,
    number,
    progress: answer.tenths,
    observation,
    lowerThan: answer.tenths < earlier ? earlier : null,
    basedOnReport: task.report?.id ?? 0,
  };
}
