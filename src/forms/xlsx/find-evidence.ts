import type { Cell } from '../grid.ts';
import { EVIDENCE_HEADINGS, isEvidenceList, MOST_PIECES } from './evidence-rows.ts';
import { relationsOf } from './package.ts';
import { walkCells } from './read-sheet.ts';
import type { SheetEntry, Workbook } from './workbook.ts';
import { decodeXml } from './xml.ts';
import type { Parts } from './zip-gate.ts';

/** Thrown to leave a sheet at the first cell that is not as we write it. */
class NotOurs extends Error {}

/**
 * Whether a sheet is the annex of evidence of an export of ours, untouched: its texts are those its own fingerprint
 * was made of, also after Excel or LibreOffice stored it again. One that somebody wrote in, or hung a comment or a
 * picture on, is the entity's own. Throws `XmlFault` for what is not a sheet.
 */
export function isEvidenceSheet(parts: Parts, workbook: Workbook, { part }: SheetEntry): boolean {
  if (relationsOf(parts, part).some(({ type }) => type !== 'printerSettings')) return false;
  const rows: string[][] = [];
  const keep = (row: number, column: number, { text, error }: Cell) => {
    const isHeading = row > 0 || text === EVIDENCE_HEADINGS[column];
    const isWithin = row <= MOST_PIECES + 1 && column < EVIDENCE_HEADINGS.length;
    if (!isHeading || !isWithin || error !== undefined || row > rows.length) throw new NotOurs();
    const line = rows[row] ?? EVIDENCE_HEADINGS.map(() => '');
    line[column] = text;
    rows[row] = line;
  };
  try {
    const xml = decodeXml(parts.get(part) ?? new Uint8Array());
    walkCells(xml, workbook, keep, { hidden: () => {}, merge: () => {} });
  } catch (error) {
    if (error instanceof NotOurs) return false;
    throw error;
  }
  return isEvidenceList(rows);
}
