import type { ExportForm } from '../export-form.ts';
import type { Signature } from '../form.ts';
import { SIGNATURES } from '../title-layout.ts';
import type { Range } from './cell-names.ts';
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
  for (const line of form.status.lines) {
    putWide(
      draft,
      { top: row, left: 1, bottom: row, right: draft.titleRight },
      text(statusLine(line)),
      STYLE.status,
    );
    row += 1;
  }
  return row;
}

function signatureLines(draft: Draft, row: number, signature: Signature): number {
  draft.heights.set(row, 34);
  put(draft, row, 1, text('Firma:'), STYLE.signatureLabel);
  putWide(draft, valuePlace(row), undefined, STYLE.signatureLine);
  let next = row + 1;
  for (const [label, value] of [
    ['Nombres:', signature.name],
    ['Cargo:', signature.position],
  ] as const) {
    put(draft, next, 1, text(label), STYLE.signatureLabel);
    putWide(draft, valuePlace(next), text(value), STYLE.signatureValue);
    next += 1;
  }
  return next;
}

function valuePlace(row: number): Range {
  return { top: row, left: 2, bottom: row, right: 4 };
}

/** How the lines begin that say how far the monitoring has come. */
const STATUS_BEGINNINGS = [
  'Estado: ',
  'Huella (SHA-256): ',
  'Huella de la auditoría (SHA-256): ',
  'Ancla de la auditoría: ',
  'Versión del plan: ',
];

/** Whether a line below the table is one of an export of ours; a later export puts its own in its place. */
export function isStatusLine(text: string): boolean {
  return STATUS_BEGINNINGS.some((beginning) => text.startsWith(beginning));
}

/** Marked, so that a reader takes it for no signature and a later export finds it again. */
export function statusLine(line: string): string {
  return isStatusLine(line) ? line : `${STATUS_BEGINNINGS[0]}${line}`;
}
