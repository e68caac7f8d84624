import { writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { answerRequests } from './answer-requests.ts';
import type { Made, RenderAnswer, RenderRequest } from './render-request.ts';

/**
 * The rendering process (see render.ts). It alone loads the native libraries, when it first needs them. On a
 * busy machine answers to people go before pictures; when memory runs out, Linux ends this process, not the
 * bot.
 */
setPriority(10);
try {
  writeFileSync('/proc/self/oom_score_adj', '800');
} catch {
  // Not Linux, or a sandbox without this file.
}

answerRequests(answerTo);

async function answerTo(request: RenderRequest): Promise<RenderAnswer> {
  try {
    return { ok: true, value: await render(request) };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

async function render(request: RenderRequest): Promise<Made> {
  switch (request.kind) {
    case 'files': {
      const { makeFiles } = await import('./make-files.ts');
      return makeFiles(request);
    }
    case 'pdf': {
      const { renderPdf } = await import('../forms/pdf/render-pdf.ts');
      return renderPdf(request.model);
    }
    case 'invitations': {
      const { renderInvitations } = await import('../forms/pdf/render-invitations.ts');
      return renderInvitations(request.model);
    }
    case 'paper': {
      const { renderPaper } = await import('../forms/pdf/render-paper.ts');
      return renderPaper(request.paper);
    }
    case 'zip': {
      const { writeZip } = await import('./write-zip.ts');
      writeZip(request.entries, request.out);
      return new Uint8Array();
    }
    case 'xlsx': {
      const { makeWorkbook } = await import('../forms/xlsx/make-workbook.ts');
      return makeWorkbook(request.model);
    }
    case 'readForm': {
      const { readFormFile } = await import('../forms/read-file.ts');
      return readFormFile(request.bytes, request.options);
    }
  }
}
