/** One call of the Bot API, from name and parameters to Telegram's envelope; recorded as it goes. */
import { findMethod } from './methods/index.ts';
import type { MethodContext } from './methods/method.ts';
import { createParams, type Params } from './params.ts';
import type { Polling } from './polling.ts';
import { Refusal } from './refusal.ts';
import type { Delivery } from './webhook.ts';
import { announce, type Call, type World } from './world.ts';

export type Envelope =
  | { ok: true; result: unknown; description?: string }
  | { ok: false; error_code: number; description: string; parameters?: object };

export type Api = {
  /**
   * Runs the method and returns the envelope. Rejects only when the client has gone or the simulator itself
   * fails.
   */
  call(name: string, params: Params, malformed: boolean, signal: AbortSignal): Promise<Envelope>;
  /** Records a call; its `answer` is filled in later. */
  record(name: string, params: Params): Call;
};

/** Telegraf's multipart encoder adds the method's name as a part; Telegram ignores it and so do we. */
const HARMLESS = new Set(['method']);

export type ApiParts = { polling: Polling; delivery: Delivery; allowLocalWebhook: boolean };

export function createApi(world: World, parts: () => ApiParts): Api {
  const call: Api['call'] = async (name, params, malformed, signal) => {
    const found = findMethod(name);
    if (found === undefined) return refused(name, params, new Refusal(404, 'Not Found: method not found'));
    const ignore = (what: string): void => {
      world.ignored.push({ method: found.name, what, params: params.plain(), at: world.clock.now() });
    };
    if (malformed) ignore('a JSON body that is not JSON');
    for (const parameter of params.names()) {
      if (
        !found.method.parameters.includes(parameter) &&
        !HARMLESS.has(parameter) &&
        !isAttached(params, parameter)
      ) {
        ignore(`unknown parameter ${parameter}`);
      }
    }
    let description: string | undefined;
    const context: MethodContext = {
      world,
      params,
      ...parts(),
      signal,
      ignore,
      describe: (text) => {
        description = text;
      },
    };
    try {
      const result = await found.method.run(context);
      return description === undefined ? { ok: true, result } : { ok: true, result, description };
    } catch (error) {
      if (error instanceof Refusal) return refused(found.name, params, error);
      throw error;
    }
  };

  const refused = (method: string, params: Params, refusal: Refusal): Envelope => {
    const { code, description, parameters } = refusal;
    world.refusals.push({ method, code, description, params: params.plain(), at: world.clock.now() });
    return envelopeOf(refusal.code, description, parameters);
  };

  const record: Api['record'] = (name, params) => {
    const method = findMethod(name)?.name ?? name;
    const made: Call = { method, params: params.plain(), answer: undefined, at: world.clock.now() };
    world.calls.push(made);
    announce(world, { kind: 'call', call: made });
    return made;
  };

  return { call, record };
}

/** Key order as Telegram's. */
export function envelopeOf(code: number, description: string, parameters?: object): Envelope {
  return parameters === undefined
    ? { ok: false, error_code: code, description }
    : { ok: false, error_code: code, description, parameters };
}

/** Parameters out of a plain object, as a webhook's answer carries them. */
export function paramsOf(values: Record<string, unknown>): Params {
  return createParams(
    new Map(
      Object.entries(values)
        .filter(([name]) => name !== 'method')
        .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
    ),
  );
}

/** Whether another parameter refers to this part with `attach://`. */
function isAttached(params: Params, part: string): boolean {
  return params.names().some((name) => params.text(name) === `attach://${part}`);
}
