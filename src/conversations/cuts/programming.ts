import { z } from 'zod';
import {
  cutsInOrder,
  type ProgrammingChange,
  programmingColumns,
  setProgramming,
} from '../../actions/programming.ts';
import { planById } from '../../db/plan-changes.ts';
import { type Activity, activitiesOf, activityById, type Cut, type Plan } from '../../db/plans.ts';
import { cumulativeFigures, formDateOf, programmedUpTo } from '../../domain/programming.ts';
import { writeScreen } from '../../domain/screens.ts';
import { readProgramming, type WrittenProgramming } from '../../domain/written-programming.ts';
import { cutButtons } from '../../texts/cuts/cut-screens.ts';
import * as texts from '../../texts/cuts/programming.ts';
import { nothingChanged } from '../../texts/dialogs.ts';
import { plain } from '../../texts/html.ts';
import { askStep, type Dialog, type Said } from '../dialogs/dialog.ts';
import { finishStep } from '../dialogs/finish-step.ts';
import { inRows, screenButton } from '../dialogs/keyboard.ts';
import { pageButtons, pageOf } from '../dialogs/list-pages.ts';
import { follow, say, type Turn } from '../turn.ts';
import { turnCuts } from './cuts.ts';

const { programmingButtons: buttons } = texts;

const step = z.object({
  activityId: z.number(),
  /** What will be set; null: it is being asked for. A text is read again when the yes comes. */
  change: z
    .union([
      z.object({ kind: z.literal('written'), text: z.string() }),
      z.object({ kind: z.enum(['keeps', 'raises', 'dates']) }),
    ])
    .nullable(),
});
type Step = z.infer<typeof step>;

/** What is programmed for one activity: a text or a button, then what it means, then it is set. */
export const programmingDialog: Dialog<'programming'> = {
  needs: 'manageCuts',
  answer: (turn, data, said) => answer(turn, step.parse(data), said),
  hint: () => plain(texts.notUnderstood.form),
};

/** The activities of a plan with what is programmed for each. */
export function showPrograms(turn: Turn, planId: number, asked: number): void {
  const plan = planById(turn.db, planId);
  if (!plan) return turnCuts(turn, 1);
  const cuts = cutsInOrder(turn.db, planId);
  const page = pageOf(
    activitiesOf(turn.db, planId).filter((each) => each.retiredAt === null),
    asked,
  );
  const html = texts.whichActivity({
    plan,
    page: page.page,
    pages: page.pages,
    shown: page.items.map((each) => ({ number: each.number, name: each.name, is: shown(each, cuts) })),
  });
  const activities = page.items.map(({ id, number }) =>
    screenButton(buttons.activity(number), 'program', { activityId: id }),
  );
  const turnTo = (to: number) => writeScreen('programs', { planId, page: to });
  follow(turn, {
    html,
    keyboard: [
      ...inRows(activities, 4),
      ...pageButtons(page, turnTo),
      [screenButton(texts.programmingButtons.back, 'settings', { planId })],
    ],
  });
}

/** One activity of that list. */
export function startProgramming(turn: Turn, activityId: number): void {
  const of = found(turn, activityId);
  if (!of) return turnCuts(turn, 1);
  ask(turn, of, { activityId, change: null });
}

type Found = { readonly activity: Activity; readonly plan: Plan; readonly cuts: readonly Cut[] };

function found(turn: Turn, activityId: number): Found | undefined {
  const activity = activityById(turn.db, activityId);
  const plan = activity && planById(turn.db, activity.planId);
  if (!activity || !plan || activity.retiredAt !== null) return undefined;
  return { activity, plan, cuts: cutsInOrder(turn.db, plan.id) };
}

function ask(turn: Turn, { activity, plan, cuts }: Found, data: Step): void {
  const { number, name, target } = activity;
  const html = texts.whatIsProgrammed({
    number,
    name,
    target,
    plan,
    cuts: cuts.map(({ date }) => date),
    is: shown(activity, cuts),
  });
  askStep(turn, { dialog: 'programming', data }, (button) => ({
    html,
    keyboard: [
      [activity.keeps ? button(buttons.raises, 'raises') : button(buttons.keeps, 'keeps')],
      [button(buttons.dates, 'dates'), button(cutButtons.cancel, 'no')],
    ],
  }));
}

