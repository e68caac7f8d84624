import type { Counted, Measure } from '../units.ts';
import type { Chatter } from './chatter-words.ts';

/** Why the bot asks about a figure before it counts. */
export type Doubt =
  /** A number without sign or word before other words: `80, se hizo`. */
  | 'bare'
  /** A number below 10, or the number of one of the person's activities: `3`. */
  | 'small'
  /** `50 % de los asistentes` */
  | 'ofSomething'
  /** The only percentage, but not at the beginning. */
  | 'elsewhere'
  /** `12.500`, `1.80%` */
  | 'ambiguous'
  /** `80?`, `más de 80`, `80+`: asked, bounded or oddly written. */
  | 'unsure'
  /** `falta el 20 %` is asked as 80. */
  | 'missing'
  /** `3 de 4 talleres`, *la mitad* */
  | 'fraction'
  /** *cumplida*, *nada* */
  | 'state'
  /** `80, no, 85`: the last one is likely. */
  | 'corrected'
  /** Several percentages, or a denied one: no likely figure. */
  | 'several'
  /** The words contradict the figure: `100 % no se ha hecho`. */
  | 'contradicted';

/** How a typed text answers the question. `tenths` is the percentage times ten, 0..1000. */
export type Answer =
  /** Nothing but a percentage. */
  | { readonly kind: 'percentage'; readonly tenths: number }
  /** A percentage and what was done. */
  | { readonly kind: 'both'; readonly tenths: number; readonly observation: string }
  /**
   * The bot asks first. `options`: the figures that may be meant, the likely one first; empty when the text has no
   * figure to propose. `observation`: what was done; null when the text does not say it. `activity`: the number of one
   * of the person's activities that the text may mean instead.
   */
  | {
      readonly kind: 'ask';
      readonly why: Doubt;
      readonly options: readonly number[];
      readonly observation: string | null;
      readonly activity: string | null;
    }
  /** How many of the measure are reached in all; `observation`: what was done, when the text says it. */
  | (Counted & { readonly kind: 'units'; readonly observation: string | null })
  /** An amount that is asked about first: the figures that may be meant, the likely one first; none: only the words count. */
  | { readonly kind: 'askUnits'; readonly options: readonly Counted[]; readonly observation: string | null }
  /** A number outside 0..100, alone or at the beginning, as it was written. */
  | { readonly kind: 'outOfRange'; readonly written: string; readonly observation: string | null }
  /** Words without a percentage. In answer to the percentage question only when they are enough to be kept. */
  | { readonly kind: 'observation'; readonly text: string }
  /** No answer, but a wish of its writer. */
  | { readonly kind: 'chatter'; readonly as: Chatter }
  | { readonly kind: 'nothing' };

/** The numbers of activities, as the form prints them. They are looked up only where a reading depends on them. */
export type Numbers = Pick<ReadonlySet<string>, 'has'>;

/** The question that is open, and what the text may be mistaken for. */
export type Asked = {
  /** Those that the person is asked about. */
  readonly numbers: Numbers;
  /** What the activity is counted in; null or left out: it is asked as a percentage. */
  readonly measure?: Measure | null;
} & ({ readonly question: 'percentage' } | { readonly question: 'observation'; readonly tapped: number });

export function asking(
  why: Doubt,
  options: readonly number[],
  observation: string | null,
  activity: string | null = null,
): Answer {
  return { kind: 'ask', why, options: [...new Set(options)], observation, activity };
}
