import { readCutHeading } from '../cut-heading.ts';
import { headingKey } from '../headings.ts';
import type { Answers, Decision } from './asking.ts';
import type { BaseRole } from './base-candidates.ts';
import type { HeadedColumn } from './headed-columns.ts';
import { stackOf } from './headed-columns.ts';

/**
 * What was answered about a file with these headings. Columns and blocks are named by their headings, so that the
 * answers also hold when the next file prints one block more.
 */
export type Layout = {
  readonly key: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly blocks: Readonly<Record<string, string>>;
  readonly percent?: string;
  readonly accumulation?: string;
  readonly cuts?: string;
};

/** The headings of a table without what changes from one cut to the next. */
export function layoutKey(columns: readonly HeadedColumn[]): string {
  const headings = columns.map((column) =>
    stackOf(column)
      .map(({ text }) => readCutHeading(text)?.rest ?? headingKey(text))
      .filter((text) => text !== '')
      .join('/'),
  );
  return [...new Set(headings)]
    .filter((text) => text !== '')
    .sort()
    .join('|');
}

/** What a column is recognised by in the next file: its headings from top to bottom. */
export function columnKey(column: HeadedColumn): string {
  return stackOf(column)
    .map(({ text }) => headingKey(text))
    .join('/');
}

/** The columns that only the official form of participation and its variants have. */
const OFFICIAL: readonly BaseRole[] = [
  'phase',
  'participationLevel',
  'channels',
  'stakeholderGroup',
  'means',
];

/**
 * Whether the columns are those of `PL-PC-01`, a layout that every copy of this program remembers: percentage and
 * observation a cut, cumulative.
 */
export function isOfficial(base: ReadonlyMap<BaseRole, number>): boolean {
  return OFFICIAL.filter((role) => base.has(role)).length >= 4;
}

/** What somebody answered about the layout of a file, to be remembered with it; undefined for nothing. */
export function layoutAnswered(
  key: string,
  decisions: Iterable<Decision>,
  columnsById: ReadonlyMap<string, HeadedColumn>,
): Layout | undefined {
  const columns: Record<string, string> = {};
  const blocks: Record<string, string> = {};
  const more: { percent?: string; accumulation?: string; cuts?: string } = {};
  for (const { question, taken, option } of decisions) {
    if ((taken !== 'answered' && taken !== 'remembered') || option === null) continue;
    const column = columnsById.get(question.id);
    if (column !== undefined) columns[columnKey(column)] = option;
    else if (question.id.startsWith('block:')) blocks[question.id] = option;
    else if (question.id === 'percent' || question.id === 'accumulation' || question.id === 'cuts')
      more[question.id] = option;
  }
  const size = Object.keys(columns).length + Object.keys(blocks).length + Object.keys(more).length;
  return size === 0 ? undefined : { key, columns, blocks, ...more };
}

/** The answers that a remembered layout gives for the columns of a file. */
export function answersOf(
  layout: Layout | undefined,
  columnsById: ReadonlyMap<string, HeadedColumn>,
): Answers {
  if (layout === undefined) return {};
  const columns = [...columnsById].flatMap(([id, column]): [string, string][] => {
    const option = layout.columns[columnKey(column)];
    return option === undefined ? [] : [[id, option]];
  });
  const { percent, accumulation, cuts } = layout;
  return {
    ...layout.blocks,
    ...Object.fromEntries(columns),
    ...(percent === undefined ? {} : { percent }),
    ...(accumulation === undefined ? {} : { accumulation }),
    ...(cuts === undefined ? {} : { cuts }),
  };
}
