/**
 * JSON with the same text for the same data: keys sorted, strings in NFC, no spaces, `undefined` left out.
 * Hashes are made of this text (specification: Approval).
 * @throws {TypeError} for values that JSON cannot hold.
 */
export function canonicalJson(value: unknown): string {
  return hasPlainKeys(value) ? JSON.stringify(inOrder(value)) : written(value);
}

/** ASCII and no whole number: `JSON.stringify` would write whole numbers before all other keys. */
const PLAIN_KEY = /^[a-z]\w*$/i;

/** Nearly all data of ours has such keys. Copied in order and written at once it takes half the time (measured). */
function hasPlainKeys(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(hasPlainKeys);
  return Object.entries(value).every(([key, each]) => PLAIN_KEY.test(key) && hasPlainKeys(each));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return scalar(value);
  const of = value as Readonly<Record<string, unknown>>;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(of).sort()) if (of[key] !== undefined) copy[key] = inOrder(of[key]);
  return copy;
}

function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(scalar(value));
  const entries = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .map(([key, each]) => [key.normalize('NFC'), each] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${written(each)}`).join(',')}}`;
}

function scalar(value: unknown): string | number | boolean | null {
  if (typeof value === 'string') return value.normalize('NFC');
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value !== 'number') throw new TypeError(`${typeof value} in JSON`);
  if (!Number.isFinite(value)) throw new TypeError('a number that JSON cannot hold');
  return value;
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
