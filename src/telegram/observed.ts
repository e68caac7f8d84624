import type { Api, Outcome } from './client.ts';

/** The same API, each outcome of a call told: `ok`, Telegram's error code, or `unreachable`. */
export function observed(api: Api, told: (method: string, outcome: string) => void): Api {
  return {
    call: async (method, payload, options) => {
      const outcome = await api.call<never>(method, payload, options);
      told(method, shortly(outcome));
      return outcome;
    },
  };
}

/** The same API, every call given up once `signal` aborts: what is then unknown is sent once more after the restart. */
export function givenUpBy(api: Api, signal: AbortSignal): Api {
  return {
    call: (method, payload, options) =>
      api.call(method, payload, {
        ...options,
        signal: options.signal ? AbortSignal.any([options.signal, signal]) : signal,
      }),
  };
}

function shortly(outcome: Outcome<unknown>): string {
  if (outcome.ok) return 'ok';
  return outcome.kind === 'refused' ? String(outcome.code) : 'unreachable';
}
