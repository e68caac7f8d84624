import { pointsOfUnit, type TextLook } from './text-height.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The styles of our template, by their number in `cellXfs`. */
export const STYLE = {
  plain: 0,
  title: 1,
  system: 2,
  label: 3,
  value: 4,
  valueDate: 5,
  longDate: 6,
  header: 7,
  cell: 8,
  centred: 9,
  date: 10,
  percent: 11,
  percentDecimal: 12,
  weight: 13,
  signatureTitle: 14,
  signatureLabel: 15,
  signatureValue: 16,
  signatureLine: 17,
  status: 18,
} as const;

export type StyleNumber = (typeof STYLE)[keyof typeof STYLE];

/** font, fill, border, number format, horizontal, vertical; in the order of `STYLE`. */
const FORMATS: readonly (readonly [number, number, number, number, string, string])[] = [
  [0, 0, 0, 0, 'general', 'bottom'],
  [2, 0, 1, 0, 'center', 'center'],
  [1, 0, 1, 0, 'center', 'center'],
  [1, 2, 1, 0, 'left', 'center'],
  [0, 0, 1, 0, 'left', 'center'],
  [0, 0, 1, 164, 'left', 'center'],
  [0, 0, 1, 165, 'left', 'center'],
  [1, 2, 1, 0, 'center', 'center'],
  [0, 0, 1, 0, 'left', 'top'],
  [0, 0, 1, 0, 'center', 'top'],
  [0, 0, 1, 164, 'center', 'top'],
  [0, 0, 1, 9, 'center', 'top'],
  [0, 0, 1, 166, 'center', 'top'],
  [0, 0, 1, 167, 'center', 'top'],
  [1, 0, 0, 0, 'left', 'center'],
  [0, 0, 0, 0, 'left', 'center'],
  [0, 0, 0, 0, 'left', 'center'],
  [0, 0, 2, 0, 'left', 'bottom'],
  [3, 0, 0, 0, 'left', 'center'],
];

const FONTS = [
  { size: 9, bold: false, colour: 'FF000000' },
  { size: 9, bold: true, colour: 'FF000000' },
  { size: 12, bold: true, colour: 'FF000000' },
  { size: 9, bold: false, colour: 'FF404040' },
] as const;

/** Points of one unit of a column's width. */
export const UNIT = pointsOfUnit('Arial', FONTS[0].size);

export function lookOf(style: StyleNumber): TextLook {
  const { size, bold } = FONTS[FORMATS[style]?.[0] ?? 0] ?? FONTS[0];
  return { size, bold, wraps: true };
}

const side = (name: string) => `<${name} style="thin"><color auto="1"/></${name}>`;
const font = ({ size, bold, colour }: (typeof FONTS)[number]) =>
  `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><color rgb="${colour}"/><name val="Arial"/><family val="2"/></font>`;

export function stylesXml(): string {
  const cells = FORMATS.map(
    ([fontId, fillId, borderId, format, horizontal, vertical]) =>
      `<xf numFmtId="${format}" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="${horizontal}" vertical="${vertical}" wrapText="1"/></xf>`,
  ).join('');
  return `${HEAD}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="4"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="[$-240A]d&quot; de &quot;mmmm&quot; de &quot;yyyy"/><numFmt numFmtId="166" formatCode="0.0%"/><numFmt numFmtId="167" formatCode="General&quot; %&quot;"/></numFmts><fonts count="${FONTS.length}">${FONTS.map(font).join('')}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7E6E6"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="3"><border><left/><right/><top/><bottom/><diagonal/></border><border>${side('left')}${side('right')}${side('top')}${side('bottom')}<diagonal/></border><border><left/><right/><top/>${side('bottom')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${FORMATS.length}">${cells}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}
