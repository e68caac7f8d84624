export function median(values: readonly number[]): number {
  return percentile(
    values.toSorted((a, b) => a - b),
    50,
  );
}

/** The median of each figure over the rounds that have it. */
export function medians(
  rounds: readonly Readonly<Record<string, number>>[],
): Readonly<Record<string, number>> {
  const names = new Set(rounds.flatMap((each) => Object.keys(each)));
  return Object.fromEntries(
    [...names].map((name) => [name, median(rounds.flatMap((each) => each[name] ?? []))]),
  );
}

/** @param sorted ascending */
export function percentile(sorted: readonly number[], percent: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN;
}
