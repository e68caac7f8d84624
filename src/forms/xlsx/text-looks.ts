import { relationsOf } from './package.ts';
import { pointsOfUnit, type TextLook } from './text-height.ts';
import { isTrue, type Workbook } from './workbook.ts';
import { attributeOf, childOf, childrenOf, decodeXml, parseXml, type XmlElement } from './xml.ts';
import type { Parts } from './zip-gate.ts';

export type TextLooks = {
  /** For a style number (`s` of a cell). */
  readonly lookOf: (style: number) => TextLook;
  /** Points of one unit of a column's width. */
  readonly unit: number;
};

const PLAIN: TextLook = { size: 11, bold: false, wraps: false };

/** How the cells of a workbook show their text, by its styles. Throws `XmlFault`. */
export function textLooks(parts: Parts, workbook: Workbook): TextLooks {
  const part = relationsOf(parts, workbook.part).find(({ type }) => type === 'styles')?.target;
  const content = part === undefined ? undefined : parts.get(part);
  if (content === undefined) return { lookOf: () => PLAIN, unit: pointsOfUnit('Calibri', PLAIN.size) };
  const { root } = parseXml(decodeXml(content));
  const fonts = listOf(root, 'fonts', 'font');
  const looks = listOf(root, 'cellXfs', 'xf').map((xf) => lookOf(xf, fonts));
  const [plain] = fonts;
  const name = plain && childOf(plain, 'name');
  return {
    lookOf: (style) => looks[style] ?? looks[0] ?? PLAIN,
    unit: pointsOfUnit((name && attributeOf(name, 'val')) ?? 'Calibri', sizeOf(plain)),
  };
}

function listOf(root: XmlElement, list: string, name: string): XmlElement[] {
  const element = childOf(root, list);
  return element === undefined ? [] : childrenOf(element, name);
}

function lookOf(xf: XmlElement, fonts: readonly XmlElement[]): TextLook {
  const font = fonts[Number(attributeOf(xf, 'fontId') ?? 0)];
  const bold = font && childOf(font, 'b');
  const alignment = childOf(xf, 'alignment');
  return {
    size: sizeOf(font),
    bold: bold !== undefined && isTrue(attributeOf(bold, 'val') ?? '1'),
    wraps: alignment !== undefined && isTrue(attributeOf(alignment, 'wrapText')),
  };
}

function sizeOf(font: XmlElement | undefined): number {
  const size = font && childOf(font, 'sz');
  const points = Number(size && attributeOf(size, 'val'));
  return points > 0 ? Math.min(points, 200) : PLAIN.size;
}
