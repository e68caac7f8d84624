import { isNear, soundOf } from './spelling.ts';

/** Ways to write one measure. */
const SAME: readonly (readonly string[])[] = [
  ['kilómetro', 'km', 'kms', 'kmts'],
  ['metro', 'm', 'mt', 'mts', 'ml'],
  ['m²', 'mt²', 'mts²'],
  ['m³', 'mt³', 'mts³'],
  ['hectárea', 'ha', 'has', 'hta', 'htas'],
  ['kilo', 'kg', 'kgs', 'kilogramo'],
  ['tonelada', 'ton', 'tons'],
  ['litro', 'lt', 'lts'],
  ['hora', 'hr', 'hrs'],
  ['persona', 'pers', 'personita'],
].map((words) => words.map(stemOf));
/** Measures that have parts: *2,5 km*. Others are counted one by one. */
const CONTINUOUS = new Set(
  'km metro m² m³ hectárea kg tonelada litro hora peso millón galón minuto kilovatio'.split(' ').map(canonOf),
);
const NEAR_FROM = 6;

/** A measure as it is recognised in a text. */
export type Nouns = {
  /** How many items the measure takes at a place of a text; 0: it is not there. */
  readonly at: (sounds: readonly string[], at: number) => number;
  readonly isContinuous: boolean;
};

/** @param measure as Planeación wrote it: *talleres*, *informes de gestión*, *talleres y charlas* */
export function nounsOf(measure: string): Nouns {
  const [first = '', ...others] = measure.split(/\s+(?:y|e|o|u)\s+|\s*[/,]\s*/u).filter(Boolean);
  const phrases = [first, ...others].map((each) => each.split(/\s+/).filter(Boolean).map(canonOf));
  return {
    isContinuous: CONTINUOUS.has(phrases[0]?.[0] ?? ''),
    at: (sounds, at) => Math.max(0, ...phrases.map((phrase) => lengthAt(phrase, sounds, at))),
  };
}

/** The first word is enough; what follows it of the measure belongs to it: *3 informes de gestión*. */
function lengthAt(phrase: readonly string[], sounds: readonly string[], at: number): number {
  const [head = ''] = phrase;
  if (head === '' || !isSameNoun(head, sounds[at] ?? '')) return 0;
  let taken = 1;
  while (taken < phrase.length && canonOfSound(sounds[at + taken] ?? '') === phrase[taken]) taken += 1;
  return taken > 1 && taken < phrase.length && phrase[taken - 1] === 'de' ? taken - 1 : taken;
}

function isSameNoun(head: string, sound: string): boolean {
  if (sound === '') return false;
  const canon = canonOfSound(sound);
  return canon === head || (head.length >= NEAR_FROM - 1 && sound.length >= NEAR_FROM && isNear(canon, head));
}

function canonOf(word: string): string {
  return canonOfSound(soundOf(word));
}

function canonOfSound(sound: string): string {
  const stem = withoutPlural(sound);
  return SAME.find((words) => words.includes(stem) || words.includes(sound))?.[0] ?? stem;
}

function stemOf(word: string): string {
  return withoutPlural(soundOf(word));
}

/** *Talleres* and *taller*, *personas* and *persona*: without their ending. */
function withoutPlural(sound: string): string {
  if (sound.length <= 3) return sound;
  return sound.replace(/s$/u, '').replace(/e$/u, '');
}
