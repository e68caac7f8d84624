/** answerCallbackQuery (specification: Telegram keyboards). */
import { badRequest } from '../refusal.ts';
import { announce, type TapAnswer } from '../world.ts';
import type { Method } from './method.ts';

/** Not published; users report failures at about 20 s. The strict reading. */
const ANSWERABLE_MS = 15_000;
const LONGEST = 200;

export const answerCallbackQuery: Method = {
  parameters: ['callback_query_id', 'text', 'show_alert', 'url', 'cache_time'],
  run: ({ world, params }) => {
    const text = params.text('text') ?? '';
    const tap = world.taps.get(params.text('callback_query_id') ?? '');
    const now = world.clock.now();
    if (tap === undefined || tap.answer !== undefined || now - tap.at > ANSWERABLE_MS) {
      throw badRequest('query is too old and response timeout expired or query ID is invalid');
    }
    if (text.length > LONGEST) throw badRequest('MESSAGE_TOO_LONG');
    const url = params.text('url');
    const answer: TapAnswer = { alert: params.boolean('show_alert'), at: now };
    if (text !== '') answer.text = text;
    if (url !== undefined && url !== '') answer.url = url;
    tap.answer = answer;
    announce(world, { kind: 'tapAnswered', tapId: tap.id, personId: tap.personId });
    return true;
  },
};
