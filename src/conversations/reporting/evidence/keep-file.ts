import { addEvidence, evidenceLeftBy } from '../../../db/evidence.ts';
import { enqueueJob } from '../../../db/jobs.ts';
import { activityById } from '../../../db/plans.ts';
import type { Moment } from '../../../domain/dates.ts';
import type { Html } from '../../../domain/events.ts';
import { beyondLimit } from '../../../domain/evidence-limit.ts';
import * as texts from '../../../texts/reporting/evidence.ts';
import type { Turn } from '../../turn.ts';
import type { About } from '../about.ts';

/** A file as it was sent: Telegram's id of it, its size as announced, its album, and when. */
export type FileSent = {
  readonly fileId: string;
  readonly bytes: number | null;
  readonly mediaGroupId: string | null;
  readonly moment: Moment;
};

/** Puts a file on record as evidence; a job fetches it afterwards. @returns why it is not kept; null when it is. */
export function keepFile(turn: Turn, { activityId, cutId }: About, file: FileSent): Html | null {
  const personId = turn.person.id;
  const number = activityById(turn.db, activityId)?.number ?? '';
  if (!turn.context.hasRoom()) return texts.noRoom(number);
  const { evidenceLimit } = turn.context;
  const beyond = beyondLimit(evidenceLeftBy(turn.db, { personId, cutId }), file.bytes ?? 0, evidenceLimit);
  if (beyond !== null) return texts.beyondLimit(number, beyond, evidenceLimit);
  const row = { activityId, cutId, personId, kind: 'file' as const, state: 'fetching' as const, ...file };
  const evidence = addEvidence(turn.db, { ...row, recordedAt: turn.now });
  enqueueJob(turn.db, 'evidence', { evidenceId: evidence.id }, turn.now);
  return null;
}
