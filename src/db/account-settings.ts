import type { Moment } from '../domain/dates.ts';
import { and, eq, getTableColumns, isNotNull, sql } from './drizzle.ts';
import type { Db } from './open.ts';
import { heldAt } from './people.ts';
import { given, prepared, selecting } from './prepared.ts';
import { accountSetting, assignment, type Office, person } from './schema/index.ts';
import { noteErased } from './traces.ts';

/** The values that Telegram accepted last, by key. */
export function accountSettings(db: Db): ReadonlyMap<string, string> {
  return new Map(
    accepted(db)
      .all()
      .map((row) => [row.key, row.value]),
  );
}

const accepted = selecting(getTableColumns(accountSetting), (rows) => rows.from(accountSetting));

export function setAccountSetting(db: Db, key: string, value: string): void {
  accept(db).run({ key, value });
}

const accept = prepared((db) =>
  db
    .insert(accountSetting)
    .values({ key: sql.placeholder('key'), value: sql.placeholder('value') })
    .onConflictDoUpdate({ target: accountSetting.key, set: { value: given('value', accountSetting.value) } })
    .prepare(),
);

export function dropAccountSetting(db: Db, key: string): void {
  db.delete(accountSetting).where(eq(accountSetting.key, key)).run();
  // The key of a chat's menu names the account.
  noteErased(db);
}

export type Post = { readonly position: boolean; readonly offices: readonly Office[] };

/** The post of each enrolled person at a moment, by account: one query for all of them. */
export function heldByAccount(db: Db, moment: Moment): ReadonlyMap<number, Post> {
  const rows = posts(db).all({ moment });
  const held = new Map<number, { position: boolean; offices: Office[] }>();
  for (const { account, positionId, office } of rows) {
    if (account === null) continue;
    const own = held.get(account) ?? { position: false, offices: [] };
    if (positionId !== null) own.position = true;
    if (office !== null) own.offices.push(office);
    held.set(account, own);
  }
  return held;
}

const posts = prepared((db) =>
  db
    .select({ account: person.telegramUserId, positionId: assignment.positionId, office: assignment.office })
    .from(person)
    .leftJoin(assignment, and(eq(assignment.personId, person.id), heldAt(sql.placeholder('moment'))))
    .where(isNotNull(person.telegramUserId))
    .prepare(),
);
