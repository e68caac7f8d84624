import { createHash } from 'node:crypto';
import { between, type Numbered, type Part, readPart, referencesIn } from './merge-part.ts';

/** Puts files together, one at a time, so that only the result grows in memory. */
export type Merging = { readonly add: (file: Uint8Array) => void; readonly merged: () => Uint8Array };

/**
 * One PDF of several that our compiler wrote, page after page. No general tool: it reads what that compiler writes
 * (objects as plain text, one table of cross-references; ISO 32000-1, 7.5) and throws at anything else. The parts have
 * one title, and every later part only continues the first: its headings become sections of the one document, and
 * the tags of all parts stand in one tree (PDF/UA-1).
 */
export function startMerging(): Merging {
  const made: Numbered[] = [];
  const reserve = () => made.push({ head: '', stream: null });
  const roots = { pages: reserve(), tree: reserve(), document: reserve() };
  const tree: Tree = { pages: [], parts: [], roles: new Set(), parents: [], names: [], outline: [] };
  const hash = createHash('sha256');
  let first: Pick<Part, 'catalog' | 'info' | 'metadata'> | null = null;
  return {
    add: (file) => {
      hash.update(file);
      const part = readPart(file);
      const { catalog, info, metadata } = part;
      first ??= { catalog, info, metadata };
      addPart(made, part, roots, tree);
    },
    merged: () => {
      if (!first) throw new Error('no PDF to merge');
      const info = made.push(first.info);
      const metadata = made.push(withPages(first.metadata, tree.pages.length));
      const outlines = addOutline(made, tree.outline);
      for (const [place, head] of Object.entries(rootsOf(tree, roots)))
        made[Number(place) - 1] = { head, stream: null };
      const catalog = made.push({
        head: first.catalog
          .replace(/\/Pages \d+ 0 R/, `/Pages ${roots.pages} 0 R`)
          .replace(/\/Metadata \d+ 0 R/, `/Metadata ${metadata} 0 R`)
          .replace(/\/StructTreeRoot \d+ 0 R/, `/StructTreeRoot ${roots.tree} 0 R`)
          .replace(/\/Outlines \d+ 0 R/, `/Outlines ${outlines} 0 R`),
        stream: null,
      });
      return written(made, { catalog, info, id: hash.digest('hex').slice(0, 32) });
    },
  };
}

type Roots = { readonly pages: number; readonly tree: number; readonly document: number };

/** The text of each root, by its number. */
function rootsOf(tree: Tree, roots: Roots): Readonly<Record<number, string>> {
  const list = (numbers: readonly number[]) => numbers.map((each) => `${each} 0 R`).join(' ');
  const names = tree.names.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([id, at]) => `(${id}) ${at} 0 R`);
  const parents = tree.parents.map((at, key) => `${key} ${at} 0 R`);
  return {
    [roots.pages]: `<<\n/Type /Pages\n/Count ${tree.pages.length}\n/Kids [${list(tree.pages)}]\n>>`,
    [roots.document]: `<<\n/Type /StructElem\n/S /Document\n/P ${roots.tree} 0 R\n/K [${list(tree.parts)}]\n>>`,
    [roots.tree]: `<<
/Type /StructTreeRoot
/RoleMap <<
${[...tree.roles].join('\n')}
>>
/K [${roots.document} 0 R]
/ParentTree <<
/Nums [${parents.join(' ')}]
>>
/IDTree <<
/Names [${names.join(' ')}]
>>
>>`,
  };
}

/** What the parts put together; all numbers are those of the merged file. */
type Tree = {
  readonly pages: number[];
  readonly parts: number[];
  readonly roles: Set<string>;
  /** By key of `StructParents`. */
  readonly parents: number[];
  readonly names: [id: string, at: number][];
  readonly outline: { readonly title: string; readonly dest: number }[];
};

function addPart(made: Numbered[], part: Part, roots: Roots, tree: Tree): void {
  const place = tree.parts.length;
  const numbers = new Map([...part.objects.keys()].map((number, at) => [number, made.length + 1 + at]));
  // A page belongs to all pages, and the part's root of tags to the one document.
  numbers.set(part.pages.at, roots.pages);
  numbers.set(part.tree.at, roots.document);
  const numberOf = (old: number): number => {
    const found = numbers.get(old);
    if (found === undefined) throw new Error(`object ${old} of part ${place + 1} is nowhere`);
    return found;
  };
  const idOf = (id: string) => `P${place + 1}${id}`;
  const keys = tree.parents.length;
  for (const { head, stream } of part.objects.values()) {
    const own = outsideStrings(head, (text) =>
      text
        .replace(/\b(\d+) 0 R\b/g, (_, old: string) => `${numberOf(Number(old))} 0 R`)
        .replace(
          /\/(StructParents?) (\d+)/g,
          (_, name: string, key: string) => `/${name} ${keys + Number(key)}`,
        )
        .replace('/S /Document\n', '/S /Part\n')
        .replace(/\/S \/H1\n/, place === 0 ? '/S /H1\n' : '/S /H2\n'),
    );
    made.push({ head: withIds(own, idOf), stream });
  }
  tree.pages.push(...part.pages.kids.map(numberOf));
  const { head } = part.tree;
  tree.parts.push(...referencesIn(between(head, '/K [', ']')).map(numberOf));
  for (const role of between(head, '/RoleMap <<', '>>').trim().split('\n')) tree.roles.add(role.trim());
  for (const [, key, at] of between(head, '/Nums [', ']').matchAll(/(\d+) (\d+) 0 R/g))
    tree.parents[keys + Number(key)] = numberOf(Number(at));
  for (const [, id = '', at] of between(head, '/Names [', ']').matchAll(/\(([^)]*)\) (\d+) 0 R/g))
    tree.names.push([idOf(id), numberOf(Number(at))]);
  tree.outline.push(...part.outline.map(({ title, dest }) => ({ title, dest: numberOf(dest) })));
}

