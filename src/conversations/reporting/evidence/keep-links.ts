import { addEvidence, evidenceLeftBy, evidenceOfCuts } from '../../../db/evidence.ts';
import { beyondLimit } from '../../../domain/evidence-limit.ts';
import type { Turn } from '../../turn.ts';

type Of = { readonly activityId: number; readonly cutId: number };

/**
 * Keeps the links of a text beside the report, each once: as text, never fetched.
 * @returns whether all of them are kept: a person may leave only so many pieces of a cut.
 */
export function keepLinks(turn: Turn, of: Of, links: readonly string[]): boolean {
  if (links.length === 0) return true;
  const known = new Set(
    evidenceOfCuts(turn.db, [of.cutId]).flatMap((each) =>
      each.activityId === of.activityId ? (each.url ?? []) : [],
    ),
  );
  const { activityId, cutId } = of;
  const personId = turn.person.id;
  for (const url of links.filter((link) => !known.has(link))) {
    const left = evidenceLeftBy(turn.db, { personId, cutId });
    if (beyondLimit(left, 0, Number.POSITIVE_INFINITY) !== null) return false;
    const row = { activityId, cutId, personId, kind: 'link' as const, url };
    addEvidence(turn.db, { ...row, state: 'stored', moment: turn.moment, recordedAt: turn.now });
  }
  return true;
}
