import type { ExportForm } from '../export-form.ts';
import type { Answers } from '../reading/asking.ts';

/** What a workbook is made of: plain data, so that another process can make it. */
export type WorkbookModel = {
  /** The entity's own workbook, when the plan came in as one. */
  readonly original: Uint8Array | null;
  readonly form: ExportForm;
  /** Names of every position, to know them again in its cells. */
  readonly positions: readonly string[];
  /** What was answered about the workbook, so that it is read as when it came. */
  readonly answers?: Answers;
};

/** The entity's own workbook filled in place, when it is one that can be; else ours. Loads the libraries when first needed. */
export async function makeWorkbook({
  original,
  form,
  positions,
  answers = {},
}: WorkbookModel): Promise<Uint8Array> {
  if (original) {
    const { fillWorkbook } = await import('./fill.ts');
    const filled = fillWorkbook(original, form, positions, answers);
    if (filled.ok) return filled.bytes;
  }
  const { templateWorkbook } = await import('./template.ts');
  return templateWorkbook(form);
}
