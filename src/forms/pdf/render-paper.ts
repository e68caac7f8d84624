import { missingSignNote, pdfWords } from '../../texts/print/pdf.ts';
import { printFonts } from '../../texts/print/print-fonts.ts';
import { breakable } from './breakable.ts';
import { compile, type Typeset } from './compile.ts';
import type { Paper } from './paper.ts';
import { drawn, mapTexts } from './print-texts.ts';

/**
 * A paper as PDF, portrait letter (`compile`).
 * @throws {Error} when the compiler refuses it.
 */
export function renderPaper(paper: Paper): Uint8Array {
  return typesetPaper(paper).bytes;
}

/** Like `renderPaper`, with the other messages of the compiler. */
export function typesetPaper({ madeAt, ...paper }: Paper): Typeset {
  const { data, missing } = drawn(paper, printFonts().coverage);
  const { title, subject } = data;
  const printed = mapTexts(
    {
      ...data,
      facts: present(data.facts),
      sections: data.sections.map((each) => ({ ...each, facts: present(each.facts) })),
      note: [data.note, missing ? missingSignNote : ''].filter((each) => each !== '').join('\n'),
      running: `${title} · ${subject}`,
    },
    breakable,
  );
  const words = { page: pdfWords.page, pageOf: pdfWords.pageOf };
  return compile('paper.typ', { ...printed, title, subject, words }, madeAt);
}

function present<Pair extends { readonly value: string }>(pairs: readonly Pair[]): readonly Pair[] {
  return pairs.filter(({ value }) => value !== '');
}
