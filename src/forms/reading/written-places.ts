import { textAt, widthOf } from '../grid.ts';
import { type ProgrammingPlace, programmingColumnOf } from '../programming-columns.ts';
import { type VerificationPlace, verificationOf } from '../verification-columns.ts';
import type { PlanTable } from './plan-table.ts';

/** The columns of Control Interno's verdicts that an export of ours wrote. */
export function verificationIn(table: PlanTable): VerificationPlace[] {
  return placesOf(table, verificationOf);
}

/** The columns of programming that an export of ours wrote. */
export function programmingIn(table: PlanTable): ProgrammingPlace[] {
  return placesOf(table, programmingColumnOf);
}

function placesOf<Column>(
  { sheet: { grid }, header }: PlanTable,
  read: (heading: string) => Column | undefined,
): (Column & { readonly column: number })[] {
  return Array.from({ length: widthOf(grid) }, (_, column) => column).flatMap((column) => {
    const ours = header.rows.map((row) => read(textAt(grid, row, column))).find((each) => each !== undefined);
    return ours === undefined ? [] : [{ ...ours, column }];
  });
}
