import {
  attributeOf,
  childOf,
  childrenOf,
  parseXml,
  setAttribute,
  writeXml,
  type XmlElement,
} from './xml.ts';

/** Numbers of styles (`s` of a cell) of the annex. */
export type EvidenceStyles = {
  readonly header: number;
  readonly text: number;
  readonly centred: number;
  /** A whole number with its thousands apart. */
  readonly count: number;
  readonly note: number;
};

/** Size in points of all letters of the annex. */
export const EVIDENCE_LETTERS = 9;

const PLAIN: EvidenceStyles = { header: 0, text: 0, centred: 0, count: 0, note: 0 };

const font = (bold: string) =>
  `<font>${bold}<sz val="${EVIDENCE_LETTERS}"/><color rgb="FF000000"/><name val="Arial"/><family val="2"/></font>`;
const side = (name: string) => `<${name} style="thin"><color auto="1"/></${name}>`;
const FRAME = `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`;
const BARE = '<border><left/><right/><top/><bottom/><diagonal/></border>';
const GREY =
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE7E6E6"/><bgColor indexed="64"/></patternFill></fill>';
const CLEAR = '<fill><patternFill patternType="none"/></fill>';
/** Excel's own `#,##0`. */
const THOUSANDS = 3;

/** Finds the styles of the annex in a workbook's own `styles.xml`, and puts what it lacks behind what it has. */
export function evidenceStyles(xml: string | undefined): {
  readonly styles: EvidenceStyles;
  /** The styles with what was added; undefined when nothing was. */
  readonly written: string | undefined;
} {
  if (xml === undefined) return { styles: PLAIN, written: undefined };
  const document = parseXml(xml);
  const { root } = document;
  const [fonts, fills, borders, formats] = ['fonts', 'fills', 'borders', 'cellXfs'].map((name) =>
    childOf(root, name),
  );
  if (fonts === undefined || fills === undefined || borders === undefined || formats === undefined)
    return { styles: PLAIN, written: undefined };
  const prefix = root.name.slice(0, root.name.indexOf(':') + 1);
  let isNew = false;
  const place = (list: XmlElement, item: string): number => {
    const wanted = prefix === '' ? item : item.replace(/(<\/?)(?=\w)/g, `$1${prefix}`);
    const known = childrenOf(list, wanted.slice(1 + prefix.length).split(/[ >]/)[0] ?? '');
    const at = known.findIndex((each) => writeXml({ before: '', root: each }) === wanted);
    if (at >= 0) return at;
    list.children.push(parseXml(wanted).root);
    if (attributeOf(list, 'count') !== undefined) setAttribute(list, 'count', String(known.length + 1));
    isNew = true;
    return known.length;
  };
  const style = (bold: boolean, framed: boolean, format: number, alignment: string): number =>
    place(
      formats,
      `<xf numFmtId="${format}" fontId="${place(fonts, font(bold ? '<b/>' : ''))}" fillId="${place(fills, bold ? GREY : CLEAR)}" borderId="${place(borders, framed ? FRAME : BARE)}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment ${alignment} wrapText="1"/></xf>`,
    );
  const styles = {
    header: style(true, true, 0, 'horizontal="center" vertical="center"'),
    text: style(false, true, 0, 'horizontal="left" vertical="top"'),
    centred: style(false, true, 0, 'horizontal="center" vertical="top"'),
    count: style(false, true, THOUSANDS, 'horizontal="right" vertical="top" indent="1"'),
    note: style(false, false, 0, 'horizontal="left" vertical="center"'),
  };
  return { styles, written: isNew ? writeXml(document) : undefined };
}
