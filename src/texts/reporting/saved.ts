import type { Html } from '../../domain/events.ts';
import { bold, html, lines, nothing, plain, shorten } from '../html.ts';
import { enumerate } from '../words/sentences.ts';
import { figure, type ShownFigure } from '../words/units.ts';
import { type OfPlan, stillMissing } from './closing.ts';

type Report = ShownFigure & { readonly observation: string };

/** Words that are shown of one report, and of each of several: about five lines and two of a phone, in characters. */
const most = { one: 200, several: 80 } as const;

/** *75 % · «se hicieron tres talleres»* */
function figureAndWords(report: Report, longest: number): Html {
  const { observation } = report;
  const words = observation === '' ? '' : ` · «${shorten(observation, longest)}»`;
  return html`${bold(figure(report))}${plain(words)}`;
}

/** *✅ n.º 3: 75 % · «se hicieron tres talleres» (2 de 6)* */
export function savedLine(
  number: string,
  report: Report,
  tally: { readonly done: number; readonly total: number },
): Html {
  const place = tally.total > 0 ? ` (${tally.done} de ${tally.total})` : '';
  return html`✅ n.º ${plain(number)}: ${figureAndWords(report, most.one)}${plain(place)}`;
}

/** *✅ n.º 3: 60 % · «se hicieron tres talleres» (corregida)* */
export function correctedLine(number: string, report: Report): Html {
  return html`✅ n.º ${plain(number)}: ${figureAndWords(report, most.one)} (corregida)`;
}

/** *✅ n.º 3: queda en 60 % · «se hicieron tres talleres»* */
export function keptLine(number: string, report: Report): Html {
  return html`✅ n.º ${plain(number)}: queda en ${figureAndWords(report, most.one)}`;
}

type Numbered = { readonly number: string };

/** More lines than these are shown without their words, and more than so many figures not at all. */
const longestList = { withWords: 12, figures: 60 } as const;

/** *✅ Guardadas 3. Le faltan 3: las n.º 5, 6 y 7.*, and each as it was saved. */
export function severalSaved(
  saved: readonly (Numbered & Report)[],
  notSaved: readonly (Numbered & { readonly why: string })[],
  halves: readonly string[],
  left: readonly OfPlan[],
): Html {
  const [only] = saved;
  const missing = stillMissing(left);
  const told =
    saved.length === 0
      ? [missing]
      : saved.length === 1 && only
        ? [savedLine(only.number, only, { done: 0, total: 0 }), missing]
        : [
            html`✅ Guardadas ${bold(saved.length)}.${missing === nothing ? nothing : html` ${missing}`}`,
            ...each(saved),
          ];
  return lines(
    ...told,
    halves.length === 0 ? nothing : html`A medias: n.º ${plain(enumerate(halves))}.`,
    ...notSaved.map(({ number, why }) => html`La n.º ${plain(number)} no se guardó: ${plain(why)}.`),
  );
}

function each(saved: readonly (Numbered & Report)[]): readonly Html[] {
  if (saved.length > longestList.figures) return [];
  if (saved.length > longestList.withWords)
    return [plain(saved.map((each) => `n.º ${each.number}: ${figure(each)}`).join(' · '))];
  return saved.map((one) => html`n.º ${plain(one.number)}: ${figureAndWords(one, most.several)}`);
}
