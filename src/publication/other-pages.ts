import { columnMeanings, columns } from '../texts/publication/columns.ts';
import { cutLine, pageWords, publishedLine, standingLine } from '../texts/publication/pages.ts';
import { percent } from '../texts/words/amounts.ts';
import { planName } from '../texts/words/names.ts';
import { bar, linkTo, page } from './layout.ts';
import { markup, nothing } from './markup.ts';
import type { PublicCut } from './public-cut.ts';

/** A published cut, for the list of all. */
export type Listed = {
  readonly planId: number;
  readonly address: string;
  readonly content: PublicCut;
  readonly published: readonly string[];
};

/** The list of everything that is published, by plan, with the latest cut of each first. */
export function indexPage(of: { readonly entity: string; readonly cuts: readonly Listed[] }): string {
  const at = 'index.html';
  const plans = [...Map.groupBy(of.cuts, (each) => each.planId).values()];
  return page({
    at,
    title: `${pageWords.allPlans} · ${of.entity}`,
    description: pageWords.indexLead,
    entity: of.entity,
    here: null,
    content: markup`<h1>${pageWords.allPlans}</h1>
<p class="lead">${pageWords.indexLead}</p>
${plans.map((own) => {
  const [last] = own.toReversed();
  return last === undefined
    ? nothing
    : markup`<section class="plan">
<h2>${planName(last.content.plan)}</h2>
<p class="subtitle">${last.content.plan.code}</p>
<ul class="cuts">${own.toReversed().map(({ address, content, published }) => {
        const { overall } = content;
        return markup`<li><a href="${linkTo(at, `${address}/index.html`)}">${cutLine(content.cut)}</a>${overall === null ? nothing : markup` <strong class="percent">${percent(overall)}</strong>${bar(overall, content.expected, 'plan')}`}<p>${standingLine(content.standing)} ${publishedLine(published)}</p></li>`;
      })}</ul>
</section>
`;
})}${plans.length === 0 ? markup`<p>${pageWords.noCuts}</p>` : nothing}<p>${pageWords.addresses}</p>
<p><a href="sitio.json">${pageWords.indexData}</a></p>`,
  });
}

/** What every column of the data holds. */
export function columnsPage(of: { readonly entity: string }): string {
  return page({
    at: 'columnas/index.html',
    title: `${pageWords.columns} · ${of.entity}`,
    description: pageWords.columnsLead,
    entity: of.entity,
    here: pageWords.columns,
    content: markup`<h1>${pageWords.columns}</h1>
<p class="lead">${pageWords.columnsLead}</p>
<p>${pageWords.format}</p>
<dl class="columns">
${columns.map((column) => markup`<div><dt><code>${column}</code></dt><dd>${columnMeanings[column]}</dd></div>\n`)}</dl>`,
  });
}
