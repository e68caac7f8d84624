import type { Db } from '../db/open.ts';
import type { Position } from '../db/people.ts';
import {
  addActivities,
  addPosition,
  addPositions,
  type NewActivity,
  positionByKey,
  retireActivity,
  setPositions,
  updateActivity,
  updateByForm,
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
    /** The plan's activities as they are stored. */
    readonly known: readonly Activity[];
  },
): ActivityChanges {
  const before = takeNumbers(db, planId, of.known, read, of.same);
  const byNumber = new Map(before.map((each) => [each.number, each]));
  const positions = positionsOf(
    db,
    before.map((each) => each.id),
  );
  const versions = versionsKept(db, planId);
  const kept: string[] = [];
  const places = placesOf(
    read,
    before.filter((each) => versions.withdrawn(each)),
  );
  const newPositions: Position[] = [];
  const named = positionsByName(db, newPositions);
  const added: { readonly form: FormActivity; readonly columns: Columns; readonly positionIds: number[] }[] =
    [];
  const changed: { number: string; fields: ActivityField[] }[] = [];
  read.forEach((form, index) => {
    const read = columnsOf(form, places[index] ?? index + 1, of.dates);
    const wanted = form.positions.map((name) => named(name).id);
    const stored = byNumber.get(form.number);
    if (stored === undefined) {
      added.push({ form, columns: read, positionIds: wanted });
      return;
    }
    if (versions.withdrawn(stored)) {
      kept.push(form.number);
      return;
    }
    const columns = versions.columns(stored, read);
    if (!isSame(columns, read)) kept.push(form.number);
    const fields: ActivityField[] = changedColumns(stored, columns);
    if (fields.length > 0 || stored.retiredAt !== null)
      updateByForm(db, stored.id, { ...columns, retiredAt: null, absences: absencesOf(stored, now) });
    const held = (positions.get(stored.id) ?? []).map((position) => position.id);
    if (!isSame(held, wanted)) {
      setPositions(db, stored.id, wanted, now);
      fields.push('positions');
    }
    if (stored.retiredAt !== null) fields.push('back');
    if (fields.length > 0) changed.push({ number: form.number, fields });
  });
  const ids = new Map(before.map((each) => [each.number, each.id]));
  for (const { id, number } of addAll(db, planId, added, of.dates, now)) ids.set(number, id);
  const numbers = new Set(read.map((form) => form.number));
  const gone = before.filter((each) => each.retiredAt === null && !numbers.has(each.number));
  for (const each of gone) retireActivity(db, each.id, now);
  return {
    added: added.map(({ form }) => form.number),
    changed,
    retired: gone.map((each) => each.number),
    kept,
    activities: read.map((form) => ({ id: ids.get(form.number) ?? 0, form })),
    newPositions,
  };
}

/** Adds new activities with their positions. @returns their ids and numbers */
function addAll(
  db: Db,
  planId: number,
  added: readonly {
    readonly form: FormActivity;
    readonly columns: Columns;
    readonly positionIds: readonly number[];
  }[],
  dates: ReadonlyMap<number, LocalDate>,
  now: Moment,
): readonly { readonly id: number; readonly number: string }[] {
  if (added.length === 0) return [];
  const first = addActivities(
    db,
    added.map(({ form, columns }) => ({
      planId,
      number: form.number,
      ...columns,
      ...setBefore(form.programming, dates),
    })),
  );
  addPositions(
    db,
    added.map(({ positionIds }, place) => ({ activityId: first + place, positionIds })),
    now,
  );
  return added.map(({ form }, place) => ({ id: first + place, number: form.number }));
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
 * @returns the activities with those numbers
 */
function takeNumbers(
  db: Db,
  planId: number,
  before: readonly Activity[],
  read: readonly FormActivity[],
  same: SameAnswers,
): readonly Activity[] {
  const answers = new Map(Object.entries(same));
  const answered = read.filter(({ number }) => (answers.get(number) ?? number) !== number);
  for (const { number } of answered) {
    const answer = answers.get(number);
    const now = new Map(activitiesOf(db, planId).map((each) => [each.number, each]));
    const there = now.get(number);
    if (there !== undefined) updateActivity(db, there.id, { number: formerNumber(number, now) });
    const moved = before.find((each) => each.number === answer);
    if (answer !== 'new' && moved !== undefined) updateActivity(db, moved.id, { number });
  }
  return answered.length === 0 ? before : activitiesOf(db, planId);
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
  programming: FormProgramming | undefined,
  dates: ReadonlyMap<number, LocalDate>,
): Pick<Activity, SetByPeople> {
  if (programming === undefined) return { measure: null, yearAmount: null, keeps: false, programmed: null };
  const { basis, measure, yearAmount, figures } = programming;
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
 * The same name, without case and accents, is the same position in every plan; it keeps its first spelling. Each name is
 * looked for once: thousands of activities may name one position.
 */
function positionsByName(db: Db, added: Position[]): (name: string) => Position {
  const known = new Map<string, Position>();
  return (name) => {
    const position = known.get(name) ?? positionNamed(db, name, added);
    known.set(name, position);
    return position;
  };
}

function positionNamed(db: Db, name: string, added: Position[]): Position {
  const key = comparable(name);
  const stored = positionByKey(db, key);
  if (stored) return stored;
  const position = addPosition(db, name, key);
  added.push(position);
  return position;
}

/** Compares plain data by content. */
export function isSame(stored: unknown, read: unknown): boolean {
  return stored === read || JSON.stringify(stored) === JSON.stringify(read);
}
