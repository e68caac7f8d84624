import { type Command, Option } from 'commander';
import { endAssignment, giveTo } from '../actions/assign.ts';
import { describeAssignRefusal } from '../actions/assign-refusal.ts';
import { dateContract } from '../actions/contract.ts';
import { findPositions } from '../actions/people.ts';
import { type Assignment, type Post, spansOf } from '../db/assignments.ts';
import type { Db } from '../db/open.ts';
import { isEnrolled, type Person, personById } from '../db/people.ts';
import { nameOfPost } from '../db/post-name.ts';
import { type Office, offices } from '../db/schema/index.ts';
import { type LocalDate, localDate, type Moment } from '../domain/dates.ts';
import { covers } from '../domain/spans.ts';
import { readTypedDate } from '../domain/written-dates.ts';
import { assignmentDone, assignmentErrors } from '../texts/cli/assignment.ts';
import { help } from '../texts/cli/help.ts';
import { postName } from '../texts/people/assign.ts';
import { describedSpan, personNumbered, refusedPerson } from './describe-people.ts';
import { group } from './group.ts';
import { printJson, printLine, warn } from './print.ts';
import { writing } from './store.ts';
import { Refused, type Surroundings } from './surroundings.ts';

type Which = { readonly position?: string; readonly role?: Office; readonly person: string };
type Json = { readonly json?: true };
type SetFlags = Which &
  Json & {
    readonly from?: string;
    readonly until?: string;
    readonly contractEnd?: string;
    readonly add?: true;
    readonly instead?: readonly string[];
  };
type EndFlags = Which & Json & { readonly on?: string };

/** `assignment set`, `assignment end`. */
export function assignmentVerbs(program: Command, around: Surroundings): void {
  const assignment = group(program, 'assignment', help.assignment);
  which(assignment.command('set').description(help.assignmentSet))
    .option('--from <fecha>', help.assignmentFrom)
    .option('--until <fecha>', help.assignmentUntil)
    .option('--contract-end <fecha>', help.assignmentContract)
    .option('--add', help.assignmentAdd)
    .option('--instead <persona...>', help.assignmentInstead)
    .option('--json', help.json)
    .action((flags: SetFlags) => set(around, flags));
  which(assignment.command('end').description(help.assignmentEnd))
    .option('--on <fecha>', help.assignmentOn)
    .option('--json', help.json)
    .action((flags: EndFlags) => end(around, flags));
}

function which(command: Command): Command {
  return command
    .option('--position <cargo>', help.assignmentPosition)
    .addOption(new Option('--role <rol>', help.assignmentRole).choices([...offices]))
    .requiredOption('--person <persona>', help.personId);
}

async function set(around: Surroundings, flags: SetFlags): Promise<void> {
  const now = around.clock.now();
  const done = await writing(around, (db) => {
    const held = heldNamed(db, flags);
    const person = personNumbered(db, flags.person);
    const contractEndsOn = contractOf(flags.contractEnd, now);
    if (isOnlyContract(db, held, person, flags, now))
      return dated(db, held, person, contractEndsOn ?? null, now);
    if (flags.add && flags.instead) throw new Refused(assignmentErrors.addOrInstead);
    const result = giveTo(
      db,
      {
        held,
        personId: person.id,
        instead: flags.add ? [] : (flags.instead?.map((id) => personNumbered(db, id).id) ?? 'everybody'),
        from: dateNamed('--from', flags.from, now),
        until: dateNamed('--until', flags.until, now),
        contractEndsOn: contractEndsOn ?? null,
        by: null,
      },
      now,
    );
    if (!result.ok) throw new Refused(describeAssignRefusal(db, held, result.refusal, now));
    return outcome(
      db,
      result.assignment,
      result.changes.ends.map(({ span }) => span.personId),
      now,
    );
  });
  tell(around, flags, done);
}

