import type { Clock } from '../clock.ts';
import type { PdfModel } from '../forms/pdf/model.ts';
import type { FormReading, ReadOptions } from '../forms/read-form.ts';
import type { WorkbookModel } from '../forms/xlsx/make-workbook.ts';
import type { ChartModel } from '../summary/chart/model.ts';
import type { RenderRequest } from './render-request.ts';
import { type Made, type RenderThread, startRenderThread } from './render-thread.ts';

/** Renders pictures, PDF and workbooks beside the thread that answers people, one after another in the order asked. */
export type Render = {
  /** PNG, 1,080 px wide. */
  readonly chart: (model: ChartModel) => Promise<Uint8Array>;
  readonly pdf: (model: PdfModel) => Promise<Uint8Array>;
  readonly xlsx: (model: WorkbookModel) => Promise<Uint8Array>;
  /** Reads a received file as the official form. */
  readonly readForm: (bytes: Uint8Array, options: ReadOptions) => Promise<FormReading>;
  /** What is being rendered or waits for it is rejected; nothing more is taken. */
  readonly close: () => Promise<void>;
};

const SCRIPT = new URL('./render-worker.ts', import.meta.url);
/** Many times what 700 activities take. */
const LIMIT = 60_000;
/**
 * Starts nothing until something is asked. A rendering that fails, takes longer than `limitMs` or kills its thread
 * rejects itself only: the next one gets a new thread.
 * The thread stays: what the libraries took, 60 MB for a form of 7 activities, comes back to the system by about 10 only
 * when it ends (measured).
 * @param script for tests: what runs in the thread.
 */
export function startRender({
  clock,
  limitMs = LIMIT,
  script = SCRIPT,
}: {
  readonly clock: Pick<Clock, 'sleep'>;
  readonly limitMs?: number;
  readonly script?: URL;
}): Render {
  let thread: RenderThread | null = null;
  let closed = false;
  let last: Promise<unknown> = Promise.resolve();

  const inTurn = (request: RenderRequest): Promise<Made> => {
    const result = last.then(() => render(request));
    last = result.catch(() => undefined);
    return result;
  };

  const render = async (request: RenderRequest): Promise<Made> => {
    if (closed) throw new Error('Rendering has stopped');
    if (!thread?.alive()) thread = startRenderThread(script);
    const own = thread;
    const done = new AbortController();
    const tooLong = clock.sleep(limitMs, done.signal).then(() => {
      const why = `Rendering took longer than ${limitMs} ms`;
      void own.end(why);
      throw new Error(why);
    });
    try {
      return await Promise.race([own.run(request), tooLong]);
    } finally {
      done.abort();
    }
  };

  return {
    chart: (model) => inTurn({ kind: 'chart', model }).then(bytesOf),
    pdf: (model) => inTurn({ kind: 'pdf', model }).then(bytesOf),
    xlsx: (model) => inTurn({ kind: 'xlsx', model }).then(bytesOf),
    readForm: (bytes, options) => inTurn({ kind: 'readForm', bytes, options }).then(readingOf),
    close: async () => {
      closed = true;
      await thread?.end('Rendering has stopped');
      await last;
    },
  };
}

function bytesOf(made: Made): Uint8Array {
  if (made instanceof Uint8Array) return made;
  throw new Error('The rendering thread answered something else');
}

function readingOf(made: Made): FormReading {
  if (!(made instanceof Uint8Array)) return made;
  throw new Error('The rendering thread answered something else');
}
