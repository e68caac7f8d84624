import type { ExportForm } from '../export-form.ts';
import type { Signature } from '../form.ts';
import { SIGNATURES } from '../layout.ts';
import { type Draft, put, putWide, text } from './template-draft.ts';
import { STYLE } from './template-styles.ts';

/** Two blocks to be signed, and below them how far the monitoring has come. Returns the row after the last. */
export function signatureBlocks(draft: Draft, from: number, form: ExportForm): number {
  let row = from;
  for (const { role, title } of SIGNATURES) {
    put(draft, row, 1, text(title), STYLE.signatureTitle);
    row += 1;
    for (const signature of form[role].length > 0 ? form[role] : [{ name: '', position: '' }]) {
      row = signatureLines(draft, row, signature);
    }
    row += 1;
  }
  const last = draft.widths.length - 1;
  for (const line of form.status.lines) {
    putWide(draft, { top: row, left: 1, bottom: row, right: last }, text(statusLine(line)), STYLE.status);
    row += 1;
  }
  return row;
}

function signatureLines(draft: Draft, row: number, signature: Signature): number {
  draft.heights.set(row, 34);
  put(draft, row, 1, text('Firma:'), STYLE.signatureLabel);
  put(draft, row, 2, undefined, STYLE.signatureLine);
  let next = row + 1;
  for (const [label, value] of [
    ['Nombres:', signature.name],
    ['Cargo:', signature.position],
  ] as const) {
    put(draft, next, 1, text(label), STYLE.signatureLabel);
    put(draft, next, 2, text(value), STYLE.signatureValue);
    next += 1;
  }
  return next;
}

export const STATUS_LABEL = 'Estado del monitoreo: ';

/** Marked, so that a reader takes it for no signature and a later export finds it again. */
export function statusLine(line: string): string {
  return `${STATUS_LABEL}${line}`;
}
