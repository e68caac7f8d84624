import { cleanOutsideText } from '../../domain/outside-text.ts';
import { decodeXml, localName, unescapeXml, walkXml } from './xml.ts';

/** Texts that cells share, by their number; undefined when there is none. */
export type SharedStrings = (index: number) => string | undefined;

/** More than a cell of Excel can hold, so that the reader still says that it is too long. */
const LONGEST = 33_000;

export function readSharedStrings(content: Uint8Array | undefined): SharedStrings {
  const texts: string[] = [];
  if (content !== undefined) {
    const gather = textGatherer();
    walkXml(decodeXml(content), {
      open: (name) => gather.open(localName(name)),
      close: (name) => {
        gather.close(localName(name));
        if (localName(name) === 'si') texts.push(gather.take());
      },
      text: gather.text,
    });
  }
  return (index) => texts[index];
}

/** Gathers the text of `si` or `is`: its `t`, plain or of rich runs, without the phonetic hints (`rPh`). */
export function textGatherer(): {
  open: (name: string) => void;
  close: (name: string) => void;
  text: (raw: string) => void;
  take: () => string;
} {
  let runs: string[] = [];
  let inText = false;
  let inHint = false;
  return {
    open: (name) => {
      if (name === 't') inText = true;
      if (name === 'rPh') inHint = true;
    },
    close: (name) => {
      if (name === 't') inText = false;
      if (name === 'rPh') inHint = false;
    },
    text: (raw) => {
      if (inText && !inHint) runs.push(raw);
    },
    take: () => {
      const text = cellText(runs.join(''));
      runs = [];
      return text;
    },
  };
}

/** Escaped text of a workbook as people see it; `_x000D_` is how Excel writes what XML cannot hold. */
export function cellText(raw: string): string {
  if (raw === '') return raw;
  const text = unescapeXml(raw.slice(0, LONGEST * 6)).replace(/_x([0-9a-fA-F]{4})_/g, (_, hex) =>
    String.fromCharCode(Number.parseInt(String(hex), 16)),
  );
  return cleanOutsideText(text.slice(0, LONGEST));
}

/** Text as it may stand in a cell of a workbook, escaped; what XML 1.0 cannot hold is left out. */
export function writtenText(text: string): string {
  const legal = text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .slice(0, 32_767)
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_');
  return legal
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}
