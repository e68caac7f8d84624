import type { TrafficLight } from '../../domain/progress.ts';

/** One picture of a summary: plain data in words and percents, which can be sent to another process. */
export type ChartModel = {
  readonly entity: string;
  readonly plan: string;
  readonly cut: string;
  /** *Preliminar*, or by whom it was approved. */
  readonly standing: string;
  /** *Imagen 1 de 3*; '' when there is only one. */
  readonly part: string;
  /** Null when no activity is counted. */
  readonly overall: { readonly progress: string; readonly expected: string } | null;
  readonly change: string;
  /** The figures of the cuts so far, this one last; null at the first one. */
  readonly course: { readonly percents: readonly number[]; readonly text: string } | null;
  readonly coverage: string;
  readonly lights: readonly { readonly light: TrafficLight; readonly text: string }[];
  readonly bars: readonly Bar[];
  /** Whether any picture of this summary has the mark of the previous cut; the legend explains it then. */
  readonly hasPrevious: boolean;
  /** The activities that are not counted; '' except in the last picture. */
  readonly leftOut: string;
};

export type Bar = {
  readonly number: string;
  readonly name: string;
  /** Who reports it, while it is behind, and how many of its measure were reached; '' when there is neither. */
  readonly who: string;
  readonly light: TrafficLight;
  readonly word: string;
  readonly progress: string;
  /** Percent, 0..100; null without a report. */
  readonly percent: number | null;
  /** Percent, 0..100. */
  readonly expected: number;
  /** Percent at the previous cut, 0..100; null without a report then. */
  readonly previous: number | null;
};
