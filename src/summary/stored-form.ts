import type { Db } from '../db/open.ts';
import { activitiesOf, type PlannedCut, plannedCuts, positionsOf } from '../db/plans.ts';
import { lastReportsOfCut } from '../db/reports.ts';
import { localDate, type Moment } from '../domain/dates.ts';
import { cutsToPrint, type ExportForm } from '../forms/export-form.ts';
import { type FormActivity, type FormMonitoring, headerOf } from '../forms/form.ts';
import { standingLines } from '../texts/pdf.ts';
import { evidenceUpTo } from './evidence-list.ts';

/**
 * The official form as it stands: the plan with the monitoring of every cut up to the given one, the last
 * word of each activity. An activity retired before that cut is not in it any more. Preliminary until it is
 * approved.
 */
export function storedForm(db: Db, upTo: PlannedCut, madeAt: Moment): ExportForm {
  const { plan } = upTo;
  const all = plannedCuts(db).filter((each) => each.plan.id === plan.id);
  const cuts = all.filter((each) => each.cut.date <= upTo.cut.date);
  const activities = activitiesOf(db, plan.id).filter(
    (each) => each.retiredAt === null || upTo.cut.date < localDate(each.retiredAt),
  );
  const positions = positionsOf(
    db,
    activities.map((each) => each.id),
  );
  const reports = cuts.map((each) => ({
    number: each.cut.number,
    reports: lastReportsOfCut(db, each.cut.id),
  }));
  return {
    ...headerOf(plan),
    activities: activities.map(
      ({ startsOn, endsOn, extra, ...activity }): FormActivity => ({
        number: activity.number,
        name: activity.name,
        target: activity.target,
        responsible: activity.responsible,
        positions: (positions.get(activity.id) ?? []).map((each) => each.name),
        indicator: activity.indicator,
        phase: activity.phase,
        start: startsOn,
        end: endsOn,
        participationLevel: activity.participationLevel,
        channels: activity.channels,
        stakeholderGroup: activity.stakeholderGroup,
        means: activity.means,
        resources: activity.resources,
        weight: activity.weight,
        extra: Object.entries(extra).map(([heading, text]) => ({ heading, text })),
        monitoring: reports.flatMap((cut): readonly FormMonitoring[] => {
          const report = cut.reports.get(activity.id);
          return report
            ? [{ cut: cut.number, progressTenths: report.progress, observation: report.observation }]
            : [];
        }),
      }),
    ),
    cuts: cutsToPrint(
      all.map((each) => each.cut),
      [],
      upTo.cut.number,
      plan.fiscalYear,
    ),
    upToCut: upTo.cut.number,
    status: { preliminary: true, lines: standingLines({ kind: 'preliminary' }, madeAt) },
    evidence: evidenceUpTo(db, upTo),
  };
}