/** The title, and under it all sections. @returns the number of the root */
function addOutline(made: Numbered[], [title, ...sections]: Tree['outline']): number {
  if (!title) throw new Error('the document has no title');
  const root = made.length + 1;
  const [top, from] = [root + 1, root + 2];
  const to = from + sections.length - 1;
  const add = (head: string) => made.push({ head: `<<\n${head}\n>>`, stream: null });
  add(`/Type /Outlines\n/First ${top} 0 R\n/Last ${top} 0 R\n/Count 1`);
  const below =
    sections.length === 0 ? '' : `/First ${from} 0 R\n/Last ${to} 0 R\n/Count -${sections.length}\n`;
  add(`/Parent ${root} 0 R\n${below}/Title ${title.title}\n/Dest ${title.dest} 0 R`);
  for (const [place, each] of sections.entries()) {
    const [before, after] = [from + place - 1, from + place + 1];
    const beside = `${after <= to ? `/Next ${after} 0 R\n` : ''}${before >= from ? `/Prev ${before} 0 R\n` : ''}`;
    add(`/Parent ${top} 0 R\n${beside}/Title ${each.title}\n/Dest ${each.dest} 0 R`);
  }
  return root;
}

/** The text with `change` applied outside of strings: what people wrote may look like a reference. */
function outsideStrings(text: string, change: (outside: string) => string): string {
  let result = '';
  let from = 0;
  for (let at = text.indexOf('('); at >= 0; at = text.indexOf('(', from)) {
    const end = endOfString(text, at);
    result += change(text.slice(from, at)) + text.slice(at, end);
    from = end;
  }
  return result + change(text.slice(from));
}

/** Parentheses that are balanced need no backslash in a string (ISO 32000-1, 7.3.4.2). */
function endOfString(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const letter = text[at];
    if (letter === '\\') at++;
    else if (letter === '(') depth++;
    else if (letter === ')' && --depth === 0) return at + 1;
  }
  throw new Error('a string without end');
}

/** The names by which cells know their headings are those of their part. */
function withIds(head: string, idOf: (id: string) => string): string {
  return head.replace(/^(\s*\/(?:ID|Headers) )(.*)$/gm, (_, key: string, ids: string) => {
    return key + ids.replace(/\(([^)]*)\)/g, (_whole, id: string) => `(${idOf(id)})`);
  });
}

function withPages({ head, stream }: Numbered, pages: number): Numbered {
  const text = (stream ?? Buffer.alloc(0)).toString().replace(/(<xmpTPg:NPages>)\d+/, `$1${pages}`);
  const bytes = Buffer.from(text);
  return { head: head.replace(/\/Length \d+/, `/Length ${bytes.length}`), stream: bytes };
}

function written(
  objects: readonly Numbered[],
  of: { readonly catalog: number; readonly info: number; readonly id: string },
): Uint8Array {
  const pieces: Buffer[] = [];
  let size = 0;
  const put = (piece: Buffer) => {
    pieces.push(piece);
    size += piece.length;
  };
  const latin = (text: string) => Buffer.from(text, 'latin1');
  put(latin('%PDF-1.7\n%\x80\x80\x80\x80\n\n'));
  const offsets = objects.map(({ head, stream }, place) => {
    const offset = size;
    put(latin(`${place + 1} 0 obj\n${head}\n`));
    if (stream !== null) for (const piece of [latin('stream\n'), stream, latin('\nendstream\n')]) put(piece);
    put(latin('endobj\n\n'));
    return `${String(offset).padStart(10, '0')} 00000 n\r\n`;
  });
  const start = size;
  put(latin(`xref\n0 ${objects.length + 1}\n0000000000 65535 f\r\n${offsets.join('')}`));
  put(latin(`trailer\n<<\n/Size ${objects.length + 1}\n/Root ${of.catalog} 0 R\n/Info ${of.info} 0 R\n`));
  put(latin(`/ID [<${of.id}> <${of.id}>]\n>>\nstartxref\n${start}\n%%EOF`));
  return Buffer.concat(pieces);
}
