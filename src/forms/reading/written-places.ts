import { textAt, widthOf } from '../grid.ts';
import { type VerificationPlace, verificationOf } from '../verification-columns.ts';
import type { PlanTable } from './plan-table.ts';

/** The columns of Control Interno's verdicts that an export of ours wrote. */
export function verificationIn({ sheet: { grid }, header }: PlanTable): VerificationPlace[] {
  return Array.from({ length: widthOf(grid) }, (_, column) => column).flatMap((column) => {
    const ours = header.rows
      .map((row) => verificationOf(textAt(grid, row, column)))
      .find((each) => each !== undefined);
    return ours === undefined ? [] : [{ ...ours, column }];
  });
}
