/**
 * The parameters of a call, read as leniently as the server reads them (specification: Telegram calls):
 * everything is text; a bool is true only for true, yes and 1; text that is not a number is 0, which is then
 * clamped.
 */
export type Upload = { name: string; fileName: string; mime: string | undefined; bytes: Buffer };

export type Params = {
  names(): string[];
  has(name: string): boolean;
  text(name: string): string | undefined;
  integer(name: string, fallback: number, min: number, max: number): number;
  boolean(name: string): boolean;
  /** The parsed JSON of a parameter; undefined when absent or not JSON. */
  json(name: string): unknown;
  upload(name: string): Upload | undefined;
  /** For the record of calls: values as sent, uploads by name and size. */
  plain(): Record<string, unknown>;
};

export function createParams(values: ReadonlyMap<string, string>, uploads: readonly Upload[] = []): Params {
  const text = (name: string): string | undefined => values.get(name);
  return {
    names: () => [...values.keys(), ...uploads.map((upload) => upload.name)],
    has: (name) => values.has(name),
    text,
    integer: (name, fallback, min, max) => {
      const raw = values.get(name);
      return raw === undefined ? fallback : Math.min(max, Math.max(min, toInteger(raw)));
    },
    boolean: (name) => /^(true|yes|1)$/i.test(values.get(name) ?? ''),
    json: (name) => parseJson(values.get(name)),
    upload: (name) => uploads.find((upload) => upload.name === name),
    plain: () => ({
      ...Object.fromEntries([...values].map(([name, value]) => [name, readable(value)])),
      ...Object.fromEntries(
        uploads.map(({ name, fileName, bytes }) => [name, { fileName, size: bytes.length }]),
      ),
    }),
  };
}

/** As the server reads it: the whole text must be an integer, otherwise 0. */
export function toInteger(raw: string): number {
  return /^-?\d{1,16}$/.test(raw.trim()) ? Number.parseInt(raw, 10) : 0;
}

function parseJson(raw: string | undefined): unknown {
  if (raw === undefined) return undefined;
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}

function readable(value: string): unknown {
  return /^[[{]/.test(value) ? (parseJson(value) ?? value) : value;
}
