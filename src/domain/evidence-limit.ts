import { EVIDENCE } from './constants.ts';

/** The evidence that a person left for a cut. */
export type EvidenceLeft = { readonly pieces: number; readonly bytes: number };
export type BeyondLimit = 'tooMany' | 'tooMuch';

/**
 * Whether one more piece exceeds the evidence that a person may leave for a cut (specification: Evidence).
 * @param bytes of the piece; 0 for a link.
 * @param mostBytes the setting
 */
export function beyondLimit(left: EvidenceLeft, bytes: number, mostBytes: number): BeyondLimit | null {
  if (left.pieces >= EVIDENCE.piecesOfACut) return 'tooMany';
  return left.bytes + bytes > mostBytes ? 'tooMuch' : null;
}
