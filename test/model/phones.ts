import { askAgainAfterOutage } from '../../src/conversations/reporting/questions/ask-after-outage.ts';
import { handle } from '../../src/conversations/router.ts';
import { sql } from '../../src/db/drizzle.ts';
import { type Db, inTransaction } from '../../src/db/open.ts';
import { prepared } from '../../src/db/prepared.ts';
import { outbox } from '../../src/db/schema/index.ts';
import type { Event, Keyboard } from '../../src/domain/events.ts';
import { tick } from '../../src/schedule/tick.ts';
import { context } from '../world/context.ts';
import { importedAt, openDatabase } from '../world/database.ts';
import { settle } from '../world/people.ts';

export const people = ['ana', 'berta', 'carlos'] as const;
export type Name = (typeof people)[number];

/** What a phone shows of a message of the bot. */
export type Shown = { readonly row: number; readonly text: string; readonly keyboard: Keyboard };

export type Phones = ReturnType<typeof openPhones>;

/**
 * The conversations on a real database, without network: each act is one transaction, and whatever it queued is taken
 * for sent, so that the outbox is what the phones show.
 */
export function openPhones() {
  const database = openDatabase({});
  inTransaction(database.store, (db) => {
    for (const [place, name] of people.entries()) {
      const account = { userId: 101 + place, name };
      settle(db, { name, holds: { positions: [place + 1] }, account }, importedAt);
    }
  });
  let messageId = 10;
  /** What the phones show, read when it is first looked at after something was sent. */
  const chats = new Map<Name, readonly Shown[]>();

  function send(): void {
    chats.clear();
    database.db.run(
      sql`update outbox set state = 'sent', settledAt = createdAt, messageId = coalesce(messageId, id + 1000) where state = 'released'`,
    );
    // Everybody reads what is asked before they act.
    database.db.run(sql`update question set shownAt = 0 where shownAt is null`);
  }

  function act(event: Event, now: number): void {
    inTransaction(database.store, (db) => handle(db, context, event, now));
    send();
  }

  const idOf = (who: Name) => 101 + people.indexOf(who);
  const common = (who: Name, moment: number) => ({
    chatId: idOf(who),
    from: { userId: idOf(who), name: who },
    moment,
  });

  return {
    get db(): Db {
      return database.db;
    },
    say: (who: Name, text: string, now: number) =>
      act(
        {
          kind: 'text',
          ...common(who, now),
          messageId: messageId++,
          text,
          forwarded: false,
          repliesTo: null,
        },
        now,
      ),
    tap: (who: Name, data: string, row: number | null, now: number) =>
      act(
        {
          kind: 'tap',
          ...common(who, now),
          queryId: String(messageId++),
          messageId: row === null ? null : row + 1000,
          data,
        },
        now,
      ),
    tick: (now: number) => {
      inTransaction(database.store, (db) =>
        tick(db, now, {
          renderSummary: () => [],
          entityName: null,
          askAgain: (inner, personId, moment) => askAgainAfterOutage(inner, context, personId, moment),
        }),
      );
      send();
    },
    act: (work: (db: Db) => void) => {
      inTransaction(database.store, work);
      send();
    },
    restart: database.reopen,
    /** Every message of a chat, oldest first; a changed one as it is now. */
    chat: (who: Name): readonly Shown[] => {
      const chat = chats.get(who) ?? chatOf(database.db, idOf(who));
      chats.set(who, chat);
      return chat;
    },
    /** Last words by activity, and how many revisions there are. */
    reports: () =>
      database.db.all<{ activity: string; tenths: number; observation: string; revisions: number }>(sql`
        select activity.number as activity, progress as tenths, observation, count(*) as revisions, max(report.id)
        from report join activity on activity.id = report.activityId where voidedAt is null
        group by activity.id order by activity.place`),
    taps: () =>
      database.db.all<{ n: number }>(sql`select count(*) as n from outbox where kind = 'tap'`)[0]?.n ?? 0,
    openQuestions: () =>
      database.db.all<{ n: number }>(
        sql`select count(*) as n from question where state = 'open' group by personId having n > 1`,
      ),
    /** Numbers of the activities that are out of the form. */
    retired: () =>
      database.db
        .all<{ number: string }>(sql`select number from activity where retiredAt is not null`)
        .map(({ number }) => number),
    close: database.remove,
  };
}

function chatOf(db: Db, chatId: number): readonly Shown[] {
  return messagesIn(db)
    .all({ chatId })
    .flatMap(({ row, payload }) =>
      payload && 'html' in payload
        ? [{ row, text: payload.html.replace(/<[^>]+>/g, ''), keyboard: payload.keyboard ?? [] }]
        : [],
    );
}

const messagesIn = prepared((db) =>
  db
    .select({ row: outbox.id, payload: outbox.payload })
    .from(outbox)
    .where(
      sql`${outbox.chatId} = ${sql.placeholder('chatId')} and ${outbox.kind} not in ('tap', 'edit', 'buttons')`,
    )
    .orderBy(outbox.id)
    .prepare(),
);
