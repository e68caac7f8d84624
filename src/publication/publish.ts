import type { Actor } from '../db/audit.ts';
import type { Db } from '../db/open.ts';
import { addPublication } from '../db/publications.ts';
import { canonicalJson } from '../domain/canonical-json.ts';
import type { Moment } from '../domain/dates.ts';
import type { ToPublish } from './to-publish.ts';

/** Puts on record what is published now: one row for each cut that is new or changed. */
export function publish(db: Db, site: readonly ToPublish[], by: Actor, now: Moment): readonly ToPublish[] {
  return site.map((each) => {
    if (each.state === 'same') return each;
    const { cutId, planId, address, content, state } = each;
    const row = { cutId, at: now, address, document: canonicalJson(content) };
    addPublication(db, row, { by, planId, again: state === 'changed' });
    return { ...each, state: 'same', moments: [...each.moments, now] };
  });
}
