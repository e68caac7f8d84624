import { shorten } from '../html.ts';
import { amount as grouped, percent } from './amounts.ts';

/** What an activity is counted in; `yearAmount` null: nobody said how many the year asks for. */
export type ShownMeasure = { readonly measure: string; readonly yearAmount: number | null };

/** A figure of a report as people read it. */
export type ShownFigure = {
  /** Whole tenths of a percent. */
  readonly progress: number;
  readonly amount?: number | null | undefined;
  readonly measure?: ShownMeasure | null | undefined;
};

/** The measure of an activity; null: it has none. */
export function shownMeasure(of: {
  readonly measure?: string | null | undefined;
  readonly yearAmount?: number | null | undefined;
}): ShownMeasure | null {
  return of.measure ? { measure: of.measure, yearAmount: of.yearAmount ?? null } : null;
}

/** The figure of a stored report with what it counts. */
export function shownFigure(
  activity: Parameters<typeof shownMeasure>[0],
  { progress, amount }: { readonly progress: number; readonly amount: number | null },
): ShownFigure {
  return { progress, amount, measure: shownMeasure(activity) };
}

/** *3 de 4 talleres (75 %)*; *75 %* without an amount. */
export function figure(of: ShownFigure): string {
  const units = unitsOf(of);
  return units === null ? percent(of.progress) : `${units} (${percent(of.progress)})`;
}

/** *3 de 4 talleres*; null: the figure has no amount. Another year's amount than the one it was said of is left out. */
export function unitsOf({ progress, amount = null, measure = null }: ShownFigure): string | null {
  if (amount === null || measure === null) return null;
  const { yearAmount } = measure;
  const share = yearAmount === null ? null : Math.min(1000, (amount * 1000) / yearAmount);
  const ofYear = share !== null && Math.abs(share - progress) <= 1 ? ` de ${decimals(yearAmount ?? 0)}` : '';
  return `${decimals(amount)}${ofYear} ${measure.measure}`;
}

/** *3 talleres*, *75 %*: for a button, and where two figures stand side by side. */
export function shortFigure({ progress, amount = null, measure = null }: ShownFigure): string {
  if (amount === null || measure === null) return percent(progress);
  // *1 talleres* is no Spanish.
  const ofYear = amount === 1 && measure.yearAmount !== null ? ` de ${decimals(measure.yearAmount)}` : '';
  return `${decimals(amount)}${ofYear} ${shorten(measure.measure, 20)}`;
}

/** `2,5`, `1200`, `12.000`: an amount as people write it. */
export function decimals(value: number): string {
  const [whole = '0', fraction = ''] = String(Math.round(value * 1e6) / 1e6).split('.');
  return fraction === '' ? grouped(Number(whole)) : `${grouped(Number(whole))},${fraction}`;
}

/** Measures that are no plural but are counted: *¿Cuántos km van?* */
const COUNTED = /^(?:km|m|m²|m³|ha|kg|ton)$/i;
const FEMININE =
  /(?:as?|i[oó]n(?:es)?|dad(?:es)?|tud(?:es)?|sedes|redes|clases|bases|fases|calles|veces|manos?)$/i;
const MASCULINE_IN_A = /^(?:d[ií]as?|mapas?|\p{L}*(?:gram|blem|stem|tem|crom)as?|camiones|aviones)$/iu;

/** *¿Cuántos talleres van en total, de 4*: the question up to the activity. */
export function howMany({
  measure,
  yearAmount,
}: {
  readonly measure: string;
  readonly yearAmount: number;
}): string {
  const [head = ''] = measure.split(' ');
  const isCounted = COUNTED.test(head) || /s$/i.test(head);
  if (!isCounted) return `¿Cuánto va en total, de ${decimals(yearAmount)} ${measure}`;
  const feminine = FEMININE.test(head) && !MASCULINE_IN_A.test(head) && !COUNTED.test(head);
  return `¿Cuánt${feminine || /^ha$/i.test(head) ? 'as' : 'os'} ${measure} van en total, de ${decimals(yearAmount)}`;
}
