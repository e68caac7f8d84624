import { bareWords } from './answers/yes-or-no.ts';
import { hasLetter } from './invisible.ts';
import { comparable } from './outside-text.ts';

export type NamedPosition = { readonly id: number; readonly name: string };

/** What a line of a list of invitations says. `text` is the line as written, without its bullet or number. */
export type InvitationLine = { readonly text: string } & (
  | { readonly says: 'invite'; readonly positionId: number; readonly name: string }
  /** An office: these are given one at a time. */
  | { readonly says: 'office' }
  /** No position of the plans, or words that fit several. */
  | { readonly says: 'noPosition' }
  | { readonly says: 'severalPositions' }
  /** The position is there; a whole name is not. */
  | { readonly says: 'noName' }
  /** Several people, or more than first and last names: it is not clear who is meant. */
  | { readonly says: 'unclearName' }
);

export type InvitationList = {
  readonly lines: readonly InvitationLine[];
  /** Whether it began with *invitar*. */
  readonly asked: boolean;
};

const MOST_WORDS_OF_NAME = 8;
const LONGEST_LINE = 600;

const VERB =
  /^\s*(?:\/?invitar|invite|inv[ií]tel[eo]s?|invitemos|quiero invitar)(?:\s+a)?(?=\s|:|$)\s*:?[ \t]*/iu;
const BULLET = /^\s*(?:[-•*·–—]|\d{1,3}\s*[.)\]-])\s+/u;
const HEADING =
  /^(?:cargo|cargos|dependencia|responsable|responsables|titular|nombre|nombres|persona|personas|nombre completo|nombres y apellidos|nombre y apellido|correo|correo electronico|telefono|celular|no|n|nro|item|cedula|documento|contrato|area|oficina|secretaria|observaciones)$/;
const OFFICE =
  /^(?:(?:el |la )?(?:despacho(?: de la| del)? )?(?:alcalde|alcaldesa|alcaldia|alcalde local|alcaldesa local|alcalde municipal|alcaldesa municipal|gobernador|gobernadora)|(?:coordinacion|coordinador|coordinadora)(?: de planeacion)?|planeacion|(?:jefe de )?control interno)$/;

const TITLE =
  /^(?:(?:la|el)\s+)?(?:(?:ing|dr|dra|sr|sra|srta|arq|lic|abg|prof|econ|mg|msc|esp|phd)\.|(?:ingenier[oa]|doctora?|arquitect[oa]|abogad[oa]|licenciad[oa]|señora?|don|doña|dr|dra|ing|sr|sra|lic|arq|abg|mg))\s+/iu;
