import { assignmentsEver } from '../db/assignments.ts';
import type { Evidence } from '../db/evidence.ts';
import type { Db } from '../db/open.ts';
import { personById, positionById } from '../db/people.ts';
import { planById } from '../db/plan-changes.ts';
import { type Activity, activityById, type PlannedCut, plannedCut } from '../db/plans.ts';
import { lastReport, type Report } from '../db/reports.ts';
import { evidenceOfPerson, hasReportedBetween, reportsOfPerson } from '../db/reports-of-person.ts';
import { type Verification, verdictOn } from '../db/review.ts';
import { addDays, type Moment, momentAt } from '../domain/dates.ts';
import { activityAt } from '../domain/plan-change.ts';
import type { Period } from '../domain/written-period.ts';
import type { Paper, PaperSection } from '../forms/pdf/paper.ts';
import * as words from '../texts/print/own-report.ts';
import { planName, properName } from '../texts/words/names.ts';
import { shownFigure } from '../texts/words/units.ts';

const { ownReportWords: labels } = words;

/** What a person did for one activity at one cut in a period. */
type Entry = {
  readonly planned: PlannedCut;
  readonly activity: Activity;
  /** Their last word in the period; null: they only sent evidence. */
  readonly report: Report | null;
  readonly evidence: readonly Evidence[];
};

/**
 * *Mi informe*: a person's own reports and evidence between two days, as a paper (specification: Own activities). Their own
 * only: nothing of a colleague with the same position, and nothing that was voided.
 * @returns null when there is nothing in these days
 */
export function ownReport(db: Db, of: OfPeriod, entityName: string | null, now: Moment): Paper | null {
  const entries = entriesOf(db, of);
  const person = personById(db, of.personId);
  const [first] = entries;
  if (!person || !first) return null;
  const entity = entityName ?? properName(planById(db, first.planned.plan.id)?.entity ?? '');
  const position = positionsIn(db, of).join('; ');
  const period = words.periodWords(of.from, of.to);
  const evidence = entries.reduce((sum, entry) => sum + entry.evidence.length, 0);
  return {
    title: labels.title,
    subject: `${person.name} · ${period}`,
    facts: [
      { label: labels.person, value: person.name },
      { label: labels.position, value: position },
      { label: labels.entity, value: entity },
      { label: labels.period, value: period },
    ],
    intro: words.sumOfPeriod({
      activities: new Set(entries.map(({ activity }) => activity.id)).size,
      evidence,
    }),
    sections: entries.map((entry) => section(db, entry)),
    signatures: [{ name: person.name, position }],
    note: words.drawnFrom(now),
    madeAt: now,
  };
}

type OfPeriod = Period & { readonly personId: number };

/** Whether `ownReport` has something to tell. */
export function hasOwnReport(db: Db, of: OfPeriod): boolean {
  return hasReportedBetween(db, spanOf(of));
}

function spanOf({ personId, from, to }: OfPeriod) {
  return { personId, from: momentAt(from, 0), until: momentAt(addDays(to, 1), 0) };
}

/** The positions that they had in these days: a report for a contract that is over says which. */
function positionsIn(db: Db, of: OfPeriod): readonly string[] {
  const { personId, from: begins, until: ends } = spanOf(of);
  const names = assignmentsEver(db, personId)
    .filter(({ fromAt, untilAt }) => fromAt < ends && (untilAt === null || untilAt > begins))
    .flatMap(({ positionId }) => (positionId === null ? [] : (positionById(db, positionId)?.name ?? [])));
  return [...new Set(names)];
}

/** By plan, then by cut, then in the form's order. */
function entriesOf(db: Db, of: OfPeriod): readonly Entry[] {
  const span = spanOf(of);
  const reports = Map.groupBy(reportsOfPerson(db, span), keyOf);
  const evidence = Map.groupBy(evidenceOfPerson(db, span), keyOf);
  return [...new Set([...reports.keys(), ...evidence.keys()])]
    .flatMap((key): Entry[] => {
      const [report, pieces] = [reports.get(key)?.at(-1) ?? null, evidence.get(key) ?? []];
      const about = report ?? pieces[0];
      const planned = about && plannedCut(db, about.cutId);
      const stored = about && activityById(db, about.activityId);
      if (!planned || !stored) return [];
      return [{ planned, activity: activityAt(stored, planned), report, evidence: pieces }];
    })
    .toSorted(
      (a, b) =>
        a.planned.plan.id - b.planned.plan.id ||
        a.planned.cut.date.localeCompare(b.planned.cut.date) ||
        a.activity.place - b.activity.place,
    );
}

function keyOf({ activityId, cutId }: { readonly activityId: number; readonly cutId: number }): string {
  return `${activityId} ${cutId}`;
}

function section(db: Db, { planned, activity, report, evidence }: Entry): PaperSection {
  const { plan, cut } = planned;
  const last = lastReport(db, activity.id, cut.id);
  const later = report && last && last.id !== report.id ? last : null;
  const verdict = report && verdictOn(db, report.id);
  return {
    heading: words.activityHeading(activity.number, activity.name),
    facts: [
      { label: labels.cut, value: `${planName(plan)} · ${words.cutWords(cut.number, cut.date)}` },
      {
        label: labels.progress,
        value: report ? words.progressWords(shownFigure(activity, report), report.moment) : '',
      },
      { label: labels.now, value: later ? laterWords(activity, later, report) : '' },
      { label: labels.verdict, value: verdict ? verdictOf(verdict) : '' },
      { label: labels.evidence, value: evidence.length === 0 ? '' : String(evidence.length) },
    ],
    text: report?.observation ?? labels.onlyEvidence,
    items: evidence.map(({ url, mime, sha256, moment }) =>
      words.evidenceWords({ url, mime, sha256, at: moment }),
    ),
  };
}

function laterWords(activity: Activity, later: Report, own: Report | null): string {
  const others = later.personId === own?.personId ? 'self' : 'other';
  return words.laterWords(
    shownFigure(activity, later),
    later.origin === 'chat' ? others : 'entity',
    later.moment,
  );
}

function verdictOf({ verdict, progress, remark }: Verification): string {
  return words.verdictOfReport({ verdict, progress, remark: remark ?? '' });
}
