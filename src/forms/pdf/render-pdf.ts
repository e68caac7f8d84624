import type { CompileDocArgs, NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { printFonts } from '../../texts/print/print-fonts.ts';
import { MAX_EXPORTED_ACTIVITIES } from '../export-form.ts';
import { template, theCompiler } from './compiler.ts';
import { type PdfDocument, pdfDocument } from './document.ts';
import type { PdfModel } from './model.ts';

const TEMPLATE = 'official-form.typ';

/** Rows of the last sheet that keep the signatures company: fewer when they are so high that these go on alone again. */
const CARRIED = [4, 2, 1] as const;
/** pt; what stands above it begins its page. */
const TOP_OF_PAGE = 60;

export type Typeset = {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** What the compiler grumbled about; a test holds it empty. */
  readonly warnings: readonly string[];
};

/**
 * The official form as PDF ready to be signed and published: tagged, PDF/UA-1 (the compiler refuses what does not
 * conform), landscape legal, the same bytes for the same model.
 * Loads a native library of 50 MB: only for the process that renders (src/jobs/render.ts).
 * @throws {RangeError} with more than `MAX_EXPORTED_ACTIVITIES` activities; {Error} when the compiler refuses the document.
 */
export async function renderPdf(model: PdfModel): Promise<Uint8Array> {
  return typeset(model).bytes;
}

/** Like `renderPdf`, with the other messages of the compiler. */
export function typeset(model: PdfModel): Typeset {
  const { length } = model.form.activities;
  if (length > MAX_EXPORTED_ACTIVITIES)
    throw new RangeError(`${length} activities, at most ${MAX_EXPORTED_ACTIVITIES}`);
  const { coverage } = printFonts();
  const compiler = theCompiler();
  try {
    const document = pdfDocument(model, coverage);
    let made = compile(compiler, document, model.madeAt);
    for (const carried of CARRIED) {
      if (!made.signaturesAlone) break;
      made = compile(compiler, { ...document, carried }, model.madeAt);
    }
    return made;
  } finally {
    compiler.evictCache(0);
  }
}

function compile(
  compiler: NodeCompiler,
  document: PdfDocument,
  madeAt: number,
): Typeset & { readonly signaturesAlone: boolean } {
  const compiled = compiler.compile({
    mainFilePath: template(TEMPLATE),
    inputs: { document: JSON.stringify(document) },
  } satisfies CompileDocArgs);
  const { result } = compiled;
  if (!result)
    throw new Error(`The form was not typeset: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`);
  const [top]: readonly { readonly value?: unknown }[] = compiler.query(result, { selector: '<signatures>' });
  const signaturesAlone = Number(top?.value) < TOP_OF_PAGE;
  // What the compiler remembers of its work is needed no more: 17 MB for 300 activities (measured).
  compiler.evictCache(0);
  const bytes = compiler.pdf(result, { pdfStandard: 'ua-1', creationTimestamp: Math.floor(madeAt / 1000) });
  const warnings = (compiled.takeWarnings()?.shortDiagnostics ?? []).map((each) => JSON.stringify(each));
  return { bytes: new Uint8Array(bytes), pages: result.numOfPages, warnings, signaturesAlone };
}
