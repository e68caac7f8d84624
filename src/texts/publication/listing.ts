import type { LocalDate } from '../../domain/dates.ts';
import { amount, count } from '../words/amounts.ts';
import { day } from '../words/days.ts';
import { monitoring, planName } from '../words/names.ts';
import { capital } from '../words/sentences.ts';

type ListedCut = {
  readonly plan: { readonly title: string; readonly fiscalYear: number };
  readonly cut: { readonly number: number; readonly date: LocalDate };
  readonly state: 'new' | 'changed' | 'same';
};

const stateWords = { new: 'nuevo', changed: 'corregido', same: 'ya publicado, sin cambios' } as const;

/** *Plan de Participación Ciudadana 2022 · Primer monitoreo, 31 de marzo (nuevo)* */
export function cutHeading({ plan, cut, state }: ListedCut): string {
  return `${planName(plan)} · ${capital(monitoring(cut.number))}, ${day(cut.date)} (${stateWords[state]})`;
}

/** *n.º 3: Se hicieron tres talleres*, with what to look at. */
export function observationLine(of: {
  readonly activity: string;
  readonly text: string;
  /** Its cut, when it is not that of the heading. */
  readonly earlier: number | null;
  readonly hasLongNumber: boolean;
}): string {
  const cut = of.earlier === null ? '' : `, ${monitoring(of.earlier)}`;
  const look = of.hasLongNumber ? ' (revise: tiene un número largo, ¿es un teléfono o una cédula?)' : '';
  return `n.º ${of.activity}${cut}: ${of.text.replace(/\s+/g, ' ')}${look}`;
}

export function howMany(cuts: number, observations: number): string {
  return `${count(cuts, 'corte', 'cortes')}, ${count(observations, 'observación', 'observaciones')}`;
}

export const publishTexts = {
  nothing: 'no hay cortes aprobados que publicar (ni cerrados, en un plan que no se aprueba)',
  needsYes: (observations: number) =>
    `revise ${observations === 1 ? 'esa observación' : `esas ${amount(observations)} observaciones`}: no debe haber datos personales. Si todo está bien, repita la orden con --yes; todavía no se escribió nada`,
  noFolder: (folder: string) => `«${folder}» no es una carpeta`,
  notOurs: (folder: string, name: string) =>
    `la carpeta «${folder}» tiene «${name}», que no es de este sitio y se perdería; use una carpeta vacía o nueva`,
  losesPage: (folder: string, address: string) =>
    `la carpeta «${folder}» tiene la página «${address}», que esta base de datos no conoce; una dirección publicada no se quita: use otra carpeta`,
  written: (folder: string, cuts: number) => `Sitio escrito en ${folder}: ${count(cuts, 'corte', 'cortes')}.`,
} as const;
