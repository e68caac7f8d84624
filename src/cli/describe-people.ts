import { rolesOf } from '../actions/access.ts';
import type { PersonRefusal } from '../actions/people.ts';
import { type Assignment, spansOfPerson } from '../db/assignments.ts';
import type { Db } from '../db/open.ts';
import { allPeople, holdingsOf, isEnrolled, type Person } from '../db/people.ts';
import { nameOfPost } from '../db/post-name.ts';
import { isoLocal, localDate, type Moment } from '../domain/dates.ts';
import { spanWords } from '../texts/cli/assignment.ts';
import { errors } from '../texts/cli/errors.ts';
import { personRefusals } from '../texts/cli/person.ts';
import { lastDayOf, postName } from '../texts/people/assign.ts';
import { Refused } from './surroundings.ts';

/** A person as data, without the account, which is private. `assignments`: present and planned. */
export function describedPerson(db: Db, person: Person, now: Moment) {
  const holdings = holdingsOf(db, person.id, now);
  return {
    id: person.id,
    name: person.name,
    roles: [...rolesOf(holdings)],
    positions: holdings.positions.map(({ id, name }) => ({ number: id, name })),
    enrolled: isEnrolled(person),
    unreachable: person.unreachableSince !== null,
    assignments: spansOfPerson(db, person.id, now).map((row) => describedSpan(db, row)),
  };
}

/** An assignment as data. `until`: the last day, null when it has none. */
export function describedSpan(db: Db, row: Assignment) {
  return {
    position: row.positionId,
    role: row.office,
    name: postName(nameOfPost(db, row)),
    from: isoLocal(row.fromAt),
    until: row.untilAt === null ? null : lastDayOf(row.untilAt),
    acting: row.acting,
    inPlaceOf: row.inPlaceOf,
    contractEnd: row.contractEndsOn,
  };
}

/** The notes of a list beside an assignment: `encargo hasta 2026-04-05, contrato hasta 2026-06-30`. */
export function spanNotes(span: ReturnType<typeof describedSpan>, now: Moment): string {
  const from = span.from.slice(0, 10);
  return [
    ...(from > localDate(now) ? [spanWords.from(from)] : []),
    ...(span.until === null
      ? []
      : [span.acting ? spanWords.acting(span.until) : spanWords.until(span.until)]),
    ...(span.contractEnd === null ? [] : [spanWords.contract(span.contractEnd)]),
  ].join(', ');
}

/** @throws {Refused} when there is no such number. */
export function personNumbered(db: Db, number: string): Person {
  const all = allPeople(db);
  const found = /^\d+$/.test(number) ? all.find((person) => person.id === Number(number)) : undefined;
  if (!found) throw new Refused(errors.unknownPerson(number, all));
  return found;
}

export function refusedPerson(refusal: PersonRefusal): string {
  switch (refusal.why) {
    case 'name':
    case 'nothingToHold':
    case 'positionMissing':
      return personRefusals[refusal.why];
    case 'unknownPositions':
      return personRefusals.unknownPositions(refusal.asked, refusal.known);
    case 'samePosition':
      return personRefusals.samePosition(refusal.position.name);
    case 'mayorHeld':
      return personRefusals.mayorHeld(refusal.holder);
  }
}
