import type { Clock } from '../clock.ts';
import type { InvitationPages } from '../forms/pdf/invitation-pages.ts';
import type { PdfModel } from '../forms/pdf/model.ts';
import type { Paper } from '../forms/pdf/paper.ts';
import type { FormReading, ReadOptions } from '../forms/read-form.ts';
import type { WorkbookModel } from '../forms/xlsx/make-workbook.ts';
import type { FilesMade, FilesToMake } from './make-files.ts';
import { type RenderProcess, startRenderProcess } from './render-process.ts';
import type { Made, RenderRequest, ZipEntry } from './render-request.ts';

/**
 * Makes pictures, PDF and workbooks beside the process that answers people, one after another in the order
 * of the requests.
 */
export type Render = {
  /** Pictures (PNG, 1,080 px wide), PDF, workbook or data of a cut, read and written to the disk there. */
  readonly files: (of: FilesToMake) => Promise<FilesMade>;
  readonly pdf: (model: PdfModel) => Promise<Uint8Array>;
  /** A page a person, with its QR code. */
  readonly invitations: (model: InvitationPages) => Promise<Uint8Array>;
  readonly paper: (paper: Paper) => Promise<Uint8Array>;
  /** Writes a zip of files to `out`; one that is not there is left out. */
  readonly zip: (entries: readonly ZipEntry[], out: string) => Promise<void>;
  readonly xlsx: (model: WorkbookModel) => Promise<Uint8Array>;
  /** Reads a received file as the official form. */
  readonly readForm: (bytes: Uint8Array, options: ReadOptions) => Promise<FormReading>;
  /** Rejects what is being rendered or waits, and takes nothing more. */
  readonly close: () => Promise<void>;
};

const SCRIPT = new URL('./render-child.ts', import.meta.url);
/** Milliseconds; many times what a paper or a form that somebody sent takes. */
const LIMIT = 60_000;
/** The PDF of 3,000 activities takes 25 s of processor (measured), and it gives way to answers. */
const LIMIT_OF_FILES = 5 * LIMIT;
/**
 * Milliseconds. The files of one summary are asked for one after another, and this keeps one process for
 * them.
 */
const IDLE = 10_000;
/** Bytes; more than the process keeps after the files of some 50 activities. */
const MOST_KEPT = 160 * 1024 * 1024;

/**
 * Starts no process before the first request. A rendering that fails, takes longer than `limitMs` or kills
 * its process rejects only itself: the next one gets a new process. The system gets the libraries' memory
 * back only when the process ends (measured: 280 MB for 300 activities). So the process ends after a while
 * without requests, and before the next rendering when it holds much memory.
 * @param script for tests: what runs in the process.
 */
export function startRender({
  clock,
  limitMs = LIMIT,
  idleMs = IDLE,
  mostKept = MOST_KEPT,
  script = SCRIPT,
}: {
  readonly clock: Pick<Clock, 'sleep'>;
  readonly limitMs?: number;
  readonly idleMs?: number;
  /** A process that holds more bytes than this is not kept for the next rendering. */
  readonly mostKept?: number;
  readonly script?: URL;
}): Render {
  let current: RenderProcess | null = null;
  /** It read a file that somebody sent, so it never gets to see the database. */
  let suspect: RenderProcess | null = null;
  let closed = false;
  let last: Promise<unknown> = Promise.resolve();
  let idle = new AbortController();

  const inSendOrder = (request: RenderRequest): Promise<Made> => {
    idle.abort();
    const current = new AbortController();
    idle = current;
    const result = last.then(() => render(request));
    last = result.catch(() => undefined);
    void last.then(() => endWhenIdle(current.signal));
    return result;
  };

  const render = async (request: RenderRequest): Promise<Made> => {
    if (closed) throw new Error('Rendering has stopped');
    if (request.kind === 'files' && current === suspect) await current?.end('It has read a file');
    if (!current?.alive()) current = startRenderProcess(script);
    const own = current;
    if (request.kind === 'readForm') suspect = own;
    const done = new AbortController();
    const limit = request.kind === 'files' ? Math.max(limitMs, LIMIT_OF_FILES) : limitMs;
    const tooLong = clock.sleep(limit, done.signal).then(() => {
      const why = `Rendering took longer than ${limit} ms`;
      void own.end(why);
      throw new Error(why);
    });
    try {
      return await Promise.race([own.run(request), tooLong]);
    } finally {
      done.abort();
      if (own.resident() > mostKept) await own.end('It holds too much memory to be kept');
    }
  };

  /** @param asked aborted by the next request. */
  const endWhenIdle = async (asked: AbortSignal): Promise<void> => {
    await clock.sleep(idleMs, asked).catch(() => undefined);
    if (!asked.aborted) await current?.end('Nothing was asked of it');
  };

  return {
    files: (of) => inSendOrder({ kind: 'files', ...of }).then(filesOf),
    pdf: (model) => inSendOrder({ kind: 'pdf', model }).then(bytesOf),
    invitations: (model) => inSendOrder({ kind: 'invitations', model }).then(bytesOf),
    paper: (paper) => inSendOrder({ kind: 'paper', paper }).then(bytesOf),
    zip: (entries, out) => inSendOrder({ kind: 'zip', entries, out }).then(() => undefined),
    xlsx: (model) => inSendOrder({ kind: 'xlsx', model }).then(bytesOf),
    readForm: (bytes, options) => inSendOrder({ kind: 'readForm', bytes, options }).then(readingOf),
    close: async () => {
      closed = true;
      idle.abort();
      await current?.end('Rendering has stopped');
      await last;
    },
  };
}

function bytesOf(made: Made): Uint8Array {
  if (made instanceof Uint8Array) return made;
  throw new Error('The rendering process answered something else');
}

function readingOf(made: Made): FormReading {
  if ('ok' in made) return made;
  throw new Error('The rendering process answered something else');
}

function filesOf(made: Made): FilesMade {
  if ('files' in made) return made;
  throw new Error('The rendering process answered something else');
}
