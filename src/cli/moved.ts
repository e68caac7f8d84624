import type { CutMoved } from '../summary/cut-dates.ts';
import { cutMoved } from '../texts/cli/cut.ts';
import { planKey } from './choose.ts';
import { printLine } from './print.ts';
import type { Surroundings } from './surroundings.ts';

/** Prints the cuts whose days changed, one per line. */
export function printMoved(around: Surroundings, moved: readonly CutMoved[]): void {
  for (const { before, after } of moved)
    printLine(around, cutMoved(after.number, planKey(after.plan), before, after));
}
