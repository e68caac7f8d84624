import { activitiesOfPosition } from '../db/activities-of-position.ts';
import { type Assignment, assignmentById, postOf, spansOf } from '../db/assignments.ts';
import { type Evidence, evidenceOfCuts } from '../db/evidence.ts';
import type { Db } from '../db/open.ts';
import { personById, positionById } from '../db/people.ts';
import { planById } from '../db/plan-changes.ts';
import { type Activity, type PlannedCut, plannedCutsOf } from '../db/plans.ts';
import { type Report, revisionsOf } from '../db/reports.ts';
import { awaitsReport, isAsked } from '../db/tasks.ts';
import { takesReports } from '../domain/calendar.ts';
import { localDate, type Moment } from '../domain/dates.ts';
import type { Paper, PaperSection } from '../forms/pdf/paper.ts';
import * as words from '../texts/print/handover.ts';
import { activityHeading, evidenceWords } from '../texts/print/own-report.ts';
import { planName, properName } from '../texts/words/names.ts';
import { shownFigure } from '../texts/words/units.ts';

const { handoverWords: labels } = words;

/**
 * *Relación de entrega*: what a position has, for who leaves it, who receives it and the coordinator (specification:
 * Replacement): activities, last reports, evidence, what is pending. As it was when the assignment ended, or is now.
 * @returns null for an office, which has no activities, and when nothing names the position
 */
export function handover(db: Db, assignmentId: number, entityName: string | null, now: Moment): Paper | null {
  const row = assignmentById(db, assignmentId);
  if (!row || row.positionId === null) return null;
  const at = asOf(row, now);
  const activities = activitiesOfPosition(db, row.positionId, at);
  const [first] = activities;
  if (!first) return null;
  const cuts = plannedCutsOf(db, [...new Set(activities.map((each) => each.planId))]);
  const { giver, receiver } = bothEnds(db, row);
  const position = positionById(db, row.positionId)?.name ?? '';
  const entity = entityName ?? properName(planById(db, first.planId)?.entity ?? '');
  const evidence = Map.groupBy(
    evidenceOfCuts(
      db,
      cuts.map(({ cut }) => cut.id),
    ).filter((each) => each.state === 'stored' && each.moment < at),
    (each) => each.activityId,
  );
  const shown = activities.map((activity) => {
    const own = cuts.filter(({ plan }) => plan.id === activity.planId);
    const pending = pendingOf(db, activity, own, at);
    return {
      pending,
      section: section(db, { activity, cuts: own, pending, evidence: evidence.get(activity.id) ?? [] }, at),
    };
  });
  return {
    title: labels.title,
    subject: `${position} · ${localDate(at)}`,
    facts: [
      { label: labels.position, value: position },
      { label: labels.entity, value: entity },
      { label: labels.giver, value: giver ?? '' },
      { label: labels.receiver, value: receiver ?? '' },
      { label: labels.on, value: words.dateOfPaper(at) },
      { label: labels.next, value: nextCut(cuts, at) },
    ],
    intro: words.sumOfHandover({
      activities: activities.length,
      pending: shown.filter(({ pending }) => pending.length > 0).length,
    }),
    sections: shown.map((each) => each.section),
    signatures: [
      { name: giver ?? '', position: labels.givesSign },
      { name: receiver ?? '', position: labels.receivesSign },
    ],
    note: words.asItWas(at),
    madeAt: now,
  };
}

/** When the assignment ended, if it has. */
export function asOf({ untilAt }: Assignment, now: Moment): Moment {
  return untilAt !== null && untilAt < now ? untilAt : now;
}

/** Who gives and who receives: of an assignment that ends, the next holder; of one that began, the one before. */
function bothEnds(
  db: Db,
  row: Assignment,
): { readonly giver: string | null; readonly receiver: string | null } {
  const name = (span: Assignment | undefined) => (span && personById(db, span.personId)?.name) ?? null;
  const others = (moment: Moment) =>
    spansOf(db, postOf(row), moment).filter((span) => span.personId !== row.personId);
  if (row.untilAt !== null)
    return {
      giver: name(row),
      receiver: name(others(row.untilAt).find(({ fromAt }) => fromAt === row.untilAt)),
    };
  const before = others(row.fromAt - 1).find(({ untilAt }) => untilAt === row.fromAt);
  return before ? { giver: name(before), receiver: name(row) } : { giver: name(row), receiver: null };
}

type Entry = {
  readonly activity: Activity;
  readonly cuts: readonly PlannedCut[];
  readonly pending: readonly string[];
  readonly evidence: readonly Evidence[];
};

function section(db: Db, { activity, cuts, pending, evidence }: Entry, at: Moment): PaperSection {
  const reported = cuts.flatMap(({ cut }) => {
    const report = lastBefore(db, activity, cut.id, at);
    return report ? [{ cut, report }] : [];
  });
  const last = reported.toSorted((a, b) => a.cut.date.localeCompare(b.cut.date)).at(-1);
  const dates = new Map(cuts.map(({ cut }) => [cut.id, cut.date]));
  const plan = cuts[0]?.plan;
  return {
    heading: activityHeading(activity.number, activity.name),
    facts: [
      { label: labels.plan, value: plan ? planName(plan) : '' },
      { label: labels.target, value: activity.target },
      { label: labels.pending, value: words.pendingCuts(pending) },
      {
        label: labels.last,
        value: last ? reportWords(db, activity, last.report, last.cut.date) : labels.noReport,
      },
      { label: labels.evidence, value: evidence.length === 0 ? '' : String(evidence.length) },
    ],
    text: last?.report.observation ?? '',
    items: evidence.map(({ cutId, url, mime, sha256, moment }) =>
      words.evidenceOfCut(dates.get(cutId) ?? '', evidenceWords({ url, mime, sha256, at: moment })),
    ),
  };
}

function lastBefore(db: Db, { id }: Activity, cutId: number, at: Moment): Report | undefined {
  return revisionsOf(db, id, cutId).findLast(({ recordedAt }) => recordedAt <= at);
}

function reportWords(db: Db, activity: Activity, report: Report, cutDate: string): string {
  const by = (report.personId === null ? undefined : personById(db, report.personId)?.name) ?? words.planning;
  return words.lastReportWords({ ...shownFigure(activity, report), cutDate, at: report.moment, by });
}

/** The cuts that wait for a report of this activity. */
function pendingOf(db: Db, activity: Activity, cuts: readonly PlannedCut[], at: Moment): readonly string[] {
  return cuts.flatMap((planned) => {
    const { cut, window, acts } = planned;
    if (at < window.opensAt || !isAsked(activity, planned, at)) return [];
    const takes = takesReports(window, acts, activity.id, at);
    if (!takes.takes) return [];
    if (!awaitsReport(planned, activity, lastBefore(db, activity, cut.id, at), at)) return [];
    return [words.pendingCut(cut.number, cut.date, localDate(takes.until - 1))];
  });
}

function nextCut(cuts: readonly PlannedCut[], at: Moment): string {
  const next = cuts.find(({ window }) => window.opensAt > at);
  return next ? words.nextCut(next.cut.date, localDate(next.window.opensAt)) : '';
}