async function end(around: Surroundings, flags: EndFlags): Promise<void> {
  const now = around.clock.now();
  const done = await writing(around, (db) => {
    const held = heldNamed(db, flags);
    const person = personNumbered(db, flags.person);
    const own = spansOf(db, held, now).filter((span) => span.personId === person.id);
    const span = own.find((each) => covers(each, now)) ?? own[0];
    if (!span)
      throw new Refused(describeAssignRefusal(db, held, { why: 'notHolder', personId: person.id }, now));
    const on = dateNamed('--on', flags.on, now);
    const result = endAssignment(db, { assignmentId: span.id, on, by: null }, now);
    if (!result.ok) throw new Refused(describeAssignRefusal(db, held, result.refusal, now));
    const back = result.changes.advances.map((each) => each.span.personId);
    const name = postName(nameOfPost(db, held));
    const line =
      on === null && span.fromAt > now
        ? assignmentDone.calledOff(person.name, name, localDate(span.fromAt))
        : assignmentDone.ended({ person: person.name, held: name, on, to: namesOf(db, back) });
    return {
      line,
      json: { person: person.id, ...jsonOf(held), on: on ?? localDate(now), returnsTo: back },
      notes: [],
    };
  });
  tell(around, flags, done);
}

type Done = { readonly line: string; readonly json: unknown; readonly notes: readonly string[] };

function tell(around: Surroundings, flags: Json, done: Done): void {
  for (const note of done.notes) warn(around, note);
  if (flags.json) printJson(around, done.json);
  else printLine(around, done.line);
}

function outcome(db: Db, row: Assignment, instead: readonly number[], now: Moment): Done {
  const person = personById(db, row.personId);
  if (!person) throw new Error(`there is no person ${row.personId}`);
  const span = describedSpan(db, row);
  return {
    line: assignmentDone.set({
      person: person.name,
      held: postName(nameOfPost(db, row)),
      from: row.fromAt <= now ? null : localDate(row.fromAt),
      until: span.until,
      instead: namesOf(db, instead),
    }),
    json: { person: person.id, ...span, instead },
    notes: isEnrolled(person) ? [] : [assignmentDone.toInvite(person)],
  };
}

/**
 * Whether only the contract's date is set: `--contract-end` alone, for somebody who holds the post already.
 */
function isOnlyContract(db: Db, held: Post, person: Person, flags: SetFlags, now: Moment): boolean {
  if (flags.contractEnd === undefined || flags.from || flags.until || flags.add || flags.instead)
    return false;
  return spansOf(db, held, now).some((span) => span.personId === person.id && covers(span, now));
}

function dated(db: Db, held: Post, person: Person, endsOn: LocalDate | null, now: Moment): Done {
  const span = spansOf(db, held, now).find((each) => each.personId === person.id && covers(each, now));
  const result = span ? dateContract(db, { assignmentId: span.id, endsOn, by: null }, now) : undefined;
  if (!result?.ok)
    throw new Refused(
      describeAssignRefusal(db, held, result?.refusal ?? { why: 'notHolder', personId: person.id }, now),
    );
  return {
    line: assignmentDone.contract(person.name, postName(nameOfPost(db, held)), endsOn),
    json: { person: person.id, ...describedSpan(db, result.assignment), instead: [] },
    notes: [],
  };
}

/**
 * The position or office that the flags name.
 * @throws {Refused}
 */
function heldNamed(db: Db, flags: Which): Post {
  if ((flags.position === undefined) === (flags.role === undefined))
    throw new Refused(assignmentErrors.positionOrRole);
  if (flags.role !== undefined) return { office: flags.role };
  const found = findPositions(db, [flags.position ?? '']);
  if (!found.ok) throw new Refused(refusedPerson(found.refusal));
  const [position] = found.positions;
  if (!position) throw new Refused(assignmentErrors.positionOrRole);
  return { positionId: position.id };
}

function dateNamed(option: string, text: string | undefined, now: Moment): LocalDate | null {
  if (text === undefined) return null;
  const date = readTypedDate(text, localDate(now));
  if (date === undefined) throw new Refused(assignmentErrors.date(option, text));
  return date;
}

/** Undefined: not given; null: *ninguna*. */
function contractOf(text: string | undefined, now: Moment): LocalDate | null | undefined {
  if (text === undefined) return undefined;
  return text.trim().toLowerCase() === 'ninguna' ? null : dateNamed('--contract-end', text, now);
}

function jsonOf(held: Post) {
  return 'office' in held ? { position: null, role: held.office } : { position: held.positionId, role: null };
}

function namesOf(db: Db, ids: readonly number[]): readonly string[] {
  return ids.flatMap((id) => personById(db, id)?.name ?? []);
}
