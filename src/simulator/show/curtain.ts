/**
 * Behind the curtain: the calls of the Bot API with their answers, and the outbox. Neither shows the token.
 */
import type { Db } from '../../db/open.ts';
import { withoutToken } from '../../log.ts';
import { firstName } from '../../texts/words/names.ts';
import type { Call, Simulator } from '../index.ts';
import { newestRows } from './ledger.ts';
import type { CallView, CurtainView, OutboxView } from './view.ts';

const mostCalls = 60;
const mostRows = 60;
const longest = 1_500;

/** Newest first; without polls that brought nothing, which would hide everything else. */
export function curtainView(simulator: Simulator, db: Db): CurtainView {
  const calls: CallView[] = [];
  for (let place = simulator.calls.length - 1; place >= 0 && calls.length < mostCalls; place -= 1) {
    const call = simulator.calls[place];
    if (call && !isIdlePoll(call)) calls.push(callView(simulator, call, place));
  }
  return { calls, outbox: newestRows(db, mostRows).map(outboxView) };
}

function isIdlePoll(call: Call): boolean {
  if (call.method !== 'getUpdates') return false;
  const answer = call.answer as { readonly result?: unknown } | undefined;
  return answer === undefined
    ? call.fault === undefined
    : Array.isArray(answer.result) && answer.result.length === 0;
}

function callView(simulator: Simulator, call: Call, id: number): CallView {
  const person = simulator.world.people.get(Number(call.params.chat_id));
  return {
    id,
    at: call.at,
    method: call.method,
    to: person?.user.first_name ?? null,
    outcome: outcomeOf(call),
    params: shown(call.params),
    answer: call.answer === undefined ? '' : shown(call.answer),
  };
}

function outcomeOf(call: Call): CallView['outcome'] {
  if (call.answer === undefined) return call.fault === undefined ? 'waiting' : 'lost';
  return (call.answer as { readonly ok?: unknown }).ok === true ? 'ok' : 'refused';
}

function shown(value: unknown): string {
  const text = withoutToken(JSON.stringify(value, null, 1));
  return text.length > longest ? `${text.slice(0, longest)} …` : text;
}

function outboxView(row: ReturnType<typeof newestRows>[number]): OutboxView {
  return {
    id: row.id,
    to: row.name === null ? String(row.chatId) : firstName(row.name),
    kind: row.kind,
    state: row.state,
    reason: row.reason ?? '',
    attempts: row.attempts,
    at: row.settledAt ?? row.createdAt,
  };
}
