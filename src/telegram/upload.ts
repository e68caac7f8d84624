import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** A file of ours as a parameter of a call. It is read while it is sent. */
export type Upload = {
  readonly upload: string;
  /** What people see. It must not break the header of its part: letters, digits and `._-` only. */
  readonly filename: string;
};

export function isUpload(parameter: unknown): parameter is Upload {
  return typeof parameter === 'object' && parameter !== null && 'upload' in parameter;
}

/**
 * Parameters with files as `multipart/form-data` (Bot API, Sending files; RFC 7578). Structured parameters are
 * JSON.
 */
export function multipart(parameters: object): {
  readonly type: string;
  readonly body: AsyncIterable<string | Buffer>;
} {
  const boundary = randomBytes(16).toString('hex');
  return { type: `multipart/form-data; boundary=${boundary}`, body: partsOf(parameters, boundary) };
}

async function* partsOf(parameters: object, boundary: string): AsyncGenerator<string | Buffer> {
  for (const [name, value] of Object.entries(parameters)) {
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="${name}"`;
    if (isUpload(value)) {
      yield `${head}; filename="${value.filename}"\r\n\r\n`;
      yield* createReadStream(value.upload);
    } else yield `${head}\r\n\r\n${typeof value === 'string' ? value : JSON.stringify(value)}`;
    yield '\r\n';
  }
  yield `--${boundary}--\r\n`;
}
