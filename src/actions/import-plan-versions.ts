import type { Db } from '../db/open.ts';
import { laterVersions } from '../db/plan-versions.ts';
import type { Activity } from '../db/plans.ts';
import { canonicalJson } from '../domain/canonical-json.ts';
import type { LaterVersion } from '../domain/plan-change.ts';

/** What the versions of a plan changed: a form of a former version takes nothing back. */
export type VersionsKept = {
  /** The columns of the form, with the stored value where the form has one from before a version. */
  readonly columns: <Columns extends object>(stored: Activity, columns: Columns) => Columns;
  /** Whether a version withdrew the activity, so that it stays out although the form has it. */
  readonly withdrawn: (stored: Activity) => boolean;
};

export function versionsKept(db: Db, planId: number): VersionsKept {
  const versions = laterVersions(db, [planId]);
  const changes = versions.flatMap((version) => version.changes.map((change) => ({ change, version })));
  const ofActivity = Map.groupBy(changes, ({ change }) => change.activityId);
  return {
    columns: (stored, columns) => {
      const own = (ofActivity.get(stored.id) ?? []).flatMap(({ change }) => Object.entries(change.before));
      const is: Readonly<Record<string, unknown>> = stored;
      const kept = own.filter(([name, before]) =>
        same(before, (columns as Readonly<Record<string, unknown>>)[name]),
      );
      return { ...columns, ...Object.fromEntries(kept.map(([name]) => [name, is[name]])) };
    },
    withdrawn: (stored) => (ofActivity.get(stored.id) ?? []).some((each) => isBy(each.version, stored)),
  };
}

function isBy({ acceptedAt, changes }: LaterVersion, { id, retiredAt }: Activity): boolean {
  return (
    retiredAt === acceptedAt && changes.some((each) => each.kind === 'withdrawal' && each.activityId === id)
  );
}

function same(one: unknown, other: unknown): boolean {
  return other !== undefined && canonicalJson(one) === canonicalJson(other);
}
