import { z } from 'zod';
import type { QuestionRow } from '../../../db/questions.ts';
import { closeQuestion, reopenQuestion } from '../../../db/questions.ts';
import { taskOf } from '../../../db/tasks.ts';
import type { Html } from '../../../domain/events.ts';
import { amountToStore, measureOf } from '../../../domain/units.ts';
import { splitAtLines } from '../../../summary/split-at-lines.ts';
import { buttons } from '../../../texts/reporting/reporting.ts';
import * as texts from '../../../texts/reporting/several.ts';
import { shownMeasure } from '../../../texts/words/units.ts';
import { answerButton } from '../../question-answers.ts';
import { say, type Turn } from '../../turn.ts';

const tenths = z.number().int().min(0).max(1000);
/** How many of the measure; left out or null: said as a percentage. */
const amount = z.number().nonnegative().nullable().optional();
const numbered = { activityId: z.number(), cutId: z.number(), number: z.string() };

const severalQuestion = z.object({
  kind: z.literal('several'),
  sentAt: z.number(),
  /** The message that said it, in case it is edited. */
  messageId: z.number().nullable(),
  items: z.array(
    z.object({
      ...numbered,
      /** Null: not said; the words are kept as a draft. */
      progress: tenths.nullable(),
      amount,
      /** Empty: not said yet, so the percentage is kept as a draft. */
      observation: z.string(),
      lowerThan: z.number().nullable(),
      basedOnReport: z.number(),
    }),
  ),
  /** Corrections of reported activities; each is asked about afterwards. */
  corrections: z
    .array(
      z.object({ ...numbered, progress: tenths, amount, observation: z.string().nullable(), from: tenths }),
    )
    .default([]),
  /** Lines of which nobody knows the activity: it is asked afterwards. */
  unread: z.array(z.string()).default([]),
});

export type SeveralQuestion = z.infer<typeof severalQuestion>;
export type SeveralItem = SeveralQuestion['items'][number];
export type SeveralCorrection = SeveralQuestion['corrections'][number];
export type Unclear =
  | { readonly number: string; readonly why: string; readonly text?: string }
  /** A line without a number. */
  | { readonly number: null; readonly text: string; readonly why: string };

export function readSeveralQuestion(payload: unknown): SeveralQuestion {
  return severalQuestion.parse(payload);
}

/** Shows what was understood, in as many messages as it takes; the last one has the buttons. */
export function showSeveral(
  turn: Turn,
  id: number,
  question: SeveralQuestion,
  unclear: readonly Unclear[],
): void {
  const { items } = question;
  const button = answerButton<'several'>(id);
  const shown = items.map((item) => ({ ...item, ...unitsOf(turn, item) }));
  const corrections = question.corrections.map((item) => ({
    ...item,
    measure: unitsOf(turn, item).measure,
  }));
  const messages: readonly Html[] = splitAtLines(texts.several(shown, { ...question, corrections }, unclear));
  messages.forEach((html, place) => {
    const last = place === messages.length - 1;
    const keyboard = [[button(buttons.saveThese(items.length), 'yes'), button(buttons.no, 'no')]];
    say(turn, last ? { html, keyboard, asks: id } : { html });
  });
}

/** The units that will be stored with a figure, and what they count. */
function unitsOf(turn: Turn, item: SeveralItem | SeveralCorrection) {
  const activity = taskOf(turn.db, turn.person.id, item, turn.now)?.activity;
  if (activity === undefined || item.progress === null) return {};
  const said = { tenths: item.progress, amount: item.amount ?? null };
  return { amount: amountToStore(said, measureOf(activity)), measure: shownMeasure(activity) };
}

/**
 * Shows the items that still wait, after another question or a long silence, with `first` above them. Closes the
 * question when every item has a newer report or is not asked any more.
 * @returns false when it was closed
 */
export function askSeveralAgain(turn: Turn, row: QuestionRow, first: () => void = () => undefined): boolean {
  const question = readSeveralQuestion(row.payload);
  const items = question.items.filter((item) => {
    const task = taskOf(turn.db, turn.person.id, item, turn.now);
    return task !== undefined && (task.report?.id ?? 0) <= item.basedOnReport;
  });
  if (items.length === 0) {
    closeQuestion(turn.db, row.id, turn.now);
    return false;
  }
  first();
  const payload: SeveralQuestion = { ...question, items };
  const reopened = reopenQuestion(turn.db, row, { basedOnReport: 0, askedAt: turn.now, payload });
  showSeveral(turn, reopened.id, payload, []);
  return true;
}
