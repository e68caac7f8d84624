import { longDay } from '../words/days.ts';
import { enumerate } from '../words/sentences.ts';

/** Questions about a plan's file before it is stored. Plain text, in the words of the person who keeps the plan. */

/** Why a sub-heading that repeats is asked about. */
export type BlockDoubt = 'words' | 'noObservation' | 'counts' | 'share' | 'prose' | 'several';

const quoted = (text: string) => `«${text.replace(/\s+/g, ' ').trim()}»`;

function withExamples(examples: readonly string[]): string {
  return examples.length === 0 ? '' : ` Dice, por ejemplo: ${enumerate(examples.map(quoted))}.`;
}

export function whatColumnSays(letter: string, heading: string, examples: readonly string[]): string {
  const named = heading === '' ? 'sin encabezado' : quoted(heading);
  return `¿Qué dice la columna ${letter}, ${named}?${withExamples(examples)}`;
}

const COLUMN_OPTIONS: Readonly<Record<string, string>> = {
  number: 'El número de la actividad',
  activity: 'La actividad',
  target: 'La meta o el producto',
  responsible: 'El responsable',
  indicator: 'El indicador',
  phase: 'La fase del ciclo de la gestión',
  start: 'La fecha de inicio',
  end: 'La fecha de terminación',
  period: 'Inicio y terminación en la misma celda',
  participationLevel: 'El nivel de participación',
  channels: 'El canal de comunicación',
  stakeholderGroup: 'El grupo de valor',
  means: 'Los medios',
  resources: 'Los recursos',
  weight: 'La ponderación',
  keep: 'Otra cosa: consérvela como está',
};

const OF_CUT: Readonly<Record<string, string>> = {
  progress: 'El avance',
  observation: 'La observación',
  planned: 'Lo programado',
  executed: 'La cantidad ejecutada',
};

export function columnOption(option: string): string {
  const [role = '', cut] = option.split(':');
  return cut === undefined ? (COLUMN_OPTIONS[role] ?? option) : `${OF_CUT[role] ?? role} del corte ${cut}`;
}

export function blockOption(option: string): string {
  return option === 'keep' ? (COLUMN_OPTIONS.keep ?? '') : `${OF_CUT[option] ?? option} de cada corte`;
}

const WHY: Readonly<Record<BlockDoubt, string>> = {
  words: '',
  noObservation: ' Ninguna columna trae observaciones, así que puede ser lo programado.',
  counts: ' Los números no parecen porcentajes.',
  share: ' Parece lo ejecutado sobre lo programado en cada periodo.',
  prose: ' Las celdas traen texto y no porcentajes.',
  several: ' Hay otra columna que también puede ser el avance.',
};

export function whatBlockSays(
  heading: string,
  letters: readonly string[],
  examples: readonly string[],
  why: BlockDoubt,
): string {
  const where = letters.length === 1 ? `columna ${letters[0]}` : `columnas ${enumerate(letters)}`;
  return `¿Qué dice ${quoted(heading)} (${where})?${WHY[why]}${withExamples(examples)}`;
}

export const questions = {
  sheets: (names: readonly string[]) =>
    `El libro tiene ${names.length} hojas que parecen planes: ${enumerate(names.map(quoted))}. ¿Cuáles son de este plan?`,
  allSheets: 'Todas',
  sheet: (name: string) => `Solo ${quoted(name)}`,
  code: 'El archivo no trae el código del plan. ¿Con qué código lo guardamos? Sirve cualquier nombre corto.',
  title: '¿Cómo se llama el plan?',
  entity: '¿De qué entidad es el plan?',
  fiscalYear: '¿De qué vigencia (año) es el plan?',
  whichCode: '¿Con qué código lo guardamos?',
  cut: (heading: string) => `¿A qué fecha corresponde ${quoted(heading)}?`,
  cuts: (count: number) =>
    `El plan trae ${count} columnas por mes. ¿Los cortes son los meses impresos o los cuatro trimestres?`,
  printed: 'Los meses impresos',
  quarterly: 'Los cuatro trimestres',
  percent: (example: string, asWritten: string, asFraction: string) =>
    `Los avances no llevan % y ninguno pasa de 1. ¿${example} quiere decir ${asFraction} o ${asWritten}?`,
  fractions: (asFraction: string) => `Son fracciones: ${asFraction}`,
  asWritten: (asWritten: string) => `Son porcentajes: ${asWritten}`,
  accumulation: (example: string, reached: boolean) =>
    `${reached ? 'El avance' : 'Lo programado'} de una misma actividad (por ejemplo ${example}) puede ser lo de cada periodo o lo acumulado. ¿Cómo se lee?`,
  perPeriod: 'Es lo de cada periodo: súmelos',
  cumulative: 'Ya es lo acumulado',
  header: '¿En qué fila terminan los encabezados?',
  row: (row: number, words: string) => `Fila ${row}: ${words}`,
  rowAlone: (row: number) => `Fila ${row}`,
  position: (name: string) => `¿${quoted(name)} es un solo cargo o son varios?`,
  whole: 'Es uno solo',
  split: 'Son varios',
  same: (number: string, read: string) =>
    `¿Qué actividad guardada es la n.º ${number} del archivo, ${quoted(read)}?`,
  sameAs: (number: string, name: string) => `La n.º ${number}, ${quoted(name)}`,
  another: 'Es otra, nueva',
  day: (date: string) => longDay(date),
} as const;
