import { columnOption } from '../importing/questions.ts';
import { count } from '../words/amounts.ts';
import { longDay } from '../words/days.ts';
import { capital } from '../words/sentences.ts';

/** The output of `plan import`. Plain text. */

export const importErrors = {
  problems: (amount: number) =>
    `el formato tiene ${count(amount, 'problema', 'problemas')}; no se guardó nada`,
  noPlan: 'el archivo no se puede leer como plan; no se guardó nada',
  fractionsHint: 'Si esos números son fracciones (0,5 es 50 %), repita la orden con --fractions.',
  refused:
    'el formato no se parece al plan guardado; no se guardó nada. Corrija el archivo o impórtelo por el chat con /importar',
  questions: (amount: number) =>
    `hay ${count(amount, 'pregunta', 'preguntas')} por contestar con --answers; no se guardó nada`,
  cutInUse: (date: string) => `El formato ya no tiene el corte del ${longDay(date)}, que tiene reportes.`,
} as const;

export const warning = (sentence: string) => `Aviso: ${sentence}`;
export const mending = (sentence: string) => `Unido: ${sentence}`;

type Draft = {
  readonly code: string | null;
  readonly title: string | null;
  readonly entity: string | null;
  readonly fiscalYear: number | null;
};

/** The output of `plan read`. Plain text. */
export const planRead = {
  plan: ({ code, title, entity, fiscalYear }: Draft) =>
    `Plan: ${code ?? '¿código?'}/${fiscalYear ?? '¿año?'} · ${title ?? '¿título?'}${entity === null ? '' : ` · ${entity}`}`,
  sheets: (names: readonly string[]) => `Hojas: ${names.join(', ')}`,
  activities: (amount: number) => `${capital(count(amount, 'actividad', 'actividades'))}.`,
  column: ({
    column,
    heading,
    role,
    cut,
  }: {
    column: string;
    heading: string;
    role: string;
    cut: number | null;
  }) =>
    `  Columna ${column}, «${heading.replace(/\s+/g, ' ')}»: ${columnOption(cut === null ? role : `${role}:${cut}`)}`,
  cut: ({ number, date }: { number: number; date: string }) => `  Corte ${number}: ${longDay(date)}`,
  question: (id: string, text: string, required: boolean) => `${required ? '? ' : '  '}[${id}] ${text}`,
  option: (id: string, label: string, likely: boolean) =>
    `    ${id}: ${label}${likely ? ' (lo más probable)' : ''}`,
  likely: (text: string) => `    Lo más probable: ${text}`,
  remembered: (ids: readonly string[]) =>
    `Para leerlo de otra manera que la vez pasada: --answers con ${ids.join(', ')}.`,
  ready: 'Está listo para importarse.',
  unknownAnswer: (id: string, option: string | null) =>
    option === null
      ? `el archivo no tiene nada que se llame «${id}»`
      : `«${option}» no es respuesta para «${id}»`,
  badAnswers: (file: string) => `${file} no es un objeto JSON con respuestas, como { "code": "PAAC" }`,
} as const;
