import { carryingWords } from './carrier-words.ts';
import { dateAt } from './dates-in-text.ts';
import { phraseBook } from './phrase-book.ts';
import { type Item, itemsOf } from './typed-numbers.ts';

/** A state in words with the percentage that it means. The bot asks and never stores it at once. */
export type State = {
  readonly tenths: 0 | 1000;
  /** Nothing else is said. */
  readonly whole: boolean;
};

const states = phraseBook<'done' | 'nothing'>({
  done: `
    cumplida, cumplido, lista, listas, terminada, terminado, finalizada, finalizado, culminada, culminado, concluida, concluido, completa, completo, completada, completado
    ejecutada, ejecutado, realizada, realizado, hecha, hecho, ya está, ya está listo, quedó listo, quedó lista, todo listo, todo lista, todo, todo hecho, todo cumplido, ya quedó
    ya se hizo, ya se realizó, se cumplió, se ejecutó todo, se hizo todo, se terminó, ya se ejecutó, se completó, se finalizó, se culminó, cumplimos, terminamos, ya terminamos, terminé, acabamos, acabé, finalizamos, culminamos, la hicimos, lo hicimos, la terminamos, lo terminamos
    en su totalidad, totalmente, a cabalidad, cumplimiento total, ya salimos de eso, coronamos, al cien, no falta nada, ya no falta nada, no hace falta nada
  `,
  nothing: `
    nada, nada de nada, no nada, todavía no, aún no, aún nada, todavía nada, no todavía, no aún
    sin iniciar, sin empezar, sin arrancar, sin comenzar, sin realizar, sin ejecutar, sin hacer, sin avance, sin avances, sin ningún avance, sin cumplir, sin ejecución
    no hay avance, no hay avances, no tiene avance, no tiene avances, no presenta avance, no presenta avances, no se tiene avance, no se presenta avance, no registra avance, ningún avance, ninguno, ninguna, nulo, nula, cero avances, cero avance, en ceros
    no se hizo, no se realizó, no se ejecutó, no se cumplió, no se inició, no empezamos, no iniciada, no iniciado, no ejecutada, no ejecutado, no realizada, no realizado, no cumplida, no cumplido, no empezado, no arranca, no arrancamos, no llevamos nada, no llevo nada, no hicimos nada, falta todo, no empieza, no inicia
  `,
});

const NEUTRAL = new Set(['carrier', 'courtesy', 'now', 'of']);

/** In characters. A state stands at the beginning, so this much of a text is enough. */
const BEGINNING = 400;

/**
 * The state that a text is or begins with: `cumplida`, `ya está lista, …`, `no se ha empezado`. Null for anything else:
 * `casi lista`, `cumplida parcialmente`, `no está terminada`.
 */
export function stateOf(written: string): State | null {
  const text = written.slice(0, BEGINNING);
  if (/\b(?:en parte|parcial|casi|medi[oa] list)/iu.test(text)) return null;
  const items = itemsOf(text);
  const sounds = items.map((item) => (item.kind === 'word' ? item.sound : ''));
  let tenths: 0 | 1000 | null = null;
  let separated = false;
  for (let at = 0; at < items.length; ) {
    const state = stateAt(sounds, at);
    if (state !== null) {
      if (tenths !== null && tenths !== state.tenths) return null;
      tenths = state.tenths;
      at = state.next;
      separated = false;
      continue;
    }
    const item = items[at];
    const neutral = neutralAt(text, items, sounds, at);
    if (item?.kind === 'mark' && /^[.,;:\-–—(]$/.test(item.mark)) separated = true;
    if (neutral === at) {
      return tenths !== null && leads(items, at, tenths, separated) ? { tenths, whole: false } : null;
    }
    at = neutral;
  }
  return tenths === null ? null : { tenths, whole: written.length <= BEGINNING };
}

function stateAt(sounds: readonly string[], at: number): { tenths: 0 | 1000; next: number } | null {
  const notDone = notDoneAt(sounds, at);
  if (notDone > at) return { tenths: 0, next: notDone };
  const found = states.at(sounds, at);
  const not = found === null ? -1 : found.next - 1;
  const further = sounds[not] === 'no' ? notDoneAt(sounds, not) : not;
  if (further > not) return { tenths: 0, next: further };
  return found === null ? null : { tenths: found.meaning === 'done' ? 1000 : 0, next: found.next };
}

/** `no se ha hecho`, `ni hemos empezado`, `no han convocado`; the place after it, or `at`. */
function notDoneAt(sounds: readonly string[], at: number): number {
  if (sounds[at] !== 'no' && sounds[at] !== 'ni') return at;
  const verb =
    sounds[at + 1] === 'se' || sounds[at + 1] === 'la' || sounds[at + 1] === 'lo' ? at + 2 : at + 1;
  if (!/^(?:a|an|emos|e)$/.test(sounds[verb] ?? '')) return at;
  return /(?:ado|ido|e#o|isto|uesto|erto|itido)$/.test(sounds[verb + 1] ?? '') ? verb + 2 : at;
}

function neutralAt(text: string, items: readonly Item[], sounds: readonly string[], at: number): number {
  const item = items[at];
  if (item === undefined) return at;
  if (item.kind === 'mark') return /^[?¿]$/.test(item.mark) ? at : at + 1;
  const date = dateAt(text, items, at);
  if (date > at) return date;
  const found = carryingWords.at(sounds, at);
  return found !== null && NEUTRAL.has(found.meaning) ? found.next : at;
}

const REASONS =
  /^(?:segun|en|por|porke|mediante|kon|konforme|el|desde|ia|a|para|debido|pues|pero|no|ke|si|y|i)$/;

/**
 * Whether the words after a state leave it standing: they come behind a separator, or are its reason, its proof or its
 * date.
 */
function leads(items: readonly Item[], at: number, tenths: 0 | 1000, separated: boolean): boolean {
  const item = items[at];
  if (separated) return true;
  const before = items[at - 1];
  if (item?.kind !== 'word')
    return item?.kind === 'number' && before?.kind === 'word' && before.sound === 'el';
  return tenths === 0 || REASONS.test(item.sound) || (before?.kind === 'word' && REASONS.test(before.sound));
}
