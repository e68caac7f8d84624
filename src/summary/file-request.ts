import { z } from 'zod';
import { isJobWaiting, requestOnce } from '../db/jobs.ts';
import type { Db } from '../db/open.ts';
import { countActivities } from '../db/plans.ts';
import type { Moment } from '../domain/dates.ts';
import { MOST_ACTIVITIES } from '../forms/export-form.ts';
import { type ExportFormat, exportFormats } from './export-cut.ts';

const fileRequest = z.object({
  cutId: z.number().int(),
  format: z.enum(exportFormats),
  /** The moment of the request (epoch ms). */
  moment: z.number(),
  chatId: z.number().int(),
  personId: z.number().int(),
  /** Files of this presentation, even while it is not approved; null: the shown figures of the cut. */
  presentation: z.number().int().nullable().default(null),
  /** `reply`: somebody asked for it. `summary`: it goes out by itself, within the hours. */
  as: z.enum(['reply', 'summary']),
});

export type FileRequest = z.infer<typeof fileRequest>;

/** @throws on data of another shape. */
export function readFileRequest(payload: unknown): FileRequest {
  return fileRequest.parse(payload);
}

/** How many activities a format holds; the zip holds a PDF. */
export function mostActivities(format: ExportFormat): number {
  if (format === 'zip') return MOST_ACTIVITIES.pdf;
  return format === 'pdf' || format === 'xlsx' ? MOST_ACTIVITIES[format] : Number.POSITIVE_INFINITY;
}

/** Whether a plan is too long for a format. */
export function isTooLong(db: Db, planId: number, format: ExportFormat): boolean {
  const most = mostActivities(format);
  return Number.isFinite(most) && countActivities(db, planId) > most;
}

/** Whether a file of a presentation is still to be made for a person. */
export function isFileRequested(
  db: Db,
  of: { readonly personId: number; readonly presentation: number; readonly format: ExportFormat },
): boolean {
  return isJobWaiting(db, 'render', of);
}

/**
 * Requests files of a cut. Each is a job of its own, so that a failure stops only one. A job that already
 * waits for the same person is reused.
 * @returns the formats for which a new job was added
 */
export function requestFiles(
  db: Db,
  of: Omit<FileRequest, 'format' | 'moment' | 'presentation'> & { readonly presentation?: number },
  formats: readonly ExportFormat[],
  now: Moment,
): readonly ExportFormat[] {
  const keys = ['personId', 'chatId', 'cutId', 'format', 'presentation', 'as'] as const;
  return formats.filter((format) => {
    const request: FileRequest = { presentation: null, ...of, format, moment: now };
    return requestOnce(db, 'render', request, keys, now);
  });
}
