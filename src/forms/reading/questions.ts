import * as texts from '../../texts/importing/questions.ts';
import { columnLetter } from '../grid.ts';
import { COLUMNS } from '../layout.ts';
import type { Option, Question } from './asking.ts';
import type { Column } from './column-data.ts';
import { printedHeading } from './headed-columns.ts';

/** What a column can be, without the number of a cut, in the order of the form. */
export const COLUMN_ROLES: readonly string[] = COLUMNS.flatMap(({ name }) =>
  name === 'end' ? [name, 'period'] : [name],
);

const OF_CUT = /^(progress|observation|planned|executed):([1-9]|1[0-2])$/;

/** Whether an option answers a question about a column. */
export function isColumnOption(option: string): boolean {
  return option === 'keep' || COLUMN_ROLES.includes(option) || OF_CUT.test(option);
}

export type CutRole = 'progress' | 'observation' | 'planned' | 'executed';

/** `progress:2` as its two parts; undefined for other options. */
export function cutRoleOf(option: string): { readonly role: CutRole; readonly cut: number } | undefined {
  const match = OF_CUT.exec(option);
  return match === null ? undefined : { role: match[1] as CutRole, cut: Number(match[2]) };
}

const BLOCK_OPTIONS = ['progress', 'observation', 'planned', 'executed', 'keep'] as const;

export function isBlockOption(option: string): boolean {
  return BLOCK_OPTIONS.some((each) => each === option);
}

/** What a column says; the suggested role first. `of` narrows the options to those that may be. */
export function columnQuestion(
  id: string,
  column: Column,
  suggested: string,
  required: boolean,
  of: readonly string[] = COLUMN_ROLES,
): Question {
  const options = [suggested, ...of, 'keep'].filter((option, index, all) => all.indexOf(option) === index);
  const heading = printedHeading(column);
  return {
    id,
    required,
    text: texts.whatColumnSays(columnLetter(column.column), heading, column.data.examples),
    sheet: '',
    column: columnLetter(column.column),
    heading,
    examples: column.data.examples,
    options: options.map((option) => ({ id: option, label: texts.columnOption(option) })),
    suggested,
  };
}

/** What the columns of every block under one sub-heading say. */
export function blockQuestion(of: {
  readonly id: string;
  readonly printed: string;
  readonly columns: readonly number[];
  readonly examples: readonly string[];
  readonly suggested: string;
  readonly why: texts.BlockDoubt;
}): Question {
  const options = [of.suggested, ...BLOCK_OPTIONS].filter(
    (option, index, all) => all.indexOf(option) === index,
  );
  const letters = of.columns.map(columnLetter);
  return {
    id: of.id,
    required: true,
    text: texts.whatBlockSays(of.printed, letters, of.examples, of.why),
    sheet: '',
    column: letters[0] ?? '',
    heading: of.printed,
    examples: of.examples,
    options: options.map((option) => ({ id: option, label: texts.blockOption(option) })),
    suggested: of.suggested,
  };
}

/** A question that is about no column. */
export function plainQuestion(
  id: string,
  text: string,
  options: readonly Option[],
  suggested: string | null,
  more: Partial<Question> = {},
): Question {
  return {
    id,
    required: true,
    text,
    sheet: '',
    column: '',
    heading: '',
    examples: [],
    options,
    suggested,
    ...more,
  };
}
