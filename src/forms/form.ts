import type { LocalDate } from '../domain/dates.ts';

/** The official form as read, every text as printed (cleaned, trimmed, splits mended). */
export type Form = {
  readonly code: string;
  /** Title of the plan as printed: PLAN DE PARTICIPACION CIUDADANA. */
  readonly title: string;
  /** The line above the title, '' if there is none. */
  readonly system: string;
  readonly version: string;
  readonly versionDate: LocalDate | null;
  readonly entity: string;
  readonly drawnUpOn: LocalDate | null;
  readonly fiscalYear: number;
  readonly scope: string;
  readonly objectives: string;
  readonly activities: readonly FormActivity[];
  /** The monitoring blocks printed, in order of date. */
  readonly cuts: readonly FormCut[];
  readonly drawnUpBy: readonly Signature[];
  readonly approvedBy: readonly Signature[];
  /** It prints no numbers: the activities are numbered in its order. */
  readonly numberedByUs?: true;
};

export type FormActivity = {
  readonly number: string;
  readonly name: string;
  readonly target: string;
  /** The cell of the responsible as printed; `positions` is what it was split into. */
  readonly responsible: string;
  readonly positions: readonly string[];
  readonly indicator: string;
  readonly phase: string;
  readonly start: LocalDate;
  readonly end: LocalDate;
  readonly participationLevel: string;
  readonly channels: string;
  readonly stakeholderGroup: string;
  readonly means: string;
  readonly resources: string;
  /** Ponderación in percent; null when the form has none or the cell is blank. */
  readonly weight: number | null;
  /** Cells of columns we do not know, in the order of the form; blank ones are left out. */
  readonly extra: readonly { readonly heading: string; readonly text: string }[];
  /** What the form reports, one entry a cut at most; a cut with both cells blank has none. */
  readonly monitoring: readonly FormMonitoring[];
  /** What should be reached by a cut, in order; left out when the file does not say. */
  readonly planned?: readonly FormFigure[];
  /** Amounts done by a cut, beside the report; left out when the file does not say. */
  readonly executed?: readonly FormFigure[];
  /** What is expected of it; left out where nothing is programmed or set. Only an export of ours says it. */
  readonly programming?: FormProgramming;
  /** The component or section it stands under; left out when there is none. */
  readonly group?: string;
};

/** A figure of a cut that is no report: a percentage in whole tenths, or an amount of the target. */
export type FormFigure =
  | { readonly cut: number; readonly tenths: number }
  | { readonly cut: number; readonly amount: number };

/** What the expected progress of an activity comes from (specification: Programming). */
export type FormProgramming = {
  /**
   * `keeps`: *permanente*. `programmed`: Planeación set it. `dates`: Planeación set that its dates hold, whatever the
   * form says. `form`: the form's own figures. `nothing`: its dates, and only its measure was set.
   */
  readonly basis: 'keeps' | 'programmed' | 'dates' | 'form' | 'nothing';
  readonly measure: string | null;
  /** The amount of the measure for the whole year. */
  readonly yearAmount: number | null;
  /** Cumulative, in order. */
  readonly figures: readonly FormFigure[];
};

/** Without a percentage (`progressTenths` null) it is no report, only a text found in the form. */
export type FormMonitoring = {
  readonly cut: number;
  /** Percent in whole tenths, 0..1000. */
  readonly progressTenths: number | null;
  /** How many of the activity's measure were reported; left out when a percentage was. A file never says it. */
  readonly amount?: number;
  readonly observation: string;
};

export type FormCut = {
  /** 1..12: its place in the calendar of the plan (see `cutsOfPlan`). */
  readonly number: number;
  readonly date: LocalDate;
  /** PRIMER MONITOREO */
  readonly label: string;
  /** CORTE MARZO 31, '' when the label says it all. */
  readonly headingDate: string;
};

export type Signature = { readonly name: string; readonly position: string };

export type FormHeader = Omit<Form, 'activities' | 'cuts' | 'numberedByUs'>;

/** Title block and signatures, without whatever else the given object holds. */
export function headerOf(form: FormHeader): FormHeader {
  const { code, title, system, version, versionDate, entity, drawnUpOn, fiscalYear } = form;
  const { scope, objectives, drawnUpBy, approvedBy } = form;
  return {
    code,
    title,
    system,
    version,
    versionDate,
    entity,
    drawnUpOn,
    fiscalYear,
    scope,
    objectives,
    drawnUpBy,
    approvedBy,
  };
}
