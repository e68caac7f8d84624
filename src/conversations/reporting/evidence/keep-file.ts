import { addEvidence, type Evidence, evidenceLeftBy } from '../../../db/evidence.ts';
import { enqueueJob } from '../../../db/jobs.ts';
import { activityById } from '../../../db/plans.ts';
import type { Moment } from '../../../domain/dates.ts';
import type { Html, SentAs } from '../../../domain/events.ts';
import { beyondLimit } from '../../../domain/evidence-limit.ts';
import * as texts from '../../../texts/reporting/evidence.ts';
import type { Turn } from '../../turn.ts';
import type { About } from '../about.ts';

/** A file as it was sent: Telegram's id of it, as what, its size as announced, its album, and when. */
export type FileSent = {
  readonly fileId: string;
  /** Null: a former version asked about it and did not say. */
  readonly sentAs: SentAs | null;
  readonly bytes: number | null;
  readonly mediaGroupId: string | null;
  readonly moment: Moment;
};

/** A piece of evidence, or why it is not kept. */
export type Kept = { readonly evidence: Evidence } | { readonly refused: Html };

/** Puts a file on record as evidence; a job fetches it afterwards. */
export function keepFile(turn: Turn, { activityId, cutId }: About, file: FileSent): Kept {
  const personId = turn.person.id;
  const number = activityById(turn.db, activityId)?.number ?? '';
  if (!turn.context.hasRoom()) return { refused: texts.noRoom(number) };
  const { evidenceLimit } = turn.context;
  const beyond = beyondLimit(evidenceLeftBy(turn.db, { personId, cutId }), file.bytes ?? 0, evidenceLimit);
  if (beyond !== null) return { refused: texts.beyondLimit(number, beyond, evidenceLimit) };
  const row = { activityId, cutId, personId, kind: 'file' as const, state: 'fetching' as const, ...file };
  const evidence = addEvidence(turn.db, { ...row, recordedAt: turn.now });
  enqueueJob(turn.db, 'evidence', { evidenceId: evidence.id }, turn.now);
  return { evidence };
}
