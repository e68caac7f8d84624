import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importPlan } from '../../src/actions/import-plan.ts';
import { askAgainAfterOutage } from '../../src/conversations/reporting/questions/ask-after-outage.ts';
import { handle } from '../../src/conversations/router.ts';
import type { House } from '../../src/conversations/turn.ts';
import { linkAccount } from '../../src/db/accounts.ts';
import { sql } from '../../src/db/drizzle.ts';
import { type Db, inTransaction, openStore, type Store } from '../../src/db/open.ts';
import { assignment, outbox, person, position } from '../../src/db/schema/index.ts';
import { momentAt } from '../../src/domain/dates.ts';
import type { Event, Keyboard } from '../../src/domain/events.ts';
import type { Form } from '../../src/forms/form.ts';
import { readFormFile } from '../../src/forms/read-file.ts';
import { tick } from '../../src/schedule/tick.ts';

export const importedAt = momentAt('2022-03-01', 9);
const realForm = readFileSync(join(import.meta.dirname, '../../src/simulator/data/PL-PC-01-2022.txt'));
const house: House = {
  username: 'cascajal_bot',
  entityName: null,
  dataContact: 'datos@example.org',
  filesPath: '',
  secret: Buffer.alloc(32),
};

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
  const folder = mkdtempSync(join(tmpdir(), 'model-'));
  const path = join(folder, 'model.db');
  copyFileSync(template(), path);
  let store: Store = openStore(path, { migrate: false });
  let messageId = 10;

  function send(): void {
    store.db.run(
      sql`update outbox set state = 'sent', settledAt = createdAt, messageId = coalesce(messageId, id + 1000) where state = 'released'`,
    );
  }

  function act(event: Event, now: number): void {
    inTransaction(store, (db) => handle(db, house, event, now));
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
      return store.db;
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
      inTransaction(store, (db) =>
        tick(db, now, {
          renderSummary: () => [],
          entityName: null,
          askAgain: (inner, personId, moment) => askAgainAfterOutage(inner, house, personId, moment),
        }),
      );
      send();
    },
    act: (work: (db: Db) => void) => {
      inTransaction(store, work);
      send();
    },
    restart: () => {
      store.close();
      store = openStore(path, { migrate: true });
    },
    /** Every message of a chat, oldest first; a changed one as it is now. */
    chat: (who: Name): readonly Shown[] =>
      store.db
        .select({ row: outbox.id, payload: outbox.payload })
        .from(outbox)
        .where(sql`${outbox.chatId} = ${idOf(who)} and ${outbox.kind} not in ('tap', 'edit', 'buttons')`)
        .orderBy(outbox.id)
        .all()
        .flatMap(({ row, payload }) =>
          payload && 'html' in payload
            ? [{ row, text: payload.html.replace(/<[^>]+>/g, ''), keyboard: payload.keyboard ?? [] }]
            : [],
        ),
    /** Last words by activity, and how many revisions there are. */
    reports: () =>
      store.db.all<{ activity: string; tenths: number; observation: string; revisions: number }>(sql`
        select activity.number as activity, progress as tenths, observation, count(*) as revisions, max(report.id)
        from report join activity on activity.id = report.activityId where voidedAt is null
        group by activity.id order by activity.place`),
    taps: () =>
      store.db.all<{ n: number }>(sql`select count(*) as n from outbox where kind = 'tap'`)[0]?.n ?? 0,
    openQuestions: () =>
      store.db.all<{ n: number }>(
        sql`select count(*) as n from question where state = 'open' group by personId having n > 1`,
      ),
    /** Numbers of the activities that are out of the form. */
    retired: () =>
      store.db
        .all<{ number: string }>(sql`select number from activity where retiredAt is not null`)
        .map(({ number }) => number),
    close: () => {
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

let read: Form | undefined;

/** The real form, read once. */
export function form(): Form {
  if (read) return read;
  const reading = readFormFile(realForm);
  if (!reading.ok) throw new Error('the real form cannot be read');
  read = reading.form;
  return read;
}

let made: string | undefined;

/** The real plan with its three positions held: made once, then copied. */
function template(): string {
  if (made !== undefined) return made;
  const path = join(mkdtempSync(join(tmpdir(), 'model-template-')), 'seed.db');
  const store = openStore(path, { migrate: true });
  inTransaction(store, (db) => {
    importPlan(db, form(), { withoutMonitoring: true, now: importedAt });
    people.forEach((name, place) => {
      const { id } = db.insert(person).values({ name, createdAt: importedAt }).returning().get();
      const positionId = db.select().from(position).all()[place]?.id ?? null;
      db.insert(assignment).values({ personId: id, positionId, office: null, fromAt: importedAt }).run();
      linkAccount(db, id, { userId: 101 + place, name }, 'test', importedAt);
    });
  });
  store.sqlite.pragma('wal_checkpoint(TRUNCATE)');
  store.close();
  made = path;
  return path;
}
