import { commandNames } from '../../../src/actions/commands.ts';
import { handle } from '../../../src/conversations/router.ts';
import { asc, gt } from '../../../src/db/drizzle.ts';
import { rowById } from '../../../src/db/outbox-rows.ts';
import { outbox } from '../../../src/db/schema/index.ts';
import { readButton } from '../../../src/domain/buttons.ts';
import type { Moment } from '../../../src/domain/dates.ts';
import type { Event } from '../../../src/domain/events.ts';
import { context } from '../../world/context.ts';
import type { Database } from '../../world/database.ts';
import { type Read, rowsRead } from '../../world/rows-read.ts';
import { accounts, type Who } from './town.ts';

export type Step = { readonly key: string } & (
  | { readonly text: string }
  | { readonly data: string; readonly messageId: number }
);
export type Cost = ReadonlyMap<string, Read>;

/** Buttons of buttons of buttons: deeper ones are those again. */
const DEPTH = 12;

/**
 * Does everything that somebody's phone offers, in the order of a child who presses each button once: every command, the
 * texts after the steps that `typed` names, every kind of button, each where it is first seen. Each step is undone.
 */
export function walk(
  database: Database,
  who: Who,
  now: Moment,
  typed: Readonly<Record<string, readonly string[]>> = {},
): Cost {
  const costs = new Map<string, Read>();
  const { sqlite } = database.store;
  const visit = (step: Step, depth: number) => {
    if (costs.has(step.key)) return;
    sqlite.exec('savepoint step');
    const before = lastRow(database);
    costs.set(
      step.key,
      rowsRead(() => handle(database.db, context, eventOf(step, accounts[who], now), now)),
    );
    if (depth < DEPTH) {
      const next = [
        ...textsAfter(step.key, typed),
        ...buttonsAfter(database, accounts[who], before, step.key),
      ];
      taken(database, now);
      for (const each of next) visit(each, depth + 1);
    }
    sqlite.exec('rollback to step; release step');
  };
  for (const name of commandNames) visit({ key: `/${name}`, text: `/${name}` }, 1);
  return costs;
}

let messages = 1_000_000;

function eventOf(step: Step, account: number, now: Moment): Event {
  const by = { chatId: account, from: { userId: account, name: 'x' }, moment: now };
  if ('data' in step) return { kind: 'tap', ...by, queryId: 'q', messageId: step.messageId, data: step.data };
  return { kind: 'text', ...by, messageId: ++messages, text: step.text, forwarded: false, repliesTo: null };
}

function textsAfter(key: string, typed: Readonly<Record<string, readonly string[]>>): readonly Step[] {
  return (typed[key] ?? []).map((text) => ({ key: `${key} “${text}”`, text }));
}

function lastRow({ store }: Database): number {
  return store.sqlite.prepare<[], number>('select coalesce(max(id), 0) from outbox').pluck().get() ?? 0;
}

/** Telegram took everything a minute ago, so that nothing is sent before its question was seen. */
function taken({ store }: Database, now: Moment): void {
  store.sqlite
    .prepare(
      "update outbox set state = 'sent', settledAt = ?, messageId = coalesce(edits, id) where state = 'released'",
    )
    .run(now - 60_000);
  store.sqlite.prepare('update question set shownAt = ? where shownAt is null').run(now - 60_000);
}

function buttonsAfter({ db }: Database, chatId: number, after: number, key: string): readonly Step[] {
  const rows = db.select().from(outbox).where(gt(outbox.id, after)).orderBy(asc(outbox.id)).all();
  const all = rows
    .filter((row) => row.chatId === chatId)
    .flatMap(({ id, edits, ...row }) => {
      // An edit shows what the row of its message holds.
      const payload = edits === null ? row.payload : rowById(db, edits)?.payload;
      const keyboard = payload && 'html' in payload ? (payload.keyboard ?? []) : [];
      return keyboard.flat().map(({ data }) => ({ key: kindOf(data, key), data, messageId: edits ?? id }));
    });
  // Of a list the last one too: another cut, another person.
  return [...Map.groupBy(all, (each) => each.key).values()].flatMap((same) => {
    const [first, last] = [same[0], same.length > 1 ? same.at(-1) : undefined];
    return [...(first ? [first] : []), ...(last ? [{ ...last, key: `${last.key} (last)` }] : [])];
  });
}

/** What a button does, whatever it is about; the answers of a question are told apart by where it was asked. */
function kindOf(data: string, from: string): string {
  const button = readButton(data);
  if (button === null) throw new Error(`no button: ${data}`);
  if (button.to === 'question') return `${from.split(' → ')[0]} → ${button.answer.replace(/\d+$/, '')}`;
  const [to, args] = button.to === 'screen' ? [button.screen, button.args] : [button.to, button];
  const page = 'page' in args && Number(args.page) > 1 ? ', next page' : '';
  const flags = Object.entries(args).flatMap(([name, value]) =>
    typeof value === 'boolean' || (name !== 'to' && typeof value === 'string' && /^[a-z]+$/i.test(value))
      ? [`${name} ${value}`]
      : [],
  );
  return [to, ...flags].join(' ') + page;
}
