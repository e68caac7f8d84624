import { comparable } from '../domain/outside-text.ts';

/** What may part two positions, or stand inside the name of one. */
const JOINTS = /\sy\s|\//gi;

/**
 * The names of positions in a cell of the responsible: parts at commas, semicolons and line breaks. The same
 * name twice counts once.
 */
function positionsAtMarks(cell: string): string[] {
  return distinct(cell.split(/[,;\n]+/).map((part) => part.trim()));
}

/**
 * Splits a name at `y` and `/` when every part is by itself one of `known` (names as `comparable` gives them);
 * undefined when it cannot be told, so that the name stays whole.
 */
function positionsInside(name: string, known: ReadonlySet<string>): string[] | undefined {
  const atoms = name.split(JOINTS);
  if (atoms.length < 2 || atoms.length > 12) return undefined;
  const joints = name.match(JOINTS) ?? [];
  const from = (start: number): string[] | undefined => {
    if (start === atoms.length) return [];
    let part = '';
    for (let end = start; end < atoms.length; end += 1) {
      part += (end > start ? (joints[end - 1] ?? '') : '') + (atoms[end] ?? '');
      const whole = start === 0 && end === atoms.length - 1;
      if (whole || !known.has(comparable(part))) continue;
      const rest = from(end + 1);
      if (rest !== undefined) return [part.trim(), ...rest];
    }
    return undefined;
  };
  const parts = from(0);
  return parts === undefined ? undefined : distinct(parts);
}

/** Whether a name holds a `y` or a `/` that might part two positions. */
function mayBeSeveral(name: string): boolean {
  return name.search(JOINTS) >= 0;
}

export type SplitPositions = { readonly positions: string[]; readonly doubtful: string[] };

/**
 * Splits the cells of a whole form, in order. A part that stands by itself in any cell is a position of this form;
 * `earlier` are positions known from before: a name that is one of them stays whole, without a doubt.
 */
export function splitPositions(cells: readonly string[], earlier: readonly string[]): SplitPositions[] {
  const before = new Set(earlier.map(comparable));
  const parts = cells.map(positionsAtMarks);
  const known = new Set([...before, ...parts.flat().map(comparable)]);
  return parts.map((names) => {
    const positions: string[] = [];
    const doubtful: string[] = [];
    for (const name of names) {
      if (!mayBeSeveral(name) || before.has(comparable(name))) positions.push(name);
      else {
        const inside = positionsInside(name, known);
        positions.push(...(inside ?? [name]));
        if (inside === undefined) doubtful.push(name);
      }
    }
    return { positions: distinct(positions), doubtful };
  });
}

function distinct(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = comparable(name);
    if (key === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
