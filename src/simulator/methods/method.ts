/** One method of the Bot API, as the server runs it. */
import type { Params } from '../params.ts';
import type { Polling } from '../polling.ts';
import type { Delivery } from '../webhook.ts';
import type { World } from '../world.ts';

export type MethodContext = {
  world: World;
  params: Params;
  polling: Polling;
  delivery: Delivery;
  /** Accepts http and any port of this machine for a webhook, which Telegram never would. */
  allowLocalWebhook: boolean;
  /** Aborted when the client has gone away. */
  signal: AbortSignal;
  /** Sets the `description` that webhook methods add to their success. */
  describe(text: string): void;
  /** Notes something that Telegram takes silently and without effect; a test then fails on it. */
  ignore(what: string): void;
};

export type Method = {
  /** Every name that the server reads. Telegram ignores any other, and it is noted here. */
  parameters: readonly string[];
  /**
   * Returns `result`, or a promise of it.
   * @throws a `Refusal`.
   */
  run(context: MethodContext): unknown;
};

export type Methods = Record<string, Method>;
