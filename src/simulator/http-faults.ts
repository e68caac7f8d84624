/** Runs a call, or does what an injected fault makes of it. */
import type { Envelope } from './api.ts';
import { envelopeOf } from './api.ts';
import type { Fault } from './faults.ts';
import { htmlPage, type Reply } from './http-replies.ts';
import { jsonReply } from './json-reply.ts';
import type { Params } from './params.ts';
import { afterRealMs } from './real-time.ts';
import { announce, type Call, type World } from './world.ts';

export type Incoming = { world: World; name: string; params: Params; recorded: Call };

const NO_ANSWER: Reply = { status: 'none' };

/**
 * @param run the call itself, with its effect
 * @param gone aborted when the client went away
 */
export async function replyTo(
  { world, name, params, recorded }: Incoming,
  run: () => Promise<Envelope>,
  gone: AbortSignal,
): Promise<Reply> {
  const chatId = params.has('chat_id') ? params.integer('chat_id', 0, -(2 ** 53), 2 ** 53) : undefined;
  const fault = world.faults.draw(name, chatId);
  if (fault === undefined) return answer(world, recorded, await run());
  recorded.fault = fault.kind;
  return before(world, fault, chatId, recorded) ?? after(world, fault, await run(), recorded, gone);
}

function answer(world: World, recorded: Call, envelope: Envelope): Reply {
  recorded.answer = envelope;
  announce(world, { kind: 'answered', call: recorded });
  return jsonReply(envelope);
}

/** Faults before the call has any effect; undefined for the others. */
function before(world: World, fault: Fault, chatId: number | undefined, recorded: Call): Reply | undefined {
  switch (fault.kind) {
    case 'tooManyRequests': {
      const wait = fault.retryAfter;
      if (fault.everywhere) world.flood.block(wait);
      else if (chatId !== undefined) world.flood.block(wait, chatId);
      return answer(
        world,
        recorded,
        envelopeOf(429, `Too Many Requests: retry after ${wait}`, { retry_after: wait }),
      );
    }
    case 'restart':
      return answer(world, recorded, envelopeOf(500, 'Internal Server Error: restart'));
    case 'refuse':
      return answer(world, recorded, envelopeOf(fault.code, fault.description));
    case 'badGateway':
      return htmlPage(502, 'Bad Gateway');
    case 'internalHtml':
      return htmlPage(500, 'Internal Server Error');
    case 'resetBefore':
      return { status: 'reset' };
    case 'hang':
      return NO_ANSWER;
    default:
      return undefined;
  }
}

/** Faults that lose or spoil the answer of a call that took effect. */
async function after(
  world: World,
  fault: Fault,
  envelope: Envelope,
  recorded: Call,
  gone: AbortSignal,
): Promise<Reply> {
  const whole = jsonReply(envelope);
  switch (fault.kind) {
    case 'resetAfter':
      return { status: 'reset' };
    case 'hangAfter':
      return NO_ANSWER;
    case 'garbage':
      return { ...whole, status: 200, body: '{"ok":true,"result":\u0000<<' };
    case 'truncated':
      return { ...whole, cutAt: Math.floor(Buffer.byteLength(String(whole.body)) / 2) };
    case 'delay':
      await new Promise<void>((resolve) => {
        const cancel = afterRealMs(fault.ms, resolve);
        gone.addEventListener('abort', () => [cancel(), resolve()], { once: true });
      });
      return answer(world, recorded, envelope);
    default:
      return answer(world, recorded, envelope);
  }
}
