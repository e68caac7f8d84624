import { readdirSync, readFileSync } from 'node:fs';

/**
 * The memory in RAM of a process and all processes it has started, in MB: the private memory of each, and
 * every page of mapped files (the Node binary, native libraries) once, however many of them share it. Unlike
 * PSS, other processes do not make it smaller. Linux only: it reads /proc.
 */
export function residentMb(pid: number): number {
  const files = new Map<string, number>();
  let kb = 0;
  for (const each of withChildren(pid)) kb += ownKb(each, files);
  for (const shared of files.values()) kb += shared;
  return kb / 1024;
}

/** The highest value of `residentMb`, read every 20 ms until the returned function is called. */
export function watchPeak(pid: number): () => number {
  let peak = residentMb(pid);
  const timer = setInterval(() => {
    // A cheap upper bound: only a possible new peak is measured exactly.
    if (mostMb(pid) > peak) peak = Math.max(peak, residentMb(pid));
  }, 20);
  return () => {
    clearInterval(timer);
    return peak;
  };
}

/** Like `residentMb`, but counts a shared page once per mapping. */
function mostMb(pid: number): number {
  const pages = withChildren(pid).reduce(
    (sum, each) => sum + Number(textOf(`/proc/${each}/statm`).split(' ')[1] ?? 0),
    0,
  );
  return (pages * 4) / 1024;
}

/**
 * The process's private memory. Pages of files that others may share go into `files`, each mapping at its
 * largest.
 */
function ownKb(pid: number, files: Map<string, number>): number {
  let own = 0;
  for (const mapping of mappingsOf(pid)) {
    own += mapping.private;
    const name = `${mapping.offset} ${mapping.file}`;
    if (mapping.file.startsWith('/')) files.set(name, Math.max(files.get(name) ?? 0, mapping.shared));
    else own += mapping.shared;
  }
  return own;
}

type Mapping = {
  readonly offset: string;
  readonly file: string;
  readonly private: number;
  readonly shared: number;
};

function mappingsOf(pid: number): readonly Mapping[] {
  return textOf(`/proc/${pid}/smaps`)
    .split(/^(?=[0-9a-f]+-[0-9a-f]+ )/m)
    .map((text) => {
      const [, offset = '', file = ''] = /^\S+ \S+ (\S+) \S+ \S+ *(.*)/.exec(text) ?? [];
      const sum = (name: string) =>
        [...text.matchAll(new RegExp(`^${name}_(?:Clean|Dirty): +(\\d+) kB`, 'gm'))].reduce(
          (kb, match) => kb + Number(match[1]),
          0,
        );
      return { offset, file, private: sum('Private'), shared: sum('Shared') };
    });
}

/** The process and all that descend from it. */
export function withChildren(pid: number): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    // pid (name) state ppid …
    const parent = /\) \S (\d+)/.exec(textOf(`/proc/${name}/stat`))?.[1];
    parents.set(Number(name), Number(parent));
  }
  const descends = (each: number): boolean => each === pid || (each > 1 && descends(parents.get(each) ?? 0));
  return [...parents.keys()].filter(descends);
}

/** Empty for a process that has just ended. */
export function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
