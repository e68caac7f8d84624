import { count } from '../words/amounts.ts';
import { day } from '../words/days.ts';
import { capital } from '../words/sentences.ts';
import { columnOption, whatColumnSays } from './questions.ts';

/** What the preview of an import says about how the file was read. Plain text. */

const ROLES: Readonly<Record<string, string>> = {
  number: 'Número',
  activity: 'Actividad',
  target: 'Meta',
  responsible: 'Responsable',
  indicator: 'Indicador',
  phase: 'Fase',
  start: 'Inicio',
  end: 'Terminación',
  period: 'Inicio y terminación',
  participationLevel: 'Nivel de participación',
  channels: 'Canales',
  stakeholderGroup: 'Grupo de valor',
  means: 'Medios',
  resources: 'Recursos',
  weight: 'Ponderación',
  progress: 'Avance',
  observation: 'Observación',
  planned: 'Programado',
  executed: 'Ejecutado',
  keep: 'Se conservan',
};

/** `Número A · Actividad B · Avance N, P`, in one line. */
export function columns(
  roles: readonly { readonly role: string; readonly columns: readonly string[] }[],
): readonly string[] {
  const named = roles.map(({ role, columns: letters }) => `${ROLES[role] ?? role} ${letters.join(', ')}`);
  return named.length === 0 ? [] : [`Columnas: ${named.join(' · ')}.`];
}

/** The sentence about a mended word, with how many more cells it was mended in. */
export function mended(sentence: string, others: number): string {
  if (others === 0) return sentence;
  return `${sentence.replace(/\.$/, '')} (y en ${count(others, 'celda más', 'celdas más')}).`;
}

/** `El avance del corte 1 (31 de marzo)`. */
export function withDay(label: string, date: string): string {
  return `${label} (${day(date)})`;
}

export function asBefore(text: string): string {
  return `${capital(text)}. Se cambia con el botón Cambiar algo.`;
}

export function moreMendings(hidden: number): string {
  return `Y ${count(hidden, 'palabra unida', 'palabras unidas')} más.`;
}

export function whatColumn(letter: string, heading: string): string {
  return whatColumnSays(letter, heading, []);
}

export const columnIs = columnOption;
