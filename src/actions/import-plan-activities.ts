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
import type { LocalDate, Moment } from '../domain/dates.ts';
import { comparable } from '../domain/outside-text.ts';
import type { Figure } from '../domain/programming.ts';
import type { FormActivity, FormFigure, FormProgramming } from '../forms/form.ts';
import type { SameAnswers } from './import-plan-matching.ts';
import { versionsKept } from './import-plan-versions.ts';

/** Every column that a form fills, also those with a default: a forgotten one does not compile. */
type Columns = Required<
  Omit<NewActivity, 'id' | 'planId' | 'number' | 'retiredAt' | 'absences' | SetByPeople>
>;

/** What Planeación sets in `/cortes`: an import leaves it as it is in a stored activity. */
type SetByPeople = 'programmed' | 'measure' | 'yearAmount' | 'keeps';

/** What a form may change in an activity; `back`: it was retired and is in the form again. */
type ActivityField = keyof Columns | 'positions' | 'back';

export type ActivityChanges = {
  readonly added: readonly string[];
  readonly changed: readonly { readonly number: string; readonly fields: readonly ActivityField[] }[];
  readonly retired: readonly string[];
  /** The form has what they said before a version of the plan: they stay as the version has them. */
  readonly kept: readonly string[];
  /** The form's activities with their ids, in its order. */
  readonly activities: readonly { readonly id: number; readonly form: FormActivity }[];
  readonly newPositions: readonly Position[];
};

/** Makes the plan's activities those of the form. An activity that is gone is retired, never deleted. */
export function setActivities(
  db: Db,
  planId: number,
  read: readonly FormActivity[],
  now: Moment,
  of: {
    /** The date of each cut of the plan by its number in the form. */
    readonly dates: ReadonlyMap<number, LocalDate>;
    readonly same: SameAnswers;
  },
): ActivityChanges {
  takeNumbers(db, planId, read, of.same);
  const before = activitiesOf(db, planId);
  const byNumber = new Map(before.map((each) => [each.number, each]));
  const positions = new Map(before.map((each) => [each.id, positionIds(db, each.id)]));
  const versions = versionsKept(db, planId);
  const kept: string[] = [];
  const places = placesOf(
    read,
    before.filter((each) => versions.withdrawn(each)),
  );
  const newPositions: Position[] = [];
  const added: string[] = [];
  const changed: { number: string; fields: ActivityField[] }[] = [];
  const activities = read.map((form, index) => {
    const read = columnsOf(form, places[index] ?? index + 1, of.dates);
    const wanted = form.positions.map((name) => positionNamed(db, name, newPositions).id);
    const stored = byNumber.get(form.number);
    if (stored === undefined) {
      const id = addActivity(db, { planId, number: form.number, ...read });
      if (form.programming !== undefined) updateActivity(db, id, setBefore(form.programming, of.dates));
      setPositions(db, id, wanted, now);
      added.push(form.number);
      return { id, form };
    }
    if (versions.withdrawn(stored)) {
      kept.push(form.number);
      return { id: stored.id, form };
    }
    const columns = versions.columns(stored, read);
    if (!isSame(columns, read)) kept.push(form.number);
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
  return { added, changed, retired: gone.map((each) => each.number), kept, activities, newPositions };
}

/**
 * The places of a form's activities. An activity that a version withdrew keeps its place, since the cuts before that
 * version have it.
 */
function placesOf(read: readonly FormActivity[], withdrawn: readonly Activity[]): readonly number[] {
  const numbers = new Set(read.map(({ number }) => number));
  const taken = new Set(withdrawn.filter(({ number }) => !numbers.has(number)).map(({ place }) => place));
  const all = Array.from({ length: read.length + taken.size }, (_, index) => index + 1);
  return all.filter((place) => !taken.has(place));
}

/**
 * Gives stored activities the form's numbers, where answers say which is which. The same activity takes the
 * new number; another one with that number makes room and is retired with its reports.
 */
function takeNumbers(db: Db, planId: number, read: readonly FormActivity[], same: SameAnswers): void {
  const before = activitiesOf(db, planId);
  for (const { number } of read) {
    const answer = Object.hasOwn(same, number) ? same[number] : undefined;
    if (answer === undefined || answer === number) continue;
    const now = new Map(activitiesOf(db, planId).map((each) => [each.number, each]));
    const there = now.get(number);
    if (there !== undefined) updateActivity(db, there.id, { number: formerNumber(number, now) });
    const moved = before.find((each) => each.number === answer);
    if (answer !== 'new' && moved !== undefined) updateActivity(db, moved.id, { number });
  }
}

/** The new number of an activity that keeps its reports but loses its number to another one. */
function formerNumber(number: string, taken: ReadonlyMap<string, unknown>): string {
  let former = `${number} (anterior)`;
  for (let again = 2; taken.has(former); again += 1) former = `${number} (anterior ${again})`;
  return former;
}

/** The times out of the form, including the one that ends now. */
function absencesOf({ absences, retiredAt }: Activity, now: Moment): Activity['absences'] {
  return retiredAt === null ? absences : [...absences, { from: retiredAt, until: now }];
}

/** The columns whose values differ from the form. */
function changedColumns(stored: Activity, columns: Columns): (keyof Columns)[] {
  return (Object.keys(columns) as (keyof Columns)[]).filter((name) => !isSame(stored[name], columns[name]));
}

function columnsOf(form: FormActivity, place: number, dates: ReadonlyMap<number, LocalDate>): Columns {
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
    planned: figuresOf(form.planned, dates),
    executed: figuresOf(form.executed, dates),
  };
}

/** What Planeación had set, as an export of ours says it of an activity that is new here. */
function setBefore(
  { basis, measure, yearAmount, figures }: FormProgramming,
  dates: ReadonlyMap<number, LocalDate>,
): Pick<Activity, SetByPeople> {
  return {
    measure,
    yearAmount,
    keeps: basis === 'keeps',
    programmed: basis === 'programmed' ? figuresOf(figures, dates) : basis === 'dates' ? [] : null,
  };
}

/** Figures by the dates of their cuts: the dates stay when cuts are renumbered. */
function figuresOf(
  figures: readonly FormFigure[] = [],
  dates: ReadonlyMap<number, LocalDate>,
): readonly Figure[] {
  return figures.flatMap((figure): Figure[] => {
    const date = dates.get(figure.cut);
    if (date === undefined) return [];
    return ['tenths' in figure ? { date, tenths: figure.tenths } : { date, amount: figure.amount }];
  });
}

/** Cells of unknown columns by heading; a heading that occurs twice is numbered. */
function extraOf(form: FormActivity): Readonly<Record<string, string>> {
  const extra: Record<string, string> = {};
  for (const { heading, text } of form.extra) {
    let key = heading;
    for (let again = 2; key in extra; again += 1) key = `${heading} (${again})`;
    extra[key] = text;
  }
  return extra;
}

/**
 * The same name, without case and accents, is the same position in every plan; it keeps its first spelling.
 */
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

/** Compares plain data by content. */
export function isSame(stored: unknown, read: unknown): boolean {
  return JSON.stringify(stored) === JSON.stringify(read);
}
