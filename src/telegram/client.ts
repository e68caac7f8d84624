import { Telegram, TelegramError } from 'telegraf';

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

type Method = string;
type Call = (method: string, payload: object, options: { signal: AbortSignal }) => Promise<unknown>;

export type Api = {
  /** Calls a Bot API method; gives up after `timeoutMs` or when `signal` aborts. Never throws. */
  readonly call: <T>(
    method: Method,
    payload: object,
    options: { readonly timeoutMs: number; readonly signal?: AbortSignal },
  ) => Promise<Outcome<T>>;
};

/**
 * Wraps telegraf's typed client and adds what it lacks: a timeout of our own (its own is 500 s), and errors
 * without the URL, which holds the token, and without the payload, which holds personal data.
 */
export function createApi(token: string, apiRoot: string): Api {
  const telegram = new Telegram(token, { apiRoot: apiRoot.replace(/\/*$/, '/') });
  // telegraf's types end at Bot API 7.1 and tie each payload to its method; we build payloads where we send
  // them.
  const callApi = telegram.callApi.bind(telegram) as unknown as Call;
  return {
    call: async <T>(
      method: Method,
      payload: object,
      options: { timeoutMs: number; signal?: AbortSignal },
    ) => {
      const timeout = AbortSignal.timeout(options.timeoutMs);
      const signal = options.signal ? AbortSignal.any([timeout, options.signal]) : timeout;
      try {
        const result = await callApi(method, payload, { signal });
        return { ok: true, result: result as T };
      } catch (error) {
        return failureOf(error);
      }
    },
  };
}

function failureOf(error: unknown): Exclude<Outcome<never>, { ok: true }> {
  if (error instanceof TelegramError) {
    const seconds = error.parameters?.retry_after;
    return {
      ok: false,
      kind: 'refused',
      code: error.code,
      description: error.description,
      retryAfterMs: typeof seconds === 'number' ? seconds * 1000 : null,
    };
  }
  return { ok: false, kind: 'unreachable', reason: reasonOf(error) };
}

/** Gives only a code or a kind: messages of fetch errors contain the URL. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if ('code' in error && typeof error.code === 'string') return error.code;
  if ('type' in error && typeof error.type === 'string') return error.type;
  return error.name;
}
