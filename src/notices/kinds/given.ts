import { type Assignment, assignmentById, type Held } from '../../db/assignments.ts';
import type { Db } from '../../db/open.ts';
import { announce, settle as settleRow } from '../../db/outbox.ts';
import { rowByKey, waitingRowsAbout } from '../../db/outbox-rows.ts';
import { type EnrolledPerson, isEnrolled, officeHolders, personById } from '../../db/people.ts';
import { daysOff } from '../../db/plans.ts';
import { offices } from '../../db/schema/index.ts';
import { pendingTasksOf } from '../../db/tasks.ts';
import { writeButton } from '../../domain/buttons.ts';
import { soonestAllowed } from '../../domain/calendar.ts';
import type { Moment } from '../../domain/dates.ts';
import type { Keyboard, Message } from '../../domain/events.ts';
import { isEmpty, type Span, type SpanChanges } from '../../domain/spans.ts';
import * as texts from '../../texts/people/assign.ts';
import { buttons } from '../../texts/reporting/reporting.ts';
import { countAsReminder } from '../count-as-reminder.ts';
import { spanWords } from '../span-words.ts';
import { receivedKey, receivedNotice } from './assigned.ts';

type Changed = {
  readonly held: Held;
  readonly changes: SpanChanges;
  /** Of each person who lost something: the activity whose question was open. */
  readonly interrupted: ReadonlyMap<number, string | null>;
  readonly by: number | null;
  readonly begun: Assignment | null;
};

/** Both sides of a change hear of it, and of an appointment whoever holds an office; within the hours. */
export function tellChanges(db: Db, changed: Changed, now: Moment): void {
  const { held, changes, begun } = changed;
  const advanced = changes.advances.flatMap(({ span }) => assignmentById(db, span.id) ?? []);
  const givers = changes.ends.map(({ span }) => span.personId);
  const receivers = [...(begun ? [begun] : []), ...advanced];
  for (const receiver of receivers) tellReceived(db, receiver, now);
  for (const { span, at } of changes.ends) {
    cancelWaiting(db, `contract:${span.id}:`, now);
    cancelWaiting(db, `appointed:${span.id}:`, now);
    if (span.personId === changed.by || hadNotHeard(db, span, now)) continue;
    const until = begun?.untilAt ?? null;
    const to = receivers.map((each) => each.personId);
    const returns = changes.returns.some((each) => each.personId === span.personId && !isEmpty(each));
    const asked = changed.interrupted.get(span.personId) ?? null;
    tellGiven(db, { held, span, at, until, returns, to, asked }, now);
  }
  tellCalledOff(db, changed, now);
  if (begun && 'office' in held) tellOffices(db, begun, held.office, [...givers, changed.by ?? 0], now);
}

/**
 * What it is, from when until when, and at once what is pending in it: that takes the place of that day's reminder. What
 * it says is made again when it goes out, so that it is true in the morning (`receivedNow`).
 */
export function tellReceived(db: Db, row: Assignment, now: Moment): void {
  const person = enrolled(db, row.personId);
  if (!person) return;
  const which = row.fromAt <= soonestAllowed(now, daysOff(db)) ? 'now' : 'planned';
  const { message, listsFor } = receivedNotice(db, row, person, which, now);
  const said = say(db, person, receivedKey(row, which), message, now);
  if (said !== undefined && listsFor !== null) countAsReminder(db, person.id, listsFor, now, said);
}

