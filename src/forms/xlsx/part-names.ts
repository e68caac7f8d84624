const TYPES = '[Content_Types].xml';

/** The name of an entry as a package writes it: `/` between folders, none before the first. */
export function plainName(name: string): string {
  const plain = name.replaceAll('\\', '/').replace(/^(?:\.?\/)+/, '');
  return partKey(plain) === TYPES.toLowerCase() ? TYPES : plain;
}

/** Two names with the same key are the same part (ECMA-376 part 2, 6.2.2): case and percent signs do not count. */
export function partKey(name: string): string {
  try {
    return decodeURIComponent(name).toLowerCase();
  } catch {
    return name.toLowerCase();
  }
}

/** The name that a part has in the package, however a relation writes it; the same when there is no such part. */
export function partNamed(parts: ReadonlyMap<string, Uint8Array>, name: string): string {
  if (parts.has(name)) return name;
  const key = partKey(name);
  return [...parts.keys()].find((each) => partKey(each) === key) ?? name;
}
