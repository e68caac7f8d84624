/** From the bytes of a request to its parameters: query string first, then urlencoded, JSON or multipart. */
import { readMultipart } from './multipart.ts';
import { createParams, type Params, type Upload } from './params.ts';

/**
 * With more than this, files excluded, the server answers with an empty 413 (specification: Telegram calls).
 */
const LONGEST_PARAMS = 1_048_576;

export type ReadRequest =
  | { kind: 'params'; params: Params; malformed: boolean }
  /** Answered with that status and an empty body. */
  | { kind: 'refused'; status: 400 | 413 };

export function readRequest(query: URLSearchParams, contentType: string, body: Buffer): ReadRequest {
  const values = new Map<string, string>();
  let uploads: Upload[] = [];
  let malformed = false;
  for (const [name, value] of query) if (!values.has(name)) values.set(name, value);

  if (contentType.startsWith('multipart/form-data')) {
    const parts = readMultipart(contentType, body);
    if (parts === undefined) return { kind: 'refused', status: 400 };
    uploads = parts.uploads;
    addAll(values, parts.fields);
  } else {
    if (body.length > LONGEST_PARAMS) return { kind: 'refused', status: 413 };
    if (contentType.startsWith('application/json')) {
      const fields = readJson(body.toString('utf8'));
      malformed = fields === undefined;
      addAll(values, fields ?? []);
    } else if (contentType.startsWith('application/x-www-form-urlencoded')) {
      addAll(values, [...new URLSearchParams(body.toString('utf8'))]);
    }
  }
  const size = [...values.values()].reduce((sum, value) => sum + value.length, 0);
  if (size > LONGEST_PARAMS) return { kind: 'refused', status: 413 };
  return { kind: 'params', params: createParams(values, uploads), malformed };
}

/** The first value of a name wins, so the query string goes before the body. */
function addAll(values: Map<string, string>, fields: readonly (readonly [string, string])[]): void {
  for (const [name, value] of fields) if (!values.has(name)) values.set(name, value);
}

/**
 * Strings without quotes, everything else as its JSON text (`null` becomes the word). Undefined when it is
 * not JSON.
 */
function readJson(text: string): [string, string][] | undefined {
  if (text.trim() === '') return [];
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined;
    return Object.entries(parsed).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]);
  } catch {
    return undefined;
  }
}
