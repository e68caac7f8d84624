import type { CompileDocArgs } from '@myriaddreamin/typst-ts-node-compiler';
import type { Moment } from '../../domain/dates.ts';
import { template, theCompiler } from './compiler.ts';

export type Typeset = {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** What the compiler grumbled about; a test holds it empty. */
  readonly warnings: readonly string[];
};

/**
 * A template of this folder with a document: PDF/UA-1 (the compiler refuses what does not conform), the same bytes for
 * the same document and moment.
 * @param selector what is asked of the pages; its value comes back as `found`.
 * @param only counts the pages, and makes no PDF of them
 * @throws {Error} when the compiler refuses the document.
 */
export function compile(
  name: 'official-form.typ' | 'paper.typ',
  document: object,
  madeAt: Moment,
  selector?: string,
  only?: 'pages',
): Typeset & { readonly found: unknown } {
  const compiler = theCompiler();
  try {
    const compiled = compiler.compile({
      mainFilePath: template(name),
      inputs: { document: JSON.stringify(document) },
    } satisfies CompileDocArgs);
    const { result } = compiled;
    if (!result)
      throw new Error(`${name} was not typeset: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`);
    const [first]: readonly { readonly value?: unknown }[] =
      selector === undefined ? [] : compiler.query(result, { selector });
    // What the compiler remembers of its work is needed no more: 17 MB for 300 activities (measured).
    compiler.evictCache(0);
    if (only === 'pages')
      return { bytes: new Uint8Array(), pages: result.numOfPages, warnings: [], found: first?.value };
    const bytes = compiler.pdf(result, { pdfStandard: 'ua-1', creationTimestamp: Math.floor(madeAt / 1000) });
    const warnings = (compiled.takeWarnings()?.shortDiagnostics ?? []).map((each) => JSON.stringify(each));
    return { bytes: new Uint8Array(bytes), pages: result.numOfPages, warnings, found: first?.value };
  } finally {
    compiler.evictCache(0);
  }
}
