import { activitiesOfPerson } from '../../../db/own-activities.ts';
import { holdingsOf } from '../../../db/people.ts';
import { type Activity, hasSeveralPlans, type PlannedCut, plannedCutsOf } from '../../../db/plans.ts';
import { isAsked, tasksOf } from '../../../db/tasks.ts';
import { localDate } from '../../../domain/dates.ts';
import type { Html } from '../../../domain/events.ts';
import { isAwayAt } from '../../../domain/retirement.ts';
import { lines, nothing, paragraphs } from '../../../texts/html.ts';
import * as texts from '../../../texts/reporting/not-now.ts';
import { nothingPending } from '../../../texts/reporting/reporting.ts';
import { planName } from '../../../texts/words/names.ts';
import type { Turn } from '../../turn.ts';
import { type PositionAway, positionsAway } from './positions-away.ts';

/** More positions or plans than this make no message that anybody reads. */
const mostLines = 4;

/**
 * Why a person has nothing to report now, and until when: who reports instead, which cut opens when, or what became of
 * their activities. @returns null when it is not for that: they have reports to give or to correct, or never had a
 * position
 */
export function whyNotNow(turn: Turn): Html | null {
  const { db, person, now } = turn;
  if (tasksOf(db, person.id, now).length > 0) return null;
  const { positions, offices } = holdingsOf(db, person.id, now);
  // An office goes on: what its holder reported once is no news.
  const away = awayLines(turn, positions.length === 0 && offices.length > 0 ? 'comingBack' : 'all');
  if (positions.length === 0) return away === nothing ? null : away;
  return paragraphs(away, ownLines(turn, positions.length));
}

/** That nothing is pending, or why nothing can be. */
export function nothingNow(turn: Turn): Html {
  return whyNotNow(turn) ?? startingLater(turn) ?? nothingPending(turn.person.name);
}

/** That some of theirs start later; null when none does, or something is pending. */
function startingLater({ db, person, now }: Turn): Html | null {
  const tasks = tasksOf(db, person.id, now);
  const later = tasks.filter((task) => task.later);
  const [first] = later;
  if (!first || tasks.some((task) => task.pending)) return null;
  return texts.startsLater({
    name: person.name,
    numbers: numbersOf(later.map((task) => task.activity)),
    cutDate: first.cut.date,
    others: later.length < tasks.length,
  });
}

/** The positions that are somebody else's for now, one a line. @param which only those that come back */
export function awayLines(turn: Turn, which: 'all' | 'comingBack' = 'all'): Html {
  const { db, person, now } = turn;
  const all = positionsAway(db, person.id, now).filter((each) => which === 'all' || each.from !== null);
  const named = all.length > 1 || holdingsOf(db, person.id, now).positions.length > 0;
  const [first] = all;
  if (!first) return nothing;
  const said = all.slice(0, mostLines).map((each) => awayLine(turn, each, named || each.from === null));
  return lines(...said, first.from === null ? texts.askPlanning() : nothing);
}

export function awayLine(turn: Turn, away: PositionAway, named: boolean): Html {
  return texts.positionAway({ ...away, position: named ? away.name : null }, localDate(turn.now));
}

/** The next openings of the cuts that ask for something of theirs, one a line. */
export function nextOpenings({ db, person, now }: Turn): Html {
  const mine = activitiesOfPerson(db, person.id, now).map((each) => each.activity);
  const said = byPlan(mine).flatMap(([planId, own]) => {
    const next = nextCut(plannedCutsOf(db, [planId]), own, now);
    return next ? [opening(next, now)] : [];
  });
  return lines(...new Set(said.slice(0, mostLines)));
}

function ownLines({ db, person, now }: Turn, held: number): Html {
  const mine = activitiesOfPerson(db, person.id, now).map((each) => each.activity);
  if (mine.length === 0) return texts.noneOfPosition(held);
  const present = mine.filter((each) => !isAwayAt(each, now));
  if (present.length === 0) return texts.allRetired(numbersOf(mine));
  const several = hasSeveralPlans(db);
  const plans = byPlan(present).map(([planId, own]) => {
    const cuts = plannedCutsOf(db, [planId]);
    const opened = cuts.filter((each) => each.window.opensAt <= now);
    const next = nextCut(cuts, own, now);
    const last = opened.at(-1);
    const wasAsked = opened.some((each) => own.some((activity) => isAsked(activity, each, now)));
    const left =
      last && now < last.window.locksAt ? own.filter((activity) => last.excluded.has(activity.id)) : [];
    const excluded = last && left.length > 0 ? texts.notInThisCut(last.cut.number, numbersOf(left)) : nothing;
    if (!next) return { wasAsked, html: excluded };
    const asked = own.filter((activity) => isAsked(activity, next, now)).length;
    const plan = several ? planName(next.plan) : null;
    const { number: cutNumber } = next.cut;
    const when = { cutNumber, opens: next.window.openingDate, today: localDate(now) };
    const later =
      wasAsked || left.length > 0
        ? texts.opensNext(when)
        : texts.opensLater({ plan, activities: asked, ...when });
    return { wasAsked, html: lines(excluded, later) };
  });
  const said = plans.slice(0, mostLines).map((each) => each.html);
  const none = plans.some((each) => each.wasAsked) || said.every((each) => each === nothing);
  return paragraphs(none ? nothingPending(person.name) : nothing, ...new Set(said));
}

function opening({ cut, window }: PlannedCut, now: number): Html {
  return texts.opensNext({ cutNumber: cut.number, opens: window.openingDate, today: localDate(now) });
}

/** The first cut to open that asks for one of these activities. */
function nextCut(cuts: readonly PlannedCut[], own: readonly Activity[], now: number): PlannedCut | undefined {
  return cuts
    .filter((each) => each.window.opensAt > now && own.some((activity) => isAsked(activity, each, now)))
    .toSorted((a, b) => a.window.opensAt - b.window.opensAt)[0];
}

function byPlan(activities: readonly Activity[]): readonly [number, readonly Activity[]][] {
  return [...Map.groupBy(activities, (each) => each.planId)];
}

function numbersOf(activities: readonly Activity[]): readonly string[] {
  return activities.toSorted((a, b) => a.place - b.place).map((each) => each.number);
}
