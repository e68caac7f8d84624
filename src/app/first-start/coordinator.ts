import { existsSync } from 'node:fs';
import { invite } from '../../actions/invite.ts';
import { addPersonWith } from '../../actions/people.ts';
import { invitationById, lastInvitationOf } from '../../db/invitations.ts';
import { readMeta, writeMeta } from '../../db/meta.ts';
import { type Db, openToRead } from '../../db/open.ts';
import { allPeople, type Person, personById } from '../../db/people.ts';
import { allPlans } from '../../db/plans.ts';
import { PEOPLE } from '../../domain/constants.ts';
import type { Moment } from '../../domain/dates.ts';

/**
 * How far the first start has come: nobody is stored (`entity`: of a plan that is there already), or the first coordinator has not opened the invitation yet.
 * `over`: everything else is for the bot and the command line.
 */
export type FirstStart =
  | { readonly is: 'nobody'; readonly entity: string | null }
  | { readonly is: 'invited'; readonly person: Person }
  | { readonly is: 'over' };

/** The id of the last invitation that a first start made. */
const invitationKey = 'firstInvitation';

export function firstStartOf(db: Db): FirstStart {
  const people = allPeople(db);
  if (people.length === 0) return { is: 'nobody', entity: allPlans(db).at(-1)?.entity ?? null };
  const id = readMeta(db, invitationKey);
  const made = id === undefined ? undefined : invitationById(db, Number(id));
  const person = made && personById(db, made.personId);
  // `person invite` has given a link since: that one holds.
  const isLast = person && lastInvitationOf(db, person.id)?.id === made.id;
  return isLast && made.usedAt === null ? { is: 'invited', person } : { is: 'over' };
}

/** The same for a file that no bot has opened yet. What cannot be read is left to the bot, which explains it. */
export function firstStartIn(path: string): FirstStart {
  if (!existsSync(path)) return { is: 'nobody', entity: null };
  try {
    const store = openToRead(path);
    try {
      return firstStartOf(store.db);
    } finally {
      store.close();
    }
  } catch {
    return { is: 'over' };
  }
}

/**
 * Invites the first coordinator, in place of the former first start's invitation.
 * @param name of the coordinator, when nobody is stored
 * @returns null when somebody else has come in meanwhile
 */
export function inviteFirst(db: Db, name: string | null, username: string, now: Moment) {
  const first = firstStartOf(db);
  const person = first.is === 'invited' ? first.person : first.is === 'nobody' ? add(db, name, now) : null;
  if (person === null) return null;
  const lasts = PEOPLE.firstInvitationMinutes * 60_000;
  const made = invite(db, { personId: person.id, invitedBy: null, lasts }, username, now);
  writeMeta(db, invitationKey, String(made.invitationId));
  return { person, ...made };
}

function add(db: Db, name: string | null, now: Moment): Person | null {
  if (name === null) return null;
  const added = addPersonWith(db, { name, positions: [], roles: ['coordinator'] }, now, 'operator');
  return added.ok ? added.person : null;
}
