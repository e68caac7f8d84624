import { allLayouts, keepLayout } from '../db/layouts.ts';
import type { Db } from '../db/open.ts';
import { allPositions } from '../db/people.ts';
import { planByIdentity } from '../db/plan-changes.ts';
import { activitiesOf, allPlans } from '../db/plans.ts';
import { setWorkbook } from '../db/workbooks.ts';
import type { Moment } from '../domain/dates.ts';
import { comparable } from '../domain/outside-text.ts';
import type { Form } from '../forms/form.ts';
import type { Answers, Question } from '../forms/reading/asking.ts';
import type { FormReading, ReadOptions } from '../forms/reading/plan-reading.ts';
import { questions } from '../texts/importing/questions.ts';
import { readActivities } from './import-plan.ts';
import { type DoubtfulActivity, doubtfulActivities, type SameAnswers } from './import-plan-matching.ts';

/** The entity's data that a reading needs, as plain data, for whichever process reads. */
export function readOptionsFor(db: Db): Pick<ReadOptions, 'knownPositions' | 'layouts'> {
  return { knownPositions: allPositions(db).map((position) => position.name), layouts: allLayouts(db) };
}

/** A reading, completed with what only the stored plans show. */
export type PlanReading = {
  readonly reading: FormReading;
  /** The reader's questions, and those about activities that may be others. */
  readonly questions: readonly Question[];
  readonly status: 'ready' | 'questions' | 'refused';
  readonly same: SameAnswers;
  readonly unknownAnswers: FormReading['unknownAnswers'];
};

/**
 * Adds to a reading what the stored plans show: likely code and title, and which activities may be others.
 */
export function withStored(db: Db, reading: FormReading, answers: Answers): PlanReading {
  const same = sameAnswers(answers);
  const doubtful = reading.ok ? doubtfulIn(db, reading.form) : [];
  const suggested = reading.ok ? reading.questions : suggest(db, reading);
  const asked = doubtful.filter(({ number }) => !Object.hasOwn(same, number)).map(sameQuestion);
  const required = asked.length > 0 || suggested.some((question) => question.required);
  const refused = !reading.ok && reading.problems.length > 0;
  return {
    reading,
    questions: [...asked, ...suggested],
    status: refused ? 'refused' : required ? 'questions' : 'ready',
    same,
    unknownAnswers: [...reading.unknownAnswers, ...unknownSame(db, reading, same)],
  };
}

function sameAnswers(answers: Answers): SameAnswers {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([id, option]): [string, string][] =>
      id.startsWith('same:') && typeof option === 'string' ? [[id.slice(5), option]] : [],
    ),
  );
}

function doubtfulIn(db: Db, form: Form): readonly DoubtfulActivity[] {
  const stored = planByIdentity(db, form.code, form.fiscalYear);
  if (stored === undefined) return [];
  return doubtfulActivities(activitiesOf(db, stored.id), readActivities(db, stored, form));
}

function sameQuestion({ number, read, stored }: DoubtfulActivity): Question {
  const options = stored.map((each) => ({
    id: each.number,
    label: questions.sameAs(each.number, each.name),
  }));
  return {
    id: `same:${number}`,
    required: true,
    text: questions.same(number, read),
    sheet: '',
    column: '',
    heading: '',
    examples: [read],
    options: [...options, { id: 'new', label: questions.another }],
    suggested: stored[0]?.number ?? 'new',
  };
}

/** A number that the stored plan does not have is not an answer. */
function unknownSame(db: Db, reading: FormReading, same: SameAnswers): FormReading['unknownAnswers'] {
  if (!reading.ok) return [];
  const stored = planByIdentity(db, reading.form.code, reading.form.fiscalYear);
  const numbers = new Set(
    stored === undefined ? [] : activitiesOf(db, stored.id).map(({ number }) => number),
  );
  return Object.entries(same).flatMap(([number, option]) =>
    option === 'new' || numbers.has(option) ? [] : [{ id: `same:${number}`, option }],
  );
}

/** Puts first the code and title of the stored plan that shares at least half of the activities. */
function suggest(db: Db, reading: FormReading): readonly Question[] {
  const asked = reading.questions.filter(({ id }) => id === 'code' || id === 'title');
  const names = new Set((reading.draft?.activities ?? []).map(({ name }) => comparable(name)));
  if (asked.length === 0 || names.size === 0) return reading.questions;
  const likely = allPlans(db).find((plan) => {
    const shared = activitiesOf(db, plan.id).filter(({ name }) => names.has(comparable(name))).length;
    return shared * 2 >= names.size;
  });
  if (likely === undefined) return reading.questions;
  return reading.questions.map((question) =>
    question.id === 'code'
      ? { ...question, suggested: likely.code }
      : question.id === 'title'
        ? { ...question, suggested: likely.title }
        : question,
  );
}

/**
 * Keeps with a stored plan how its file was read: the workbook with its answers, and the meaning of its
 * layout.
 */
export function keepReading(
  db: Db,
  planId: number,
  read: Pick<FormReading, 'decisions' | 'layout'>,
  workbook: Uint8Array | null,
  now: Moment,
): void {
  if (workbook !== null) setWorkbook(db, planId, workbook, answersTaken(read), now);
  if (read.layout === null) return;
  const { key, ...answers } = read.layout;
  keepLayout(db, key, answers, now);
}

/**
 * Everything decided by answers, by memory or as the likely value: with it the file is read the same way
 * again.
 */
export function answersTaken({ decisions }: Pick<FormReading, 'decisions'>): Answers {
  return Object.fromEntries(
    decisions.flatMap(({ question, taken, option }): [string, string][] =>
      taken === 'certain' || taken === 'open' || option === null ? [] : [[question.id, option]],
    ),
  );
}
