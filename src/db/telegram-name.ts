import { writeButton } from '../domain/buttons.ts';
import type { Moment } from '../domain/dates.ts';
import { and, eq, inArray, or, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { type OutboxPayload, outbox } from './schema/index.ts';

/** Longer names are cut where they are shown. */
const mostShown = 60;
const least = 14;

type Named = {
  readonly personId: number;
  readonly name: string;
  readonly telegramName: string | null;
};

/**
 * Forgets the Telegram name of an enrolment that is over: a notice to the inviter that waits is not sent, and the name
 * goes.
 */
export function forgetEnrolled(
  db: Db,
  of: Named & { readonly enrolledAt: Moment | null },
  now: Moment,
): void {
  if (of.enrolledAt === null) return;
  const data = writeButton({ to: 'notThatPerson', personId: of.personId, enrolledAt: of.enrolledAt });
  db.update(outbox)
    .set({ state: 'cancelled', reason: 'left', settledAt: now, payload: null })
    .where(and(eq(outbox.state, 'waiting'), sql`instr(${outbox.payload}, ${JSON.stringify(data)}) > 0`))
    .run();
  forgetTelegramName(db, of);
}

/**
 * Takes a Telegram name out of messages: the notice to the inviter, the screens of `/personas`, questions about an
 * office. They show it in «», with the person's name unless that person is the reader. A sent message keeps only its
 * buttons, so that they can be taken off. A message on its way is forgotten once it has gone.
 */
export function forgetTelegramName(db: Db, of: Named): void {
  if (of.telegramName === null) return;
  const isAbout = or(eq(outbox.personId, of.personId), shows(escaped(of.name)));
  const rows = db
    .select({ id: outbox.id, state: outbox.state, payload: outbox.payload })
    .from(outbox)
    .where(and(isAbout, shows(`«${escaped(asShown(of.telegramName))}`)))
    .all();
  for (const { id, state, payload } of rows) {
    if (!payload || !('html' in payload)) continue;
    const isOpen = state === 'waiting' || state === 'released' || isBeingEdited(db, id);
    const kept: OutboxPayload = isOpen
      ? { ...payload, forget: true }
      : { html: '', keyboard: payload.keyboard };
    db.update(outbox).set({ payload: kept }).where(eq(outbox.id, id)).run();
  }
}

function asShown(telegramName: string): string {
  const flat = telegramName.replace(/\s+/g, ' ').trim();
  return flat.length <= mostShown ? `${flat}»` : [...flat].slice(0, least).join('');
}

function shows(words: string) {
  return sql`instr(json_extract(${outbox.payload}, '$.html'), ${words}) > 0`;
}

function isBeingEdited(db: Db, id: number): boolean {
  const open = and(eq(outbox.edits, id), inArray(outbox.state, ['waiting', 'released']));
  return db.select({ id: outbox.id }).from(outbox).where(open).get() !== undefined;
}

/** The name as it stands in the HTML of a message. */
function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
