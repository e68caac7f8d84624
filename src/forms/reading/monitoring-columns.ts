/** The columns of one role at one cut; several when months are taken together as a quarter, in order of date. */
export type CutColumns = { readonly cut: number; readonly columns: readonly number[] };

export type MonitoringColumns = {
  readonly progress: readonly CutColumns[];
  readonly observation: readonly CutColumns[];
  readonly planned: readonly CutColumns[];
  readonly executed: readonly CutColumns[];
};

export type MonitoringOptions = {
  /** What the command line said about bare numbers up to 1 (`--fractions`). */
  readonly fractions: boolean | undefined;
  /** The layout is known to hold cumulative percentages. */
  readonly cumulative: boolean;
  /** The headings say that each percentage is the one of its period. */
  readonly ofPeriod: boolean;
};
