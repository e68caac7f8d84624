import { programmingColumnOf } from './programming-columns.ts';
import { verificationOf } from './verification-columns.ts';

/** Whether a heading is one that only our exports write, beside the form. */
export function isColumnOfOurs(text: string): boolean {
  return verificationOf(text) !== undefined || programmingColumnOf(text.trim()) !== undefined;
}
