import { addEvidence } from '../../../db/evidence.ts';
import { enqueueJob } from '../../../db/jobs.ts';
import type { Moment } from '../../../domain/dates.ts';
import type { Turn } from '../../turn.ts';
import type { About } from '../about.ts';

/** A file as it was sent: Telegram's id of it, its album, and when. */
export type FileSent = {
  readonly fileId: string;
  readonly mediaGroupId: string | null;
  readonly moment: Moment;
};

/** Puts a file on record as evidence; a job fetches it afterwards. */
export function keepFile(turn: Turn, { activityId, cutId }: About, file: FileSent): void {
  const personId = turn.person.id;
  const row = { activityId, cutId, personId, kind: 'file' as const, state: 'fetching' as const, ...file };
  const evidence = addEvidence(turn.db, row);
  enqueueJob(turn.db, 'evidence', { evidenceId: evidence.id }, turn.now);
}
