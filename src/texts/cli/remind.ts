import { count } from '../words/amounts.ts';

export const reminded = {
  queued: (names: readonly string[], when: string) =>
    names.length === 0
      ? 'No hay a quién recordar.'
      : `Se recordará a ${count(names.length, 'persona', 'personas')} (${when}): ${names.join(', ')}.`,
  alreadyToday: (names: readonly string[]) => `Ya tienen el de ese día: ${names.join(', ')}.`,
  unreachable: (names: readonly string[]) => `No reciben mensajes del bot: ${names.join(', ')}.`,
} as const;

export const whyErrors = {
  notADate: (text: string) => `«${text}» no es una fecha como 2026-05-22`,
} as const;
