import { assignmentsEver, spansOf } from '../../../db/assignments.ts';
import type { Db } from '../../../db/open.ts';
import { personById, positionById } from '../../../db/people.ts';
import { type LocalDate, localDate, type Moment } from '../../../domain/dates.ts';

/** A position that was or will be somebody's and is not theirs now. */
export type PositionAway = {
  readonly positionId: number;
  readonly name: string;
  /** Who reports for it now, and whether they do so as an *encargo*. */
  readonly heldBy: readonly string[];
  readonly byActing: boolean;
  /** Their last day and the day since which it is not theirs, which may be the same; null: it never was theirs. */
  readonly lastDay: LocalDate | null;
  readonly since: LocalDate | null;
  /** Whether what ended was an *encargo*. */
  readonly wasActing: boolean;
  /** The day from which it is theirs; null: no such day is planned. */
  readonly from: LocalDate | null;
};

/** A person's positions that are not theirs at a moment: those that come back first, then the latest lost. */
export function positionsAway(db: Db, personId: number, now: Moment): readonly PositionAway[] {
  const ever = assignmentsEver(db, personId).filter((span) => span.positionId !== null);
  return [...Map.groupBy(ever, (span) => span.positionId ?? 0)]
    .flatMap(([positionId, spans]): (PositionAway & { readonly lostAt: Moment })[] => {
      const isOver = (until: Moment | null) => until !== null && until <= now;
      if (spans.some((span) => span.fromAt <= now && !isOver(span.untilAt))) return [];
      const next = spans.find((span) => span.fromAt > now);
      const last = spans.findLast((span) => isOver(span.untilAt));
      const present = spansOf(db, { positionId }, now).filter((span) => span.fromAt <= now);
      return [
        {
          positionId,
          name: positionById(db, positionId)?.name ?? '',
          heldBy: present.flatMap((span) => personById(db, span.personId)?.name ?? []),
          byActing: present.length > 0 && present.every((span) => span.acting),
          lastDay: last?.untilAt ? localDate(last.untilAt - 1) : null,
          since: last?.untilAt ? localDate(last.untilAt) : null,
          wasActing: last?.acting ?? false,
          from: next ? localDate(next.fromAt) : null,
          lostAt: last?.untilAt ?? 0,
        },
      ];
    })
    .toSorted((a, b) => Number(a.from === null) - Number(b.from === null) || b.lostAt - a.lostAt);
}
