/** An object without its number: its text, and the bytes of its stream. */
export type Numbered = { readonly head: string; readonly stream: Buffer | null };

export type Part = {
  /** Without those that stand once in a file: they are the fields below. */
  readonly objects: ReadonlyMap<number, Numbered>;
  readonly catalog: string;
  readonly info: Numbered;
  readonly metadata: Numbered;
  readonly pages: { readonly at: number; readonly kids: readonly number[] };
  readonly tree: { readonly at: number; readonly head: string };
  /** The headings in order: title and place. */
  readonly outline: readonly { readonly title: string; readonly dest: number }[];
};

/** Takes a file of our compiler apart. @throws {Error} at anything that it does not write */
export function readPart(bytes: Uint8Array): Part {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = file.toString('latin1', file.length - 1_024);
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(end)?.[1]);
  const table = file.toString('latin1', start);
  const offsets = [...table.matchAll(/^(\d{10}) \d{5} n/gm)].map(([, offset]) => Number(offset));
  const bounds = [...offsets, start].toSorted((a, b) => a - b);
  const next = new Map(bounds.map((each, place) => [each, bounds[place + 1] ?? start]));
  const objects = new Map(
    offsets.map((offset, place) => [place + 1, readObject(file.subarray(offset, next.get(offset)))]),
  );
  const take = (number: number): Numbered => {
    const found = objects.get(number);
    if (!found) throw new Error(`the compiler wrote no object ${number}`);
    objects.delete(number);
    return found;
  };
  const catalog = take(referenceIn(table, 'Root')).head;
  const pagesAt = referenceIn(catalog, 'Pages');
  const treeAt = referenceIn(catalog, 'StructTreeRoot');
  const pages = take(pagesAt).head;
  take(referenceIn(catalog, 'Outlines'));
  const entries = [...objects].filter(([, { head }]) => /^ {2}\/Title .*\n {2}\/Dest /m.test(head));
  const outline = entries.map(([number, { head }]) => {
    take(number);
    return { title: /\/Title (.*)\n/.exec(head)?.[1] ?? '()', dest: referenceIn(head, 'Dest') };
  });
  return {
    info: take(referenceIn(table, 'Info')),
    metadata: take(referenceIn(catalog, 'Metadata')),
    catalog,
    pages: { at: pagesAt, kids: referencesIn(between(pages, '/Kids [', ']')) },
    tree: { at: treeAt, head: take(treeAt).head },
    outline,
    objects,
  };
}

function readObject(bytes: Buffer): Numbered {
  const text = /^\d+ 0 obj\n([\s\S]*?)\s*endobj\s*$/.exec(bytes.toString('latin1'))?.[1];
  if (text === undefined) throw new Error('the compiler wrote something else than an object');
  if (!text.endsWith('endstream')) return { head: text, stream: null };
  const from = bytes.indexOf('\nstream\n');
  const length = Number(/\/Length (\d+)/.exec(bytes.toString('latin1', 0, from))?.[1]);
  const begins = from + '\nstream\n'.length;
  const head = bytes.toString('latin1', bytes.indexOf(' obj\n') + ' obj\n'.length, from);
  return { head, stream: bytes.subarray(begins, begins + length) };
}

export function between(text: string, start: string, end: string): string {
  const from = text.indexOf(start);
  if (from < 0) throw new Error(`the compiler wrote no ${start}`);
  return text.slice(from + start.length, text.indexOf(end, from + start.length));
}

function referenceIn(text: string, key: string): number {
  return Number(new RegExp(`/${key} (\\d+) 0 R`).exec(text)?.[1]);
}

export function referencesIn(text: string): readonly number[] {
  return [...text.matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number));
}
