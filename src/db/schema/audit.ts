import { check, index, integer, sql, sqliteTable, text } from '../drizzle.ts';

/** Everything that is put on record; the Spanish names stand in `texts/audit.ts`. */
export const auditActs = [
  'personAdded',
  'invited',
  'invitationWithdrawn',
  'consented',
  'declined',
  'enrolmentUndone',
  'accountMoved',
  'left',
  'assigned',
  'assignmentEnded',
  'officeConfirmed',
  'contractDated',
  'personRenamed',
  'planImported',
  'planSettings',
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
 * Who did what, when, what before and what after. Rows are only ever added: triggers refuse anything else
 * (`drizzle/strict.ts`), and each carries the hash of itself and of the one before. People by internal id only, so
 * that `/salir` can erase who they are without touching a row.
 */
export const audit = sqliteTable(
  'audit',
  {
    /** 1, 2, 3 … without a gap. */
    id: integer().primaryKey(),
    at: integer().notNull(),
    act: text({ enum: auditActs }).notNull(),
    actor: text({ enum: auditActors }).notNull(),
    /** Who did it, when a person did. */
    actorId: integer(),
    /** Whom it concerns. */
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
