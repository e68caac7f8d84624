import { isNear } from './spelling.ts';
import type { Token } from './typed-tokens.ts';

/** Names of a percent sign after a number: `80 de porcentaje`, `ochenta signo porcentaje`. */
const NAMES: readonly (readonly string[])[] = [
  ['signo', 'de', 'porsentaje'],
  ['signo', 'porsentaje'],
  ['de', 'porsentaje'],
  ['porsentaje'],
  ['pors'],
  ['pork'],
  ['pkt'],
];

/**
 * The token after a percent sign that begins at `at`, or `at` itself without one: `%`, *por ciento*, *porciento*, *por
 * cien*, *x ciento*, *x 100*, as phones and dictation spell them.
 */
export function signAt(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  if (token?.kind === 'percent') return at + 1;
  if (token?.kind !== 'word') return at;
  const sound = token.sound;
  if (/^p(?!resiento)/.test(sound) && sound.length >= 7 && isNear(sound, 'porsiento', 2)) return at + 1;
  if (/^xsien(to)?$/.test(sound)) return at + 1;
  if (sound !== 'por') return at;
  const second = skipSpaces(tokens, at + 1);
  if (!isHundred(tokens[second])) return at;
  const rest = skipSpaces(tokens, second + 1);
  return tokens[rest]?.text === 'to' ? rest + 1 : second + 1;
}

/** The same after a number: a sign behind a dash or on the next line counts too, and so do its names. */
export function signAfterNumber(tokens: readonly Token[], at: number): number {
  const next = skipSpaces(tokens, at);
  const sign = signAt(tokens, next);
  if (sign > next) return sign;
  for (const name of NAMES) {
    const end = nameEnds(tokens, next, name);
    if (end > next) return end;
  }
  const between = tokens[next];
  const apart = between?.kind === 'newLine' || (between?.kind === 'mark' && /[-–—]/.test(between.text));
  const behind = apart ? skipSpaces(tokens, next + 1) : next;
  return behind > next && tokens[behind]?.kind === 'percent' ? behind + 1 : at;
}

export function skipSpaces(tokens: readonly Token[], at: number): number {
  return tokens[at]?.kind === 'space' ? at + 1 : at;
}

function isHundred(token: Token | undefined): boolean {
  if (token?.kind === 'digits') return token.text === '100';
  if (token?.kind !== 'word') return false;
  const sound = token.sound;
  return sound === 'sien' || (sound !== 'sierto' && isNear(sound, 'siento'));
}

function nameEnds(tokens: readonly Token[], at: number, name: readonly string[]): number {
  let here = at;
  for (const [place, word] of name.entries()) {
    if (place > 0) here = skipSpaces(tokens, here);
    const token = tokens[here];
    if (token?.kind !== 'word' || token.sound !== word) return at;
    here += 1;
  }
  return here;
}
