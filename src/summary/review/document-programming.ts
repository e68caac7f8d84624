import type { Db } from '../../db/open.ts';
import type { Activity, PlannedCut } from '../../db/plans.ts';
import { lastApproved } from '../../db/review.ts';
import { formDateOf, programmedUpTo } from '../../domain/programming.ts';
import type { DocumentActivity } from './document.ts';
import type { ReviewRead } from './review-read.ts';

/** What a document says of the programming of an activity. */
export type ProgrammingParts = Pick<
  DocumentActivity,
  'programming' | 'set' | 'keeps' | 'measure' | 'yearAmount'
>;

/**
 * What is programmed for each activity in the document of a cut, by its number. A cut that was approved keeps what was
 * programmed then: what is programmed later is no change of it.
 */
export function programmingOfCut(
  db: Db,
  { cut }: PlannedCut,
  { cuts: all, documentOf }: ReviewRead,
): (activity: Activity) => ProgrammingParts {
  const approved = lastApproved(db, cut.id);
  const sealed = approved && documentOf(approved);
  const known = new Map(sealed?.activities.map((each) => [each.number, each]));
  const numbers = new Map(
    sealed?.cuts.map(({ number, date }) => [number, all.find((each) => each.cut.date === date)?.cut.number]),
  );
  return (activity) => {
    const own = known.get(activity.number);
    if (own === undefined) return present(activity, all);
    const { programming, set, keeps, measure, yearAmount } = own;
    return {
      ...(programming === undefined
        ? {}
        : { programming: programming.map((each) => ({ ...each, cut: numbers.get(each.cut) ?? each.cut })) }),
      ...(set === undefined ? {} : { set }),
      ...(keeps === undefined ? {} : { keeps }),
      ...(measure === undefined ? {} : { measure }),
      ...(yearAmount === undefined ? {} : { yearAmount }),
    };
  };
}

/** Whether nothing is programmed up to a cut. */
export function startsLaterThan({ keeps, programming }: ProgrammingParts, cut: number): boolean {
  return keeps !== true && programming?.find((each) => each.cut === cut)?.percent === 0;
}

/** Only what is set or programmed has a key, so that a plan without programming is sealed as it always was. */
function present(each: Activity, all: readonly PlannedCut[]): ProgrammingParts {
  const isProgrammed = each.programmed !== null || each.planned.length > 0;
  if (!isProgrammed && !each.keeps && each.measure === null && each.yearAmount === null) return {};
  const programming = all.flatMap(({ cut }) => {
    const upTo = programmedUpTo(each, formDateOf(cut));
    return upTo === null ? [] : [{ cut: cut.number, ...upTo }];
  });
  return {
    ...(programming.length === 0 ? {} : { programming }),
    ...(each.programmed === null ? {} : { set: each.programmed.length === 0 ? 'dates' : 'programmed' }),
    ...(each.keeps ? { keeps: true } : {}),
    ...(each.measure === null ? {} : { measure: each.measure }),
    ...(each.yearAmount === null ? {} : { yearAmount: each.yearAmount }),
  };
}
