import { cleanOutsideText } from '../domain/outside-text.ts';

/** The longest reason that is taken. */
export const REASON_MOST = 1_000;

/** Why something is done, as it is put on record; null when nothing was said or too much. */
export function cleanReason(reason: string): string | null {
  const clean = cleanOutsideText(reason).trim();
  return clean === '' || clean.length > REASON_MOST ? null : clean;
}

/** What the mayor or Control Interno observes: a reason in words. */
export function cleanRemark(remark: string): string | null {
  const clean = cleanReason(remark);
  return clean !== null && /\p{L}/u.test(clean) ? clean : null;
}
