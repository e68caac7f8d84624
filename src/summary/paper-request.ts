import { z } from 'zod';
import { requestOnce } from '../db/jobs.ts';
import type { Db } from '../db/open.ts';
import type { Moment } from '../domain/dates.ts';
import type { Paper } from '../forms/pdf/paper.ts';
import { handoverFileName } from '../texts/print/handover.ts';
import { ownReportFileName } from '../texts/print/own-report.ts';
import { handover } from './handover.ts';
import { ownReport } from './own-report.ts';

/** Who gets it; of *Mi informe* also whose it is. */
const to = { personId: z.number().int(), chatId: z.number().int() };
const paperRequest = z.discriminatedUnion('paper', [
  z.object({ paper: z.literal('ownReport'), ...to, from: z.string(), to: z.string() }),
  z.object({ paper: z.literal('handover'), ...to, assignmentId: z.number().int() }),
]);

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

/** A job that already waits for the same paper is reused. */
export function requestPaper(db: Db, request: PaperRequest, now: Moment): void {
  const keys = Object.keys(request) as (keyof PaperRequest)[];
  requestOnce(db, 'handout', request, keys, now);
}

/** What was asked for, as it is when the job runs, and the name of its file; null when there is nothing in it any more. */
export function paperOf(
  db: Db,
  request: PaperRequest,
  entityName: string | null,
  now: Moment,
): { readonly paper: Paper; readonly name: string } | null {
  switch (request.paper) {
    case 'ownReport': {
      const paper = ownReport(db, request, entityName, now);
      return paper && { paper, name: ownReportFileName(request) };
    }
    case 'handover': {
      const paper = handover(db, request.assignmentId, entityName, now);
      return paper && { paper, name: handoverFileName(now) };
    }
  }
}
