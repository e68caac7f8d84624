import { z } from 'zod';
import { excludeActivities, includeActivities, mayChangeAsked } from '../../actions/exclusions.ts';
import { exclusionReasons } from '../../db/exclusions.ts';
import { type Activity, activitiesOfCut, type PlannedCut, plannedCut } from '../../db/plans.ts';
import { lastReport, lastReportsOfCut } from '../../db/reports.ts';
import { isAsked } from '../../db/tasks.ts';
import { cleanReason, REASON_MOST } from '../../domain/reason.ts';
import { writeScreen } from '../../domain/screens.ts';
import { responsiblesOf } from '../../summary/responsibles.ts';
import { chooseOne, cutButtons, noLongerSo, reasonPlease } from '../../texts/cuts/cut-screens.ts';
import * as texts from '../../texts/cuts/exclusions.ts';
import { nothingChanged } from '../../texts/dialogs.ts';
import { askStep, type Dialog, type Said, type StepButton } from '../dialogs/dialog.ts';
import { finishStep } from '../dialogs/finish-step.ts';
import { inRows, screenButton } from '../dialogs/keyboard.ts';
import { pageButtons, pageOf } from '../dialogs/list-pages.ts';
import { follow, say, type Turn } from '../turn.ts';
import { backTo, cutMessage, showCut } from './cuts.ts';

const step = z.object({
  cutId: z.number(),
  activityId: z.number(),
  /** Null: it is being asked for. An activity that comes back needs none. */
  reason: z.string().nullable(),
  back: z.boolean(),
});
type Step = z.infer<typeof step>;

/** *No programada en este corte*: one activity with the reason, and back again. */
export const exclusionDialog: Dialog<'exclusion'> = {
  needs: 'manageCuts',
  answer: (turn, data, said) => answer(turn, step.parse(data), said),
  hint: () => reasonPlease(REASON_MOST),
};

/** The activities of a cut that may be taken out of it or put back. */
export function showExclusions(turn: Turn, cutId: number, asked: number): void {
  const planned = plannedCut(turn.db, cutId);
  if (!planned) return showCut(turn, cutId);
  const of = ofCut(planned);
  const page = pageOf(changeable(turn, planned), asked);
  if (page.items.length === 0) {
    follow(turn, { html: texts.noneAsked(of), keyboard: backTo(cutId) });
    return;
  }
  const reports = lastReportsOfCut(turn.db, cutId);
  const { excluded } = planned;
  const html = texts.whichOnes({
    ...of,
    page: page.page,
    pages: page.pages,
    shown: page.items.map(({ id, number, name }) => ({
      number,
      name,
      out: excluded.has(id),
      progress: reports.get(id)?.progress ?? null,
    })),
  });
  const buttons = page.items.map(({ id, number }) =>
    screenButton(texts.exclusionButtons.activity(number, excluded.has(id)), 'exclude', {
      cutId,
      activityId: id,
    }),
  );
  const turnTo = (to: number) => writeScreen('excluded', { cutId, page: to });
  follow(turn, { html, keyboard: [...inRows(buttons, 4), ...pageButtons(page, turnTo), ...backTo(cutId)] });
}

/** One activity of that list: why it is taken out, or whether it comes back. */
export function startExclusion(turn: Turn, cutId: number, activityId: number): void {
  const planned = plannedCut(turn.db, cutId);
  const activity = planned && changeable(turn, planned).find((each) => each.id === activityId);
  if (!planned || !activity) return showCut(turn, cutId);
  const back = planned.excluded.has(activityId);
  const data: Step = { cutId, activityId, reason: null, back };
  if (back) return confirm(turn, planned, activity, data);
  const progress = lastReport(turn.db, activityId, cutId)?.progress ?? null;
  askStep(turn, { dialog: 'exclusion', data }, (button) => ({
    html: texts.whyExclude({ ...ofActivity(planned, activity), progress }),
    keyboard: [[button(cutButtons.cancel, 'no')]],
  }));
}

function answer(turn: Turn, at: Step, said: Said<'exclusion'>): boolean {
  const planned = plannedCut(turn.db, at.cutId);
  const activity = planned && changeable(turn, planned).find((each) => each.id === at.activityId);
  if (said.by === 'tap' && said.answer === 'no') {
    finishStep(turn, { html: nothingChanged(), keyboard: backTo(at.cutId) });
    return true;
  }
  if (!planned || !activity || planned.excluded.has(activity.id) !== at.back) {
    say(turn, { html: noLongerSo() });
    finishStep(turn, planned ? cutMessage(turn, planned) : { html: nothingChanged() });
    return true;
  }
  if (!at.back && at.reason === null) {
    const reason = said.by === 'typed' ? cleanReason(said.text) : null;
    if (reason === null) return false;
    confirm(turn, planned, activity, { ...at, reason });
    return true;
  }
  if (said.by === 'typed') {
    say(turn, { html: chooseOne() });
    return true;
  }
  if (said.answer !== 'yes') return false;
  change(turn, planned, activity, at);
  return true;
}

function confirm(turn: Turn, planned: PlannedCut, activity: Activity, at: Step): void {
  const opened = turn.now >= planned.window.opensAt;
  const people = opened ? responsiblesOf(turn.db, [activity], turn.now) : [];
  const of = {
    ...ofActivity(planned, activity),
    reason: at.reason ?? exclusionReasons(turn.db, planned.cut.id).get(activity.id) ?? '',
    notified: people.map(({ person }) => person.name),
  };
  const { exclude, include } = texts.exclusionButtons;
  const keyboard = (button: StepButton<'exclusion'>) => [
    [button(at.back ? include : exclude, 'yes')],
    [button(cutButtons.cancel, 'no')],
  ];
  askStep(turn, { dialog: 'exclusion', data: at }, (button) => ({
    html: at.back ? texts.includeQuestion(of) : texts.excludeQuestion(of),
    keyboard: keyboard(button),
  }));
}

function change(turn: Turn, planned: PlannedCut, activity: Activity, at: Step): void {
  const asked = { personId: turn.person.id, numbers: [activity.number] };
  const done = at.back
    ? includeActivities(turn.db, planned, asked, turn.now)
    : excludeActivities(turn.db, planned, { ...asked, reason: at.reason ?? '' }, turn.now);
  if (!done.ok) throw new Error(`what was just looked at was refused: ${done.refusal.why}`);
  const of = ofActivity(planned, activity);
  finishStep(turn, {
    html: at.back ? texts.includedDone(of) : texts.excludedDone(of),
    keyboard: [
      [screenButton(cutButtons.exclude, 'excluded', { cutId: planned.cut.id, page: 1 })],
      ...backTo(planned.cut.id),
    ],
  });
}

/** What is asked in a cut, or would be had it not been taken out, while the cut does not stand yet. */
function changeable(turn: Turn, planned: PlannedCut): readonly Activity[] {
  const whole = { ...planned, excluded: new Set<number>() };
  return activitiesOfCut(turn.db, planned).filter(
    (activity) => isAsked(activity, whole, turn.now) && mayChangeAsked(planned, activity.id, turn.now),
  );
}

function ofCut({ plan, cut }: PlannedCut) {
  return { plan, cutNumber: cut.number };
}

function ofActivity(planned: PlannedCut, { number, name }: Activity) {
  return { ...ofCut(planned), number, name };
}
