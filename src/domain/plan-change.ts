import type { LocalDate, Moment } from './dates.ts';
import type { Figure } from './programming.ts';
import type { Retirements } from './retirement.ts';

/** The columns of an activity that its texts are in; positions are nobody's text. */
export const changeableTexts = [
  'name',
  'indicator',
  'phase',
  'participationLevel',
  'channels',
  'stakeholderGroup',
  'means',
  'resources',
] as const;
/** What Planeación sets, or `planned`, which only a form brings. */
export type Programming = Partial<{
  readonly programmed: readonly Figure[] | null;
  readonly planned: readonly Figure[];
  readonly measure: string | null;
  readonly yearAmount: number | null;
  readonly keeps: boolean;
}>;
type Texts = Readonly<Partial<Record<(typeof changeableTexts)[number], string>>>;

/** The columns that each kind of change of a plan replaces. */
type ColumnsOf = {
  readonly target: { readonly target: string };
  readonly dates: { readonly startsOn: LocalDate; readonly endsOn: LocalDate };
  readonly programming: Programming;
  readonly text: Texts;
  readonly withdrawal: Readonly<Record<string, never>>;
};

export const changeKinds = ['target', 'dates', 'programming', 'text', 'withdrawal'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** What a reformulation changes in one activity: the columns before and after. A withdrawal names none. */
export type ActivityChange<Kind extends ChangeKind = ChangeKind> = {
  readonly [Each in Kind]: {
    readonly kind: Each;
    readonly activityId: number;
    readonly before: ColumnsOf[Each];
    readonly after: ColumnsOf[Each];
  };
}[Kind];

/** A version of a plan after the first: what it changed, and the cut from which it holds. */
export type LaterVersion = {
  readonly number: number;
  readonly acceptedAt: Moment;
  /** The date, in the form, of the first cut for which it holds. */
  readonly fromDate: LocalDate;
  readonly changes: readonly ActivityChange[];
};

/** The version of a plan that holds for a cut, and what later versions change, newest first. */
export type VersionOfCut = {
  readonly number: number;
  /** Null: the first version, which holds from the beginning. */
  readonly fromDate: LocalDate | null;
  readonly later: readonly LaterVersion[];
};

/** @param date of the cut in its form. @param versions of its plan */
export function versionOfCut(versions: readonly LaterVersion[], date: LocalDate): VersionOfCut {
  const newestFirst = versions.toSorted((a, b) => b.number - a.number);
  const held = newestFirst.find((each) => each.fromDate <= date);
  return {
    number: held?.number ?? 1,
    fromDate: held?.fromDate ?? null,
    later: newestFirst.filter((each) => each.fromDate > date),
  };
}

type Versioned = Retirements & { readonly id: number };

/**
 * An activity as it holds for a cut: the stored one is of the newest version, so what later versions changed is taken
 * back (specification: Versions of a plan).
 */
export function activityAt<Stored extends Versioned>(
  stored: Stored,
  { version }: { readonly version: VersionOfCut },
): Stored {
  let is = stored;
  for (const { changes, acceptedAt } of version.later)
    for (const change of changes)
      if (change.activityId === stored.id) is = { ...is, ...takenBack(is, change, acceptedAt) };
  return is;
}

function takenBack(of: Versioned, change: ActivityChange, acceptedAt: Moment): object {
  if (change.kind !== 'withdrawal') return change.before;
  return {
    retiredAt: of.retiredAt === acceptedAt ? null : of.retiredAt,
    absences: of.absences.filter(({ from }) => from !== acceptedAt),
  };
}
