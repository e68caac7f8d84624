import { EVIDENCE } from './constants.ts';

/** What a person left as evidence of a cut. */
export type EvidenceLeft = { readonly pieces: number; readonly bytes: number };
export type BeyondLimit = 'tooMany' | 'tooMuch';

/**
 * Whether one more piece goes beyond what a person may leave as evidence of a cut (specification: Evidence).
 * @param bytes of the piece; 0 for a link. @param mostBytes the setting
 */
export function beyondLimit(left: EvidenceLeft, bytes: number, mostBytes: number): BeyondLimit | null {
  if (left.pieces >= EVIDENCE.piecesOfACut) return 'tooMany';
  return left.bytes + bytes > mostBytes ? 'tooMuch' : null;
}
