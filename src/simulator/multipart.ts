/** multipart/form-data as the server reads it: a part is a file only if its header has a `filename`. */
import type { Upload } from './params.ts';

export type Multipart = { fields: [string, string][]; uploads: Upload[] };

/** Undefined when the body does not match its header. */
export function readMultipart(contentType: string, body: Buffer): Multipart | undefined {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) return undefined;
  const fields: [string, string][] = [];
  const uploads: Upload[] = [];
  for (const part of partsOf(body, boundary)) {
    const headEnd = part.indexOf('\r\n\r\n');
    if (headEnd < 0) return undefined;
    const head = part.toString('utf8', 0, headEnd);
    const content = part.subarray(headEnd + 4);
    const name = /[;\s]name="([^"]*)"/i.exec(head)?.[1];
    if (name === undefined) return undefined;
    const fileName = /filename="([^"\r\n]*)"/i.exec(head)?.[1];
    if (fileName === undefined) fields.push([name, content.toString('utf8')]);
    else {
      const mime = /^content-type:\s*([^\s;]+)/im.exec(head)?.[1];
      uploads.push({ name, fileName, mime, bytes: Buffer.from(content) });
    }
  }
  return { fields, uploads };
}

function partsOf(body: Buffer, boundary: string): Buffer[] {
  const mark = Buffer.from(`--${boundary}`);
  const parts: Buffer[] = [];
  let from = body.indexOf(mark);
  while (from >= 0) {
    const start = from + mark.length;
    if (body.toString('latin1', start, start + 2) === '--') break;
    const next = body.indexOf(`\r\n--${boundary}`, start, 'latin1');
    if (next < 0) break;
    parts.push(body.subarray(start + 2, next));
    from = next + 2;
  }
  return parts;
}
