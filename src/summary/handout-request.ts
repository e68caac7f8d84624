import { z } from 'zod';
import { requestOnce } from '../db/jobs.ts';
import type { Db } from '../db/open.ts';
import type { Moment } from '../domain/dates.ts';

/** The site of what is published, the calendar of all cuts, the evidence of one cut, the draft of the next year (of the last cut). */
export const handouts = ['site', 'calendar', 'evidence', 'nextYear'] as const;
export type Handout = (typeof handouts)[number];

const handoutRequest = z.object({
  what: z.enum(handouts),
  /** Of `evidence` and `nextYear`; otherwise null. */
  cutId: z.number().int().nullable().default(null),
  chatId: z.number().int(),
  personId: z.number().int(),
});

export type HandoutRequest = z.infer<typeof handoutRequest>;

/** @throws on data of another shape. */
export function readHandoutRequest(payload: unknown): HandoutRequest {
  return handoutRequest.parse(payload);
}

/** Asks for a file, which follows when it is made. A person who asks again while it waits gets it once. */
export function requestHandout(db: Db, request: HandoutRequest, now: Moment): void {
  requestOnce(db, 'handout', request, ['what', 'cutId', 'chatId', 'personId'], now);
}
