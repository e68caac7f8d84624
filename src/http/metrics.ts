/** One family of the Prometheus text format: https://prometheus.io/docs/instrumenting/exposition_formats/ */
export type Family = {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge';
  readonly samples: readonly Sample[];
};
export type Labels = Readonly<Record<string, string>>;
type Sample = { readonly labels?: Labels; readonly value: number };

/** Values that only grow while the process lives, by name and labels. */
export type Counters = {
  readonly add: (name: string, labels?: Labels, amount?: number) => void;
  readonly samples: (name: string) => readonly Sample[];
};

export function createCounters(): Counters {
  const counted = new Map<string, Map<string, { labels: Labels; value: number }>>();
  return {
    add: (name, labels = {}, amount = 1) => {
      const family = counted.get(name) ?? new Map<string, { labels: Labels; value: number }>();
      counted.set(name, family);
      const key = JSON.stringify(labels);
      family.set(key, { labels, value: (family.get(key)?.value ?? 0) + amount });
    },
    samples: (name) => [...(counted.get(name)?.values() ?? [])],
  };
}

/** The families in Prometheus' text format. A family without samples is left out. */
export function metricsText(families: readonly Family[]): string {
  return families
    .filter((family) => family.samples.length > 0)
    .map(
      ({ name, help, type, samples }) =>
        `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${samples.map((sample) => line(name, sample)).join('')}`,
    )
    .join('');
}

function line(name: string, { labels = {}, value }: Sample): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`);
  return `${name}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`} ${value}\n`;
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
