import { handle } from '../../src/conversations/router.ts';
import { sql } from '../../src/db/drizzle.ts';
import { inTransaction } from '../../src/db/open.ts';
import { releasedAfter } from '../../src/db/sending.ts';
import type { Event, Keyboard } from '../../src/domain/events.ts';
import { type Call, prepare, record } from '../../src/telegram/delivery.ts';
import { context } from '../world/context.ts';
import { importedAt, openDatabase } from '../world/database.ts';
import { settle } from '../world/people.ts';

const ana = 101;
/** Nobody reads a question sooner: less than the 2 s of the rule, whose seconds are whole. */
const readingMs = 1_000;
const notices = {
  textAtSending: () => ({ notNeeded: 'nothing goes out by itself here' }),
  onSent: () => undefined,
  atAnyHour: () => false,
};

/** A message of the bot as the phone shows it. */
export type Visible = { readonly text: string; readonly keyboard: Keyboard };
/** What was on the phone when something was sent. */
export type Sent = { readonly text: string; readonly at: number; readonly lastAsked: string | null };

export type SlowPhone = ReturnType<typeof openSlowPhone>;

/**
 * One person with six activities, and Telegram between them and the bot: what is sent waits until it is fetched, what
 * the bot says waits until it is sent, and what was sent counts for the bot when the yes of Telegram has come back. One
 * counter numbers the messages of both sides.
 */
export function openSlowPhone(start: number) {
  const database = openDatabase({});
  inTransaction(database.store, (db) =>
    settle(db, { name: 'Ana', holds: { positions: [1] }, account: { userId: ana, name: 'Ana' } }, importedAt),
  );
  let now = start;
  let messageId = 0;
  const chat = new Map<number, Visible>();
  const updates: Event[] = [];
  let inFlight: { call: Call; result: unknown } | null = null;
  const sent: Sent[] = [];
  const showings: { readonly asked: string | null; readonly since: number }[] = [];

  /** The activity of the question that was read last, by its last line; null: none, or one about several. */
  function lastAsked(): string | null {
    return showings.findLast(({ since }) => since + readingMs <= now)?.asked ?? null;
  }

  function common() {
    return { chatId: ana, from: { userId: ana, name: 'Ana' } };
  }
  /** As `readUpdate` reads a date: the latest moment of its second, but none later than it was received. */
  const momentOf = (date: number) => Math.max(date * 1_000, Math.min(date * 1_000 + 999, now));

  return {
    database,
    sent: sent as readonly Sent[],
    lastAsked,
    visible: () => [...chat.values()],
    pass: (ms: number) => {
      now += ms;
    },
    say: (text: string) => {
      sent.push({ text, at: now, lastAsked: lastAsked() });
      const date = Math.floor(now / 1_000);
      const message = { kind: 'text', text, forwarded: false, repliesTo: null } as const;
      updates.push({ ...common(), ...message, messageId: ++messageId, moment: date });
    },
    /** @returns false when no such button is on the phone */
    tap: (wanted: RegExp): boolean => {
      for (const [id, on] of [...chat].reverse()) {
        const button = on.keyboard.flat().find(({ text }) => wanted.test(text));
        if (!button) continue;
        // What they do next is about the message whose button they tapped.
        noteShowing(on.text, now - readingMs);
        updates.push({
          ...common(),
          kind: 'tap',
          queryId: 'q',
          messageId: id,
          data: button.data,
          moment: -1,
        });
        return true;
      }
      return false;
    },
    /** The bot takes in up to so many of what waits, in one transaction. */
    fetch: (most: number) => {
      const batch = updates.splice(0, most);
      inTransaction(database.store, (db) => {
        for (const each of batch)
          handle(db, context, { ...each, moment: each.moment < 0 ? now : momentOf(each.moment) }, now);
      });
    },
    /** Telegram takes the next thing that the bot says. */
    send: () => {
      if (inFlight) return;
      for (const { id } of releasedAfter(database.db, 0, 500)) {
        const call = inTransaction(database.store, (db) => prepare(db, id, notices, now));
        if (!call) continue;
        inFlight = { call, result: take(call) };
        if (call.method === 'answerCallbackQuery') acknowledge();
        else return;
      }
    },
    acknowledge,
    /** The yes of Telegram is lost, and the process with it: it will be said once more. */
    lose: () => {
      inFlight = null;
      database.reopen();
    },
    stored: () =>
      database.db.all<{ activity: string; tenths: number; observation: string }>(sql`
        select activity.number as activity, progress as tenths, observation from report
        join activity on activity.id = report.activityId where report.personId is not null order by report.id`),
    drafts: () =>
      database.db.all<{ activity: string; observation: string | null; tenths: number | null }>(sql`
        select activity.number as activity, observation, progress as tenths from draft
        join activity on activity.id = draft.activityId`),
    /** Everything that the bot wrote down anywhere. */
    written: () =>
      JSON.stringify(
        database.db.all(sql`select observation as text from report union all select observation from draft
          union all select payload from question union all select payload from outbox`),
      ),
    /** Everything that it was asked about whose it is. */
    whose: () =>
      database.db
        .all<{ payload: string }>(sql`select payload from question where kind = 'evidence'`)
        .map(({ payload }) => payload),
    openQuestions: () => database.db.all(sql`select 1 from question where state = 'open'`).length,
    close: database.remove,
  };

  function noteShowing(text: string, since: number): void {
    const asked = askedIn(text);
    if (asked !== undefined) showings.push({ asked, since });
  }

  function take({ method, payload, target }: Call): unknown {
    if (!('html' in payload)) return true;
    const date = Math.floor(now / 1_000);
    const shown = { text: payload.html.replace(/<[^>]+>/g, ''), keyboard: payload.keyboard ?? [] };
    if (method !== 'editMessageReplyMarkup') noteShowing(shown.text, now);
    if (method === 'sendMessage') {
      chat.set(++messageId, shown);
      return { message_id: messageId, date };
    }
    const before = chat.get(target.messageId ?? 0);
    if (target.messageId !== null)
      chat.set(
        target.messageId,
        method === 'editMessageReplyMarkup' && before ? { ...before, keyboard: [] } : shown,
      );
    return { message_id: target.messageId, date: 1, edit_date: date };
  }

  function acknowledge(): void {
    if (!inFlight) return;
    const { call, result } = inFlight;
    inFlight = null;
    inTransaction(database.store, (db) => record(db, call, { ok: true, result }, 1, now, notices));
  }
}

/** The activity that a text asks for in its last line; null: one of several; undefined: it asks nothing. */
function askedIn(text: string): string | null | undefined {
  const last = text.trim().split('\n').at(-1) ?? '';
  if (!/¿|Describa|Envíe un texto más corto/.test(last)) return undefined;
  const numbers = [...last.matchAll(/n\.º (\d+)/g)].map(([, number]) => number ?? '');
  return new Set(numbers).size === 1 && !last.includes('¿Es para') ? (numbers[0] ?? null) : null;
}
