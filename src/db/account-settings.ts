import type { Moment } from '../domain/dates.ts';
import { and, eq, gt, isNotNull, isNull, lte, or } from './drizzle.ts';
import type { Db } from './open.ts';
import { accountSetting, assignment, type Office, person } from './schema/index.ts';
import { noteErased } from './traces.ts';

/** The values that Telegram accepted last, by key. */
export function accountSettings(db: Db): ReadonlyMap<string, string> {
  return new Map(
    db
      .select()
      .from(accountSetting)
      .all()
      .map((row) => [row.key, row.value]),
  );
}

export function setAccountSetting(db: Db, key: string, value: string): void {
  db.insert(accountSetting)
    .values({ key, value })
    .onConflictDoUpdate({ target: accountSetting.key, set: { value } })
    .run();
}

export function dropAccountSetting(db: Db, key: string): void {
  db.delete(accountSetting).where(eq(accountSetting.key, key)).run();
  // The key of a chat's menu names the account.
  noteErased(db);
}

export type Post = { readonly position: boolean; readonly offices: readonly Office[] };

/** The post of each enrolled person at a moment, by account: one query for all of them. */
export function heldByAccount(db: Db, moment: Moment): ReadonlyMap<number, Post> {
  const rows = db
    .select({
      account: person.telegramUserId,
      positionId: assignment.positionId,
      office: assignment.office,
    })
    .from(person)
    .leftJoin(
      assignment,
      and(
        eq(assignment.personId, person.id),
        lte(assignment.fromAt, moment),
        or(isNull(assignment.untilAt), gt(assignment.untilAt, moment)),
      ),
    )
    .where(isNotNull(person.telegramUserId))
    .all();
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
