import { closeQuestion, roundOf, saveRound, suspendedQuestions, suspendOpen } from '../../db/questions.ts';
import { pendingTasksOf, type Task, taskOf } from '../../db/tasks.ts';
import type { Html } from '../../domain/events.ts';
import { nothing, paragraphs } from '../../texts/html.ts';
import * as questions from '../../texts/questions.ts';
import * as texts from '../../texts/reporting.ts';
import { sayAfterTap, type Turn } from '../turn.ts';
import { askAgain, askNew } from './ask.ts';
import { closeRound } from './closing.ts';
import { type Above, type ReportQuestion, readReportQuestion, type Saved } from './question.ts';
import { isSame, mark, nextItem } from './round.ts';

/** Begins a round over everything pending, drafts first; a question that is open waits its turn. */
export function startRound(turn: Turn, before: Html = nothing): void {
  const pending = pendingTasksOf(turn.db, turn.person.id, turn.moment);
  if (pending.length === 0) {
    sayAfterTap(turn, { html: paragraphs(before, texts.nothingPending(turn.person.name)) });
    return;
  }
  suspendOpen(turn.db, turn.person.id);
  const items = pending.map((task) => ({
    activityId: task.activity.id,
    cutId: task.cut.id,
    state: 'todo' as const,
  }));
  saveRound(turn.db, turn.person.id, turn.now, items);
  goOn(turn, { saved: null, before });
}

/** After an activity is done, skipped or left: the next of the round, its closing, what was interrupted. */
export function goOn(turn: Turn, above: Above): void {
  const round = roundOf(turn.db, turn.person.id);
  if (round && askNextOfRound(turn, above)) return;
  if (round) closeRound(turn, above);
  const interrupted = interruptedQuestion(turn);
  if (interrupted) {
    askAgain(
      turn,
      interrupted.task,
      interrupted.row,
      interrupted.question,
      round ? nothing : lineAbove(above),
    );
  } else if (!round && lineAbove(above) !== nothing) {
    sayAfterTap(turn, { html: lineAbove(above) });
  }
}

function askNextOfRound(turn: Turn, above: Above): boolean {
  for (;;) {
    const round = roundOf(turn.db, turn.person.id);
    const item = round ? nextItem(round.items) : undefined;
    if (!round || !item) return false;
    const task = taskOf(turn.db, turn.person.id, item, turn.moment);
    if (!task?.pending) {
      saveRound(turn.db, turn.person.id, round.startedAt, mark(round.items, item, 'gone'));
      continue;
    }
    askTask(turn, task, above);
    return true;
  }
}

/** Asks about a task: the question about it that was interrupted, or for the half that is missing. */
export function askTask(turn: Turn, task: Task, above: Above): void {
  const row = suspendedQuestions(turn.db, turn.person.id).find(
    (each) => each.activityId === task.activity.id && each.cutId === task.cut.id,
  );
  if (row) {
    askAgain(turn, task, row, readReportQuestion(row.payload), lineAbove(above));
    return;
  }
  askNew(turn, task, firstQuestion(task, above.saved), 'new', above.before);
}

/** *Corregir*: everything is asked anew; of a reported activity nothing changes until both halves are given. */
export function askCorrection(turn: Turn, task: Task): void {
  const correcting = task.report !== undefined;
  askNew(turn, task, { kind: 'progress', correcting, saved: null, held: null }, 'new');
}

function firstQuestion(task: Task, saved: Saved | null): ReportQuestion {
  const common = { correcting: task.report !== undefined && !task.pending, saved };
  const progress = task.draft?.progress ?? null;
  return progress === null
    ? { kind: 'progress', ...common, held: null }
    : { kind: 'observation', ...common, progress, proposal: null };
}

/** The latest question about an activity that another one interrupted and that can still be answered. */
function interruptedQuestion(turn: Turn) {
  for (const row of suspendedQuestions(turn.db, turn.person.id)) {
    if (row.activityId === null || row.cutId === null) continue;
    const of = { activityId: row.activityId, cutId: row.cutId };
    const task = taskOf(turn.db, turn.person.id, of, turn.moment);
    const question = readReportQuestion(row.payload);
    if (task && (task.pending || question.correcting)) return { row, task, question };
    closeQuestion(turn.db, row.id, turn.now);
  }
  return undefined;
}

function lineAbove(above: Above): Html {
  return paragraphs(above.saved ? questions.savedLine(above.saved) : nothing, above.before);
}

/** Where a saved activity stands in the round under way, for *Guardado (2 de 6)*. */
export function tally(
  turn: Turn,
  of: { activityId: number; cutId: number },
): { done: number; total: number } {
  const round = roundOf(turn.db, turn.person.id);
  if (!round?.items.some((item) => isSame(item, of))) return { done: 0, total: 0 };
  return { done: round.items.filter((item) => item.state === 'done').length, total: round.items.length };
}
