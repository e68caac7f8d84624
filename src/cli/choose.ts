import type { Db } from '../db/open.ts';
import { allPlans, type Plan, type PlannedCut, plannedCuts } from '../db/plans.ts';
import type { Moment } from '../domain/dates.ts';
import { monthNumber } from '../domain/months.ts';
import { comparable } from '../domain/outside-text.ts';
import { openedCuts } from '../summary/find-cut.ts';
import { errors } from '../texts/cli/errors.ts';
import { Refused } from './surroundings.ts';

/** `CODE/YEAR`, a plan's name in data. */
export function planKey(plan: Pick<Plan, 'code' | 'fiscalYear'>): string {
  return `${plan.code}/${plan.fiscalYear}`;
}

/**
 * The plans of a list: the named one, or all of them.
 * @throws {Refused}
 */
export function plansNamed(db: Db, named: string | undefined): readonly Plan[] {
  return named === undefined ? allPlans(db) : [planNamed(db, named)];
}

/**
 * The plan with this id, `CODE` or `CODE/YEAR`; without a name, the only plan.
 * @throws {Refused}
 */
export function planNamed(db: Db, named: string | undefined): Plan {
  const all = allPlans(db);
  if (all.length === 0) throw new Refused(errors.noPlan);
  const fitting = named === undefined ? all : fittingPlans(all, named);
  const [first, ...others] = fitting;
  if (!first) throw new Refused(errors.unknownPlan(named ?? '', all.map(planKey)));
  if (others.length > 0) throw new Refused(errors.severalPlans(fitting.map(planKey)));
  return first;
}

function fittingPlans(all: readonly Plan[], named: string): readonly Plan[] {
  const text = comparable(named);
  const whole = all.filter((plan) => comparable(planKey(plan)) === text);
  if (whole.length > 0) return whole;
  const ofCode = all.filter((plan) => comparable(plan.code) === text);
  if (ofCode.length > 0) return ofCode;
  return all.filter((plan) => /^\d+$/.test(text) && plan.id === Number(text));
}

export type CutAsked = { readonly plan?: string | undefined; readonly cut?: string | undefined };

/**
 * The cut with this number (1..12) or month, in the named plan or the only one. Without a name, the current
 * cut: the one that opened last. With several plans and none named, only one cut may match.
 * @throws {Refused}
 */
export function cutNamed(db: Db, asked: CutAsked, moment: Moment): PlannedCut {
  const all = plannedCuts(db);
  const plan = asked.plan !== undefined || asked.cut !== undefined ? planNamed(db, asked.plan) : undefined;
  if (allPlans(db).length === 0) throw new Refused(errors.noPlan);
  const own = plan ? all.filter((each) => each.plan.id === plan.id) : all;
  if (asked.cut !== undefined) return cutsNamed(own, asked.cut, moment)[0] ?? unknownCut(own, asked.cut);
  const opened = openedCuts(own, moment);
  const [first, second] = opened;
  if (!first) throw new Refused(errors.noCutOpened(own.map((each) => each.window.openingDate).sort()[0]));
  if (second && second.window.opensAt === first.window.opensAt) {
    const together = opened.filter((each) => each.window.opensAt === first.window.opensAt);
    throw new Refused(errors.severalPlans(together.map((each) => planKey(each.plan))));
  }
  return first;
}

/** The cuts among these that a number or a month names, the latest opened first. */
export function cutsNamed(cuts: readonly PlannedCut[], named: string, moment: Moment): readonly PlannedCut[] {
  const text = comparable(named);
  const month = monthNumber(text);
  const fits = (each: PlannedCut) =>
    month === undefined
      ? /^\d{1,2}$/.test(text) && each.cut.number === Number(text)
      : Number(each.cut.date.slice(5, 7)) === month;
  const fitting = cuts.filter(fits);
  const opened = openedCuts(fitting, moment);
  return [...opened, ...fitting.filter((each) => !opened.includes(each))];
}

/** @throws {Refused} with a list of the cuts */
export function unknownCut(own: readonly PlannedCut[], named: string): never {
  throw new Refused(
    errors.unknownCut(
      named,
      own.map((each) => each.cut),
    ),
  );
}
