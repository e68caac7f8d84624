/** Telegram's envelope as an HTTP reply. */
import type { Envelope } from './api.ts';
import type { Reply } from './http-replies.ts';

/** HTTP status == error_code; `Retry-After` beside `parameters.retry_after`. */
export function jsonReply(envelope: Envelope): Reply {
  const body = JSON.stringify(envelope);
  if (envelope.ok) return { status: 200, type: 'application/json', body };
  const retryAfter = (envelope.parameters as { retry_after?: number } | undefined)?.retry_after;
  return {
    status: envelope.error_code,
    type: 'application/json',
    body,
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
}
