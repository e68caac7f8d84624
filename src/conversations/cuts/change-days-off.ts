import { z } from 'zod';
import {
  type AddDayOffResult,
  addDayOff,
  type RemoveDayOffResult,
  removeDayOff,
} from '../../actions/days-off.ts';
import { actorOf } from '../../db/audit.ts';
import { dayOffOn } from '../../db/days-off.ts';
import { dryRun } from '../../db/dry-run.ts';
import { type LocalDate, localDate } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { readTypedDate } from '../../domain/written-dates.ts';
import { chooseOne, cutButtons, noLongerSo } from '../../texts/cuts/cut-screens.ts';
import * as texts from '../../texts/cuts/days-off.ts';
import { nothingChanged } from '../../texts/dialogs.ts';
import { paragraphs, plain } from '../../texts/html.ts';
import { askStep, type Dialog, type Said } from '../dialogs/dialog.ts';
import { finishStep } from '../dialogs/finish-step.ts';
import { screenButton } from '../dialogs/keyboard.ts';
import { say, type Turn } from '../turn.ts';
import { showDaysOff } from './days-off.ts';

const step = z.object({
  does: z.enum(['add', 'remove']),
  /** Null: it is being asked for. */
  date: z.string().nullable(),
  name: z.string().nullable(),
  /** What it was said that it would move. */
  said: z.string(),
});
type Step = z.infer<typeof step>;
type Known = Step & { readonly date: LocalDate; readonly name: string };

/** A local day off: which and why, then which dates of which cuts move, then it is done. */
export const dayOffDialog: Dialog<'dayOff'> = {
  needs: 'manageCuts',
  answer: (turn, data, said) => answer(turn, step.parse(data), said),
  hint: chooseOne,
};

export function startAdding(turn: Turn): void {
  ask(turn, { does: 'add', date: null, name: null, said: '' }, texts.whichDay());
}

export function startRemoving(turn: Turn, date: LocalDate): void {
  const off = dayOffOn(turn.db, date);
  if (!off) return showDaysOff(turn, null, 1);
  propose(turn, { does: 'remove', date: off.date, name: off.name, said: '' }, null);
}

function answer(turn: Turn, at: Step, said: Said<'dayOff'>): boolean {
  if (said.by === 'tap' && said.answer === 'no') {
    finishStep(turn, { html: nothingChanged(), keyboard: back(at.date) });
    return true;
  }
  const { date, name } = at;
  if (date === null || name === null) {
    if (said.by !== 'typed') return false;
    takeTyped(turn, at, said.text);
    return true;
  }
  if (said.by !== 'tap' || said.answer !== 'yes') return false;
  const known: Known = { ...at, date, name };
  const tried = dryRun(turn.db, (db) => act({ ...turn, db }, known));
  if (!tried.ok || question(known, tried.moved) !== at.said) propose(turn, known, noLongerSo());
  else {
    act(turn, known);
    const html = at.does === 'add' ? texts.added(date, name) : texts.removed(date);
    finishStep(turn, { html, keyboard: back(date) });
  }
  return true;
}

/** Stands for the reason while only the date is judged. */
const someReason = 'motivo';

/** The date, the reason, or both in one message; of a day that cannot be one no reason is asked. */
function takeTyped(turn: Turn, at: Step, text: string): void {
  if (at.date !== null) return propose(turn, { ...at, date: at.date, name: text }, null);
  const read = dateFirst(text, localDate(turn.now));
  if (!read) {
    say(turn, { html: plain(texts.wrong.notADate) });
    return;
  }
  const known = { ...at, date: read.date, name: read.rest === '' ? someReason : read.rest };
  const tried = dryRun(turn.db, (db) => act({ ...turn, db }, known));
  if (read.rest !== '' || !tried.ok) return propose(turn, known, null);
  ask(turn, { ...at, date: read.date }, texts.whyOff(read.date));
}

/** A text that begins with a date: the longest beginning that is one, and what follows it. */
export function dateFirst(
  text: string,
  today: LocalDate,
): { readonly date: LocalDate; readonly rest: string } | null {
  const words = text.trim().split(/\s+/);
  for (let taken = Math.min(words.length, 7); taken > 0; taken -= 1) {
    const date = readTypedDate(
      words
        .slice(0, taken)
        .join(' ')
        .replace(/(?<![,:;.-])[,:;.-]+$/, ''),
      today,
    );
    if (date !== undefined) {
      const rest = words
        .slice(taken)
        .join(' ')
        .replace(/^[\s,:;.–-]+/, '');
      return { date, rest };
    }
  }
  return null;
}

/** Shows which dates would move, or why it is not done; then another date is asked for, or the reason again. */
function propose(turn: Turn, at: Known, before: Html | null): void {
  const tried = dryRun(turn.db, (db) => act({ ...turn, db }, at));
  if (!tried.ok) {
    const html = plain(refusalText(tried));
    if (at.does === 'remove') return finishStep(turn, { html, keyboard: back(at.date) });
    if (tried.why === 'name') return ask(turn, { ...at, name: null, said: '' }, html);
    return ask(turn, { does: 'add', date: null, name: null, said: '' }, html);
  }
  const name = tried.name;
  const said = question({ ...at, name }, tried.moved);
  const yes = at.does === 'add' ? texts.dayOffButtons.yesAdd : texts.dayOffButtons.yesRemove;
  askStep(turn, { dialog: 'dayOff', data: { ...at, name, said } }, (button) => ({
    html: before === null ? said : paragraphs(before, said),
    keyboard: [[button(yes, 'yes')], [button(cutButtons.cancel, 'no')]],
  }));
}

function act({ db, now, person }: Turn, { does, date, name }: Known): AddDayOffResult | RemoveDayOffResult {
  const by = actorOf(person.id);
  return does === 'add' ? addDayOff(db, date, name, now, by) : removeDayOff(db, date, now, by);
}

function question({ does, date, name }: Known, moved: texts.Moved): Html {
  return does === 'add' ? texts.addQuestion(date, name, moved) : texts.removeQuestion(date, name, moved);
}

function refusalText(refused: Extract<AddDayOffResult | RemoveDayOffResult, { ok: false }>): string {
  switch (refused.why) {
    case 'holiday':
    case 'alreadyOff':
      return texts.wrong[refused.why](refused.name);
    case 'reopens':
      return texts.wrong.reopens(refused.cutNumber);
    default:
      return texts.wrong[refused.why];
  }
}

function ask(turn: Turn, data: Step, html: Html): void {
  askStep(turn, { dialog: 'dayOff', data }, (button) => ({
    html,
    keyboard: [[button(cutButtons.cancel, 'no')]],
  }));
}

function back(date: LocalDate | null) {
  const shown = date === null ? { year: null, page: null } : { year: Number(date.slice(0, 4)), page: 1 };
  return [
    [
      screenButton(texts.dayOffButtons.back, 'daysoff', shown),
      screenButton(cutButtons.toCuts, 'cuts', { page: 1 }),
    ],
  ];
}
