import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { pipeline } from 'node:stream/promises';
import { urlToHttpOptions } from 'node:url';
import { z } from 'zod';
import { Agent as HttpAgent, request as httpRequest } from '../node-http.ts';
import { isUpload, multipart } from './upload.ts';

/**
 * The outcome of a call: what Telegram answered, or why no answer came. It never carries the token or the
 * payload.
 */
export type Outcome<T> =
  | { readonly ok: true; readonly result: T }
  | {
      readonly ok: false;
      readonly kind: 'refused';
      readonly code: number;
      readonly description: string;
      readonly retryAfterMs: number | null;
    }
  | { readonly ok: false; readonly kind: 'unreachable'; readonly reason: string };

type CallOptions = { readonly timeoutMs: number; readonly signal?: AbortSignal };

export type Api = {
  /**
   * Calls a Bot API method; gives up after `timeoutMs` or when `signal` aborts. A parameter may be an `Upload`.
   * Never throws.
   */
  readonly call: <T>(method: string, parameters: object, options: CallOptions) => Promise<Outcome<T>>;
};

/** A connection that nothing used for so long is closed: a router on the way may have forgotten it. */
const idleMs = 60_000;

type Answer = { readonly status: number; readonly statusText: string; readonly text: string };

/** The Bot API over connections that are kept. Redirections are not followed, since the address holds the token. */
export function createApi(token: string, apiRoot: string): Api {
  const place = urlToHttpOptions(new URL(`./bot${token}/`, apiRoot.replace(/\/*$/, '/')));
  const isSecure = place.protocol === 'https:';
  const request = isSecure ? httpsRequest : httpRequest;
  const agent = new (isSecure ? HttpsAgent : HttpAgent)({ keepAlive: true, timeout: idleMs });

  const post = (method: string, parameters: object, { timeoutMs, signal }: CallOptions): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const asked = request({
        ...place,
        path: `${place.path}${method}`,
        method: 'POST',
        agent,
        ...(signal ? { signal } : {}),
      });
      const timer = setTimeout(() => asked.destroy(new NoAnswerError()), timeoutMs);
      asked.on('error', reject);
      asked.once('close', () => clearTimeout(timer));
      asked.once('response', (response) => {
        const { statusCode = 0, statusMessage = '' } = response;
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (piece) => {
          text += piece;
        });
        response.on('error', reject);
        response.once('end', () => resolve({ status: statusCode, statusText: statusMessage, text }));
      });
      if (Object.values(parameters).some(isUpload)) {
        const { type, body } = multipart(parameters);
        asked.setHeader('content-type', type);
        pipeline(body, asked).catch(reject);
      } else {
        const body = JSON.stringify(parameters);
        asked.setHeader('content-type', 'application/json');
        asked.setHeader('content-length', Buffer.byteLength(body));
        asked.end(body);
      }
    });

  return {
    call: async (method, parameters, options) => {
      try {
        return outcomeOf(await post(method, parameters, options));
      } catch (error) {
        return { ok: false, kind: 'unreachable', reason: reasonOf(error) };
      }
    },
  };
}

class NoAnswerError extends Error {
  readonly code = 'ETIMEDOUT';
}

const refusal = z.object({
  error_code: z.number(),
  description: z.string(),
  parameters: z.object({ retry_after: z.number().optional() }).optional(),
});

/** Machines in front of Telegram answer in HTML: with 5xx it is a refusal, else no answer of Telegram. */
function outcomeOf<T>({ status, statusText, text }: Answer): Outcome<T> {
  if (status >= 500)
    return { ok: false, kind: 'refused', code: status, description: statusText, retryAfterMs: null };
  const answer = jsonOf(text);
  // Callers check the result with a schema of their own where it matters.
  if (answer.ok === true && 'result' in answer) return { ok: true, result: answer.result as T };
  const read = refusal.safeParse(answer);
  if (!read.success) return { ok: false, kind: 'unreachable', reason: 'invalid-json' };
  const { error_code, description, parameters } = read.data;
  const seconds = parameters?.retry_after;
  return {
    ok: false,
    kind: 'refused',
    code: error_code,
    description,
    retryAfterMs: seconds === undefined ? null : seconds * 1000,
  };
}

function jsonOf(text: string): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null ? { ...read } : {};
  } catch {
    return {};
  }
}

/** Gives only a code or a name: messages may contain the address. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
