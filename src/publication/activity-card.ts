import {
  datesOfActivity,
  earlierReport,
  lightLabels,
  measureOfYear,
  pageWords,
  standingLabels,
} from '../texts/publication/pages.ts';
import { stateName } from '../texts/summary/export.ts';
import { percent } from '../texts/words/amounts.ts';
import { figure, shownMeasure } from '../texts/words/units.ts';
import { bar } from './layout.ts';
import { type Markup, markup, nothing } from './markup.ts';
import { ownReport, type PublicActivity, type PublicCut, type PublicReport } from './public-cut.ts';

/** One activity: what it is, how far it is, in whose charge, and what was done, in the words of its responsible. */
export function activityCard(of: PublicCut, activity: PublicActivity): Markup {
  const report = ownReport(of, activity);
  const earlier = of.cuts.filter(({ number }) => number !== of.cut.number);
  return markup`<article class="card ${activity.light ?? 'out'}">
<h3><span class="number">${activity.number}</span> ${activity.name}</h3>
${progress(activity, report)}<dl class="facts">${[
    fact(pageWords.observation, observation(report), 'whole said'),
    fact(pageWords.responsible, activity.responsible),
    fact(pageWords.target, activity.target),
    fact(pageWords.measure, measureWords(activity)),
    fact(pageWords.indicator, activity.indicator),
    fact(pageWords.dates, datesOfActivity(activity.startsOn, activity.endsOn)),
    earlierFact(activity, earlier),
  ]}</dl>
</article>
`;
}

function progress(activity: PublicActivity, report: PublicReport | undefined): Markup {
  const { light, expected, standing } = activity;
  const label = standing === 'counted' ? lightLabels[light ?? 'grey'] : standingLabels[standing];
  const done = report ? markup`<strong class="percent">${figureOf(activity, report)}</strong> ` : nothing;
  const wanted =
    expected === null
      ? nothing
      : markup` <span class="wanted">${pageWords.expectedOfOne}: ${percent(expected)}</span>`;
  const state = report
    ? markup` <span class="wanted">· ${stateName(report.coverage, report.planning ?? 'chat')}</span>`
    : nothing;
  return markup`<p class="progress">${done}<span class="tag">${label}</span>${wanted}${state}</p>
${report ? bar(report.progress, expected, light ?? 'out') : nothing}
`;
}

/** *3 de 4 talleres (75 %)*, *75 %* */
function figureOf({ programming }: PublicActivity, { progress, amount }: PublicReport): string {
  return figure({ progress, amount, measure: shownMeasure(programming ?? {}) });
}

function observation(report: PublicReport | undefined): string {
  if (!report) return pageWords.noReport;
  return report.observation === '' ? pageWords.noObservation : report.observation;
}

function fact(label: string, text: string, kind = 'part'): Markup {
  return text.trim() === '' ? nothing : markup`<div class="${kind}"><dt>${label}</dt><dd>${text}</dd></div>`;
}

function measureWords({ programming }: PublicActivity): string {
  if (programming?.measure == null) return '';
  return measureOfYear(programming.measure, programming.yearAmount);
}

function earlierFact(activity: PublicActivity, cuts: PublicCut['cuts']): Markup {
  const all = cuts.flatMap(({ number, date }) => {
    const report = activity.reports.find((each) => each.cut === number);
    return report
      ? [markup`<dd>${earlierReport(date, figureOf(activity, report), report.observation)}</dd>`]
      : [];
  });
  return all.length === 0 ? nothing : markup`<div class="whole"><dt>${pageWords.earlier}</dt>${all}</div>`;
}
