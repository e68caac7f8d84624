import type { Db } from '../db/open.ts';
import { activitiesOf, type Plan, type PlannedCut, plannedCuts, positionsOf } from '../db/plans.ts';
import { lastReportsOfCut } from '../db/reports.ts';
import { localDate } from '../domain/dates.ts';
import type { Form, FormActivity, FormMonitoring } from '../forms/form.ts';
import { monitoring, monthOf } from '../texts/words.ts';

/**
 * The official form as it stands: the plan with the monitoring of every cut up to the given one, the last
 * word of each activity. An activity retired before that cut is not in it any more.
 */
export function storedForm(db: Db, upTo: PlannedCut): Form {
  const { plan } = upTo;
  const cuts = plannedCuts(db).filter((each) => each.plan.id === plan.id && each.cut.date <= upTo.cut.date);
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
    cuts: cuts.map(({ cut }) => ({
      number: cut.number,
      date: cut.date,
      label: monitoring(cut.number).toLocaleUpperCase('es'),
      headingDate: `CORTE ${monthOf(cut.date).toLocaleUpperCase('es')} ${Number(cut.date.slice(8))}`,
    })),
  };
}

function headerOf(plan: Plan): Omit<Form, 'activities' | 'cuts'> {
  const { code, title, system, version, versionDate, entity, drawnUpOn, fiscalYear } = plan;
  const { scope, objectives, drawnUpBy, approvedBy } = plan;
  return {
    code,
    title,
    system,
    version,
    versionDate,
    entity,
    drawnUpOn,
    fiscalYear,
    scope,
    objectives,
    drawnUpBy,
    approvedBy,
  };
}
