import { z } from 'zod';
import type { Api, Outcome } from './client.ts';

const described = z.object({ file_path: z.string().min(1), file_size: z.number().optional() });

/** The outcome of a download. `tooBig` is final; `unreachable` deserves another try. */
export type Download =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly why: 'tooBig' | 'gone' | 'unreachable' };

/**
 * Fetches a file that somebody sent. It reads at most `most` bytes, whatever size was announced (Bot API,
 * getFile: up to 20 MB; the link is valid for an hour). The URL holds the token and never leaves this
 * function.
 */
export async function download(
  of: { readonly api: Api; readonly apiRoot: string; readonly token: string },
  fileId: string,
  most: number,
  signal: AbortSignal,
): Promise<Download> {
  const asked = await of.api.call('getFile', { file_id: fileId }, { timeoutMs: 20_000, signal });
  if (!asked.ok) return { ok: false, why: whyNot(asked) };
  const file = described.safeParse(asked.result);
  if (!file.success) return { ok: false, why: 'gone' };
  if ((file.data.file_size ?? 0) > most) return { ok: false, why: 'tooBig' };
  try {
    const url = `${of.apiRoot.replace(/\/*$/, '')}/file/bot${of.token}/${file.data.file_path}`;
    const response = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(120_000)]) });
    if (response.status === 404) return { ok: false, why: 'gone' };
    if (!response.ok || !response.body) return { ok: false, why: 'unreachable' };
    return await readAtMost(response.body, most);
  } catch {
    return { ok: false, why: 'unreachable' };
  }
}

async function readAtMost(body: ReadableStream<Uint8Array>, most: number): Promise<Download> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of body) {
    total += chunk.byteLength;
    if (total > most) return { ok: false, why: 'tooBig' };
    chunks.push(chunk);
  }
  return { ok: true, bytes: Buffer.concat(chunks) };
}

function whyNot(outcome: Exclude<Outcome<unknown>, { ok: true }>): 'tooBig' | 'gone' | 'unreachable' {
  if (outcome.kind === 'unreachable' || outcome.code >= 500 || outcome.code === 429) return 'unreachable';
  return outcome.description.includes('too big') ? 'tooBig' : 'gone';
}
