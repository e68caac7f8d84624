import { canonicalJson, isSameJson } from '../../domain/canonical-json.ts';
import type { DocumentActivity, DocumentReport, FiguresDocument } from './document.ts';
import { reportsOfCut } from './figures.ts';

/** A difference between a presented cut and its present state. */
export type Change =
  | { readonly what: 'header' }
  | { readonly what: 'date'; readonly before: string; readonly after: string }
  | { readonly what: 'added' | 'removed' | 'activity' | 'evidence'; readonly number: string }
  | {
      readonly what: 'report';
      readonly number: string;
      readonly before: DocumentReport | null;
      readonly after: DocumentReport | null;
    };

/**
 * The changes of the cut itself, activity by activity in the form's order: its header, activities, weights,
 * dates and last reports, and evidence that was voided since. Not counted as changes: a later cause, a later
 * piece of evidence, another hour of the same report, and an earlier cut, which has an approval of its own.
 */
export function changesBetween(before: FiguresDocument, after: FiguresDocument): readonly Change[] {
  const former = new Map(before.activities.map((each) => [each.number, each]));
  const latter = new Map(after.activities.map((each) => [each.number, each]));
  const then = reportsOfCut(before);
  const now = reportsOfCut(after);
  const had = evidenceOf(before);
  const kept = new Set([...evidenceOf(after).values()].flat());
  const numbers = new Set([...former.keys(), ...latter.keys()]);
  return [
    ...(isSameJson(before.plan, after.plan) ? [] : [{ what: 'header' } as const]),
    ...(before.cut.date === after.cut.date
      ? []
      : [{ what: 'date', before: before.cut.date, after: after.cut.date } as const]),
    ...[...numbers].flatMap((number): readonly Change[] => {
      const [old, young] = [former.get(number), latter.get(number)];
      if (!old) return [{ what: 'added', number }];
      if (!young) return [{ what: 'removed', number }];
      return [
        ...(isSameJson(counted(old), counted(young)) ? [] : [{ what: 'activity', number } as const]),
        ...reportChange(number, then.get(number) ?? null, now.get(number) ?? null),
        ...((had.get(number) ?? []).every((each) => kept.has(each))
          ? []
          : [{ what: 'evidence', number } as const]),
      ];
    }),
  ];
}

/** An activity without what changes no figure and no word of it. */
function counted({ cause: _, set: __, ...activity }: DocumentActivity): object {
  return activity;
}

/** The kept evidence at the cut itself, by activity, each piece as one text. */
function evidenceOf({ evidence, cut }: FiguresDocument): ReadonlyMap<string, readonly string[]> {
  const own = Map.groupBy(
    evidence.filter((each) => each.cut === cut.number),
    (each) => each.activity,
  );
  return new Map(
    [...own].map(([number, pieces]) => [
      number,
      pieces.map((each) => canonicalJson([number, each.sha256, each.link, each.receivedAt])),
    ]),
  );
}

function reportChange(
  number: string,
  before: DocumentReport | null,
  after: DocumentReport | null,
): readonly Change[] {
  const words = (each: DocumentReport | null) =>
    each && [each.progress, each.amount ?? null, each.observation.normalize('NFC'), each.coverage];
  return isSameJson(words(before), words(after)) ? [] : [{ what: 'report', number, before, after }];
}
