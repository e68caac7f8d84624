import type { Node } from '@takumi-rs/core';
import { ink } from './palette.ts';

/** No text is smaller: 28 px of 1,080 are 9 of the 360 of a small phone. */
export const SMALLEST_TEXT = 28;

type Style = Readonly<Record<string, string | number>>;

/** Words in one size; `bold` uses the bold font. Words without spaces break anywhere. */
export function words(text: string, fontSize: number, style: Style = {}): Node {
  if (fontSize < SMALLEST_TEXT) throw new RangeError(`${fontSize} px is too small to be read on a phone`);
  return {
    type: 'text',
    text,
    style: { fontSize, lineHeight: 1.25, color: ink, overflowWrap: 'anywhere', ...style },
  };
}

export const bold: Style = { fontWeight: 700 };

export function row(children: readonly Node[], style: Style = {}): Node {
  return {
    type: 'container',
    style: { display: 'flex', flexDirection: 'row', alignItems: 'center', ...style },
    children: [...children],
  };
}

export function column(children: readonly Node[], style: Style = {}): Node {
  return {
    type: 'container',
    style: { display: 'flex', flexDirection: 'column', ...style },
    children: [...children],
  };
}

export function picture(src: string, width: number, height: number): Node {
  return { type: 'image', src, width, height, style: { width, height, flexShrink: 0 } };
}
