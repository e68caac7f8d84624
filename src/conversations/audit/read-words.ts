import type { AuditFilter } from '../../db/audit-read.ts';
import type { Db } from '../../db/open.ts';
import { allPeople } from '../../db/people.ts';
import { activitiesOf, allPlans, plannedCuts } from '../../db/plans.ts';
import {
  addDays,
  isLocalDate,
  type LocalDate,
  localDate,
  type Moment,
  momentAt,
} from '../../domain/dates.ts';
import { isShortMonth, MONTH_WORDS, monthNumber } from '../../domain/months.ts';
import { comparable } from '../../domain/outside-text.ts';
import { WEEKDAY_WORDS } from '../../domain/written-dates.ts';
import { currentCut, findCut, LONGEST_ASKED, openedCuts } from '../../summary/find-cut.ts';

/** What one look at the audit is about: one of each at most, so that a button can carry it. */
export type AuditQuery = {
  readonly personId: number | null;
  readonly activityId: number | null;
  readonly cutId: number | null;
  /** The first of these days, and how many follow it. */
  readonly from: LocalDate | null;
  readonly more: number;
};

export const wholeAudit: AuditQuery = { personId: null, activityId: null, cutId: null, from: null, more: 0 };

export function filterOf(look: AuditQuery): AuditFilter {
  const { personId, activityId, cutId, from, more } = look;
  return {
    personId: personId ?? undefined,
    activityIds: activityId === null ? undefined : [activityId],
    cutIds: cutId === null ? undefined : [cutId],
    from: from === null ? undefined : momentAt(from, 0),
    until: from === null ? undefined : momentAt(addDays(from, more + 1), 0),
  };
}

export type WordsRead =
  | { readonly kind: 'look'; readonly look: AuditQuery }
  /** Several people have that name. */
  | { readonly kind: 'people'; readonly ids: readonly number[]; readonly look: AuditQuery }
  | { readonly kind: 'unknown' };

/**
 * What somebody means by the words after `/auditoria`: a date or a month's cut, an activity's number, and the rest a
 * person's name, in any order. A month cut short is a name when somebody's begins so and no year follows (`mar`).
 */
export function readAuditWords(db: Db, words: string, now: Moment): WordsRead {
  if (words.length > LONGEST_ASKED) return { kind: 'unknown' };
  const plain = comparable(words);
  const day = dateIn(plain, now);
  const left = (day ? plain.replace(day.written, ' ') : plain)
    .split(/[^\p{L}\p{N}.]+/u)
    .filter((word) => word !== '' && !/^(n\.?|no\.?|nº|n\.º|de|del|la|el)$/.test(word))
    .map((word) => word.replace(/\.$/, ''));
  const people = allPeople(db).map(({ id, name }) => ({ id, name: ` ${comparable(name)}` }));
  let look: AuditQuery = { ...wholeAudit, from: day?.date ?? null };
  const names: string[] = [];
  const numbers = activityNumbers(db, now);
  for (const [place, word] of left.entries()) {
    const isName = isShortMonth(word) && !isYear(left[place + 1]) && people.some(called(word));
    const month = isName ? undefined : monthNumber(word);
    if (isYear(word) && monthNumber(left[place - 1] ?? '') !== undefined) continue;
    if (month !== undefined) look = { ...look, ...ofMonth(db, word, left[place + 1], month, now) };
    else {
      const activityId = numbers.get(word);
      if (activityId === undefined) names.push(word);
      else look = { ...look, activityId };
    }
  }
  if (names.length === 0) return isWhole(look) ? { kind: 'unknown' } : { kind: 'look', look };
  const ids = people.filter((person) => names.every((name) => called(name)(person))).map(({ id }) => id);
  const [personId] = ids;
  if (personId === undefined) return { kind: 'unknown' };
  return ids.length === 1 ? { kind: 'look', look: { ...look, personId } } : { kind: 'people', ids, look };
}

/** Whether a word of somebody's name begins so. */
function called(beginning: string): (someone: { readonly name: string }) => boolean {
  return ({ name }) => name.includes(` ${beginning}`);
}

function isYear(word: string | undefined): word is string {
  return word !== undefined && /^20\d\d$/.test(word);
}

function isWhole(look: AuditQuery): boolean {
  return look.personId === null && look.activityId === null && look.cutId === null && look.from === null;
}

/** The cut of a month or, when no cut is of it, its days: of the year named, else the latest that has begun. */
function ofMonth(
  db: Db,
  name: string,
  following: string | undefined,
  month: number,
  now: Moment,
): Partial<AuditQuery> {
  const year = isYear(following) ? following : null;
  const found = findCut(db, year === null ? name : `${name} ${year}`, now);
  if (found.kind === 'cut' || found.kind === 'notOpened') return { cutId: found.planned.cut.id };
  if (found.kind === 'several') return { cutId: found.cuts[0]?.cut.id ?? null };
  const today = localDate(now);
  const ofThisYear = `${today.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
  const past = `${Number(today.slice(0, 4)) - 1}${ofThisYear.slice(4)}`;
  const from = year === null ? (ofThisYear <= today ? ofThisYear : past) : `${year}${ofThisYear.slice(4)}`;
  const next = addDays(`${from.slice(0, 8)}28`, 4);
  const days = Number(addDays(`${next.slice(0, 8)}01`, -1).slice(8));
  return { from, more: days - 1 };
}

/** The activities by their number as printed: of the plan of the current cut, else of the latest plan that has it. */
function activityNumbers(db: Db, now: Moment): ReadonlyMap<string, number> {
  const current = currentCut(db, now)?.plan.id;
  const opened = openedCuts(plannedCuts(db), now).map((each) => each.plan.id);
  const latestFirst = allPlans(db)
    .map((plan) => plan.id)
    .reverse();
  const plans = new Set([...(current === undefined ? [] : [current]), ...opened, ...latestFirst]);
  const found = new Map<string, number>();
  for (const planId of plans)
    for (const activity of activitiesOf(db, planId)) {
      const number = comparable(activity.number);
      if (!found.has(number)) found.set(number, activity.id);
    }
  return found;
}

const WEEKDAY = `\\b(?:(?:${WEEKDAY_WORDS})[.,]* )?`;

const dates: readonly (readonly [RegExp, (parts: readonly string[], now: Moment) => string])[] = [
  [new RegExp(`${WEEKDAY}(20\\d\\d-\\d\\d-\\d\\d)\\b`), ([, date]) => date ?? ''],
  [
    new RegExp(`${WEEKDAY}(\\d{1,2})/(\\d{1,2})/(20\\d\\d)\\b`),
    ([, day, month, year]) => written(year, month, day),
  ],
  [
    new RegExp(`${WEEKDAY}(\\d{1,2}) de (${MONTH_WORDS})\\b\\.?(?: del? (20\\d\\d))?`),
    ([, day, name, year], now) =>
      written(year ?? localDate(now).slice(0, 4), String(monthNumber(name ?? '') ?? 0), day),
  ],
  [/\bhoy\b/, (_, now) => localDate(now)],
  [/\bayer\b/, (_, now) => addDays(localDate(now), -1)],
];

/** The first date that a text holds, with the words that say it. @param text as `comparable` gives it */
function dateIn(text: string, now: Moment): { readonly date: LocalDate; readonly written: string } | null {
  for (const [form, read] of dates) {
    const parts = form.exec(text);
    if (!parts) continue;
    const date = read(parts, now);
    if (isLocalDate(date)) return { date, written: parts[0] };
  }
  return null;
}

function written(year = '', month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
