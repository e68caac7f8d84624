import { z } from 'zod';
import { type SettingsResult, setPlanSettings, tryPlanSettings } from '../../actions/plan-settings.ts';
import {
  type DaysSetting,
  daysSettings,
  isDaysSetting,
  type SettingsChange,
  type SettingsRefusal,
  type YesNoSetting,
  yesNoSettings,
} from '../../actions/settings-check.ts';
import { planById } from '../../db/plan-changes.ts';
import { type Plan, plannedCut, plannedCutsOf } from '../../db/plans.ts';
import { localDate } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { readTypedDate } from '../../domain/written-dates.ts';
import { closingNow } from '../../summary/closing-now.ts';
import { chooseOne, cutButtons, noLongerSo } from '../../texts/cuts/cut-screens.ts';
import * as texts from '../../texts/cuts/plan-settings.ts';
import { nothingChanged } from '../../texts/dialogs.ts';
import { paragraphs, plain } from '../../texts/html.ts';
import { askStep, type Dialog, type Said } from '../dialogs/dialog.ts';
import { finishStep } from '../dialogs/finish-step.ts';
import { screenButton } from '../dialogs/keyboard.ts';
import { say, type Turn } from '../turn.ts';
import { turnCuts } from './cuts.ts';
import { settingsMessage, showSettings } from './settings.ts';

const fields = [...daysSettings, ...yesNoSettings, 'date'] as const;
type Field = (typeof fields)[number];

function isYesNo(field: Field): field is YesNoSetting {
  return yesNoSettings.some((each) => each === field);
}

const step = z.object({
  planId: z.number(),
  field: z.enum(fields),
  /** Which cut's date. */
  cutNumber: z.number(),
  /** Days, yes or no, a date; null: it is being asked for. */
  value: z.union([z.number(), z.boolean(), z.string()]).nullable(),
  /** What it was said that the change would mean. */
  said: z.string(),
});
type Step = z.infer<typeof step>;

/** One setting of a plan: its value, then what it would mean, then it is done. */
export const settingsDialog: Dialog<'settings'> = {
  needs: 'manageCuts',
  answer: (turn, data, said) => answer(turn, step.parse(data), said),
  hint: chooseOne,
};

/** *Días de apertura*, *Días de gracia*: how many. */
export function startDays(turn: Turn, planId: number, field: DaysSetting): void {
  const plan = planById(turn.db, planId);
  if (!plan) return turnCuts(turn, 1);
  askValue(turn, { planId, field, cutNumber: 0, value: null, said: '' }, texts.howMany[field](plan[field]));
}

export function startDate(turn: Turn, cutId: number): void {
  const planned = plannedCut(turn.db, cutId);
  if (!planned) return turnCuts(turn, 1);
  const { plan, cut } = planned;
  const at: Step = { planId: plan.id, field: 'date', cutNumber: cut.number, value: null, said: '' };
  askValue(turn, at, texts.whichDate(cut.number, plan, cut.date));
}

/** Whether the mayor approves each cut, or accepts each change of the plan. */
export function startYesNo(turn: Turn, planId: number, field: YesNoSetting, yes: boolean): void {
  const plan = planById(turn.db, planId);
  if (!plan || plan[field] === yes) return showSettings(turn, planId);
  const at: Step = { planId, field, cutNumber: 0, value: yes, said: '' };
  propose(turn, plan, at, null);
}

function askValue(turn: Turn, data: Step, html: Html): void {
  askStep(turn, { dialog: 'settings', data }, (button) => ({
    html,
    keyboard: [[button(cutButtons.cancel, 'no')]],
  }));
}

function answer(turn: Turn, at: Step, said: Said<'settings'>): boolean {
  const plan = planById(turn.db, at.planId);
  if (!plan || (said.by === 'tap' && said.answer === 'no')) {
    finishStep(turn, { html: nothingChanged(), keyboard: back(at.planId) });
    return true;
  }
  if (at.value === null) {
    if (said.by !== 'typed' || isYesNo(at.field)) return false;
    const value = typedValue(plan, at.field, said.text);
    if (value === null) say(turn, { html: plain(texts.wrong[at.field === 'date' ? 'notADate' : at.field]) });
    else propose(turn, plan, { ...at, value }, null);
    return true;
  }
  if (said.by !== 'tap' || said.answer !== 'yes') return false;
  const tried = tryPlanSettings(turn.db, at.planId, changeOf(at), turn.now);
  if (!tried.ok || previewOf(turn, at, tried) !== at.said) propose(turn, plan, at, noLongerSo());
  else change(turn, at);
  return true;
}

