import { versionLine } from '../texts/print/pdf.ts';
import {
  cutLine,
  fileSize,
  fileWords,
  lightCount,
  lightLabels,
  lightMeanings,
  pageWords,
  plainSummary,
  publishedLine,
  standingLine,
  statusWords,
  tooLongForFiles,
} from '../texts/publication/pages.ts';
import { amount, percent } from '../texts/words/amounts.ts';
import { planName } from '../texts/words/names.ts';
import { activityCard } from './activity-card.ts';
import { bar, page } from './layout.ts';
import { type Markup, markup, nothing } from './markup.ts';
import type { PublicCut } from './public-cut.ts';

/** A file beside the page, as it is offered. */
export type Download = {
  readonly kind: keyof typeof fileWords;
  readonly name: string;
  /** What a browser calls it when it keeps it. */
  readonly savedAs: string;
  readonly bytes: number;
};

const order = ['green', 'yellow', 'red', 'grey'] as const;

/** The page of one cut: first one sentence, then the figures, the files and each activity. */
export function cutPage(of: {
  /** Where the page stands, `planes/PL-PC-01/2022/1/index.html`. */
  readonly at: string;
  readonly entity: string;
  readonly content: PublicCut;
  /** The days on which it was published, in order. */
  readonly published: readonly string[];
  readonly downloads: readonly Download[];
}): string {
  const { content } = of;
  const { plan, cut } = content;
  const summary = plainSummary({ ...content, date: cut.date });
  return page({
    at: of.at,
    title: `${cutLine(cut)} · ${planName(plan)} · ${of.entity}`,
    description: summary,
    entity: of.entity,
    here: `${planName(plan)}, ${cutLine(cut).toLowerCase()}`,
    content: markup`<h1>${planName(plan)}</h1>
<p class="subtitle">${cutLine(cut)} · ${plan.code}</p>
<p class="lead">${summary}</p>
<p class="standing">${standingLine(content.standing)} ${publishedLine(of.published)} ${versionLine(content.planVersion)}</p>
${figures(content)}${downloads(content, of.downloads)}<section aria-labelledby="actividades">
<h2 id="actividades">${pageWords.activities}</h2>
<div class="cards">
${content.activities.map((activity) => activityCard(content, activity))}</div>
</section>
<section class="about" aria-labelledby="sobre">
<h2 id="sobre">${pageWords.about}</h2>
<p>${pageWords.addresses}</p>
<ul class="meanings">${order.map((light) => markup`<li><strong>${lightLabels[light]}:</strong> ${lightMeanings[light]}.</li>`)}</ul>
${content.standing.kind === 'approved' ? markup`<p class="fingerprint">${statusWords.fingerprint}<code>${content.standing.fingerprint}</code></p>\n` : nothing}</section>`,
  });
}

function figures(content: PublicCut): Markup {
  const { overall, expected, lights } = content;
  if (overall === null || expected === null) return nothing;
  return markup`<section aria-labelledby="cifras">
<h2 id="cifras">${pageWords.figures}</h2>
<div class="figures">
<dl class="overall"><div><dt>${pageWords.progress}</dt><dd>${percent(overall)}</dd></div><div><dt>${pageWords.expected}</dt><dd class="target">${percent(expected)}</dd></div></dl>
${bar(overall, expected, 'plan')}
<ul class="lights">${order.map((light) => (lights[light] === 0 ? nothing : markup`<li class="${light}"><strong>${amount(lights[light])}</strong> ${lightCount(light, lights[light])}</li>`))}</ul>
</div>
</section>
`;
}

function downloads(content: PublicCut, files: readonly Download[]): Markup {
  const isShort = files.some(({ kind }) => kind === 'pdf');
  return markup`<section class="downloads" aria-labelledby="descargar">
<h2 id="descargar">${pageWords.downloads}</h2>
<ul>${files.map((file) => markup`<li><a href="${file.name}" download="${file.savedAs}">${fileWords[file.kind]} <span>(${fileSize(file.bytes)})</span></a></li>`)}</ul>
${isShort ? nothing : markup`<p>${tooLongForFiles(content.activities.length)}</p>\n`}</section>
`;
}
