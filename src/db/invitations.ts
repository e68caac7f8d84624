import { createHash, randomBytes } from 'node:crypto';
import type { Moment } from '../domain/dates.ts';
import { type Actor, actorOf, record } from './audit.ts';
import { and, desc, eq, getTableColumns, gt, inArray, isNotNull, isNull, type SQL } from './drizzle.ts';
import { type Enrolment, within } from './enrolments.ts';
import type { Db } from './open.ts';
import { selecting } from './prepared.ts';
import { invitation, type Office } from './schema/index.ts';

export type Invitation = typeof invitation.$inferSelect;

/** Makes an invitation. @returns the token (128 random bits, base64url), which is not stored. */
export function addInvitation(
  db: Db,
  of: {
    readonly personId: number;
    readonly createdBy: number | null;
    readonly createdAt: Moment;
    readonly expiresAt: Moment;
    readonly office?: Office | null;
    readonly replaces?: number | null;
  },
): { readonly token: string; readonly invitation: Invitation } {
  const token = randomBytes(16).toString('base64url');
  const row = db
    .insert(invitation)
    .values({ ...of, tokenHash: hashOf(token) })
    .returning()
    .get();
  record(db, {
    at: of.createdAt,
    act: 'invited',
    by: actorOf(of.createdBy),
    personId: of.personId,
    after: { invitation: row.id, expiresAt: row.expiresAt, office: row.office ?? undefined },
  });
  return { token, invitation: row };
}

export function invitationOfToken(db: Db, token: string): Invitation | undefined {
  return db
    .select()
    .from(invitation)
    .where(eq(invitation.tokenHash, hashOf(token)))
    .get();
}

export function invitationById(db: Db, id: number): Invitation | undefined {
  return db.select().from(invitation).where(eq(invitation.id, id)).get();
}

/** The last invitation made for a person, in any state. */
export function lastInvitationOf(db: Db, personId: number): Invitation | undefined {
  return db
    .select()
    .from(invitation)
    .where(eq(invitation.personId, personId))
    .orderBy(desc(invitation.id))
    .limit(1)
    .get();
}

/** The invitation to an office by which a person enrolled at a moment. */
export function officeInvitationUsedAt(db: Db, personId: number, usedAt: Moment): Invitation | undefined {
  return db
    .select()
    .from(invitation)
    .where(
      and(eq(invitation.personId, personId), eq(invitation.usedAt, usedAt), isNotNull(invitation.office)),
    )
    .get();
}

/** Invitations to an office that were used and not confirmed, whatever the person who used them did since. */
export function officesToConfirm(db: Db): readonly Invitation[] {
  return toConfirm(db).all();
}

const toConfirm = selecting(getTableColumns(invitation), (rows) =>
  rows
    .from(invitation)
    .where(
      and(isNotNull(invitation.office), isNotNull(invitation.usedAt), isNull(invitation.officeConfirmedAt)),
    ),
);

export function confirmInvitedOffice(db: Db, id: number, now: Moment): void {
  db.update(invitation).set({ officeConfirmedAt: now }).where(eq(invitation.id, id)).run();
}

export function isValid(row: Invitation, now: Moment): boolean {
  return row.usedAt === null && row.withdrawnAt === null && now < row.expiresAt;
}

export function spendInvitation(db: Db, id: number, now: Moment): void {
  db.update(invitation).set({ usedAt: now }).where(eq(invitation.id, id)).run();
}

/** *No autorizo*: keeps the time, and nothing about the person. */
export function declineInvitation(db: Db, id: number, now: Moment): void {
  const declined = db
    .update(invitation)
    .set({ declinedAt: now })
    .where(eq(invitation.id, id))
    .returning()
    .get();
  const { personId } = declined;
  record(db, { at: now, act: 'declined', by: 'bot', personId, after: { invitation: id } });
}

/**
 * Withdraws the invitation of a token that became public.
 * @returns false when there is none to withdraw.
 */
export function withdrawToken(db: Db, token: string, now: Moment): boolean {
  return withdraw(db, eq(invitation.tokenHash, hashOf(token)), 'public', now, 'bot') > 0;
}

/** Withdraws every valid invitation of a person: a new one or an enrolment replaces it. */
export function withdrawInvitations(db: Db, personId: number, now: Moment, by: Actor): void {
  withdraw(db, eq(invitation.personId, personId), 'replaced', now, by);
}

type Made = { readonly createdBy: number; readonly createdAt: Moment };

/** The valid invitations that somebody made at one moment: those of one list. */
export function openInvitationsMade(db: Db, made: Made, now: Moment): readonly Invitation[] {
  const rows = db.select().from(invitation).where(madeAt(made)).all();
  return rows.filter((row) => isValid(row, now));
}

/** *Anular todas*. @returns how many were still valid */
export function withdrawInvitationsMade(db: Db, made: Made, now: Moment): number {
  const which = and(madeAt(made), gt(invitation.expiresAt, now));
  return which ? withdraw(db, which, 'together', now, actorOf(made.createdBy)) : 0;
}

function madeAt({ createdBy, createdAt }: Made): SQL | undefined {
  return and(eq(invitation.createdBy, createdBy), eq(invitation.createdAt, createdAt));
}

/** Withdraws the open invitations that an impostor made: they would let others in. */
export function withdrawInvitationsBy(
  db: Db,
  { personId, ...when }: { readonly personId: number } & Enrolment,
  how: { readonly at: Moment; readonly by: Actor },
): void {
  const made = and(eq(invitation.createdBy, personId), within(invitation.createdAt, when));
  if (made) withdraw(db, made, 'impostor', how.at, how.by);
}

/** Withdraws what a restored copy holds open. `spent`: only these tokens' invitations; null: all. @returns how many */
export function withdrawRestored(db: Db, spent: ReadonlySet<string> | null, now: Moment): number {
  const open = and(isNull(invitation.usedAt), isNull(invitation.withdrawnAt), gt(invitation.expiresAt, now));
  const found = db.select().from(invitation).where(open).all();
  const which = found.filter(({ tokenHash }) => spent === null || spent.has(tokenHash)).map(({ id }) => id);
  return withdraw(db, inArray(invitation.id, which), 'restored', now, 'operator');
}

function withdraw(db: Db, which: SQL, why: string, now: Moment, by: Actor): number {
  const withdrawn = db
    .update(invitation)
    .set({ withdrawnAt: now })
    .where(and(which, isNull(invitation.usedAt), isNull(invitation.withdrawnAt)))
    .returning({ id: invitation.id, personId: invitation.personId })
    .all();
  for (const { id, personId } of withdrawn)
    record(db, { at: now, act: 'invitationWithdrawn', by, personId, after: { invitation: id, why } });
  return withdrawn.length;
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
