import { comparable } from '../outside-text.ts';

const yes: ReadonlySet<string> = new Set([
  'si',
  'si senor',
  'si senora',
  'correcto',
  'es correcto',
  'si es correcto',
  'claro',
  'ok',
  'dale',
]);
const no: ReadonlySet<string> = new Set(['no', 'no senor', 'no senora', 'incorrecto', 'no es correcto']);

/** A typed text as bare words: no accents, case or punctuation. */
export function bareWords(text: string): string {
  return comparable(text.replace(/[ºª°]/g, ''))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether a text is only a yes or only a no; null for anything else. */
export function yesOrNo(text: string): 'yes' | 'no' | null {
  const words = bareWords(text);
  return yes.has(words) ? 'yes' : no.has(words) ? 'no' : null;
}
