import type { LocalDate } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { bold, html, italic, plain, shorten } from '../html.ts';
import { ofThe } from '../words/articles.ts';
import { day } from '../words/days.ts';
import { monitoring, planName } from '../words/names.ts';
import { capital } from '../words/sentences.ts';

export type CutNamed = {
  readonly plan: { readonly title: string; readonly fiscalYear: number };
  readonly cut: { readonly number: number; readonly date: LocalDate };
};

/** *Primer monitoreo (corte 31 de marzo) del Plan…*, as a heading. */
export function named({ plan, cut }: CutNamed): Html {
  return html`${bold(capital(monitoring(cut.number)))} (corte ${plain(day(cut.date))}) ${plain(ofThe(planName(plan)))}${italic(shorten(planName(plan), 200))}`;
}

/** The same within a sentence. */
export function theNamed({ plan, cut }: CutNamed): Html {
  return html`el ${bold(monitoring(cut.number))} (corte ${plain(day(cut.date))}) ${plain(ofThe(planName(plan)))}${italic(shorten(planName(plan), 200))}`;
}

/** `el primer monitoreo (corte 31 de marzo)`, where the plan is known. */
export function theCut({ cut }: CutNamed): string {
  return `el ${monitoring(cut.number)} (corte ${day(cut.date)})`;
}
