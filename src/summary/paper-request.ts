import { z } from 'zod';
import { requestOnce } from '../db/jobs.ts';
import type { Db } from '../db/open.ts';
import type { Moment } from '../domain/dates.ts';
import type { Paper } from '../forms/pdf/paper.ts';
import { ownReport } from './own-report.ts';

const paperRequest = z.object({
  paper: z.literal('ownReport'),
  /** Whose it is, and who gets it. */
  personId: z.number().int(),
  chatId: z.number().int(),
  from: z.string(),
  to: z.string(),
});

/** A paper that somebody asked for; it is made as a job. */
export type PaperRequest = z.infer<typeof paperRequest>;

/** Whether a handout is a paper; otherwise it is a file of `handout-request.ts`. */
export function isPaperRequest(payload: unknown): boolean {
  return typeof payload === 'object' && payload !== null && 'paper' in payload;
}

/** @throws on data of another shape. */
export function readPaperRequest(payload: unknown): PaperRequest {
  return paperRequest.parse(payload);
}

/** A job that already waits for the same person and days is reused. */
export function requestPaper(db: Db, request: PaperRequest, now: Moment): void {
  requestOnce(db, 'handout', request, ['paper', 'personId', 'chatId', 'from', 'to'], now);
}

/** What was asked for, as it is when the job runs; null when there is nothing in it any more. */
export function paperOf(db: Db, request: PaperRequest, entityName: string | null, now: Moment): Paper | null {
  return ownReport(db, request, entityName, now);
}
