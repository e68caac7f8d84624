import { asc } from '../drizzle.ts';
import type { Db } from '../open.ts';
import { cause } from '../schema/index.ts';
import type { Difference } from './difference.ts';
import { rowsOfActs } from './on-record.ts';

/** Compares the causes of each activity at each cut, in their order, with the rows that gave and took them back. */
export function differingCauses(db: Db): readonly Difference[] {
  type Given = { readonly row: number; readonly personId: number | null; readonly cause: unknown };
  const said = new Map<string, Given[]>();
  for (const { id, act, actorId, personId, activityId, cutId, before, after } of rowsOfActs(db, [
    'causeGiven',
    'causeVoided',
  ])) {
    const key = `${activityId}/${cutId}`;
    const given = said.get(key) ?? [];
    said.set(key, given);
    if (act === 'causeGiven') given.push({ row: id, personId: actorId, cause: after?.cause });
    else {
      const place = given.findLastIndex((each) => each.personId === personId && each.cause === before?.cause);
      if (place >= 0) given.splice(place, 1);
    }
  }
  const stored = new Map<string, (typeof cause.$inferSelect)[]>();
  for (const each of db.select().from(cause).orderBy(asc(cause.id)).all()) {
    const key = `${each.activityId}/${each.cutId}`;
    stored.set(key, [...(stored.get(key) ?? []), each]);
  }
  return [...new Set([...said.keys(), ...stored.keys()])].flatMap((key): Difference[] => {
    const [recorded, kept] = [said.get(key) ?? [], stored.get(key) ?? []];
    const place = recorded.findIndex(
      (each, at) => each.cause !== kept[at]?.cause || each.personId !== kept[at]?.personId,
    );
    const [row, last] = [recorded[place], kept[recorded.length]];
    if (row) {
      const there = kept[place];
      return [{ of: 'cause', id: there?.id ?? 0, what: there ? 'changed' : 'missing', row: row.row }];
    }
    return last ? [{ of: 'cause', id: last.id, what: 'unrecorded', row: null }] : [];
  });
}
