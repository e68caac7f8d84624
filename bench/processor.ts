import { textOf, withChildren } from './resident.ts';

/** Linux counts processor time in hundredths of a second (`getconf CLK_TCK`). */
const tickMs = 10;

/** Milliseconds of processor, user and system, that a process and all its children have taken. Linux only. */
export function processorMs(pid: number): number {
  let ticks = 0;
  for (const each of withChildren(pid)) {
    // pid (name) state …; the 14th to 17th fields are utime, stime, and those of children that have ended.
    const fields = textOf(`/proc/${each}/stat`).split(') ')[1]?.split(' ') ?? [];
    for (const field of fields.slice(11, 15)) ticks += Number(field);
  }
  return ticks * tickMs;
}
