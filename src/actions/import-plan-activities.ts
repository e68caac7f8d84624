import type { Db } from '../db/open.ts';
import type { Position } from '../db/people.ts';
import {
  addActivity,
  addPosition,
  type NewActivity,
  positionByKey,
  retireActivity,
  setPositions,
  updateActivity,
} from '../db/plan-changes.ts';
import { type Activity, activitiesOf, positionsOf } from '../db/plans.ts';
import type { Moment } from '../domain/dates.ts';
import { comparable } from '../domain/outside-text.ts';
import type { FormActivity } from '../forms/form.ts';
import { differsMuch } from './import-plan-resemblance.ts';

/** All that a form says of an activity: one that is forgotten here does not compile, also when it has a default. */
type Columns = Required<Omit<NewActivity, 'id' | 'planId' | 'number' | 'retiredAt' | 'absences'>>;

/** What a form may change in an activity; `back`: it was retired and stands in the form again. */
type ActivityField = keyof Columns | 'positions' | 'back';

export type ActivityChanges = {
  readonly added: readonly string[];
  readonly changed: readonly { readonly number: string; readonly fields: readonly ActivityField[] }[];
  readonly retired: readonly string[];
  /** The form's activities with their ids, in its order. */
  readonly activities: readonly { readonly id: number; readonly form: FormActivity }[];
  readonly newPositions: readonly Position[];
};

export type OtherActivity = { readonly number: string; readonly stored: string; readonly read: string };

/** The activities whose text differs so much from what is stored under their number that they may be others. */
export function otherActivities(
  stored: readonly Activity[],
  read: readonly FormActivity[],
): readonly OtherActivity[] {
  return read.flatMap(({ number, name }) => {
    const before = stored.find((each) => each.number === number);
    return before && differsMuch(before.name, name) ? [{ number, stored: before.name, read: name }] : [];
  });
}

/** Makes the activities of a plan those of the form; one that is gone is retired, never deleted. */
export function setActivities(
  db: Db,
  planId: number,
  read: readonly FormActivity[],
  now: Moment,
): ActivityChanges {
  const before = activitiesOf(db, planId);
  const positions = new Map(before.map((each) => [each.id, positionIds(db, each.id)]));
  const newPositions: Position[] = [];
  const added: string[] = [];
  const changed: { number: string; fields: ActivityField[] }[] = [];
  const activities = read.map((form, index) => {
    const columns = columnsOf(form, index + 1);
    const wanted = form.positions.map((name) => positionNamed(db, name, newPositions).id);
    const stored = before.find((each) => each.number === form.number);
    if (stored === undefined) {
      const { id } = addActivity(db, { planId, number: form.number, ...columns });
      setPositions(db, id, wanted, now);
      added.push(form.number);
      return { id, form };
    }
    const fields: ActivityField[] = changedColumns(stored, columns);
    if (fields.length > 0 || stored.retiredAt !== null) {
      updateActivity(db, stored.id, { ...columns, retiredAt: null, absences: absencesOf(stored, now) });
    }
    if (!isSame(positions.get(stored.id) ?? [], wanted)) {
      setPositions(db, stored.id, wanted, now);
      fields.push('positions');
    }
    if (stored.retiredAt !== null) fields.push('back');
    if (fields.length > 0) changed.push({ number: form.number, fields });
    return { id: stored.id, form };
  });
  const numbers = new Set(read.map((form) => form.number));
  const gone = before.filter((each) => each.retiredAt === null && !numbers.has(each.number));
  for (const each of gone) retireActivity(db, each.id, now);
  return { added, changed, retired: gone.map((each) => each.number), activities, newPositions };
}

/** The times out of the form, with the one that ends now. */
function absencesOf({ absences, retiredAt }: Activity, now: Moment): Activity['absences'] {
  return retiredAt === null ? absences : [...absences, { from: retiredAt, until: now }];
}

/** The names of the columns that hold something else than the form says. */
function changedColumns(stored: Activity, columns: Columns): (keyof Columns)[] {
  return (Object.keys(columns) as (keyof Columns)[]).filter((name) => !isSame(stored[name], columns[name]));
}

function columnsOf(form: FormActivity, place: number): Columns {
  return {
    place,
    name: form.name,
    target: form.target,
    responsible: form.responsible,
    indicator: form.indicator,
    phase: form.phase,
    startsOn: form.start,
    endsOn: form.end,
    participationLevel: form.participationLevel,
    channels: form.channels,
    stakeholderGroup: form.stakeholderGroup,
    means: form.means,
    resources: form.resources,
    weight: form.weight,
    extra: extraOf(form),
  };
}

/** Cells of unknown columns by heading; a heading that stands twice is numbered. */
function extraOf(form: FormActivity): Readonly<Record<string, string>> {
  const extra: Record<string, string> = {};
  for (const { heading, text } of form.extra) {
    let key = heading;
    for (let again = 2; key in extra; again += 1) key = `${heading} (${again})`;
    extra[key] = text;
  }
  return extra;
}

/** The same name, case and accents aside, is the same position in every plan; it keeps the name it had first. */
function positionNamed(db: Db, name: string, added: Position[]): Position {
  const key = comparable(name);
  const stored = positionByKey(db, key);
  if (stored) return stored;
  const position = addPosition(db, name, key);
  added.push(position);
  return position;
}

function positionIds(db: Db, activityId: number): readonly number[] {
  return (positionsOf(db, [activityId]).get(activityId) ?? []).map((position) => position.id);
}

/** Compares plain data by what it holds. */
export function isSame(stored: unknown, read: unknown): boolean {
  return JSON.stringify(stored) === JSON.stringify(read);
}