function answer(turn: Turn, at: Step, said: Said<'programming'>): boolean {
  const of = found(turn, at.activityId);
  const tapped = said.by === 'tap' ? said.answer : null;
  if (!of || tapped === 'no') {
    finishStep(turn, { html: nothingChanged(), keyboard: of ? back(of.plan.id) : [] });
    return true;
  }
  if (tapped === 'yes') {
    const change = at.change && changeOf(of, at.change);
    if (!change) return false;
    setProgramming(turn.db, of.activity, change, turn.person.id, turn.now);
    finishStep(turn, { html: texts.programmed(of.activity.number), keyboard: back(of.plan.id) });
    return true;
  }
  if (tapped !== null) {
    confirm(turn, of, { ...at, change: { kind: tapped } });
    return true;
  }
  if (said.by !== 'typed') return false;
  const read = readProgramming(said.text, of.cuts.length);
  if (typeof read === 'string') {
    say(turn, {
      html: plain(read === 'count' ? texts.wrongCount(of.cuts.length) : texts.notUnderstood[read]),
    });
    return true;
  }
  confirm(turn, of, { ...at, change: { kind: 'written', text: said.text } });
  return true;
}

function changeOf(of: Found, change: NonNullable<Step['change']>): ProgrammingChange | null {
  if (change.kind !== 'written') return change;
  const written = readProgramming(change.text, of.cuts.length);
  return typeof written === 'string' ? null : { kind: 'written', written };
}

function confirm(turn: Turn, of: Found, at: Step): void {
  const change = at.change && changeOf(of, at.change);
  if (!change) return ask(turn, of, { ...at, change: null });
  const { number, name, target } = of.activity;
  const is = change.kind === 'written' ? written(change.written, of.cuts) : afterwards(of, change.kind);
  const added = change.kind === 'written' && change.written.added;
  const then = { ...of.activity, ...programmingColumns(turn.db, of.activity, change) };
  const onlyMeasure = change.kind === 'written' && change.written.values === null;
  const expected = onlyMeasure && expectedOf(then, of.cuts) !== expectedOf(of.activity, of.cuts);
  askStep(turn, { dialog: 'programming', data: at }, (button) => ({
    html: texts.programQuestion({
      number,
      name,
      target,
      plan: of.plan,
      is,
      expected: expected ? shown(then, of.cuts) : null,
      uncounted: then.measure === null ? of.activity.measure : null,
      added,
    }),
    keyboard: [[button(buttons.yes, 'yes')], [button(cutButtons.cancel, 'no')]],
  }));
}

/** What is expected at each cut, to be compared: another amount of the year changes it. */
function expectedOf(activity: Activity, cuts: readonly Cut[]): string {
  if (activity.keeps) return 'keeps';
  return cuts.map((cut) => programmedUpTo(activity, formDateOf(cut))?.percent ?? 'dates').join();
}

function afterwards({ activity, cuts }: Found, kind: 'keeps' | 'raises' | 'dates'): texts.ShownProgramming {
  return kind === 'raises' ? shown({ ...activity, keeps: false }, cuts) : { kind };
}

function written(of: WrittenProgramming, cuts: readonly Cut[]): texts.ShownProgramming {
  const values = cuts.flatMap(({ date }, place) => {
    const value = of.values?.[place];
    return value === undefined ? [] : [{ date, value }];
  });
  if (of.measure === null || of.yearAmount === null)
    return { kind: 'percent', values: values.map(({ date, value }) => ({ date, tenths: value })) };
  const { measure, yearAmount } = of;
  const amounts = values.map(({ date, value }) => ({ date, amount: value }));
  return { kind: 'amount', measure, yearAmount, values: amounts };
}

/** What is expected of an activity today. */
function shown(activity: Activity, cuts: readonly Cut[]): texts.ShownProgramming {
  if (activity.keeps) return { kind: 'keeps' };
  const read = cumulativeFigures(activity);
  if (!read) {
    const figures = activity.programmed ?? activity.planned;
    const some = figures.some((figure) => ('tenths' in figure ? figure.tenths : figure.amount) > 0);
    return { kind: some ? 'doubt' : 'dates' };
  }
  const dates = new Map(cuts.map((cut) => [cut.formDate ?? cut.date, cut.date]));
  const { yearAmount } = read;
  if (yearAmount === null)
    return {
      kind: 'percent',
      values: read.figures.flatMap((figure) => {
        const date = dates.get(figure.date);
        return date === undefined || !('tenths' in figure) ? [] : [{ date, tenths: figure.tenths }];
      }),
    };
  return {
    kind: 'amount',
    measure: activity.measure,
    yearAmount,
    values: read.figures.flatMap((figure) => {
      const date = dates.get(figure.date);
      return date === undefined || !('amount' in figure) ? [] : [{ date, amount: figure.amount }];
    }),
  };
}

function back(planId: number) {
  return [[screenButton(buttons.others, 'programs', { planId, page: 1 })]];
}
