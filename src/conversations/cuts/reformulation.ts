import { z } from 'zod';
import { cutsInOrder, programmingColumns } from '../../actions/programming.ts';
import { askPlanChange, whyImpossible } from '../../actions/reformulate.ts';
import { activityOfPerson } from '../../db/own-activities.ts';
import { planById } from '../../db/plan-changes.ts';
import { type Activity, activitiesOf, activityById, firstUnopenedCut, type Plan } from '../../db/plans.ts';
import { writeButton } from '../../domain/buttons.ts';
import type { Html } from '../../domain/events.ts';
import { hasLetter } from '../../domain/invisible.ts';
import { cleanOutsideText } from '../../domain/outside-text.ts';
import { type ActivityChange, changeKinds } from '../../domain/plan-change.ts';
import { cleanReason, REASON_MOST } from '../../domain/reason.ts';
import { writeScreen } from '../../domain/screens.ts';
import { readProgramming } from '../../domain/written-programming.ts';
import { readTypedSpan } from '../../domain/written-span.ts';
import { planChangeWords } from '../../notices/plan-change-words.ts';
import { acceptorsOf } from '../../summary/change-acceptors.ts';
import { chooseOne, cutButtons, reasonPlease } from '../../texts/cuts/cut-screens.ts';
import { programmingButtons, wrongProgramming } from '../../texts/cuts/programming.ts';
import * as texts from '../../texts/cuts/reformulation.ts';
import { nothingChanged } from '../../texts/dialogs.ts';
import { notForYou } from '../../texts/help.ts';
import { plain } from '../../texts/html.ts';
import { listButtons } from '../../texts/reporting/my-activities.ts';
import { mayNow } from '../allowed.ts';
import { askStep, type Dialog, type Said } from '../dialogs/dialog.ts';
import { finishStep } from '../dialogs/finish-step.ts';
import { inRows, screenButton } from '../dialogs/keyboard.ts';
import { pageButtons, pageOf } from '../dialogs/list-pages.ts';
import { follow, say, type Turn } from '../turn.ts';
import { turnCuts } from './cuts.ts';

/** The longest text of an activity that is taken in the chat. */
const TEXT_MOST = 2_000;

const step = z.object({
  activityId: z.number(),
  /** Null: it is being asked for, and so on below. */
  kind: z.enum(changeKinds).nullable(),
  /** The new value as it was typed, or a button of programming. It is read again at each step. */
  value: z
    .union([z.object({ text: z.string() }), z.object({ is: z.enum(['keeps', 'straight']) })])
    .nullable(),
  why: z.string().nullable(),
});
type Step = z.infer<typeof step>;

/** A change of the plan in one activity: what, the new value, why; then it is asked for. */
export const reformDialog: Dialog<'reform'> = {
  needs: 'askPlanChange',
  answer: (turn, data, said) => answer(turn, step.parse(data), said),
  hint: chooseOne,
};

/** The activities of a plan: which one is to change. */
export function showReformable(turn: Turn, planId: number, asked: number): void {
  const plan = planById(turn.db, planId);
  if (!plan) return turnCuts(turn, 1);
  const all = activitiesOf(turn.db, planId).filter((each) => each.retiredAt === null);
  const page = pageOf(all, asked);
  const buttons = page.items.map(({ id, number }) =>
    screenButton(programmingButtons.activity(number), 'reform', { activityId: id }),
  );
  follow(turn, {
    html: texts.whichActivityChanges({ plan, shown: page.items }),
    keyboard: [
      ...inRows(buttons, 4),
      ...pageButtons(page, (to) => writeScreen('reformwhich', { planId, page: to })),
      [screenButton(texts.reformButtons.back, 'versions', { planId, page: 1 })],
    ],
  });
}

/** Begins with one activity: one's own, or any for the person who coordinates. */
export function startReformulation(turn: Turn, activityId: number): void {
  const of = found(turn, activityId);
  if (of === 'notTheirs') follow(turn, { html: notForYou() });
  else if (typeof of === 'string') follow(turn, { html: plain(texts.notPossible[of]) });
  else ask(turn, of, { activityId, kind: null, value: null, why: null });
}

