import { comparable } from '../domain/outside-text.ts';
import { OFFICE } from './reading/column-data.ts';

/** What may part two positions, or stand inside the name of one. */
const JOINTS = /\sy\s|\/|\s[-–—]\s/gi;
/** Bullets and numbers before the names of a list. */
const BULLET = /^\s*(?:[*•·●▪‣>–—-]|\d{1,2}[.)-])\s*/;
/** A fragment that goes on with the name before it. */
const GOES_ON = /^(?:de|del|la|las|los|el|y|e|para|en|a|o|u)\s/;

type Fragment = { readonly text: string; readonly listed: boolean };

export type SplitPositions = {
  readonly positions: string[];
  /** Names that may be several, whole. */
  readonly doubtful: string[];
};

/** How a name that may be several was decided: `whole` or `split`; undefined when nobody said. */
export type PositionAnswer = (name: string) => string | undefined;

/**
 * Splits the cells of the responsible of a whole plan, in order. A semicolon and a bullet always part; a comma or a line
 * break does where what follows begins with the name of an office or post or stands by itself elsewhere, and never
 * before *de*, *del*, *y* or a small letter. A name that stays in doubt is one.
 * @param earlier positions known from before: a name that is one of them stays whole, without a doubt
 */
export function splitPositions(
  cells: readonly string[],
  earlier: readonly string[],
  answer: PositionAnswer = () => undefined,
): SplitPositions[] {
  const before = new Set(earlier.map(comparable));
  const alone = new Set(cells.map((cell) => comparable(withoutBullet(cell))));
  const known = new Set([...before, ...alone]);
  const memo = new Map<string, SplitPositions>();
  const parts = cells.map((cell) => positionsAtMarks(cell, known));
  for (const { positions } of parts) for (const name of positions) known.add(comparable(name));
  return parts.map(({ positions: names, doubtful: told }, index) => {
    const key = cells[index] ?? '';
    const done = memo.get(key);
    if (done !== undefined) return done;
    const positions: string[] = [];
    const doubtful: string[] = [];
    for (const name of names) {
      const isKnown = before.has(comparable(name));
      const may = told.includes(name) || name.search(JOINTS) >= 0;
      if (!may || isKnown) positions.push(name);
      else {
        const inside = positionsInside(name, known);
        const said = answer(name);
        if (said === 'split') positions.push(...allParts(name));
        else positions.push(...(said === 'whole' ? [name] : (inside ?? [name])));
        if (inside === undefined) doubtful.push(name);
      }
    }
    const split = { positions: distinct(positions), doubtful };
    memo.set(key, split);
    return split;
  });
}

/** Every part of a name, when somebody said that it is several. */
function allParts(name: string): string[] {
  return name.split(/[,;\n]+|\sy\s|\/|\s[-–—]\s/i).map((part) => part.trim());
}

function withoutBullet(text: string): string {
  return text.trim().replace(BULLET, '').trim();
}

/** The names in a cell, parted at its marks. */
function positionsAtMarks(cell: string, known: ReadonlySet<string>): SplitPositions {
  const positions: string[] = [];
  const doubtful: string[] = [];
  for (const item of fragmentsOf(cell)) {
    const fragments = item.map(({ text }) => text);
    const names: string[] = [];
    let doubt = false;
    fragments.forEach((fragment, index) => {
      const before = names.at(-1);
      const mark = item[index]?.listed ? '\n' : ',';
      if (before === undefined || parts(fragment, before, known)) names.push(fragment);
      else {
        names[names.length - 1] = mark === ',' ? `${before}, ${fragment}` : `${before} ${fragment}`;
        doubt ||= !GOES_ON.test(`${comparable(fragment)} `) && mark === ',';
      }
    });
    positions.push(...names);
    if (doubt) doubtful.push(...names.filter((name) => name.includes(',')));
  }
  return { positions: distinct(positions), doubtful };
}

/** Lists of fragments: `;` and bullets begin a new one. `listed`: a line break and not a comma stands before the fragment. */
function fragmentsOf(cell: string): Fragment[][] {
  return cell.split(';').flatMap((part) => {
    const items: Fragment[][] = [];
    part.split('\n').forEach((line, lineIndex) => {
      const bare = withoutBullet(line);
      const bulleted = BULLET.test(line) && bare !== '';
      const fragments = bare
        .split(',')
        .map((text, index): Fragment => ({ text: text.trim(), listed: index === 0 && lineIndex > 0 }))
        .filter(({ text }) => text !== '');
      if (bulleted || items.length === 0) items.push(fragments);
      else items.at(-1)?.push(...fragments);
    });
    return items.filter((item) => item.length > 0);
  });
}

/** Whether a fragment is a position of its own and not the end of the name before it. */
function parts(fragment: string, before: string, known: ReadonlySet<string>): boolean {
  if (GOES_ON.test(`${comparable(fragment)} `) && /^\p{Ll}/u.test(fragment)) return false;
  if (known.has(comparable(fragment)) && known.has(comparable(before))) return true;
  return OFFICE.test(fragment) && !/\b(de|del|la|y|asesora?|e)$/i.test(before);
}

/**
 * Splits a name at `y`, `/` and ` - ` when every part is by itself one of `known` (names as `comparable` gives them);
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

function distinct(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = comparable(name);
    if (key === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
