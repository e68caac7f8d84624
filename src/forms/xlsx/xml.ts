/**
 * XML as workbooks hold it, read in one pass and written back as it was: what is not touched keeps every character.
 * A DOM library was measured and left: 6.7 MB of cells took @xmldom/xmldom 4.5 s and 670 MB, this a twentieth.
 */

/** Thrown for text that is not the plain XML a workbook holds; the caller turns it into a refusal. */
export class XmlFault extends Error {}

export type XmlHandler = {
  /** `attributes` as written. A tag that closes itself is followed by its `close`. */
  readonly open: (name: string, attributes: string, empty: boolean) => void;
  readonly close: (name: string) => void;
  /** `raw` is still escaped; comments and instructions come as they stand when `other` is there. */
  readonly text: (raw: string) => void;
  readonly other?: (raw: string) => void;
};

const TAG = /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
/** A conditional format over 10,000 scattered cells names them all in one attribute. */
const LONGEST_TAG = 500_000;
const DEEPEST = 60;

/** Goes once through the text, in time linear in its length. Throws `XmlFault`. */
export function walkXml(text: string, handler: XmlHandler): void {
  const open: string[] = [];
  let at = 0;
  while (at < text.length) {
    const next = text.indexOf('<', at);
    if (next < 0 || next > at) handler.text(text.slice(at, next < 0 ? text.length : next));
    if (next < 0) break;
    at =
      text[next + 1] === '!' || text[next + 1] === '?'
        ? special(text, next, handler)
        : tag(text, next, handler, open);
  }
  if (open.length > 0) throw new XmlFault('unclosed');
}

function tag(text: string, at: number, handler: XmlHandler, open: string[]): number {
  const close = text.indexOf('>', at);
  if (close < 0 || close - at > LONGEST_TAG) throw new XmlFault('tag');
  TAG.lastIndex = at;
  const match = TAG.exec(text);
  if (match === null) throw new XmlFault('tag');
  const [whole, slash, name = '', attributes = '', empty] = match;
  if (slash === '/') {
    if (open.pop() !== name) throw new XmlFault('nesting');
    handler.close(name);
  } else {
    handler.open(name, attributes, empty === '/');
    if (empty === '/') handler.close(name);
    else open.push(name);
    if (open.length > DEEPEST) throw new XmlFault('depth');
  }
  return at + whole.length;
}

/** A comment, an instruction or CDATA; a document type is never taken. */
function special(text: string, at: number, handler: XmlHandler): number {
  const ends: readonly [string, string][] = [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<?', '?>'],
  ];
  for (const [start, end] of ends) {
    if (!text.startsWith(start, at)) continue;
    const close = text.indexOf(end, at + start.length);
    if (close < 0) throw new XmlFault('unclosed');
    if (start === '<![CDATA[') handler.text(escapeText(text.slice(at + start.length, close)));
    else handler.other?.(text.slice(at, close + end.length));
    return close + end.length;
  }
  throw new XmlFault('document type');
}

/**
 * A tree that is written back as it was read; strings are text, comments and instructions, as they stand. An empty
 * string is all there is in an element written as two tags.
 */
export type XmlElement = { readonly name: string; attributes: string; children: (XmlElement | string)[] };
export type XmlDocument = { readonly before: string; readonly root: XmlElement };

export function parseXml(text: string): XmlDocument {
  const top: XmlElement = { name: '', attributes: '', children: [] };
  const stack: XmlElement[] = [top];
  let wasEmpty = false;
  const add = (child: XmlElement | string) => stack.at(-1)?.children.push(child);
  walkXml(text.replace(/^\uFEFF/, ''), {
    open: (name, attributes, empty) => {
      const element: XmlElement = { name, attributes, children: [] };
      wasEmpty = empty;
      add(element);
      stack.push(element);
    },
    close: () => {
      const element = stack.pop();
      if (element?.children.length === 0 && !wasEmpty) element.children.push('');
      wasEmpty = false;
    },
    text: add,
    other: add,
  });
  const root = top.children.find((child) => typeof child !== 'string');
  if (root === undefined) throw new XmlFault('empty');
  const before = top.children.slice(0, top.children.indexOf(root)).join('');
  return { before, root };
}