type Found = {
  readonly activity: Activity;
  readonly plan: Plan;
  readonly from: string;
  readonly cuts: number;
};

function found(turn: Turn, activityId: number): Found | 'notTheirs' | 'retired' | 'noCut' {
  const { db, person, now } = turn;
  const activity = activityById(db, activityId);
  const plan = activity && planById(db, activity.planId);
  const may = mayNow(turn, 'manageCuts') || activityOfPerson(db, person.id, activityId, now) !== undefined;
  if (!activity || !plan || !may) return 'notTheirs';
  if (activity.retiredAt !== null) return 'retired';
  const from = firstUnopenedCut(db, plan.id, now);
  return from ? { activity, plan, from: from.cut.date, cuts: cutsInOrder(db, plan.id).length } : 'noCut';
}

/** Asks for what is not known yet. */
function ask(turn: Turn, of: Found, at: Step): void {
  const { activity, cuts } = of;
  if (at.kind === null) {
    const { kinds } = texts.reformButtons;
    return askStep(turn, { dialog: 'reform', data: at }, (button) => ({
      html: texts.whatChanges({ ...of, ...activity }),
      keyboard: [
        [button(kinds.target, 'target'), button(kinds.dates, 'dates')],
        [button(kinds.programming, 'programming'), button(kinds.text, 'text')],
        [button(kinds.withdrawal, 'withdrawal')],
        [button(cutButtons.cancel, 'no')],
      ],
    }));
  }
  const { kind } = at;
  if (kind !== 'withdrawal' && at.value === null)
    return askStep(turn, { dialog: 'reform', data: at }, (button) => ({
      html: texts.newValue(kind, { ...activity, cuts }),
      keyboard: [
        ...(kind === 'programming'
          ? [[button(programmingButtons.keeps, 'keeps'), button(programmingButtons.dates, 'straight')]]
          : []),
        [button(cutButtons.cancel, 'no')],
      ],
    }));
  if (at.why === null)
    return askStep(turn, { dialog: 'reform', data: at }, (button) => ({
      html: texts.whyChange(activity),
      keyboard: [[button(cutButtons.cancel, 'no')]],
    }));
  confirm(turn, of, at);
}

function answer(turn: Turn, at: Step, said: Said<'reform'>): boolean {
  const of = found(turn, at.activityId);
  if (typeof of === 'string' || (said.by === 'tap' && said.answer === 'no')) {
    const html =
      typeof of === 'string' && of !== 'notTheirs' ? plain(texts.notPossible[of]) : nothingChanged();
    finishStep(turn, { html, keyboard: back(turn, at.activityId) });
    return true;
  }
  if (at.kind === null) {
    const kind = said.by === 'tap' ? changeKinds.find((each) => each === said.answer) : undefined;
    if (kind === undefined) return false;
    ask(turn, of, { ...at, kind });
    return true;
  }
  if (at.kind !== 'withdrawal' && at.value === null) return takeValue(turn, of, at, said);
  if (at.why === null) {
    if (said.by !== 'typed') return false;
    const why = cleanReason(said.text);
    if (why === null) say(turn, { html: reasonPlease(REASON_MOST) });
    else ask(turn, of, { ...at, why });
    return true;
  }
  if (said.by !== 'tap' || said.answer !== 'yes') return false;
  send(turn, of, at);
  return true;
}

function takeValue(turn: Turn, of: Found, at: Step, said: Said<'reform'>): boolean {
  const is =
    said.by === 'tap' && (said.answer === 'keeps' || said.answer === 'straight') ? said.answer : null;
  const value = said.by === 'typed' ? { text: said.text } : is === null ? null : { is };
  if (value === null) return false;
  const read = changeOf(turn, of, { ...at, value });
  const why = read.ok
    ? whyImpossible(turn.db, { planId: of.plan.id, changes: [read.change] }, turn.now)
    : null;
  if (!read.ok) say(turn, { html: read.why });
  else if (why === 'nothing') say(turn, { html: plain(texts.notPossible.nothing) });
  else ask(turn, of, { ...at, value });
  return true;
}

