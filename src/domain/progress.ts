import { TRAFFIC_LIGHTS } from './constants.ts';
import { daysBetween, type LocalDate } from './dates.ts';

/** Red, yellow and green from compliance; grey without a report. */
export type TrafficLight = 'green' | 'yellow' | 'red' | 'grey';

/** What the figures need of an activity at a cut. */
export type ActivityProgress = {
  readonly id: number;
  readonly start: LocalDate;
  readonly end: LocalDate;
  /** *Ponderación*, in the form's unit; null when the form has none. */
  readonly weight: number | null;
  /** The last report's percentage times ten; null without a report. */
  readonly progressTenths: number | null;
  /** What is programmed up to the cut, in percent; absent: nothing is programmed, so the dates decide. */
  readonly programmed?: number | undefined;
  /** *Permanente*: every cut expects 100 %. */
  readonly keeps?: boolean | undefined;
  /** False when the figures leave it out: not begun, retired, excluded or starting later. */
  readonly counted: boolean;
};

export type ActivityFigures = {
  /** Percent, 0..100, unrounded. */
  readonly expected: number;
  /** Percent, 0..100, unrounded; null without a report. */
  readonly compliance: number | null;
  readonly light: TrafficLight;
};

export type Consolidation = {
  /** Percent, unrounded; null when no activity is counted. */
  readonly overall: number | null;
  readonly expected: number | null;
  readonly lights: Readonly<Record<TrafficLight, number>>;
  /** The counted activities only. */
  readonly perActivity: ReadonlyMap<number, ActivityFigures>;
};

/**
 * The progress in percent that time alone lets expect of an activity at a cut, unrounded: the days from its
 * start to the cut over all its days, counting both ends. 0 before it starts, 100 from its end on
 * (specification: Figures).
 */
export function expectedProgress(start: LocalDate, end: LocalDate, cutDate: LocalDate): number {
  if (cutDate < start) return 0;
  if (cutDate >= end) return 100;
  return (100 * (daysBetween(start, cutDate) + 1)) / (daysBetween(start, end) + 1);
}

/** What the expected progress of an activity comes from. */
export type Expectable = Pick<ActivityProgress, 'start' | 'end' | 'programmed' | 'keeps'>;

/** The progress in percent that is expected of an activity at a cut, unrounded (specification: Figures). */
export function expectedOf({ start, end, programmed, keeps }: Expectable, cutDate: LocalDate): number {
  return keeps ? 100 : (programmed ?? expectedProgress(start, end, cutDate));
}

/** Whether a cut asks for an activity by its start: on the cut date or before. */
export function begunBy(start: LocalDate, cutDate: LocalDate): boolean {
  return start <= cutDate;
}

/**
 * *Cumplimiento frente a lo esperado*: progress over expected progress in percent, at most 100, unrounded.
 */
export function compliance(progressPercent: number, expected: number): number {
  if (expected <= 0) return 100;
  return Math.min(100, (100 * progressPercent) / expected);
}

/** c < 60 red, 60 <= c < 80 yellow, c >= 80 green. An error of binary fractions never changes a colour. */
export function trafficLight(compliancePercent: number): Exclude<TrafficLight, 'grey'> {
  const percent = roundHalfUp(compliancePercent, 9);
  if (percent >= TRAFFIC_LIGHTS.greenFrom) return 'green';
  return percent >= TRAFFIC_LIGHTS.yellowFrom ? 'yellow' : 'red';
}

/**
 * Rounds as people do: 28.55 → 28.6 although its binary fraction lies below the half, 1.005 → 1.01 with two
 * decimals, and -0.25 → -0.3.
 * @throws {RangeError} when `value` is not finite.
 */
export function roundHalfUp(value: number, decimals = 1): number {
  if (!Number.isFinite(value)) throw new RangeError(`Not a number to round: ${value}`);
  const [mantissa = '0', exponent = '0'] = Math.abs(value).toExponential(13).split('e');
  const shifted = Math.round(Number(`${mantissa}e${Number(exponent) + decimals}`));
  const rounded = shifted / 10 ** decimals;
  return value < 0 && rounded > 0 ? -rounded : rounded;
}

/**
 * The figures of a whole plan at a cut: the mean over the counted activities, weighted only when each of them
 * has a weight. An activity without a report counts as 0 and is grey (specification: Figures).
 */
export function consolidate(activities: readonly ActivityProgress[], cutDate: LocalDate): Consolidation {
  const counted = activities.filter((activity) => activity.counted);
  const perActivity = new Map(counted.map((activity) => [activity.id, figuresOf(activity, cutDate)]));
  const lights = { green: 0, yellow: 0, red: 0, grey: 0 };
  for (const { light } of perActivity.values()) lights[light] += 1;
  const weights = weightsOf(counted);
  return {
    overall: overallOf(counted),
    expected: mean(
      counted.map((activity) => expectedOf(activity, cutDate)),
      weights,
    ),
    lights,
    perActivity,
  };
}

/** The mean progress in percent of activities that all count, as in `consolidate`. */
export function overallOf(
  counted: readonly Pick<ActivityProgress, 'weight' | 'progressTenths'>[],
): number | null {
  return mean(
    counted.map((activity) => (activity.progressTenths ?? 0) / 10),
    weightsOf(counted),
  );
}

function figuresOf(activity: ActivityProgress, cutDate: LocalDate): ActivityFigures {
  const expected = expectedOf(activity, cutDate);
  if (activity.progressTenths === null) return { expected, compliance: null, light: 'grey' };
  const reached = compliance(activity.progressTenths / 10, expected);
  return { expected, compliance: reached, light: trafficLight(reached) };
}

/** The weights of the form, or 1 for each activity when some are missing or all are 0. */
function weightsOf(counted: readonly Pick<ActivityProgress, 'weight'>[]): readonly number[] {
  const weights = counted.flatMap((activity) => activity.weight ?? []);
  const usable = weights.length === counted.length && weights.some((weight) => weight > 0);
  return usable ? weights : counted.map(() => 1);
}

function mean(values: readonly number[], weights: readonly number[]): number | null {
  if (values.length === 0) return null;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return values.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0) / total;
}
