import { warned } from '../../texts/importing/form-problems.ts';
import { addWarning, type Findings } from '../findings.ts';
import type { FormActivity, FormCut } from '../form.ts';
import type { Asking } from './asking.ts';
import type { ReadActivity } from './plan-activities.ts';
import type { CutsOfGroup } from './plan-blocks.ts';
import type { GroupColumns } from './plan-columns.ts';
import { readMonitoring } from './plan-monitoring.ts';
import type { ReadOptions } from './plan-reading.ts';
import { programmingReader } from './read-programming.ts';

export type GroupBlocks = CutsOfGroup & {
  readonly columns: GroupColumns;
  readonly placed: ReadonlyMap<number, string>;
  readonly findings: Findings;
};

/** The cuts of the plan: the printed ones, and those that only an answer named. */
export function allCuts(
  printed: readonly FormCut[],
  blocks: readonly GroupBlocks[],
  year: number,
): FormCut[] {
  const known = new Set(printed.map(({ number }) => number));
  const extra = [...new Set(blocks.flatMap(({ extraCuts }) => extraCuts))].filter(
    (number) => !known.has(number),
  );
  const quarter = (number: number) =>
    `${year}-${['03-31', '06-30', '09-30', '12-31'][number - 1] ?? '12-31'}`;
  const added = extra.map((number) => ({
    number,
    date: quarter(number),
    label: `CORTE ${number}`,
    headingDate: '',
  }));
  return [...printed, ...added].sort((a, b) => a.number - b.number);
}

export type Reports = {
  readonly activities: readonly (Omit<FormActivity, 'positions'> & { readonly from: ReadActivity })[];
  readonly perPeriod: boolean;
};

export function reportsOf(
  activities: readonly ReadActivity[],
  blocks: readonly GroupBlocks[],
  options: ReadOptions,
  official: boolean,
  asking: Asking,
): Reports {
  const withProgramming = programmingReader();
  if (options.withoutMonitoring === true)
    return {
      activities: activities.map((from) => ({
        ...withProgramming({ ...plain(from), monitoring: [] }, from),
        from,
      })),
      perPeriod: asking.answers.accumulation === 'perPeriod',
    };
  const read = blocks.map((each) => {
    const own = activities.filter(({ line }) => each.columns.group.tables.includes(line.table));
    const progress = each.columns.units.filter(({ role }) => role === 'progress');
    return readMonitoring(
      own,
      each.monitoring,
      {
        fractions: options.fractions,
        cumulative:
          official || (progress.length > 0 && progress.every(({ words }) => words?.cumulative === true)),
        ofPeriod: progress.some(({ words }) => words?.ofPeriod === true),
      },
      asking,
    );
  });
  const perPeriod = read.some((each) => each.perPeriod);
  const [one] = activities;
  if (perPeriod && one !== undefined)
    addWarning(
      one.reading.findings,
      'summed',
      { row: one.line.table.header.first, column: 0 },
      warned.summed,
    );
  return {
    perPeriod,
    activities: activities.map((from) => {
      const own = read.find(({ of }) => of.has(from));
      const planned = own?.planned.get(from);
      const executed = own?.executed.get(from);
      const told = {
        ...plain(from),
        monitoring: own?.of.get(from) ?? [],
        ...(planned === undefined ? {} : { planned }),
        ...(executed === undefined ? {} : { executed }),
      };
      return { ...withProgramming(told, from), from };
    }),
  };
}

export function plain({ line: _line, reading: _reading, others: _others, ...activity }: ReadActivity) {
  return activity;
}