export function writeXml(document: XmlDocument): string {
  const written: string[] = [document.before];
  writeElement(document.root, written);
  return written.join('');
}

function writeElement(element: XmlElement, written: string[]): void {
  const { name, attributes, children } = element;
  if (children.length === 0) written.push(`<${name}${attributes}/>`);
  else {
    written.push(`<${name}${attributes}>`);
    for (const child of children) {
      if (typeof child === 'string') written.push(child);
      else writeElement(child, written);
    }
    written.push(`</${name}>`);
  }
}

/** The name without its prefix: some producers write `x:row`. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

const PATTERNS = new Map<string, RegExp>();

function patternOf(name: string): RegExp {
  const known = PATTERNS.get(name);
  if (known !== undefined) return known;
  const pattern = new RegExp(`(\\s${name}\\s*=\\s*)(?:"([^"]*)"|'([^']*)')`);
  PATTERNS.set(name, pattern);
  return pattern;
}

/** The value of an attribute in the attributes as written; `name` may be a pattern such as `[\\w.-]+:id`. */
export function attributeIn(attributes: string, name: string): string | undefined {
  const match = attributes === '' ? null : patternOf(name).exec(attributes);
  return match === null ? undefined : unescapeXml(match[2] ?? match[3] ?? '');
}

export function attributeOf(element: XmlElement, name: string): string | undefined {
  return attributeIn(element.attributes, name);
}

/** Sets an attribute, or takes it away when `value` is undefined. */
export function setAttribute(element: XmlElement, name: string, value: string | undefined): void {
  const written = value === undefined ? '' : ` ${name}="${escapeText(value).replaceAll('"', '&quot;')}"`;
  const { attributes } = element;
  element.attributes = patternOf(name).test(attributes)
    ? attributes.replace(patternOf(name), () => written)
    : attributes + written;
}

export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && localName(child.name) === name,
  );
}

export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return childrenOf(element, name)[0];
}

/** All text below an element, unescaped. */
export function textOf(element: XmlElement): string {
  return element.children
    .map((child) =>
      typeof child === 'string' ? (child.startsWith('<') ? '' : unescapeXml(child)) : textOf(child),
    )
    .join('');
}

export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function unescapeXml(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(
    /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return NAMED[String(name)] ?? whole;
      const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}

const WIDE_STARTS: readonly (readonly [readonly number[], string])[] = [
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0x3c, 0, 0x3f, 0], 'utf-16le'],
  [[0, 0x3c, 0, 0x3f], 'utf-16be'],
];
const LATIN = /^<\?xml[^>]*encoding\s*=\s*["'](?:windows-1252|iso-8859-1|latin1)["']/i;

/** The text of a part: UTF-8, or the older encodings that XML may declare. */
export function decodeXml(content: Uint8Array): string {
  for (const [start, encoding] of WIDE_STARTS) {
    if (start.every((byte, place) => content[place] === byte))
      return new TextDecoder(encoding).decode(content);
  }
  const beginning = String.fromCharCode(...content.subarray(0, 100));
  return new TextDecoder(LATIN.test(beginning) ? 'windows-1252' : 'utf-8').decode(content);
}

/** A part as UTF-8, which it then declares: a part that was UTF-16 would open in no program otherwise. */
export function encodeXml(text: string): Uint8Array {
  return new TextEncoder().encode(
    text.replace(
      /^(<\?xml[^>]{0,60}encoding\s*=\s*)(?:"([^"]*)"|'([^']*)')/,
      (whole, start: string, double?: string, single?: string) =>
        /^utf-8$/i.test(double ?? single ?? '') ? whole : `${start}"UTF-8"`,
    ),
  );
}
