import { spansOf } from '../db/assignments.ts';
import { actorOf } from '../db/audit.ts';
import type { Db } from '../db/open.ts';
import { allPositions, isEnrolled, type Person, type Position, personById } from '../db/people.ts';
import { PEOPLE } from '../domain/constants.ts';
import type { Moment } from '../domain/dates.ts';
import { type InvitationLine, readInvitations } from '../domain/invitation-lines.ts';
import { comparable } from '../domain/outside-text.ts';
import { covers } from '../domain/spans.ts';
import { giveTo } from './assign.ts';
import { type InvitedOffice, invite, stillInvitedTo } from './invite.ts';
import { isChangeWaitingOf, officesOf } from './office-change.ts';
import { addNamed, cleanName, namesakesOf } from './people.ts';

/** Why a line of a list does nothing. */
export type LineRefusal =
  | Exclude<InvitationLine['says'], 'invite'>
  | 'severalNamesakes'
  | 'holdsOffice'
  | 'severalHolders'
  | 'planned'
  | 'alreadyIn'
  | 'twice'
  | 'tooMany';

/** A line that does something: a link, a position for somebody who is in already, or both. */
export type LineToDo = {
  readonly does: 'link' | 'giveAndLink' | 'give';
  readonly position: Position;
  readonly name: string;
  /** Null: somebody new. */
  readonly personId: number | null;
  /** The position is nobody's, it changes hands, or it is held together with who has it. */
  readonly before: 'nobody' | 'leaves' | 'stays';
  /** Who gives the position up; of several who get it, the first line says so. */
  readonly replaces: Person | null;
  /** Others who have the position then: of the list, or its present holders. */
  readonly with: readonly string[];
};

export type LinePlan =
  | LineToDo
  | { readonly does: 'nothing'; readonly text: string; readonly why: LineRefusal };

/**
 * What each line of a list of invitations would do now. A position of somebody else changes hands, unless the list names its
 * holder too. What only a person can decide does nothing: an office, several people of that name, several holders, an
 * *encargo*, somebody who holds an office (specification: Guarded offices).
 */
export function planInvitations(db: Db, text: string, now: Moment): readonly LinePlan[] {
  const positions = allPositions(db);
  const { lines } = readInvitations(text, positions);
  const plans: LinePlan[] = [];
  for (const line of lines) plans.push(planLine(db, line, { positions, lines, before: plans }, now));
  return plans.map((plan) => (plan.does === 'nothing' ? plan : { ...plan, with: sharing(plans, plan) }));
}

function sharing(plans: readonly LinePlan[], plan: LineToDo): readonly string[] {
  const same = plans.flatMap((other) =>
    other.does !== 'nothing' && other.position.id === plan.position.id ? other.name : [],
  );
  return [...new Set([...plan.with, ...same])].filter((name) => !isSame(name, plan.name));
}

type Around = {
  readonly positions: readonly Position[];
  readonly lines: readonly InvitationLine[];
  readonly before: readonly LinePlan[];
};

