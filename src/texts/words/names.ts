import { ordinal } from '../../domain/ordinals.ts';
import { capital } from './sentences.ts';

export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}

/** `primer monitoreo`. */
export function monitoring(cutNumber: number): string {
  return `${ordinal(cutNumber) ?? `monitoreo ${cutNumber}`} monitoreo`;
}

const small = new Set(['de', 'del', 'la', 'las', 'el', 'los', 'y', 'e', 'en', 'para', 'a', 'con']);
/** Words that forms print in capitals, with the accent that they lose there. */
const accented: Readonly<Record<string, string>> = {
  alcaldia: 'alcaldía',
  participacion: 'participación',
  accion: 'acción',
  gestion: 'gestión',
  planeacion: 'planeación',
  atencion: 'atención',
  corrupcion: 'corrupción',
  anticorrupcion: 'anticorrupción',
  rendicion: 'rendición',
  transparencia: 'transparencia',
  etica: 'ética',
  publica: 'pública',
  publico: 'público',
  informacion: 'información',
  secretaria: 'secretaría',
  gobernacion: 'gobernación',
  institucion: 'institución',
};

/**
 * A name that the form prints in capitals, as a sentence writes it: `Plan de Participación Ciudadana`. Any
 * other name stays as printed.
 */
export function properName(printed: string): string {
  if (printed !== printed.toLocaleUpperCase('es')) return printed;
  return printed
    .toLocaleLowerCase('es')
    .split(' ')
    .map((word, index) => {
      const right = accented[word] ?? word;
      return index > 0 && small.has(word) ? right : capital(right);
    })
    .join(' ');
}

/** `Plan de Participación Ciudadana 2022`; a title that says its year says it once. */
export function planName(plan: { readonly title: string; readonly fiscalYear: number }): string {
  const name = properName(plan.title);
  return new RegExp(`(?<!\\d)${plan.fiscalYear}(?!\\d)`).test(name) ? name : `${name} ${plan.fiscalYear}`;
}
