import { roundHalfUp } from '../domain/progress.ts';
import type { CutDocument, DocumentActivity, DocumentReport } from '../summary/review/document.ts';
import { figuresOf } from '../summary/review/figures.ts';
import { programmingOf } from '../summary/stored-form.ts';
import { withoutAddresses, withoutNames } from './left-out.ts';
import type { PublicActivity, PublicCut, PublicReport } from './public-cut.ts';

/**
 * What everybody may read of a sealed document. It holds only what is named here: a field that a later document has is not
 * published by itself.
 */
export function makePublic(
  document: CutDocument,
  of: {
    readonly standing: PublicCut['standing'];
    /** The dates of the earlier cuts that are published themselves: reports of no other are shown. */
    readonly published: readonly string[];
    /** Everybody whom the bot knows. */
    readonly names: readonly string[];
  },
): PublicCut {
  const { plan, cut, previous } = document;
  const text = withoutNames([
    ...of.names,
    ...[...plan.drawnUpBy, ...plan.approvedBy].map(({ name }) => name),
  ]);
  const shown = document.cuts.filter(
    (each) => each.date === cut.date || (each.date < cut.date && of.published.includes(each.date)),
  );
  const figures = figuresOf(document);
  const reported = Map.groupBy(document.reports, (each) => each.activity);
  return {
    format: 1,
    plan: {
      code: plan.code,
      fiscalYear: plan.fiscalYear,
      system: text(plan.system),
      title: text(plan.title),
      version: plan.version,
      versionDate: plan.versionDate,
      entity: text(plan.entity),
      drawnUpOn: plan.drawnUpOn,
      scope: text(plan.scope),
      objectives: text(plan.objectives),
      drawnUpBy: plan.drawnUpBy.map(({ position }) => text(position)),
      approvedBy: plan.approvedBy.map(({ position }) => text(position)),
    },
    cut: { ...cut },
    ...(document.planVersion === undefined ? {} : { planVersion: document.planVersion }),
    cuts: shown.map((each) => ({ ...each })),
    standing: of.standing,
    overall: tenthsOf(figures.overall),
    expected: tenthsOf(figures.expected),
    lights: { ...figures.lights },
    previous: previous !== null && of.published.includes(previous.date) ? { ...previous } : null,
    activities: document.activities.flatMap((each, place) => {
      if (!each.inForm) return [];
      const own = figures.perActivity.get(place);
      const all = reported.get(each.number) ?? [];
      const reports = shown.flatMap(({ number }) => reportAt(all, number, text));
      return [
        {
          ...textsOf(each, text),
          expected: tenthsOf(own?.expected ?? null),
          light: own?.light ?? null,
          reports,
        },
      ];
    }),
  };
}

function textsOf(
  each: DocumentActivity,
  text: (text: string) => string,
): Omit<PublicActivity, 'expected' | 'light' | 'reports'> {
  const programming = programmingPart(each, text);
  return {
    number: each.number,
    name: text(each.name),
    target: text(each.target),
    responsible: text(each.responsible),
    indicator: text(each.indicator),
    phase: text(each.phase),
    startsOn: each.startsOn,
    endsOn: each.endsOn,
    participationLevel: text(each.participationLevel),
    channels: text(each.channels),
    stakeholderGroup: text(each.stakeholderGroup),
    means: text(each.means),
    resources: text(each.resources),
    weight: each.weight,
    ...(programming === null ? {} : { programming }),
    standing: each.standing,
  };
}

/** What is programmed, with the words of its measure. */
function programmingPart(
  each: DocumentActivity,
  text: (text: string) => string,
): NonNullable<PublicActivity['programming']> | null {
  const found = programmingOf(each);
  if (found === null) return null;
  const { measure, figures } = found;
  return { ...found, measure: measure === null ? null : text(measure), figures: [...figures] };
}

function reportAt(
  reports: readonly DocumentReport[],
  cut: number,
  text: (text: string) => string,
): PublicReport[] {
  const report = reports.find((each) => each.cut === cut);
  if (!report) return [];
  const { progress, amount, observation, coverage, origin } = report;
  const planning = origin === 'planning' || origin === 'correction' ? origin : null;
  const words = { observation: text(withoutAddresses(observation)), coverage, planning };
  return [{ cut, progress, ...(amount === undefined ? {} : { amount }), ...words }];
}

/** As it is shown everywhere: half up, one decimal. */
function tenthsOf(percent: number | null): number | null {
  return percent === null ? null : Math.round(roundHalfUp(percent) * 10);
}