function planLine(db: Db, line: InvitationLine, around: Around, now: Moment): LinePlan {
  const nothing = (why: LineRefusal): LinePlan => ({ does: 'nothing', text: line.text, why });
  if (line.says !== 'invite') return nothing(line.says);
  const position = around.positions.find(({ id }) => id === line.positionId);
  const name = cleanName(line.name);
  if (!position || name === null) return nothing('noName');
  const doing = around.before.filter((each) => each.does !== 'nothing');
  if (doing.length >= PEOPLE.invitationsAtOnce) return nothing('tooMany');
  if (doing.some((each) => each.position.id === position.id && isSame(each.name, name)))
    return nothing('twice');
  const [known, another] = namesakesOf(db, name);
  if (another) return nothing('severalNamesakes');
  const enrolled = known !== undefined && isEnrolled(known);
  const spans = spansOf(db, { positionId: position.id }, now);
  const held = spans.some((span) => span.personId === known?.id && covers(span, now));
  if (held && enrolled) return nothing('alreadyIn');
  if (known && !enrolled && holdsOffice(db, known, now)) return nothing('holdsOffice');
  const to = { position, name: known?.name ?? name, personId: known?.id ?? null };
  if (held) return { does: 'link', ...to, before: 'stays', replaces: null, with: [] };
  if (spans.some((span) => span.acting || span.untilAt !== null || !covers(span, now)))
    return nothing('planned');
  const named = namesOf(around.lines, position.id);
  const others = spans.flatMap(({ personId }) => personById(db, personId) ?? []);
  const leaving = others.filter((each) => !named.some((other) => isSame(other, each.name)));
  const [replaces, second] = leaving;
  if (second) return nothing('severalHolders');
  const first = !doing.some((each) => each.position.id === position.id && each.does !== 'link');
  return {
    does: enrolled ? 'give' : 'giveAndLink',
    ...to,
    before: others.length === 0 ? 'nobody' : replaces ? 'leaves' : 'stays',
    replaces: (first ? replaces : undefined) ?? null,
    with: others.filter((each) => each !== replaces).map((each) => each.name),
  };
}

function holdsOffice(db: Db, person: Person, now: Moment): boolean {
  const invitedTo: InvitedOffice | null = stillInvitedTo(db, person.id);
  return officesOf(db, person.id, now).length > 0 || invitedTo !== null || isChangeWaitingOf(db, person.id);
}

function namesOf(lines: readonly InvitationLine[], positionId: number): readonly string[] {
  return lines.flatMap((line) =>
    line.says === 'invite' && line.positionId === positionId ? (cleanName(line.name) ?? []) : [],
  );
}

function isSame(one: string, other: string): boolean {
  return comparable(one) === comparable(other);
}

export type ManyInvited = {
  readonly links: readonly {
    readonly person: Person;
    readonly positions: readonly Position[];
    readonly link: string;
    readonly invitationId: number;
    readonly expiresAt: Moment;
  }[];
  /** Who is in already and got a position. */
  readonly given: readonly { readonly person: Person; readonly position: Position }[];
};

/**
 * Does what the lines say, on the open transaction: people are added, positions change hands, and everybody without an
 * account gets one link.
 * @throws {Error} when something that was just planned is refused
 */
export function inviteMany(
  db: Db,
  plans: readonly LinePlan[],
  of: { readonly by: number; readonly botUsername: string },
  now: Moment,
): ManyInvited {
  const people = new Map<string, { person: Person; positions: Position[]; linked: boolean }>();
  const given: { person: Person; position: Position }[] = [];
  for (const plan of plans) {
    if (plan.does === 'nothing') continue;
    const key = comparable(plan.name);
    const person =
      people.get(key)?.person ??
      (plan.personId === null ? undefined : personById(db, plan.personId)) ??
      addNamed(db, plan.name, now, actorOf(of.by));
    const own = people.get(key) ?? { person, positions: [], linked: false };
    people.set(key, own);
    own.positions.push(plan.position);
    own.linked ||= plan.does !== 'give';
    if (plan.does === 'give') given.push({ person, position: plan.position });
    if (plan.does !== 'link') give(db, plan, person, of.by, now);
  }
  const links = [...people.values()]
    .filter(({ linked }) => linked)
    .map(({ person, positions }) => ({
      person,
      positions,
      ...invite(db, { personId: person.id, invitedBy: of.by }, of.botUsername, now),
    }));
  return { links, given };
}

function give(db: Db, plan: LineToDo, person: Person, by: number, now: Moment): void {
  const asked = {
    held: { positionId: plan.position.id },
    personId: person.id,
    instead: plan.replaces === null ? [] : [plan.replaces.id],
    from: null,
    until: null,
    contractEndsOn: null,
    by,
  };
  const done = giveTo(db, asked, now);
  if (!done.ok) throw new Error(`a position that was just planned was not given: ${done.refusal.why}`);
}
