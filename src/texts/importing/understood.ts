import { count } from '../words/amounts.ts';
import { enumerate } from '../words/sentences.ts';
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

export function sheets(names: readonly string[]): string {
  return `Hojas: ${enumerate(names)}.`;
}

/** `Número A · Actividad B · Avance N, P`, in one line. */
export function columns(
  roles: readonly { readonly role: string; readonly columns: readonly string[] }[],
): readonly string[] {
  const named = roles.map(({ role, columns: letters }) => `${ROLES[role] ?? role} ${letters.join(', ')}`);
  return named.length === 0 ? [] : [`Columnas: ${named.join(' · ')}.`];
}

/** *12 cargos; 9 con varias palabras*: how many, and how many names may be several. */
export function positions(amount: number, several: number): string {
  const doubt = several === 0 ? '' : `; ${several} que pueden ser varios quedan como uno solo`;
  return `${count(amount, 'cargo', 'cargos')}${doubt}.`;
}

export function whatColumn(letter: string, heading: string): string {
  return whatColumnSays(letter, heading, []);
}

export const columnIs = columnOption;
