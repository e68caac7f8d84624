import { addEvidence, evidenceOfCuts } from '../../../db/evidence.ts';
import type { Turn } from '../../turn.ts';

type Of = { readonly activityId: number; readonly cutId: number };

/** Keeps the links of a text as evidence, each once. They are stored as text and never fetched. */
export function keepLinks(turn: Turn, of: Of, links: readonly string[]): void {
  if (links.length === 0) return;
  const known = new Set(
    evidenceOfCuts(turn.db, [of.cutId]).flatMap((each) =>
      each.activityId === of.activityId ? (each.url ?? []) : [],
    ),
  );
  for (const url of links.filter((link) => !known.has(link))) {
    const { activityId, cutId } = of;
    const row = { activityId, cutId, personId: turn.person.id, kind: 'link' as const, url };
    addEvidence(turn.db, { ...row, state: 'stored', moment: turn.moment });
  }
}
