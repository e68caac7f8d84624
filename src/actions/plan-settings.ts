import { actorOf, record } from '../db/audit.ts';
import { dryRun } from '../db/dry-run.ts';
import type { Db } from '../db/open.ts';
import { planById, updateCut, updatePlan } from '../db/plan-changes.ts';
import { daysOff, type Plan, plannedCutsOf } from '../db/plans.ts';
import type { Moment } from '../domain/dates.ts';
import { notifyMoved } from '../notices/kinds/moved.ts';
import { notifyWithoutApproval } from '../notices/kinds/without-approval.ts';
import { closingNow } from '../summary/closing-now.ts';
import { type CutMoved, cutDates, movedCuts } from '../summary/cut-dates.ts';
import {
  type NextCut,
  nextCuts,
  type Settings,
  type SettingsChange,
  type SettingsRefusal,
  wrongDates,
  wrongWords,
  yesNoSettings,
} from './settings-check.ts';

export type SettingsResult =
  | { readonly ok: true; readonly plan: Plan; readonly before: Plan; readonly moved: readonly CutMoved[] }
  | { readonly ok: false; readonly refusal: SettingsRefusal };

/**
 * Changes a plan's settings from now on. A cut that has opened keeps its opening, a closed one keeps all its
 * days, and one that is closed or has reports keeps its date. People with something pending in an open cut
 * whose end moves are notified. Nothing automatic falls due for a moment that the change puts into the past,
 * since moments are decided once.
 * @param asked.personId the person who changes them; null: the operator
 */
export function setPlanSettings(
  db: Db,
  planId: number,
  asked: SettingsChange & { readonly personId: number | null },
  now: Moment,
): SettingsResult {
  const before = planById(db, planId);
  if (!before) throw new RangeError(`There is no plan ${planId}`);
  const own = plannedCutsOf(db, [planId]).toSorted((a, b) => a.cut.number - b.cut.number);
  const words = wrongWords(before, own, asked);
  if (words) return { ok: false, refusal: words };
  const next = nextCuts(before, own, asked, daysOff(db), now);
  const dates = wrongDates(db, next, now);
  if (dates) return { ok: false, refusal: dates };
  const days = cutDates(db, planId);
  const waiting = peopleWaiting(db, next, now);
  storeCuts(db, next);
  const settings: Settings = {
    openingDays: asked.openingDays ?? before.openingDays,
    graceWorkingDays: asked.graceWorkingDays ?? before.graceWorkingDays,
    needsApproval: asked.needsApproval ?? before.needsApproval,
    mayorAcceptsChanges: asked.mayorAcceptsChanges ?? before.mayorAcceptsChanges,
  };
  const plan = updatePlan(db, planId, settings);
  const moved = movedCuts(days, cutDates(db, planId));
  const was = settingsOf(before);
  const is = settingsOf(plan);
  if (moved.length === 0 && JSON.stringify(was) === JSON.stringify(is))
    return { ok: false, refusal: { why: 'nothing' } };
  record(db, {
    at: now,
    act: 'planSettings',
    by: actorOf(asked.personId),
    planId,
    before: { ...was, cuts: moved.map(({ before: each }) => ({ cut: each.number, date: each.date })) },
    after: { ...is, cuts: moved.map(({ after }) => ({ cut: after.number, date: after.date })) },
  });
  for (const setting of yesNoSettings)
    if (before[setting] && !plan[setting]) notifyWithoutApproval(db, plan, setting, asked.personId, now);
  for (const each of moved) notifyMoved(db, each, waiting.get(each.after.cutId) ?? [], now);
  return { ok: true, plan, before, moved };
}

/** What a change would do, or why it is refused. Nothing stays stored. */
export function tryPlanSettings(db: Db, planId: number, asked: SettingsChange, now: Moment): SettingsResult {
  return dryRun(db, (inner) => setPlanSettings(inner, planId, { ...asked, personId: null }, now));
}

/** The people with something pending in each open cut: they were told its last day. */
function peopleWaiting(db: Db, next: readonly NextCut[], now: Moment) {
  const open = next.filter(({ was }) => was.window.opensAt <= now && now < was.window.locksAt);
  return new Map(
    open.map(({ was }) => {
      const people = closingNow(db, was, now).people.filter(({ pending }) => pending.length > 0);
      return [was.cut.id, people.map(({ person }) => person)] as const;
    }),
  );
}

/** Two cuts may swap dates: all dates are freed before any is given. */
function storeCuts(db: Db, next: readonly NextCut[]): void {
  const moving = next.filter(({ cut, was }) => cut.date !== was.cut.date);
  for (const { was } of moving) updateCut(db, was.cut.id, { date: `moving ${was.cut.id}` });
  for (const { cut, was } of next) updateCut(db, was.cut.id, cut);
}

function settingsOf(of: Plan): Settings {
  const { openingDays, graceWorkingDays, needsApproval, mayorAcceptsChanges } = of;
  return { openingDays, graceWorkingDays, needsApproval, mayorAcceptsChanges };
}