type Read =
  | { readonly ok: true; readonly change: ActivityChange }
  | { readonly ok: false; readonly why: Html };

/** The change that was described, over what the plan says now. */
function changeOf(turn: Turn, { activity, plan, cuts }: Found, { kind, value }: Step): Read {
  const activityId = activity.id;
  const typed = value !== null && 'text' in value ? value.text : '';
  const words = cleanOutsideText(typed).trim();
  const isText = hasLetter(words) && words.length <= TEXT_MOST;
  const no = (why: string): Read => ({ ok: false, why: plain(why) });
  const yes = (change: ActivityChange): Read => ({ ok: true, change });
  switch (kind) {
    case null:
      return { ok: false, why: chooseOne() };
    case 'target': {
      const before = { target: activity.target };
      return isText
        ? yes({ kind, activityId, before, after: { target: words } })
        : no(texts.notAValue.target);
    }
    case 'text': {
      const before = { name: activity.name };
      return isText ? yes({ kind, activityId, before, after: { name: words } }) : no(texts.notAValue.text);
    }
    case 'dates': {
      const { startsOn, endsOn } = activity;
      const after = readTypedSpan(typed, plan.fiscalYear);
      return after
        ? yes({ kind, activityId, before: { startsOn, endsOn }, after })
        : no(texts.notAValue.dates);
    }
    case 'withdrawal':
      return yes({ kind, activityId, before: {}, after: {} });
    case 'programming': {
      const { programmed, measure, yearAmount, keeps } = activity;
      const before = { programmed, measure, yearAmount, keeps };
      const after = (change: Parameters<typeof programmingColumns>[2]) =>
        yes({
          kind,
          activityId,
          before,
          after: { ...before, ...programmingColumns(turn.db, activity, change) },
        });
      if (value !== null && 'is' in value) return after({ kind: value.is === 'keeps' ? 'keeps' : 'dates' });
      const written = readProgramming(typed, cuts);
      return typeof written === 'string'
        ? no(wrongProgramming(written, cuts))
        : after({ kind: 'written', written });
    }
  }
}

/** Shows the change, who would accept it and from when it would hold. */
function confirm(turn: Turn, of: Found, at: Step): void {
  const read = changeOf(turn, of, at);
  if (!read.ok) return ask(turn, of, { ...at, value: null });
  const change = asked(turn, of, at, read.change);
  askStep(turn, { dialog: 'reform', data: at }, (button) => ({
    html: texts.askQuestion(
      planChangeWords(turn.db, change, turn.now),
      acceptorsOf(turn.db, change, turn.now),
    ),
    keyboard: [[button(texts.reformButtons.yes, 'yes')], [button(cutButtons.cancel, 'no')]],
  }));
}

function asked(turn: Turn, { plan }: Found, { why }: Step, change: ActivityChange) {
  return { planId: plan.id, changes: [change], why: why ?? '', askedBy: turn.person.id };
}

function send(turn: Turn, of: Found, at: Step): void {
  const read = changeOf(turn, of, at);
  if (!read.ok) return ask(turn, of, { ...at, value: null });
  const done = askPlanChange(turn.db, asked(turn, of, at, read.change), turn.now);
  const html = done.ok
    ? texts.changeAsked(acceptorsOf(turn.db, done.change, turn.now))
    : plain(texts.notPossible[done.why]);
  finishStep(turn, { html, keyboard: back(turn, at.activityId) });
}

function back(turn: Turn, activityId: number) {
  const planId = activityById(turn.db, activityId)?.planId;
  if (planId !== undefined && mayNow(turn, 'manageCuts'))
    return [[screenButton(texts.reformButtons.back, 'versions', { planId, page: 1 })]];
  return [[{ text: listButtons.back, data: writeButton({ to: 'myActivities', page: 1 }) }]];
}
