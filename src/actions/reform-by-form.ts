import { dryRun } from '../db/dry-run.ts';
import type { Db } from '../db/open.ts';
import { planByIdentity } from '../db/plan-changes.ts';
import { type Activity, activitiesOf } from '../db/plans.ts';
import { canonicalJson } from '../domain/canonical-json.ts';
import { type ActivityChange, changeableTexts } from '../domain/plan-change.ts';
import type { Form } from '../forms/form.ts';
import { type ImportResult, importPlan, type PlanImported } from './import-plan.ts';

export type ReformByForm = {
  readonly planId: number;
  readonly changes: readonly ActivityChange[];
  /** The form also brings what no version of a plan is about: new activities, positions, cuts, header, reports. */
  readonly rest: boolean;
};

/**
 * What importing a form would do, and the corrected form as a reformulation: what it would change in the stored
 * activities. Nothing is stored.
 * @returns `reform`: null when the plan is new, the import is refused, or the form changes nothing of that
 */
export function tryAsReform(
  db: Db,
  form: Form,
  options: Omit<Parameters<typeof importPlan>[2], 'withoutMonitoring' | 'by' | 'tried'>,
): { readonly tried: ImportResult; readonly reform: ReformByForm | null } {
  const plan = planByIdentity(db, form.code, form.fiscalYear);
  const before = plan ? activitiesOf(db, plan.id).filter((each) => each.retiredAt === null) : [];
  return dryRun(db, (inner) => {
    const tried = importPlan(inner, form, { ...options, withoutMonitoring: false, tried: true });
    if (!tried.ok || tried.changed.length + tried.retired.length === 0) return { tried, reform: null };
    const after = new Map(activitiesOf(inner, tried.plan.id).map((each) => [each.id, each]));
    const changes = before.flatMap((each) => changesOf(each, after.get(each.id)));
    const reform = { planId: tried.plan.id, changes, rest: hasRest(tried) };
    return { tried, reform: changes.length === 0 ? null : reform };
  });
}

const versioned = new Set<string>(['target', 'startsOn', 'endsOn', 'planned', ...changeableTexts]);

function hasRest(result: PlanImported): boolean {
  const { header, added, changed, cutsAdded, cutsRemoved, reports } = result;
  const others = changed.some(({ fields }) => fields.some((field) => !versioned.has(field)));
  return others || [header, added, cutsAdded, cutsRemoved, reports].some((each) => each.length > 0);
}

function changesOf(before: Activity, after: Activity | undefined): readonly ActivityChange[] {
  const activityId = before.id;
  if (!after || after.retiredAt !== null) return [{ kind: 'withdrawal', activityId, before: {}, after: {} }];
  const differ = (column: keyof Activity) => canonicalJson(before[column]) !== canonicalJson(after[column]);
  const texts = changeableTexts.filter(differ);
  const dates = ({ startsOn, endsOn }: Activity) => ({ startsOn, endsOn });
  const changes: (ActivityChange | null)[] = [
    differ('target')
      ? {
          kind: 'target',
          activityId,
          before: { target: before.target },
          after: { target: after.target },
        }
      : null,
    differ('startsOn') || differ('endsOn')
      ? { kind: 'dates', activityId, before: dates(before), after: dates(after) }
      : null,
    differ('planned')
      ? {
          kind: 'programming',
          activityId,
          before: { planned: before.planned },
          after: { planned: after.planned },
        }
      : null,
    texts.length > 0
      ? {
          kind: 'text',
          activityId,
          before: Object.fromEntries(texts.map((column) => [column, before[column]])),
          after: Object.fromEntries(texts.map((column) => [column, after[column]])),
        }
      : null,
  ];
  return changes.filter((each) => each !== null);
}
