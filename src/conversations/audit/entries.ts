import type { AuditRow } from '../../db/audit.ts';
import type { Db } from '../../db/open.ts';
import { allPeople, allPositions } from '../../db/people.ts';
import { activityById, allPlans, plannedCuts } from '../../db/plans.ts';
import type { AuditAct } from '../../db/schema/index.ts';
import { actorTexts, actPhrase, actTexts, unknownPerson } from '../../texts/audit/audit.ts';
import { type AuditNames, changeOf } from '../../texts/audit/change.ts';
import { monitoring } from '../../texts/words/names.ts';

/** A row of the audit with names in place of numbers, as of now: names live in one table outside the chain. */
export type AuditEntry = {
  readonly row: AuditRow;
  readonly who: string;
  /** Null when it concerns nobody, or who did it. */
  readonly whom: string | null;
  readonly what: string;
  readonly where: string;
  readonly change: string;
  /** `CODE/YEAR`, number as printed, 1..12. */
  readonly plan: string | null;
  readonly activity: string | null;
  readonly cut: number | null;
};

const phrases: Readonly<Record<AuditAct, string>> = actTexts;

/** What rows say, each name looked up once. */
export function auditEntries(db: Db, rows: readonly AuditRow[]): readonly AuditEntry[] {
  const names = namesOf(db);
  const places = placesOf(db);
  return rows.map((row) => {
    const who = row.actor === 'person' ? names.person(row.actorId ?? 0) : actorTexts[row.actor];
    const whom = row.personId === null || row.personId === row.actorId ? null : names.person(row.personId);
    const place = places(row);
    return {
      row,
      who,
      whom,
      what: actPhrase(phrases[row.act], whom),
      where: place.words,
      change: changeOf(row.before, row.after, names),
      plan: place.plan,
      activity: place.activity,
      cut: place.cut,
    };
  });
}

function namesOf(db: Db): AuditNames {
  const people = new Map(allPeople(db).map((person) => [person.id, person.name]));
  const positions = new Map(allPositions(db).map((position) => [position.id, position.name]));
  return {
    person: (id) => people.get(id) ?? unknownPerson(id),
    position: (id) => positions.get(id) ?? unknownPerson(id),
  };
}

/** Where an act belongs: its plan is said when there are several. */
function placesOf(db: Db) {
  const plans = new Map(allPlans(db).map((plan) => [plan.id, `${plan.code}/${plan.fiscalYear}`]));
  const cuts = new Map(plannedCuts(db).map(({ cut }) => [cut.id, cut]));
  const activities = new Map<number, ReturnType<typeof activityById>>();
  const activityOf = (id: number) => {
    if (!activities.has(id)) activities.set(id, activityById(db, id));
    return activities.get(id);
  };
  return (row: AuditRow) => {
    const activity = row.activityId === null ? undefined : activityOf(row.activityId);
    const cut = row.cutId === null ? undefined : cuts.get(row.cutId);
    const planId = row.planId ?? activity?.planId ?? cut?.planId;
    const plan = (planId === undefined ? undefined : plans.get(planId)) ?? null;
    const several = plans.size > 1 && plan !== null;
    const within = [cut ? monitoring(cut.number) : '', several ? plan : ''].filter((each) => each !== '');
    const words = `${activity ? ` n.º ${activity.number}` : ''}${within.length > 0 ? ` (${within.join(', ')})` : ''}`;
    return { words, plan, activity: activity?.number ?? null, cut: cut?.number ?? null };
  };
}
