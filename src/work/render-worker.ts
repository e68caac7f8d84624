import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import type { FormReading } from '../forms/read-form.ts';
import type { RenderAnswer, RenderRequest } from './render-request.ts';

/**
 * The rendering thread (see render.ts). The native libraries are loaded here, when first needed, and nowhere else.
 * On Linux a nice value belongs to a thread, not to the process (setpriority(2)): on a busy machine answers to people
 * go before pictures.
 */
if (process.platform === 'linux') setPriority(10);

parentPort?.on('message', async (request: RenderRequest) => {
  const answer = await answerTo(request);
  const moved = answer.ok && answer.value instanceof Uint8Array ? [answer.value.buffer] : [];
  parentPort?.postMessage(answer, moved);
});

async function answerTo(request: RenderRequest): Promise<RenderAnswer> {
  try {
    return { ok: true, value: await render(request) };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

async function render(request: RenderRequest): Promise<Uint8Array<ArrayBuffer> | FormReading> {
  switch (request.kind) {
    case 'chart': {
      const { renderChart } = await import('../summary/chart/render-chart.ts');
      return new Uint8Array(await renderChart(request.model));
    }
    case 'pdf': {
      const { renderPdf } = await import('../forms/pdf/render-pdf.ts');
      return new Uint8Array(await renderPdf(request.model));
    }
    case 'xlsx': {
      const { makeWorkbook } = await import('../forms/xlsx/make-workbook.ts');
      return new Uint8Array(await makeWorkbook(request.model));
    }
    case 'readForm': {
      const { readFormFile } = await import('../forms/read-file.ts');
      return readFormFile(request.bytes, request.options);
    }
  }
}
