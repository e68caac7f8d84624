import { type CodePage, decodeAs } from './code-pages.ts';
import { weighLetters } from './letters.ts';

export type Decoded =
  | { readonly ok: true; readonly text: string }
  /** `binary`: no text at all. `unclear`: two code pages would give different words, and nothing tells which. */
  | { readonly ok: false; readonly why: 'binary' | 'unclear' };

/**
 * The text of a file by its bytes. A mark decides; without one UTF-16 is known by its zeros and UTF-8 by being whole.
 * Else the code page decides that gives Spanish words: Excel writes windows-1252, on a Mac Macintosh, and CP850 as
 * *Texto MS-DOS*. A text that none gives whole is decoded all the same: `damageIn` names its cells.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const marked = byMark(bytes) ?? byZeros(bytes);
  if (marked !== undefined) return plain(new TextDecoder(marked).decode(bytes));
  try {
    return plain(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return byLetters(bytes);
  }
}

function plain(text: string): Decoded {
  return text.includes('\u0000') ? { ok: false, why: 'binary' } : { ok: true, text };
}

function byMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

const SAMPLE = 4_096;
/** Nearly every letter of Spanish has a zero beside it in UTF-16. */
const MOSTLY = 0.9;
const HARDLY = 0.02;

/** UTF-16 without its mark: nearly every second byte is zero, and hardly one of the others. */
function byZeros(bytes: Uint8Array): string | undefined {
  const pairs = Math.floor(Math.min(bytes.length, SAMPLE) / 2);
  if (pairs < 4) return undefined;
  let [even, odd] = [0, 0];
  for (let pair = 0; pair < pairs; pair += 1) {
    if (bytes[pair * 2] === 0) even += 1;
    if (bytes[pair * 2 + 1] === 0) odd += 1;
  }
  if (odd >= pairs * MOSTLY && even <= pairs * HARDLY) return 'utf-16le';
  if (even >= pairs * MOSTLY && odd <= pairs * HARDLY) return 'utf-16be';
  return undefined;
}

/** In the order in which they are met in the entities' files. */
const PAGES: readonly CodePage[] = ['windows-1252', 'utf-8', 'macintosh', 'cp850'];

function byLetters(bytes: Uint8Array): Decoded {
  if (bytes.includes(0)) return { ok: false, why: 'binary' };
  const read = PAGES.map((page) => {
    const text = decodeAs(page, bytes);
    const { good, bad } = weighLetters(text);
    return { text, score: good - 2 * bad };
  }).sort((a, b) => b.score - a.score);
  const [first, second] = read;
  if (first === undefined) return { ok: false, why: 'binary' };
  return second !== undefined && second.score === first.score
    ? { ok: false, why: 'unclear' }
    : { ok: true, text: first.text };
}
