import { blob, check, index, integer, primaryKey, sql, sqliteTable, text } from '../drizzle.ts';
import { person } from './people.ts';
import { cut } from './plans.ts';
import { report } from './reports.ts';

/**
 * A cut presented to the mayor, and the decision. `document` is the canonical JSON that was presented:
 * figures and files of an approved cut come from it, and no import touches it.
 */
export const presentation = sqliteTable(
  'presentation',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    cutId: integer()
      .notNull()
      .references(() => cut.id),
    at: integer().notNull(),
    presentedBy: integer()
      .notNull()
      .references(() => person.id),
    document: text().notNull(),
    /** SHA-256 of `document`, hex. */
    fingerprint: text().notNull(),
    outcome: text({ enum: ['approved', 'returned'] }),
    decidedAt: integer(),
    decidedBy: integer().references(() => person.id),
    /**
     * For an approval: the person who had appointed the mayor alone; null: somebody else agreed, or the operator did.
     */
    appointedBy: integer().references(() => person.id),
    /** Why the mayor returned it. */
    remark: text(),
    /**
     * The last hash of the audit at the approval. Every file of the approved form prints it as the audit's
     * anchor.
     */
    auditHash: text(),
  },
  (t) => [
    index('presentation_cut').on(t.cutId, t.id),
    check('presentation_outcome', sql`${t.outcome} in ('approved', 'returned')`),
    check('presentation_decided', sql`(${t.outcome} is null) = (${t.decidedAt} is null)`),
    check('presentation_by', sql`(${t.outcome} is null) = (${t.decidedBy} is null)`),
    check('presentation_remark', sql`${t.outcome} <> 'returned' or length(${t.remark}) > 0`),
    check(
      'presentation_anchor',
      sql`(${t.outcome} = 'approved') = (${t.auditHash} is not null) or ${t.outcome} is null`,
    ),
  ],
);

/**
 * The entity's workbook at the time of a presentation: a later import does not change the files of that
 * presentation.
 */
export const presentedWorkbook = sqliteTable('presented_workbook', {
  presentationId: integer()
    .primaryKey()
    .references(() => presentation.id),
  workbook: blob({ mode: 'buffer' }).notNull(),
});

/**
 * Pseudonyms of the accounts through which people have reported, corrected, presented, approved or verified, so
 * that nobody judges their own figures under another name. They are keyed hashes, kept when the account is
 * erased, and still personal data: whoever has the bot's token can tell which one is a given account's.
 */
export const accountPseudonym = sqliteTable(
  'held_account',
  {
    personId: integer()
      .notNull()
      .references(() => person.id),
    pseudonym: text('account').notNull(),
    since: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.pseudonym] }), index('held_account_account').on(t.pseudonym)],
);

/** Control Interno's own verdict beside one revision of a report, never over it; the highest id counts. */
export const verification = sqliteTable(
  'verification',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    reportId: integer()
      .notNull()
      .references(() => report.id),
    /** `ineffective`: done, without the effect that it was meant for. */
    verdict: text({ enum: ['endorsed', 'observed', 'ineffective'] }).notNull(),
    /** Control's own percentage in whole tenths, where it differs. */
    progress: integer(),
    remark: text(),
    personId: integer()
      .notNull()
      .references(() => person.id),
    at: integer().notNull(),
  },
  (t) => [
    index('verification_report').on(t.reportId, t.id),
    check('verification_verdict', sql`${t.verdict} in ('endorsed', 'observed', 'ineffective')`),
    check('verification_progress', sql`${t.progress} between 0 and 1000`),
    check('verification_remark', sql`${t.verdict} = 'endorsed' or length(${t.remark}) > 0`),
  ],
);
