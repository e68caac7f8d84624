import { expected, found, warned } from '../../texts/importing/form-problems.ts';
import { addProblem, addWarning, type Findings } from '../findings.ts';
import { COLUMNS } from '../layout.ts';
import type { BaseColumns, BaseRole } from './base-candidates.ts';
import { isBaseRole } from './base-columns.ts';
import type { KeptColumn } from './plan-activities.ts';
import type { GroupColumns } from './plan-columns.ts';
import type { PlanTable } from './plan-table.ts';

/** Tells what is missing. What no plan can be read without is a problem; what only the official form has is a warning. */
export function tellMissing(
  columns: GroupColumns,
  kept: readonly KeptColumn[],
  table: PlanTable,
  findings: Findings,
  open: boolean,
): void {
  const { base, official } = columns;
  const headings = kept.map(({ heading }) => heading);
  const at = (role: BaseRole) => ({ row: table.header.first, column: usualPlace(role, base, kept) });
  for (const role of ['activity', 'responsible'] as const) {
    if (base.has(role) || open) continue;
    const heading = COLUMNS.find(({ name }) => name === role)?.heading ?? '';
    addProblem(findings, 'heading', at(role), found.noHeading(heading, headings), expected.heading(heading));
  }
  const dated = base.has('start') || base.has('end') || base.has('period');
  if (columns.gantt && !dated)
    addProblem(findings, 'no-plan', at('start'), found.gantt, expected.datesInColumns);
  if (!base.has('number')) addWarning(findings, 'numbered', at('number'), warned.numbered);
  for (const { name, heading, presence } of COLUMNS) {
    if (presence === 'may' || base.has(name) || isTold(name, base)) continue;
    if (official || name === 'target') addWarning(findings, 'missing', at(name), warned.missing(heading));
  }
}

function isTold(name: string, base: BaseColumns): boolean {
  const dates = name === 'start' || name === 'end';
  return (
    ['activity', 'responsible', 'number'].includes(name) ||
    (dates && (base.has('period') || isBaseRole(name)))
  );
}

/** Where the official form would have a column: right of the one before it, else at the first column without a role. */
function usualPlace(role: BaseRole, base: BaseColumns, kept: readonly KeptColumn[]): number {
  const index = COLUMNS.findIndex(({ name }) => name === role);
  const before = COLUMNS.slice(0, index).findLast(({ name }) => base.has(name));
  const usual = before === undefined ? 0 : (base.get(before.name) ?? 0) + 1;
  return kept.some(({ column }) => column === usual) ? usual : (kept[0]?.column ?? usual);
}
