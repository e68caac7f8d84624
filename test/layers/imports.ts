import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** Each file with the files it imports, all as paths from `src`. */
export type Imports = ReadonlyMap<string, readonly string[]>;

/** Every file of a source folder with what it imports. */
export function readImports(folder: string): Imports {
  const files = globSync('**/*.{ts,cjs}', { cwd: folder }).map((file) => normalize(file));
  return new Map(files.map((file) => [file, importsIn(file, readFileSync(join(folder, file), 'utf8'))]));
}

/**
 * The files of ours that a code names: imports of values and types, re-exports, `import()` as value and as type,
 * `require`. Packages are left out.
 */
export function importsIn(file: string, code: string): readonly string[] {
  const found = code.matchAll(/\b(?:from|import|require)\s*\(?\s*['"`](\.{1,2}\/[^'"`]+)['"`]/g);
  return [...found].map((match) => join(dirname(file), match[1] ?? ''));
}

/** Groups of files that import each other, directly or by way of others. A file alone is no circle. */
export function circlesIn(imports: Imports): readonly (readonly string[])[] {
  const files = [...imports.keys()];
  const reached = new Map(files.map((file) => [file, reachedFrom(imports, file)]));
  const reaches = (from: string, to: string) => reached.get(from)?.has(to) === true;
  return files.flatMap((file) => {
    const circle = files.filter((other) => reaches(file, other) && reaches(other, file));
    return circle.length > 1 && circle[0] === file ? [circle.sort()] : [];
  });
}

function reachedFrom(imports: Imports, file: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [file];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const fresh = (imports.get(next) ?? []).filter((target) => !reached.has(target));
    for (const target of fresh) reached.add(target);
    open.push(...fresh);
  }
  return reached;
}
