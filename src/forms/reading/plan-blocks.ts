import { expected, found, warned } from '../../texts/importing/form-problems.ts';
import { addProblem, addWarning, type Findings } from '../findings.ts';
import { columnLetter } from '../grid.ts';
import type { BlockColumn } from './block-columns.ts';
import type { BlockRole } from './block-words.ts';
import type { CutColumns, MonitoringColumns } from './monitoring-columns.ts';
import { blockColumnsOf, type GroupColumns } from './plan-columns.ts';
import type { PlanCuts } from './plan-cuts.ts';
import { type CutRole, cutRoleOf } from './questions.ts';

/** A block of a cut: where its heading and its two cells stand. */
export type PlacedBlock = {
  readonly cut: number;
  readonly label: string;
  /** The ordinal in its name, for monitorings and quarters. */
  readonly ordinal: number | undefined;
  readonly column: number;
  readonly headingRow: number;
  readonly progress: number | undefined;
  readonly observation: number | undefined;
};

export type CutsOfGroup = {
  readonly monitoring: MonitoringColumns;
  readonly blocks: readonly PlacedBlock[];
  readonly roles: ReadonlyMap<number, { readonly role: string; readonly cut: number | null }>;
  /** Cuts that an answer named and no heading prints. */
  readonly extraCuts: readonly number[];
};

type Placed = {
  readonly column: number;
  readonly role: CutRole;
  readonly cut: number;
  readonly of: BlockColumn | undefined;
};

/** Puts the columns of a group at their cuts. */
export function placeCuts(
  columns: GroupColumns,
  answered: ReadonlyMap<number, string>,
  cuts: PlanCuts,
  findings: Findings,
): CutsOfGroup {
  const ofBlocks = blockColumnsOf(columns).flatMap(({ unit, column }): Placed[] => {
    const cut = cuts.numberOf(column);
    return unit.role === 'other' || cut === undefined || answered.has(column.column.column)
      ? []
      : [{ column: column.column.column, role: unit.role, cut, of: column }];
  });
  const ofAnswers = [...answered].flatMap(([column, option]): Placed[] => {
    const said = cutRoleOf(option);
    return said === undefined ? [] : [{ column, ...said, of: undefined }];
  });
  const placed = [
    ...ofBlocks.filter((each) => !ofAnswers.some((other) => sameCell(each, other))),
    ...ofAnswers,
  ];
  if (!cuts.quarterly) tellTwice(placed, cuts, findings);
  const known = new Set(cuts.cuts.map(({ number }) => number));
  return {
    monitoring: {
      progress: columnsOf(placed, 'progress'),
      observation: columnsOf(placed, 'observation'),
      planned: columnsOf(placed, 'planned'),
      executed: columnsOf(placed, 'executed'),
    },
    blocks: blocksOf(placed, findings),
    roles: new Map(placed.map(({ column, role, cut }) => [column, { role, cut }])),
    extraCuts: [...new Set(placed.map(({ cut }) => cut))].filter((cut) => !known.has(cut)),
  };
}

function sameCell(a: Placed, b: Placed): boolean {
  return a.role === b.role && a.cut === b.cut;
}

function columnsOf(placed: readonly Placed[], role: BlockRole): CutColumns[] {
  const own = placed.filter((each) => each.role === role).sort((a, b) => a.column - b.column);
  return [...Map.groupBy(own, ({ cut }) => cut)]
    .map(([cut, all]) => ({ cut, columns: all.map(({ column }) => column) }))
    .sort((a, b) => a.cut - b.cut);
}

/** Tells two percentages of the same cut: only one can be the report. */
function tellTwice(placed: readonly Placed[], cuts: PlanCuts, findings: Findings): void {
  for (const role of ['progress', 'observation'] as const) {
    for (const { cut, columns } of columnsOf(placed, role)) {
      const [first, second] = columns;
      const of = placed.find(({ column }) => column === second)?.of;
      const date = cuts.cuts.find(({ number }) => number === cut)?.date;
      if (first === undefined || second === undefined || of === undefined || date === undefined) continue;
      if (
        role === 'observation' &&
        columnsOf(placed, 'progress').some((each) => each.cut === cut && each.columns.length > 1)
      )
        continue;
      addProblem(findings, 'cut', of.origin, found.cutTwice(date, columnLetter(first)), expected.once);
    }
  }
}

function blocksOf(placed: readonly Placed[], findings: Findings): PlacedBlock[] {
  return [...Map.groupBy(placed, ({ cut }) => cut)]
    .sort(([a], [b]) => a - b)
    .map(([cut, all]) => {
      const own = [...all].sort((a, b) => a.column - b.column);
      const progress = own.findLast(({ role }) => role === 'progress');
      const observation = own.findLast(({ role }) => role === 'observation');
      const of = (progress ?? observation ?? own[0])?.of;
      const counted = of?.cuts.find(({ cut: said }) => said.ordinal !== undefined);
      const dated = of?.cuts.findLast(({ cut: said }) => said.date !== undefined);
      const label = (counted ?? dated)?.heading.text ?? of?.origin.text ?? `corte ${cut}`;
      const { number, period } = counted?.cut.ordinal ?? { number: 0, period: 'other' };
      const at = of?.origin ?? { row: 0, column: own[0]?.column ?? 0 };
      if (progress !== undefined && observation === undefined)
        addWarning(findings, 'no-observations', at, warned.noObservations(label));
      if (progress === undefined && observation !== undefined)
        addWarning(findings, 'no-observations', at, warned.noProgress(label));
      return {
        cut,
        label,
        ordinal: period === 'monitoring' || period === 'quarter' ? number : undefined,
        column: at.column,
        headingRow: at.row,
        progress: progress?.column,
        observation: observation?.column,
      };
    });
}
