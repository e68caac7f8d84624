import { check, index, integer, sql, sqliteTable, text } from '../drizzle.ts';

/** Every act that is recorded; the Spanish names are in `texts/audit.ts`. */
export const auditActs = [
  'personAdded',
  'invited',
  'invitationWithdrawn',
  'consented',
  'declined',
  'enrolmentUndone',
  'formerUndone',
  'accountMoved',
  'left',
  'assigned',
  'assignmentEnded',
  'officeConfirmed',
  'officeChangeAsked',
  'officeChangeEnded',
  'contractDated',
  'personRenamed',
  'planImported',
  'planSettings',
  'programmed',
  'planChangeAsked',
  'planChangeEnded',
  'planVersion',
  'dayOffAdded',
  'dayOffRemoved',
  'excluded',
  'included',
  'reopened',
  'closedEarly',
  'reported',
  'reportCorrected',
  'reportVoided',
  'causeGiven',
  'causeVoided',
  'evidenceReceived',
  'evidenceVoided',
  'evidenceRemoved',
  'reminderSent',
  'reminderAsked',
  'summarySent',
  'noticeResent',
  'presented',
  'approved',
  'returned',
  'verified',
  'verdictVoided',
  'exported',
  'published',
  'accessRefused',
  'strangers',
  'backedUp',
  'restored',
] as const;
export type AuditAct = (typeof auditActs)[number];

export const auditActors = ['person', 'operator', 'bot'] as const;

/** Plain data: numbers, words, dates; never a person's name or account. */
export type AuditData = Readonly<Record<string, unknown>>;

/**
 * Who did what, when, and the values before and after. Rows can only be added: triggers refuse anything else
 * (`drizzle/strict.ts`), and each row carries its own hash, which covers the hash of the row before. People
 * are named by internal id, so that `/salir` can erase their identity without touching a row.
 */
export const audit = sqliteTable(
  'audit',
  {
    /** 1, 2, 3 … without a gap. */
    id: integer().primaryKey(),
    at: integer().notNull(),
    act: text({ enum: auditActs }).notNull(),
    actor: text({ enum: auditActors }).notNull(),
    /** The person who acted; null when it was not a person. */
    actorId: integer(),
    /** The person whom the act concerns. */
    personId: integer(),
    planId: integer(),
    activityId: integer(),
    cutId: integer(),
    before: text({ mode: 'json' }).$type<AuditData>(),
    after: text({ mode: 'json' }).$type<AuditData>(),
    /** SHA-256, hex, of the former row's hash and this row as canonical JSON. */
    hash: text().notNull(),
  },
  (t) => [
    index('audit_at').on(t.at),
    index('audit_person').on(t.personId).where(sql`${t.personId} is not null`),
    index('audit_actor').on(t.actorId),
    index('audit_cut').on(t.cutId, t.activityId),
    check('audit_actor_known', sql`(${t.actor} = 'person') = (${t.actorId} is not null)`),
    check('audit_hash', sql`length(${t.hash}) = 64`),
  ],
);
