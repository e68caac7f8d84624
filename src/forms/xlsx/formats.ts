import { attributeOf, childOf, childrenOf, type XmlElement } from './xml.ts';

export type CellKind = 'percent' | 'date' | 'number';

/** What a style number (`s` of a cell) says about a number, and how many decimals it always shows. */
export type CellFormats = (style: number) => {
  readonly kind: CellKind;
  readonly decimals?: number;
  /** A date of which only month and year are shown. */
  readonly month?: boolean;
};

const PLAIN: { readonly kind: CellKind } = { kind: 'number' };
const PERCENT_IDS = new Set([9, 10]);
const DATE_IDS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);
/** `mmm-yy` */
const MONTH_ID = 17;
const DECIMAL_IDS = new Map([
  [1, 0],
  [2, 2],
]);

/** Reads `styles.xml`: numFmts and cellXfs. */
export function readFormats(styles: XmlElement | undefined): CellFormats {
  if (styles === undefined) return () => PLAIN;
  const codes = new Map(
    childrenOf(childOf(styles, 'numFmts') ?? styles, 'numFmt').map((format) => [
      Number(attributeOf(format, 'numFmtId')),
      attributeOf(format, 'formatCode') ?? '',
    ]),
  );
  const cells = childrenOf(childOf(styles, 'cellXfs') ?? styles, 'xf').map((xf) => {
    const id = Number(attributeOf(xf, 'numFmtId') ?? '0');
    return formatOf(id, codes.get(id));
  });
  return (style) => cells[style] ?? PLAIN;
}

function formatOf(id: number, code: string | undefined): ReturnType<CellFormats> {
  if (code === undefined) {
    if (PERCENT_IDS.has(id)) return { kind: 'percent' };
    if (DATE_IDS.has(id)) return id === MONTH_ID ? { kind: 'date', month: true } : { kind: 'date' };
    const decimals = DECIMAL_IDS.get(id);
    return decimals === undefined ? PLAIN : { kind: 'number', decimals };
  }
  const [section = ''] = code
    .slice(0, 300)
    .replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, '')
    .split(';');
  if (section.includes('%')) return { kind: 'percent' };
  if (/general/i.test(section)) return PLAIN;
  if (/[dy]/i.test(section) || /^m+$/i.test(section)) {
    return /[dh]/i.test(section)
      ? { kind: 'date' }
      : { kind: 'date', ...(/m/i.test(section) ? { month: true } : {}) };
  }
  const decimals = /^0(?:\.(0+))?$/.exec(section.trim());
  return decimals === null ? PLAIN : { kind: 'number', decimals: decimals[1]?.length ?? 0 };
}