/** What a spreadsheet or a phone puts around a name. */
const AROUND = /^["'“”«»*_\s]+|["'“”«»*_\s]+$/gu;
/** Nothing else stands in a name. A comma, *y* or a stroke may divide two people, and brackets hold a remark. */
const OF_NAMES = /^[\p{L}\p{M}.'’´`-]+$/u;
/** Cells beside position and name. */
const OF_ENTITIES =
  /^(?:secretaria|subsecretaria|oficina|direccion|subdireccion|gerencia|grupo|area|unidad|division|departamento|alcaldia|despacho|fondo|carrera|libre|planta|contrato|contratista|provisional|provisionalidad|prestacion|nivel)$/;
const PARTICLE = /^(?:de|del|la|las|los|y|e)$/u;
const OF_SENTENCES =
  /^(?:se|el|un|una|unos|unas|con|para|por|en|no|que|al|lo|le|su|sus|a|o|ya|es|fue|esta|hay|falta|faltan|pendiente|reunion|acta|sin|desde|hasta|quien|mismo|misma|cargo|vacante|reemplazo|encargad[oa]|contratista|muchas|buenos|buenas)$/;

/** Where a line may be divided, the surest first. A spreadsheet gives a tab, and some phones make a space of it. */
const DIVIDERS = [
  /\s*\t+\s*/gu,
  /\s*[;|]\s*/gu,
  /\s*:\s*/gu,
  /\s+[-–—]+\s+/gu,
  /\s*,\s*/gu,
  /\s+/gu,
] as const;

/** The last divider; a sentence that begins with a position is no invitation, so the name has capitals there. */
const SPACE = DIVIDERS.length - 1;

/** The dividers that make cells of a row. */
const CELLS = 2;

type Halves = readonly [string, string];

/**
 * Reads a list of people to invite: a line each, *cargo: nombre* or two columns in either order. A position is named as the
 * form prints it (case, accents and punctuation aside), or by words that fit only one position.
 */
export function readInvitations(text: string, positions: readonly NamedPosition[]): InvitationList {
  const asked = VERB.test(text);
  const known = positions.map(({ id, name }) => ({ id, name: bareWords(name) }));
  const lines = text
    .replace(VERB, '')
    .split('\n')
    .map((line) =>
      line
        .replace(BULLET, '')
        .replace(/[\s.,;]+$/u, '')
        .trimStart(),
    )
    .filter((line) => bareWords(line) !== '' && !isHeading(line))
    .map((line) => readLine(line, known));
  return { lines, asked };
}

function isHeading(line: string): boolean {
  const cells = line.split(/[\t;:|,]+/u).map(bareWords);
  return cells.length > 1 && cells.every((cell) => HEADING.test(cell));
}

function readLine(text: string, known: readonly NamedPosition[]): InvitationLine {
  if (text.length > LONGEST_LINE) return { text, says: 'noPosition' };
  const divided = DIVIDERS.map((divider, place) => (place < CELLS ? pairsOf : halvesOf)(text, divider));
  const found = divided.map((halves, place) =>
    longestFirst(
      halves
        .flatMap((each) => exactly(each, known))
        .filter(({ name }) => !isPosition(name, known) && (place < SPACE || isCapital(name))),
    ),
  );
  const cells = found.slice(0, CELLS).find((each) => each.length > 0) ?? [];
  if (new Set(cells.map(({ positionId }) => positionId)).size > 1) return { text, says: 'severalPositions' };
  if (cells.filter(({ name }) => isName(name)).length > 1) return { text, says: 'unclearName' };
  const exact = found.flat();
  const whole = exact.find(({ name }) => isName(name));
  if (whole) return named(text, whole.positionId, whole.name);
  const surest = divided.slice(0, SPACE).flat();
  if (surest.some(([left, right]) => OFFICE.test(bareWords(left)) || OFFICE.test(bareWords(right))))
    return { text, says: 'office' };
  if (exact.length > 0 || isPosition(text, known)) return { text, says: 'noName' };
  return byWords(text, surest, known);
}

/** A line with a position and something like a name. */
function named(text: string, positionId: number, written: string): InvitationLine {
  const name = asName(written);
  const isClear = name
    .split(' ')
    .every((word) => OF_NAMES.test(word) && hasLetter(word) && !/^[ye]$/iu.test(word));
  return isClear ? { text, says: 'invite', positionId, name } : { text, says: 'unclearName' };
}

function isPosition(text: string, known: readonly NamedPosition[]): boolean {
  return known.some(({ name }) => name === bareWords(text));
}

/** A position that is not written out: of the halves the first that holds a name and words of one position. */
function byWords(text: string, halves: readonly Halves[], known: readonly NamedPosition[]): InvitationLine {
  let several = false;
  let nameless = false;
  for (const [left, right] of halves.flatMap(([a, b]): readonly Halves[] => [
    [a, b],
    [b, a],
  ])) {
    const fitting = fittingPositions(left, known);
    const [only] = fitting;
    const isOfPerson = isName(right) && !isPosition(right, known);
    if (fitting.length === 1 && only && isOfPerson) return named(text, only.id, right);
    several ||= fitting.length > 1 && isOfPerson;
    nameless ||= fitting.length === 1;
  }
  return { text, says: several ? 'severalPositions' : nameless ? 'noName' : 'noPosition' };
}

/** Any two cells of a row: there may be a number, a telephone or a mail beside position and name. */
function pairsOf(text: string, divider: RegExp): readonly Halves[] {
  const cells = text.split(divider).filter((cell) => cell.trim() !== '');
  return cells.flatMap((left, place) => cells.slice(place + 1).map((right): Halves => [left, right]));
}

function halvesOf(text: string, divider: RegExp): readonly Halves[] {
  return [...text.matchAll(divider)].flatMap((found): readonly Halves[] => {
    const left = text.slice(0, found.index);
    const right = text.slice(found.index + found[0].length);
    return left.trim() === '' || right.trim() === '' ? [] : [[left, right]];
  });
}

type Exact = { readonly positionId: number; readonly name: string; readonly length: number };

function exactly([left, right]: Halves, known: readonly NamedPosition[]): readonly Exact[] {
  return known.flatMap(({ id, name }) => [
    ...(name === bareWords(left) ? [{ positionId: id, name: right, length: name.length }] : []),
    ...(name === bareWords(right) ? [{ positionId: id, name: left, length: name.length }] : []),
  ]);
}

function longestFirst(found: readonly Exact[]): readonly Exact[] {
  return found.toSorted((a, b) => b.length - a.length);
}

/** Positions with a word for each word written: `prof. gestión` is *Profesional Gestion Participacion Ciudadana*. */
function fittingPositions(written: string, known: readonly NamedPosition[]): readonly NamedPosition[] {
  const words = bareWords(written)
    .split(' ')
    .filter((word) => word.length > 2);
  if (!words.some((word) => word.length > 3)) return [];
  return known.filter(({ name }) => {
    const own = name.split(' ');
    return words.every((word) => own.some((each) => each.startsWith(word)));
  });
}

/** A first name and a last name, no figure, and no word that only a sentence has. */
function isName(text: string): boolean {
  const words = asName(text).split(' ');
  return (
    words.length <= MOST_WORDS_OF_NAME &&
    words.filter(hasLetter).length > 1 &&
    !/[\d@:;|\t]/u.test(text.trim()) &&
    !OF_ENTITIES.test(comparable(words[0] ?? '')) &&
    !words.some((word) => OF_SENTENCES.test(comparable(word)))
  );
}

/** A name without a title before it; one that a spreadsheet has in capitals, or a phone in small letters, as it is written. */
function asName(text: string): string {
  const name = withoutTitles(text.replace(/\s+/gu, ' ').replace(AROUND, ''));
  if (name !== name.toLocaleUpperCase('es') && name !== name.toLocaleLowerCase('es')) return name;
  return name
    .toLocaleLowerCase('es')
    .split(' ')
    .map((word, place) => (place > 0 && PARTICLE.test(word) ? word : capitalised(word)))
    .join(' ');
}

function withoutTitles(text: string): string {
  const rest = text.replace(TITLE, '');
  return rest === text ? text : withoutTitles(rest);
}

function capitalised(word: string): string {
  return word.replace(
    /(^|[-'’])(\p{L})/gu,
    (_, before: string, letter: string) => before + letter.toLocaleUpperCase('es'),
  );
}

function isCapital(name: string): boolean {
  return name
    .trim()
    .split(/\s+/u)
    .every((word) => word.length < 4 || /^\p{Lu}/u.test(word));
}

/**
 * Whether a text that nothing asked for is such a list: it says so, or a position stands in most of its lines with a whole
 * name.
 */
export function isInvitationList({ lines, asked }: InvitationList): boolean {
  const whole = lines.filter(({ says }) => says === 'invite').length;
  const others = lines.filter(({ says }) => says !== 'invite' && says !== 'unclearName').length;
  return whole > 0 && (asked || whole > others);
}
