import { type Actor, record } from '../db/audit.ts';
import type { Db } from '../db/open.ts';
import type { Position } from '../db/people.ts';
import { addPlan, cutsOf, planByIdentity, updatePlan } from '../db/plan-changes.ts';
import { addFirstVersion } from '../db/plan-versions.ts';
import { activitiesOf, type Cut, type Plan, plannedCutsOf, positionsOf } from '../db/plans.ts';
import { addImported } from '../db/reports.ts';
import type { plan as planTable } from '../db/schema/index.ts';
import { CUT_DEFAULTS } from '../domain/constants.ts';
import { cutState } from '../domain/cut-window.ts';
import type { LocalDate, Moment } from '../domain/dates.ts';
import { formDateOf } from '../domain/programming.ts';
import { cutsOfPlan } from '../forms/cuts.ts';
import type { Form } from '../forms/form.ts';
import { notifyReceived } from '../notices/kinds/received.ts';
import { pendingInPlan } from '../summary/pending-in-plan.ts';
import { type ActivityChanges, isSame, setActivities } from './import-plan-activities.ts';
import { cutsInUse, setCuts } from './import-plan-cuts.ts';
import {
  type DoubtfulActivity,
  doubtfulActivities,
  numberedByText,
  type SameAnswers,
} from './import-plan-matching.ts';
import { type Difference, type ImportedReport, readMonitoring } from './import-plan-monitoring.ts';

type Header = Omit<
  typeof planTable.$inferInsert,
  | 'id'
  | 'code'
  | 'fiscalYear'
  | 'numberedByUs'
  | 'openingDays'
  | 'graceWorkingDays'
  | 'needsApproval'
  | 'mayorAcceptsChanges'
  | 'importedAt'
>;
type HeaderField = keyof Header;

export type PlanImported = Pick<
  ActivityChanges,
  'added' | 'changed' | 'retired' | 'kept' | 'newPositions'
> & {
  readonly ok: true;
  readonly plan: Plan;
  readonly isNew: boolean;
  /** The fields that changed in the heading of the form. */
  readonly header: readonly HeaderField[];
  /** Counts of the plan as it is now. */
  readonly activities: number;
  readonly positions: readonly Position[];
  readonly cuts: readonly Cut[];
  readonly cutsAdded: readonly { readonly number: number; readonly date: LocalDate }[];
  readonly cutsRemoved: readonly LocalDate[];
  /** Dates that Planeación set: they stay although the form has others. */
  readonly cutsMoved: readonly { readonly date: LocalDate; readonly formDate: LocalDate }[];
  readonly reports: readonly ImportedReport[];
  /** Cuts that have not opened and for which the form has reports. */
  readonly unopenedCuts: readonly Cut[];
  readonly differing: readonly Difference[];
};

export type ImportResult =
  | PlanImported
  /** Nothing was written. */
  | {
      readonly ok: false;
      /** Activities that may be others: the chat asks about them, the command line refuses them. */
      readonly otherActivities: readonly DoubtfulActivity[];
      /** Cuts that the form no longer has, although something was reported in them. */
      readonly cutsInUse: readonly LocalDate[];
    };

/**
 * Stores a form as a plan, or as the correction of the plan with its code and year, on the open transaction.
 * The same form again changes nothing. Reports are kept; the form's monitoring fills only activities without
 * a report. An imported figure has no author: `origin` is `import`, `personId` null.
 */
