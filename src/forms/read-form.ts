import type { Grid } from './grid.ts';
import type { FormPlaces, FormReading, ReadOptions } from './reading/plan-reading.ts';
import { readPlan } from './reading/read-plan.ts';

export type { FormPlaces, FormReading, ReadOptions } from './reading/plan-reading.ts';

/** The plan of a single sheet without merged cells, such as a text file. */
export function readForm(grid: Grid, options: ReadOptions = {}): FormReading {
  return readFormWithPlaces(grid, options).reading;
}

/** Like `readForm`, with the places of the parts of the form; `places` is missing when there are no headings. */
export function readFormWithPlaces(
  grid: Grid,
  options: ReadOptions = {},
): { reading: FormReading; places?: FormPlaces } {
  const { reading, sheets } = readPlan([{ grid, merges: [], hiddenRows: new Set(), visible: true }], options);
  const [only] = sheets ?? [];
  return only === undefined ? { reading } : { reading, places: only.places };
}
