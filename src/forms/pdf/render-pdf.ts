import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Moment } from '../../domain/dates.ts';
import { printFonts } from '../../texts/print/print-fonts.ts';
import { MOST_ACTIVITIES } from '../export-form.ts';
import { compile, type Typeset } from './compile.ts';
import { pdfDocument } from './document.ts';
import { startMerging } from './merge.ts';
import type { PdfModel } from './model.ts';
import { type PdfPart, partsOf } from './parts.ts';

/** Rows of the last sheet that keep the signatures company: fewer when they are so high that these go on alone again. */
const CARRIED = [4, 2, 1] as const;
/** pt; what stands above it begins its page. */
const TOP_OF_PAGE = 60;

/**
 * The official form as PDF ready to be signed and published: tagged, landscape legal (`compile`).
 * @throws {RangeError} with more than `MOST_ACTIVITIES.pdf` activities; {Error} when the compiler refuses the document.
 */
export async function renderPdf(model: PdfModel): Promise<Uint8Array> {
  return (await typeset(model)).bytes;
}

/** Like `renderPdf`, with the other messages of the compiler. A long form is set in parts, to know its pages, and again. */
export async function typeset(model: PdfModel): Promise<Typeset> {
  const { length } = model.form.activities;
  if (length > MOST_ACTIVITIES.pdf)
    throw new RangeError(`${length} activities, at most ${MOST_ACTIVITIES.pdf}`);
  const [first, ...others] = partsOf(pdfDocument(model, printFonts().coverage));
  if (!first) throw new Error('a form without parts');
  if (others.length === 0) return endOf(first, model.madeAt);
  const parts: PdfPart[] = [];
  let pagesBefore = 0;
  for (const part of [first, ...others]) {
    const { pages, carried } = part.ends
      ? await endOf(part, model.madeAt, 'pages')
      : { ...set(part, model.madeAt, 'pages'), carried: 0 };
    parts.push({ ...part, carried, pagesBefore });
    pagesBefore += pages;
    await freeLayout();
  }
  const merging = startMerging();
  const warnings: string[] = [];
  for (const part of parts) {
    const made = set({ ...part, pages: pagesBefore }, model.madeAt);
    warnings.push(...made.warnings);
    merging.add(made.bytes);
    await freeLayout();
  }
  return { bytes: merging.merged(), pages: pagesBefore, warnings };
}

function set(part: PdfPart, madeAt: Moment, only?: 'pages') {
  return compile('official-form.typ', part, madeAt, '<signatures>', only);
}

/** The part with the signatures, and how many rows keep them company. */
async function endOf(
  part: PdfPart,
  madeAt: Moment,
  only?: 'pages',
): Promise<Typeset & { readonly carried: number }> {
  let best = { ...set(part, madeAt, only), carried: 0 };
  for (const carried of CARRIED) {
    if (Number(best.found) >= TOP_OF_PAGE) break;
    await freeLayout();
    best = { ...set({ ...part, carried }, madeAt, only), carried };
  }
  return best;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/**
 * Gives back the memory of a layout that nobody holds any more: 250 MB for 700 activities, which the collector takes for
 * a few bytes of ours. The compiler's own part goes a turn later.
 */
async function freeLayout(): Promise<void> {
  collectGarbage();
  await setImmediate();
}
