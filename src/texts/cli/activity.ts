import { percentOf } from '../words/amounts.ts';
import { decimals } from '../words/units.ts';

export const activityCli = {
  columns: ['Plan', 'N.º', 'Actividad', 'Lo esperado'],
  now: (number: string, is: string) => `n.º ${number}: ${is}. Los cortes aprobados quedan como están.`,
  unknown: (plan: string, number: string) => `el plan ${plan} no tiene la actividad ${number}`,
  one: 'diga una sola cosa: --program, --permanent o --by-dates',
} as const;

/** `1, 2, 3, 4 de 4 talleres`, `25 %, 50 %`, `permanente`, `por sus fechas`. */
export function programmedWords(of: {
  readonly keeps: boolean;
  readonly measure: string | null;
  readonly yearAmount: number | null;
  readonly programmed: readonly { readonly progress: number | null; readonly amount: number | null }[];
}): string {
  const measure =
    of.measure === null
      ? ''
      : ` de ${[...(of.yearAmount === null ? [] : [decimals(of.yearAmount)]), of.measure].join(' ')}`;
  if (of.keeps) return `permanente${measure}`;
  if (of.programmed.length === 0) return `por sus fechas${measure}`;
  const each = of.programmed.map(({ progress, amount }) =>
    amount === null ? percentOf(progress ?? 0) : decimals(amount),
  );
  return `${each.join(', ')}${measure}`;
}
