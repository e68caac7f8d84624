/**
 * JSON with the same text for the same data: keys sorted, strings in NFC, no spaces, `undefined` left out.
 * Hashes are made of this text (specification: Approval).
 * @throws {TypeError} for values that JSON cannot hold.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value.normalize('NFC'));
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError('a number that JSON cannot hold');
      return JSON.stringify(value);
    case 'boolean':
      return String(value);
    case 'object':
      return value === null ? 'null' : ofObject(value);
    default:
      throw new TypeError(`${typeof value} in JSON`);
  }
}

/** Whether two values have the same canonical JSON, told without writing it. */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a === 'string' && typeof b === 'string') return a.normalize('NFC') === b.normalize('NFC');
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((each, place) => isSameJson(each, b[place]))
    );
  const of = b as Readonly<Record<string, unknown>>;
  const hasAll = Object.entries(a).every(([key, each]) => isSameJson(each, of[key]));
  return hasAll && Object.keys(b).every((key) => of[key] === undefined || Object.hasOwn(a, key));
}

function ofObject(value: object): string {
  if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each)).join(',')}]`;
  const entries = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .map(([key, each]) => [key.normalize('NFC'), each] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`).join(',')}}`;
}
