import { addPerson, assign, type Post, renamePerson, spansOf } from '../db/assignments.ts';
import { type Actor, record } from '../db/audit.ts';
import type { Db } from '../db/open.ts';
import { allPeople, allPositions, type Person, type Position, personById } from '../db/people.ts';
import { type Office, offices } from '../db/schema/index.ts';
import type { Moment } from '../domain/dates.ts';
import { hasLetter } from '../domain/invisible.ts';
import { cleanOutsideText, comparable } from '../domain/outside-text.ts';
import type { Role } from './access.ts';

const NAME_MOST = 200;

export type NewPerson = {
  readonly name: string;
  /** Numbers of `position list`, or names (case, accents and doubled spaces ignored). */
  readonly positions: readonly string[];
  readonly roles: readonly Role[];
};

export type AddPersonResult =
  | {
      readonly ok: true;
      readonly person: Person;
      readonly positions: readonly Position[];
      readonly offices: readonly Office[];
      /** Others with the same name: they may be the same person. */
      readonly namesakes: readonly Person[];
    }
  | { readonly ok: false; readonly refusal: PersonRefusal };

export type PersonRefusal =
  | { readonly why: 'name' }
  | { readonly why: 'nothingToHold' }
  | { readonly why: 'positionMissing' }
  | {
      readonly why: 'unknownPositions';
      readonly asked: readonly string[];
      readonly known: readonly Position[];
    }
  | { readonly why: 'samePosition'; readonly position: Position }
  | { readonly why: 'mayorHeld'; readonly holder: Person };

/**
 * Adds a person and what they hold from now on: positions (which make them a *responsible*) and offices. At
 * most one person is mayor on a day; a position may have several holders.
 */
export function addPersonWith(db: Db, asked: NewPerson, now: Moment, by: Actor): AddPersonResult {
  const name = cleanName(asked.name);
  if (name === null) return refuse({ why: 'name' });
  const wanted = new Set(asked.roles);
  if (asked.positions.length === 0 && wanted.size === 0) return refuse({ why: 'nothingToHold' });
  if (asked.positions.length === 0 && wanted.has('responsible')) return refuse({ why: 'positionMissing' });
  const found = findPositions(db, asked.positions);
  if (!found.ok) return found;
  const mayor = wanted.has('mayor') ? holderFrom(db, { office: 'mayor' }, now) : undefined;
  if (mayor) return refuse({ why: 'mayorHeld', holder: mayor });
  const held = offices.filter((office) => wanted.has(office));
  const namesakes = namesakesOf(db, name);
  const person = addPerson(db, name, now);
  for (const position of found.positions) assign(db, person.id, { positionId: position.id }, now);
  for (const office of held) assign(db, person.id, { office }, now);
  record(db, {
    at: now,
    act: 'personAdded',
    by,
    personId: person.id,
    after: { positions: found.positions.map((position) => position.id), offices: held },
  });
  return { ok: true, person, positions: found.positions, offices: held, namesakes };
}

/** A person's name as it is stored: one line, single spaces; null when it has no visible letter. */
export function cleanName(text: string): string | null {
  const name = cleanOutsideText(text).replace(/\s+/g, ' ').trim();
  return !hasLetter(name) || name.length > NAME_MOST ? null : name;
}

/** Whether it has a first name and a last name: a single word may be the answer to another question. */
export function isWholeName(name: string): boolean {
  return name.split(/\s+/u).filter(hasLetter).length > 1;
}

/** People with the same name, apart from case and accents: they may be the same person. */
export function namesakesOf(db: Db, name: string): readonly Person[] {
  return allPeople(db).filter((other) => comparable(other.name) === comparable(name));
}

/**
 * Adds a person who holds nothing yet.
 * @param name as `cleanName` gives it
 */
export function addNamed(db: Db, name: string, now: Moment, by: Actor): Person {
  const person = addPerson(db, name, now);
  record(db, { at: now, act: 'personAdded', by, personId: person.id });
  return person;
}

/**
 * Corrects a person's name (Ley 1581 of 2012, art. 8: the right to correct one's data). The audit keeps no
 * names.
 */
export function rename(db: Db, personId: number, name: string, now: Moment, by: Actor): void {
  renamePerson(db, personId, name);
  record(db, { at: now, act: 'personRenamed', by, personId });
}

/** The present or future holder from a moment on. */
function holderFrom(db: Db, held: Post, now: Moment): Person | undefined {
  const [span] = spansOf(db, held, now);
  return span && personById(db, span.personId);
}

type Found =
  | { readonly ok: true; readonly positions: readonly Position[] }
  | { readonly ok: false; readonly refusal: PersonRefusal };

/** Finds positions by number or name, each once; one error lists all unknown ones. */
export function findPositions(db: Db, asked: readonly string[]): Found {
  const known = allPositions(db);
  const found = asked.map((text) => known.find((position) => isNamed(position, text)));
  const unknown = asked.filter((_, index) => found[index] === undefined);
  if (unknown.length > 0) return refuse({ why: 'unknownPositions', asked: unknown, known });
  const positions = found.flatMap((position) => position ?? []);
  const twice = positions.find((position, index) => positions.indexOf(position) !== index);
  return twice ? refuse({ why: 'samePosition', position: twice }) : { ok: true, positions };
}

function isNamed(position: Position, text: string): boolean {
  const trimmed = text.trim();
  return /^\d+$/.test(trimmed)
    ? position.id === Number(trimmed)
    : position.key === comparable(cleanOutsideText(trimmed));
}

function refuse(refusal: PersonRefusal): { readonly ok: false; readonly refusal: PersonRefusal } {
  return { ok: false, refusal };
}
