import { printFonts } from '../../texts/print/print-fonts.ts';
import { MOST_ACTIVITIES } from '../export-form.ts';
import { compile, type Typeset } from './compile.ts';
import { pdfDocument } from './document.ts';
import type { PdfModel } from './model.ts';

/** Rows of the last sheet that keep the signatures company: fewer when they are so high that these go on alone again. */
const CARRIED = [4, 2, 1] as const;
/** pt; what stands above it begins its page. */
const TOP_OF_PAGE = 60;

/**
 * The official form as PDF ready to be signed and published: tagged, landscape legal (`compile`).
 * @throws {RangeError} with more than `MOST_ACTIVITIES.pdf` activities; {Error} when the compiler refuses the document.
 */
export async function renderPdf(model: PdfModel): Promise<Uint8Array> {
  return typeset(model).bytes;
}

/** Like `renderPdf`, with the other messages of the compiler. */
export function typeset(model: PdfModel): Typeset {
  const { length } = model.form.activities;
  if (length > MOST_ACTIVITIES.pdf)
    throw new RangeError(`${length} activities, at most ${MOST_ACTIVITIES.pdf}`);
  const document = pdfDocument(model, printFonts().coverage);
  const made = (carried: number) =>
    compile('official-form.typ', { ...document, carried }, model.madeAt, '<signatures>');
  let best = made(0);
  for (const carried of CARRIED) {
    if (Number(best.found) >= TOP_OF_PAGE) break;
    best = made(carried);
  }
  return best;
}
