import type { Api, Outcome } from './client.ts';

/** The same API, which reports the outcome of each call: `ok`, Telegram's error code, or `unreachable`. */
export function observed(api: Api, report: (method: string, outcome: string) => void): Api {
  return {
    call: async (method, payload, options) => {
      const outcome = await api.call<never>(method, payload, options);
      report(method, shortly(outcome));
      return outcome;
    },
  };
}

/**
 * The same API, which gives up every call once `signal` aborts. A call with an unknown outcome is made once
 * more after the restart.
 */
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