/** What was typed as the value of a field; of a date without a year, the one of the plan's year. */
function typedValue(plan: Plan, field: Field, text: string): number | string | null {
  if (field === 'date') return readTypedDate(text, `${plan.fiscalYear}-01-01`) ?? null;
  const [, days] = /^\s*(\d{1,3})\s*(?:d[ií]as?)?(?:\s+h[aá]biles)?\.?\s*$/iu.exec(text) ?? [];
  return days === undefined ? null : Number(days);
}

/** Shows what a change would mean, or why it is not made. */
function propose(turn: Turn, plan: Plan, at: Step, before: Html | null): void {
  const tried = tryPlanSettings(turn.db, plan.id, changeOf(at), turn.now);
  if (!tried.ok) {
    const html = refusalText(tried.refusal);
    if (at.value === null || isYesNo(at.field)) return finishStep(turn, { html, keyboard: back(plan.id) });
    return askValue(turn, { ...at, value: null, said: '' }, html);
  }
  const said = previewOf(turn, at, tried);
  askStep(turn, { dialog: 'settings', data: { ...at, said } }, (button) => ({
    html: before === null ? said : paragraphs(before, said),
    keyboard: [[button(texts.settingsButtons.yes, 'yes')], [button(cutButtons.cancel, 'no')]],
  }));
}

function previewOf(turn: Turn, at: Step, { moved }: Extract<SettingsResult, { ok: true }>): Html {
  const own = plannedCutsOf(turn.db, [at.planId]);
  const ended = new Set(
    moved
      .filter(({ before, after }) => before.closing !== after.closing || before.lastDay !== after.lastDay)
      .map(({ after }) => after.cutId),
  );
  const notified = own
    .filter(({ cut, window }) => ended.has(cut.id) && window.opensAt <= turn.now && turn.now < window.locksAt)
    .flatMap((each) => closingNow(turn.db, each, turn.now).people)
    .filter(({ pending }) => pending.length > 0);
  return texts.preview({
    what: whatChanges(at),
    moved,
    keeps: isDaysSetting(at.field) && own.some(({ window }) => window.opensAt <= turn.now),
    notified: new Set(notified.map(({ person }) => person.id)).size,
    today: localDate(turn.now),
  });
}

function whatChanges({ field, value, cutNumber }: Step): string {
  switch (field) {
    case 'needsApproval':
    case 'mayorAcceptsChanges':
      return texts.whatChanges[field](value === true);
    case 'date':
      return texts.whatChanges.date(cutNumber);
    default:
      return texts.whatChanges[field](Number(value));
  }
}

function changeOf({ field, value, cutNumber }: Step): SettingsChange {
  switch (field) {
    case 'needsApproval':
    case 'mayorAcceptsChanges':
      return { [field]: value === true };
    case 'date':
      return { cutDates: [{ number: cutNumber, date: String(value) }] };
    default:
      return { [field]: Number(value) };
  }
}

function change(turn: Turn, at: Step): void {
  const asked = { ...changeOf(at), personId: turn.person.id };
  const done = setPlanSettings(turn.db, at.planId, asked, turn.now);
  if (!done.ok) throw new Error(`a change that was just tried was refused: ${done.refusal.why}`);
  const { html, keyboard } = settingsMessage(turn, done.plan);
  finishStep(turn, { html: paragraphs(texts.settingsChanged(), html), keyboard });
}

function refusalText(refusal: SettingsRefusal): Html {
  switch (refusal.why) {
    case 'days':
      return plain(texts.wrong[refusal.setting]);
    case 'nothing':
    case 'notADate':
      return plain(texts.wrong[refusal.why]);
    case 'outsideYear':
      return plain(texts.wrong.outsideYear(refusal.fiscalYear));
    case 'unknownCut':
      return plain(texts.wrong.nothing);
    default:
      return plain(texts.wrong[refusal.why](refusal.number));
  }
}

function back(planId: number) {
  return [
    [
      screenButton(texts.settingsButtons.back, 'settings', { planId }),
      screenButton(cutButtons.toCuts, 'cuts', { page: 1 }),
    ],
  ];
}
