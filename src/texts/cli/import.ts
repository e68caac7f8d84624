import { count } from '../words/amounts.ts';
import { longDay } from '../words/days.ts';

/** What `plan import` says. Plain text. */

export const importErrors = {
  problems: (amount: number) =>
    `el formato tiene ${count(amount, 'problema', 'problemas')}; no se guardó nada`,
  fractionsHint: 'Si esos números son fracciones (0,5 es 50 %), repita la orden con --fractions.',
  refused:
    'el formato no se parece al plan guardado; no se guardó nada. Corrija el archivo o impórtelo por el chat con /importar',
  otherActivity: (number: string, stored: string, read: string) =>
    `Actividad ${number}: dice «${read}» y guardada está «${stored}»; ¿es la misma?`,
  cutInUse: (date: string) => `El formato ya no tiene el corte del ${longDay(date)}, que tiene reportes.`,
} as const;

export const warning = (sentence: string) => `Aviso: ${sentence}`;
export const mending = (sentence: string) => `Unido: ${sentence}`;