export function importPlan(
  db: Db,
  form: Form,
  options: {
    readonly withoutMonitoring: boolean;
    readonly now: Moment;
    /** Somebody said that the activities that differ much are the same ones, corrected. */
    readonly sameActivities?: boolean;
    /** The stored activity for each doubtful one, by its number in the form. */
    readonly same?: SameAnswers;
    /** The person who imports; default: the operator. */
    readonly by?: Actor;
    /** It is undone again, so what only others read is not written: reports, notices, the record. */
    readonly tried?: boolean;
  },
): ImportResult {
  const stored = planByIdentity(db, form.code, form.fiscalYear);
  const read = readActivities(db, stored, form);
  const known = stored ? activitiesOf(db, stored.id) : [];
  const doubtful = stored ? doubtfulActivities(known, read) : [];
  const likely = options.sameActivities
    ? Object.fromEntries(doubtful.map(({ number, stored: [first] }) => [number, first?.number ?? number]))
    : {};
  const same = { ...likely, ...options.same };
  const wantedCuts = cutsOfPlan(form);
  if (stored) {
    const others = doubtful.filter(({ number }) => !Object.hasOwn(same, number));
    const inUse = cutsInUse(db, stored.id, wantedCuts);
    if (others.length > 0 || inUse.length > 0)
      return { ok: false, otherActivities: others, cutsInUse: inUse };
  }
  const by = options.by ?? 'operator';
  const pending = options.tried ? null : pendingInPlan(db, stored?.id, options.now);
  const header = headerOf(form);
  const numberedByUs = form.numberedByUs === true;
  const changedHeader = stored ? changedFields(stored, header) : [];
  const plan = stored
    ? changedHeader.length > 0 || stored.numberedByUs !== numberedByUs
      ? updatePlan(db, stored.id, { ...header, numberedByUs })
      : stored
    : addPlan(db, {
        code: form.code,
        fiscalYear: form.fiscalYear,
        ...header,
        numberedByUs,
        openingDays: CUT_DEFAULTS.openingDays,
        graceWorkingDays: CUT_DEFAULTS.graceWorkingDays,
        importedAt: options.now,
      });
  if (!stored) addFirstVersion(db, { planId: plan.id, personId: personOf(by), acceptedAt: options.now });
  const cuts = setCuts(db, plan.id, wantedCuts, options.now);
  const dates = new Map(cutsOf(db, plan.id).map((cut) => [cut.number, formDateOf(cut)]));
  const { activities, ...changes } = setActivities(db, plan.id, read, options.now, { dates, same, known });
  const monitoring = options.withoutMonitoring
    ? { reports: [], differing: [], toAdd: [] }
    : readMonitoring(db, plan.id, activities);
  if (pending !== null) {
    addImported(db, monitoring.toAdd, by, options.now);
    notifyReceived(db, plan, pending, options.now);
  }
  const result: PlanImported = {
    ok: true,
    plan,
    isNew: stored === undefined,
    header: changedHeader,
    ...changes,
    activities: activities.length,
    positions: positionsOfPlan(
      db,
      activities.map((each) => each.id),
    ),
    cuts: cutsOf(db, plan.id),
    cutsAdded: cuts.added,
    cutsRemoved: cuts.removed,
    cutsMoved: cuts.moved,
    reports: monitoring.reports,
    differing: monitoring.differing,
    unopenedCuts: unopenedCuts(db, plan.id, monitoring.reports, options.now),
  };
  if (pending !== null && !changedNothing(result))
    record(db, { at: options.now, act: 'planImported', by, planId: plan.id, after: whatChanged(result) });
  return result;
}

/**
 * The activities of a form. Where we number them ourselves, each keeps the number that its text had before.
 */
export function readActivities(db: Db, stored: Plan | undefined, form: Form): Form['activities'] {
  if (stored === undefined || form.numberedByUs !== true || !stored.numberedByUs) return form.activities;
  return numberedByText(activitiesOf(db, stored.id), form.activities);
}

function personOf(by: Actor): number | null {
  return typeof by === 'string' ? null : by.personId;
}

/** The cuts that have not opened and for which the form has reports. */
function unopenedCuts(
  db: Db,
  planId: number,
  reports: readonly ImportedReport[],
  now: Moment,
): readonly Cut[] {
  const reported = new Set(reports.map((report) => report.cut));
  return plannedCutsOf(db, [planId])
    .filter(
      ({ cut, window, acts }) => reported.has(cut.number) && cutState(window, acts, now) === 'scheduled',
    )
    .map(({ cut }) => cut);
}

/**
 * The changes of an import as the audit keeps them: the names of the fields, not their values, which name
 * people.
 */
function whatChanged(result: PlanImported) {
  const { isNew, header, added, changed, retired, cutsAdded, cutsRemoved, reports } = result;
  const cuts = { cutsAdded: cutsAdded.map((cut) => cut.date), cutsRemoved };
  return { isNew, header, added, changed, retired, ...cuts, reports: reports.length };
}

/** Whether an import would change, or changed, nothing. */
export function changedNothing(result: PlanImported): boolean {
  const lists = [
    result.header,
    result.added,
    result.changed,
    result.retired,
    result.cutsAdded,
    result.cutsRemoved,
    result.reports,
  ];
  return !result.isNew && lists.every((list) => list.length === 0);
}

function headerOf(form: Form): Header {
  const { system, title, version, versionDate, entity, drawnUpOn, scope, objectives, drawnUpBy, approvedBy } =
    form;
  return { system, title, version, versionDate, entity, drawnUpOn, scope, objectives, drawnUpBy, approvedBy };
}

function changedFields(stored: Plan, header: Header): readonly HeaderField[] {
  return (Object.keys(header) as HeaderField[]).filter((name) => !isSame(stored[name], header[name]));
}

/** The positions of these activities, each once, in the form's order. */
function positionsOfPlan(db: Db, activityIds: readonly number[]): readonly Position[] {
  const byActivity = positionsOf(db, activityIds);
  const all = activityIds.flatMap((id) => byActivity.get(id) ?? []);
  return [...new Map(all.map((position) => [position.id, position])).values()];
}
