import type { IncomingMessage } from 'node:http';

/**
 * Far more than any update needs (a text has at most 4,096 characters): a refused update would hold its chat
 * for a day.
 */
const largestBody = 1024 * 1024;

/** Reads the JSON of a request; gives an HTTP status when it cannot. Never holds more than 1 MiB. */
export async function readJson(
  request: IncomingMessage,
): Promise<
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly status: 400 | 413 }
> {
  if (Number(request.headers['content-length'] ?? 0) > largestBody) return { ok: false, status: 413 };
  const chunks: Buffer[] = [];
  let size = 0;
  // Keeps the connection: the refusal goes back on it.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBody) return { ok: false, status: 413 };
    chunks.push(chunk);
  }
  try {
    return { ok: true, value: JSON.parse(Buffer.concat(chunks).toString('utf8')) };
  } catch {
    return { ok: false, status: 400 };
  }
}
