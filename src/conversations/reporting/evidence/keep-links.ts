import { addEvidence, type Evidence, evidenceLeftBy, evidenceOf } from '../../../db/evidence.ts';
import { beyondLimit } from '../../../domain/evidence-limit.ts';
import type { Turn } from '../../turn.ts';
import type { About } from '../about.ts';

/**
 * Keeps the links of a text beside the report, each once: as text, never fetched. `all`: a person may leave only so many
 * pieces of a cut.
 */
export function keepLinks(
  turn: Turn,
  { activityId, cutId }: About,
  links: readonly string[],
): { readonly added: readonly Evidence[]; readonly all: boolean } {
  const added: Evidence[] = [];
  if (links.length === 0) return { added, all: true };
  const known = new Set(evidenceOf(turn.db, { activityId, cutId }).map((each) => each.url));
  const personId = turn.person.id;
  for (const url of new Set(links.filter((link) => !known.has(link)))) {
    const left = evidenceLeftBy(turn.db, { personId, cutId });
    if (beyondLimit(left, 0, Number.POSITIVE_INFINITY) !== null) return { added, all: false };
    const row = { activityId, cutId, personId, kind: 'link' as const, url };
    added.push(addEvidence(turn.db, { ...row, state: 'stored', moment: turn.moment, recordedAt: turn.now }));
  }
  return { added, all: true };
}
