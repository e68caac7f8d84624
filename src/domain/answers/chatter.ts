import {
  type Chatter,
  glueWords,
  officeKinds,
  questionStarts,
  singleWords,
  wholeTexts,
} from './chatter-words.ts';
import { lately } from './lately.ts';
import { phraseBook } from './phrase-book.ts';
import { isNear, soundOf } from './spelling.ts';
import { bareWords } from './yes-or-no.ts';

/** Longer texts are no chatter, whatever their words; it also bounds the time that misspellings take. */
const MOST_WORDS = 14;
/** In characters. */
const LONGEST = 200;
/** A question without a question mark is short. */
const MOST_WORDS_OF_A_QUESTION = 8;

/** The order of kinds for a text with words of several. */
const KINDS: readonly Chatter[] = [
  'help',
  'correct',
  'stop',
  'later',
  'show',
  'thanks',
  'greeting',
  'unclear',
];

const whole = new Map<string, Chatter>();
for (const [kind, texts] of entriesOf(wholeTexts)) {
  for (const text of splitList(texts)) {
    const key = soundsOf(text).join(' ');
    if (!whole.has(key)) whole.set(key, kind);
  }
}
const kindOfWord = new Map<string, Chatter>();
for (const [kind, words] of entriesOf(singleWords)) {
  for (const word of splitList(words)) {
    for (const sound of soundsOf(word)) if (!kindOfWord.has(sound)) kindOfWord.set(sound, kind);
  }
}
const glue = new Set(splitList(glueWords).flatMap(soundsOf));
const questions = phraseBook<'question'>({ question: questionStarts });

/** The kind of chatter that a text is; null when it may be an answer. Figures and states are read before. */
export const chatterOf = lately(readChatter);

function readChatter(text: string): Chatter | null {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST && /[\p{L}\p{N}]/u.test(trimmed)) return null;
  if (!/[\p{L}\p{N}]/u.test(trimmed)) return trimmed.includes('?') ? 'help' : 'unclear';
  const command = /^\/(\p{L}+)/u.exec(trimmed)?.[1];
  const sounds = soundsOf(command ?? trimmed);
  if (command !== undefined) return whole.get(sounds.join(' ')) ?? 'unclear';
  const known = whole.get(sounds.join(' ')) ?? whole.get(withoutPoliteness(sounds).join(' '));
  if (known !== undefined) return known;
  const kind = sounds.length > MOST_WORDS ? null : kindOfAll(sounds);
  if (hasQuestionMark(trimmed))
    return kind === 'show' || (kind === 'correct' && sounds.length < 3) ? kind : 'help';
  const asks = isQuestion(trimmed, sounds);
  if (kind !== null && kind !== 'unclear' && !(asks && kind === 'later')) return kind;
  if (asks) return 'help';
  return kind ?? (refersToOthers(sounds) ? 'unclear' : null);
}

/** Whether a text of this kind wants nothing: it only does not say what was done. */
export function nothingInWords(kind: Chatter): boolean {
  return kind === 'unclear' || kind === 'thanks' || kind === 'greeting' || officeKinds.includes(kind);
}

/** Whether a whole text is on the list, apart from its courtesies. */
export function isListedChatter(text: string): boolean {
  const sounds = soundsOf(text);
  return whole.has(sounds.join(' ')) || whole.has(withoutPoliteness(sounds).join(' '));
}

/** The kind of chatter from somebody without an office: what only offices ask for is unclear. */
export function chatterOfResponsible(text: string): Chatter | null {
  const kind = chatterOf(text);
  return kind !== null && officeKinds.includes(kind) ? 'unclear' : kind;
}

/** Whether it ends with a question mark, or opens one and never closes it. */
function hasQuestionMark(text: string): boolean {
  return /\?[\s\p{Extended_Pictographic}!.)]*$/u.test(text) || /^\s*¿[^?]*$/u.test(text);
}

/** Whether a text asks without a question mark: it is short and begins like a question. */
function isQuestion(text: string, sounds: readonly string[]): boolean {
  return sounds.length <= MOST_WORDS_OF_A_QUESTION && questions.at(sounds, 0) !== null && isAsking(text);
}

/** *Pregúntele a Luz*, *eso lo sabe Luz Torres* */
function refersToOthers(sounds: readonly string[]): boolean {
  return (
    sounds.length <= 6 &&
    /^(?:preguntele|pregunteles|able kon|iame a|eso lo (?:sabe|maneja|tiene|be|iena))/.test(sounds.join(' '))
  );
}

/** *Que se hizo…* and *cuando se firme…* tell something and ask nothing. */
function isAsking(text: string): boolean {
  return !/\bse (?:hizo|realiz|public|firm|entreg|hicieron|abr|hag)/iu.test(text);
}

/** The kind of a text when every word is on the list; null otherwise. */
function kindOfAll(sounds: readonly string[]): Chatter | null {
  const found = new Set<Chatter>();
  // The number of an activity may stand among the words, not alone.
  const isNumber = (sound: string): boolean => /^\d{1,3}$/.test(sound);
  for (const sound of sounds) {
    const kind =
      kindOfWord.get(sound) ?? (glue.has(sound) || isNumber(sound) ? 'glue' : kindOfMisspelt(sound));
    if (kind === null) return null;
    if (kind !== 'glue') found.add(kind);
  }
  if (found.size === 0 && sounds.some(isNumber)) return null;
  return KINDS.find((kind) => found.has(kind)) ?? 'unclear';
}

function kindOfMisspelt(sound: string): Chatter | null {
  // *Le contaré*, *después reportaré*: what is to come is not what was done.
  if (/^\p{L}{3,}(?:are|ere|ire)$/u.test(sound)) return 'later';
  if (/^(?:j[aei])+j?$|^m+$|^a+$|^x+d?$|^\D$/u.test(sound)) return 'unclear';
  if (sound.length < 6) return null;
  for (const [word, kind] of kindOfWord) if (word.length >= 6 && isNear(sound, word)) return kind;
  return null;
}

const POLITE = new Set([
  'fabor',
  'porfa',
  'porfabor',
  'grasias',
  'doktora',
  'doktor',
  'senora',
  'senor',
  'senorita',
]);

function withoutPoliteness(sounds: readonly string[]): readonly string[] {
  const rest = sounds.filter(
    (sound, at) => !POLITE.has(sound) && !(sound === 'por' && sounds[at + 1] === 'fabor'),
  );
  const from = /^(?:buenos dias|buenas tardes|buenas noches|buen dia)/.exec(rest.join(' '))
    ? 2
    : /^(?:ola|buenas|ok|listo|bueno|ai|i)$/.test(rest[0] ?? '')
      ? 1
      : 0;
  return rest.length > from ? rest.slice(from) : sounds;
}

function soundsOf(text: string): readonly string[] {
  const words = bareWords(text);
  return words === '' ? [] : words.split(' ').map(soundOf);
}

function splitList(list: string): readonly string[] {
  return list
    .split(/[,\n]/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

function entriesOf(lists: Readonly<Partial<Record<Chatter, string>>>): readonly [Chatter, string][] {
  return Object.entries(lists).flatMap(([kind, list]) => {
    const known = [...KINDS, ...officeKinds].find((each) => each === kind);
    return known === undefined ? [] : [[known, list] as [Chatter, string]];
  });
}
