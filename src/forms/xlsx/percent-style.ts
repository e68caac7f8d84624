import { relationsOf } from './package.ts';
import type { Workbook } from './workbook.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  decodeXml,
  encodeXml,
  parseXml,
  setAttribute,
  writeXml,
  type XmlDocument,
} from './xml.ts';
import type { Parts } from './zip-gate.ts';

const WHOLE = '9';
const CUSTOM = 'numFmt';

export type PercentStyles = {
  /** A style that looks like `style` and shows a fraction as a percentage; itself if it does already. */
  readonly percentOf: (style: number, decimals: boolean) => number;
  /** The part of the styles, when one was added. */
  readonly written: () => { readonly part: string; readonly content: Uint8Array } | undefined;
};

/** Styles for percentages, added behind the workbook's own only where a cell has none. */
export function percentStyles(parts: Parts, workbook: Workbook): PercentStyles {
  const part = relationsOf(parts, workbook.part).find(({ type }) => type === 'styles')?.target;
  const content = part === undefined ? undefined : parts.get(part);
  let document: XmlDocument | undefined;
  const made = new Map<string, number>();
  const percentOf = (style: number, decimals: boolean): number => {
    const { kind } = workbook.formats(style);
    if (content === undefined || (kind === 'percent' && !decimals)) return style;
    document ??= parseXml(decodeXml(content));
    if (kind === 'percent' && decimals && showsDecimals(document, style)) return style;
    const key = `${style} ${decimals}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const number = addStyle(document, style, decimals ? oneDecimal(document) : WHOLE);
    made.set(key, number);
    return number;
  };
  const written = () =>
    part === undefined || document === undefined || made.size === 0
      ? undefined
      : { part, content: encodeXml(writeXml(document)) };
  return { percentOf, written };
}

function styleOf(document: XmlDocument, style: number) {
  const list = childOf(document.root, 'cellXfs');
  return { list, xf: list && childrenOf(list, 'xf')[style] };
}

/** `0.00%` and custom formats that have a decimal point. */
function showsDecimals(document: XmlDocument, style: number): boolean {
  const { xf } = styleOf(document, style);
  const id = xf && attributeOf(xf, 'numFmtId');
  if (id === '10') return true;
  const formats = childOf(document.root, 'numFmts');
  const format = formats && childrenOf(formats, CUSTOM).find((one) => attributeOf(one, 'numFmtId') === id);
  return /0\.[0#]/.test((format && attributeOf(format, 'formatCode')) ?? '');
}

function addStyle(document: XmlDocument, style: number, numberFormat: string): number {
  const { list, xf } = styleOf(document, style);
  if (list === undefined) return style;
  const copy =
    xf === undefined
      ? { name: list.name.replace(/cellXfs$/, 'xf'), attributes: '', children: [] }
      : { ...xf };
  setAttribute(copy, 'numFmtId', numberFormat);
  setAttribute(copy, 'applyNumberFormat', '1');
  list.children.push(copy);
  const count = childrenOf(list, 'xf').length;
  setAttribute(list, 'count', String(count));
  return count - 1;
}

/** The number of the format `0.0%`, made if the workbook has none. */
function oneDecimal(document: XmlDocument): string {
  const { root } = document;
  const prefix = root.name.slice(0, root.name.indexOf(':') + 1);
  let formats = childOf(root, 'numFmts');
  if (formats === undefined) {
    formats = { name: `${prefix}numFmts`, attributes: '', children: [] };
    root.children.unshift(formats);
  }
  const list = childrenOf(formats, CUSTOM);
  const known = list.find((one) => attributeOf(one, 'formatCode') === '0.0%');
  if (known !== undefined) return attributeOf(known, 'numFmtId') ?? WHOLE;
  const id = String(Math.max(163, ...list.map((one) => Number(attributeOf(one, 'numFmtId')))) + 1);
  formats.children.push({
    name: `${prefix}${CUSTOM}`,
    attributes: ` numFmtId="${id}" formatCode="0.0%"`,
    children: [],
  });
  setAttribute(formats, 'count', String(list.length + 1));
  return id;
}
