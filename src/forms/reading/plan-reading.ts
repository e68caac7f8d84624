import type { Mending, Note, Problem } from '../findings.ts';
import type { Form } from '../form.ts';
import type { ColumnName } from '../layout.ts';
import type { ProgrammingPlace } from '../programming-columns.ts';
import type { VerificationPlace } from '../verification-columns.ts';
import type { Answers, Decision, Question } from './asking.ts';
import type { Layout } from './layouts.ts';
import type { KeptColumn } from './plan-activities.ts';

export type ReadOptions = {
  /** What bare numbers up to 1 mean, when the command line said it (`--fractions`). */
  readonly fractions?: boolean;
  /** Reads the headings of the blocks but not their cells, so that a fault in a cell does not matter. */
  readonly withoutMonitoring?: boolean;
  /** Names of the entity's positions so far: they let `A y B` be split, or stay whole, without a doubt. */
  readonly knownPositions?: readonly string[];
  readonly answers?: Answers;
  /** Layouts answered about before. */
  readonly layouts?: readonly Layout[];
};

/** What a column of the file was taken for. `cut` is the number of its cut; `role` `keep` is the entity's own. */
export type ColumnRole = {
  readonly sheet: string;
  readonly column: string;
  readonly heading: string;
  readonly role: string;
  readonly cut: number | null;
};

/** The plan as understood so far; null where it is open. */
export type PlanDraft = {
  readonly code: string | null;
  readonly title: string | null;
  readonly entity: string | null;
  readonly fiscalYear: number | null;
  readonly sheets: readonly string[];
  readonly activities: readonly (Form['activities'][number] & {
    readonly sheet: string;
    readonly row: number;
  })[];
  readonly cuts: Form['cuts'];
};

/** What a reading says whether the plan is ready or not. */
export type Understood = {
  readonly warnings: readonly Note[];
  readonly mendings: readonly Mending[];
  /** What is asked: nothing required when the plan is ready. */
  readonly questions: readonly Question[];
  /** Every decision that a person may change, in the order in which it came up. */
  readonly decisions: readonly Decision[];
  readonly columns: readonly ColumnRole[];
  readonly draft: PlanDraft | null;
  /** Answers to what the file does not have; `option` null: the id itself is unknown. */
  readonly unknownAnswers: readonly { readonly id: string; readonly option: string | null }[];
  /** What was answered about the layout, to be remembered when the plan is stored. */
  readonly layout: Layout | null;
};

/** The plan of a file; or why it cannot be taken, and what has to be answered first. */
export type FormReading = Understood &
  (
    | {
        readonly ok: true;
        readonly form: Form;
        /** Columns that are not of the form, left to right; `column` is the letter. */
        readonly unknownColumns: readonly { readonly column: string; readonly heading: string }[];
      }
    | { readonly ok: false; readonly problems: readonly Problem[] }
  );

/** Nothing could be understood. */
export function refused(problems: readonly Problem[]): FormReading {
  return {
    ok: false,
    problems,
    warnings: [],
    mendings: [],
    questions: [],
    decisions: [],
    columns: [],
    draft: null,
    unknownAnswers: [],
    layout: null,
  };
}

/** Where the parts of a form stand in its grid; rows and columns are zero-based. */
export type FormPlaces = {
  readonly headerFirst: number;
  readonly headerLast: number;
  /** The row where the table ends: the first of the signatures, or the end of the sheet. */
  readonly end: number;
  readonly columns: ReadonlyMap<ColumnName, number>;
  readonly unknown: readonly KeptColumn[];
  /** Those with a percentage, in order of date, as `Form.cuts`. */
  readonly blocks: readonly {
    readonly cut: number;
    readonly column: number;
    readonly headingRow: number;
    readonly progress: number | undefined;
    readonly observation: number | undefined;
  }[];
  /** The form's own columns of what is programmed and executed, in order of date, one a cut. */
  readonly planned: readonly { readonly cut: number; readonly column: number }[];
  readonly executed: readonly { readonly cut: number; readonly column: number }[];
  /** The percentages are those of each period. What is stored is their sum. */
  readonly perPeriod: boolean;
  /** A cut takes several columns of percentages together: the months of a quarter. */
  readonly joins: boolean;
  /** Columns of Control Interno's verdicts that an export of ours has. They are not read. */
  readonly verification: readonly VerificationPlace[];
  /** Columns of programming that an export of ours has. */
  readonly programming: readonly ProgrammingPlace[];
  /** The rows of the activities, in order. */
  readonly rows: readonly number[];
};