export function tellGiven(
  db: Db,
  of: {
    readonly held: Held;
    readonly span: Pick<Span, 'id' | 'personId' | 'acting' | 'inPlaceOf'>;
    /** When it ends. */
    readonly at: Moment;
    /** When what begins instead ends; null: never. */
    readonly until: Moment | null;
    /** Afterwards they hold it again. */
    readonly returns: boolean;
    readonly to: readonly number[];
    readonly asked: string | null;
  },
  now: Moment,
): void {
  const person = enrolled(db, of.span.personId);
  if (!person) return;
  const { acting, inPlaceOf } = of.span;
  const passesOn = of.to.length > 0 && (inPlaceOf === null || !of.to.includes(inPlaceOf));
  const html = texts.given({
    ...spanWords(db, person, { ...of.held, untilAt: of.until }, of.at, now),
    to: of.to.flatMap((id) => personById(db, id)?.name ?? []),
    wasActing: acting && of.until === null && !passesOn,
    returns: of.returns,
    asked: of.asked,
  });
  const more = pendingTasksOf(db, person.id, Math.max(now, of.at)).length > 0 && of.asked !== null;
  const keyboard: Keyboard | undefined = more
    ? [[{ text: buttons.report, data: writeButton({ to: 'report' }) }]]
    : undefined;
  const which = of.at <= now ? 'now' : 'planned';
  say(db, person, `given:${of.span.id}:${person.id}:${of.at}:${which}`, { html, keyboard }, now);
}

/** Planned spans that will not be, to those who were told of them and hear of nothing else. */
function tellCalledOff(db: Db, { held, changes, by, begun }: Changed, now: Moment): void {
  const told = new Set([
    by,
    begun?.personId,
    ...changes.ends.map(({ span }) => span.personId),
    ...changes.advances.map(({ span }) => span.personId),
  ]);
  const stays = new Set(changes.extends.map(({ span }) => span.personId));
  for (const span of changes.drops) {
    const kept = changes.extends.find((each) => each.span.personId === span.personId)?.span;
    if (isEmpty(span) && !kept) continue;
    const unheard = hadNotHeard(db, span, now) || (kept && cancelWaiting(db, `given:${kept.id}:`, now));
    if (unheard || told.has(span.personId)) continue;
    told.add(span.personId);
    const person = enrolled(db, span.personId);
    if (!person) continue;
    const first = changes.drops.find((each) => each.acting) ?? span;
    const words = spanWords(db, person, { ...held, untilAt: first.untilAt }, first.fromAt, now);
    const html = texts.calledOff({ ...words, stays: stays.has(person.id) });
    say(db, person, `given:${span.id}:${person.id}:off`, { html }, now);
  }
}

/** Every appointment to an office is told to whoever holds one (specification: Enrolment). */
export function tellOffices(
  db: Db,
  row: Assignment,
  office: (typeof offices)[number],
  told: readonly number[],
  now: Moment,
): void {
  const appointed = personById(db, row.personId);
  if (!appointed) return;
  const { held: _, ...words } = spanWords(db, appointed, row, row.fromAt, now);
  const html = texts.appointedBy({ ...words, office });
  const all = new Map(
    offices.flatMap((each) => officeHolders(db, each, now)).map((holder) => [holder.id, holder]),
  );
  for (const holder of all.values()) {
    if (!told.includes(holder.id) && holder.id !== appointed.id)
      say(db, holder, `appointed:${row.id}:${holder.id}`, { html }, now);
  }
}

/** Whoever was still to be told that they receive it, and now will not be, need not hear that it ended. */
function hadNotHeard(db: Db, span: Pick<Span, 'id' | 'personId'>, now: Moment): boolean {
  const rows = (['planned', 'now'] as const).flatMap((which) => rowByKey(db, receivedKey(span, which)) ?? []);
  if (rows.some((row) => row.state === 'sent' || row.state === 'released')) return false;
  return rows.some((row) => row.state === 'cancelled' && row.settledAt === now);
}

/** @returns whether anything was still waiting */
function cancelWaiting(db: Db, start: string, now: Moment): boolean {
  const waiting = waitingRowsAbout(db, start);
  for (const row of waiting) settleRow(db, row.id, 'cancelled', 'reassigned', now);
  return waiting.length > 0;
}

function enrolled(db: Db, personId: number): EnrolledPerson | undefined {
  const person = personById(db, personId);
  return person && isEnrolled(person) ? person : undefined;
}

/** @returns the notice's row; undefined when it was said before */
function say(db: Db, person: EnrolledPerson, key: string, message: Message, now: Moment): number | undefined {
  const to = { chatId: person.telegramUserId, personId: person.id };
  return announce(db, to, { kind: 'notice', key, message, now });
}
