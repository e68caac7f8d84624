/**
 * Telegram's refusals; the texts are Telegram's own (sources: the chapter Telegram of docs/specification.md).
 */

export type RefusalParameters = { retry_after?: number; migrate_to_chat_id?: number };

/** Thrown inside a method; the HTTP edge turns it into Telegram's envelope. */
export class Refusal extends Error {
  readonly code: number;
  readonly description: string;
  readonly parameters: RefusalParameters | undefined;

  constructor(code: number, description: string, parameters?: RefusalParameters) {
    super(`${code}: ${description}`);
    this.name = 'Refusal';
    this.code = code;
    this.description = description;
    this.parameters = parameters;
  }
}

/** A 400: `Bad Request: ` and the reason as the server words it. */
export function badRequest(reason: string): Refusal {
  return new Refusal(400, `Bad Request: ${reason}`);
}

/** A 403: `Forbidden: ` and the reason. */
export function forbidden(reason: string): Refusal {
  return new Refusal(403, `Forbidden: ${reason}`);
}

/** A 409: `Conflict: ` and the reason. */
export function conflict(reason: string): Refusal {
  return new Refusal(409, `Conflict: ${reason}`);
}

/** A 429 with the seconds to wait, in the body and (by the HTTP edge) in the header. */
export function tooManyRequests(retryAfterSeconds: number): Refusal {
  return new Refusal(429, `Too Many Requests: retry after ${retryAfterSeconds}`, {
    retry_after: retryAfterSeconds,
  });
}
