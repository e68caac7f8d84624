import type { Job } from '../db/jobs.ts';
import { allLayouts } from '../db/layouts.ts';
import type { Db, Store } from '../db/open.ts';
import { allPositions } from '../db/people.ts';
import { EVIDENCE } from '../domain/constants.ts';
import type { FormReading, ReadOptions } from '../forms/read-form.ts';
import type { Answers } from '../forms/reading/asking.ts';
import type { Fetched } from './fetch-evidence.ts';
import type { JobWorker } from './run-jobs.ts';

/**
 * Fetches a form that a coordinator sent and reads it in the rendering process. The file is never written to
 * disk; a workbook's bytes go on together with the reading.
 */
export function formReader<
  Request extends {
    readonly fileId: string;
    readonly fractions: boolean | null;
    readonly answers: Answers;
  },
>(of: {
  readonly store: Store;
  readonly request: (payload: unknown) => Request;
  readonly download: (fileId: string, most: number, signal: AbortSignal) => Promise<Fetched>;
  readonly read: (bytes: Uint8Array, options: ReadOptions) => Promise<FormReading>;
  readonly done: (
    db: Db,
    request: Request,
    read: { reading: FormReading; workbook: Uint8Array | null },
    now: number,
  ) => void;
  readonly notFetched: (db: Db, request: Request, why: 'tooBig' | 'gone', now: number) => void;
}): JobWorker {
  return async (job: Job, signal) => {
    const request = of.request(job.payload);
    const fetched = await of.download(request.fileId, EVIDENCE.bytes, signal);
    if (!fetched.ok) {
      if (fetched.why === 'unreachable') throw new Error('file not reachable');
      const { why } = fetched;
      return (db, now) => of.notFetched(db, request, why, now);
    }
    const { db } = of.store;
    const known = {
      knownPositions: allPositions(db).map((position) => position.name),
      layouts: allLayouts(db),
      answers: request.answers,
    };
    const fractions = request.fractions === null ? {} : { fractions: request.fractions };
    const reading = await of.read(fetched.bytes, { ...known, ...fractions });
    const workbook = fetched.bytes[0] === 0x50 && fetched.bytes[1] === 0x4b ? fetched.bytes : null;
    return (db, now) => of.done(db, request, { reading, workbook }, now);
  };
}
