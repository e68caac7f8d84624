import { renderUnicodeCompact } from 'uqr';

/** Dark on light whatever the colours of the terminal are: a camera may not read it the other way round. */
const lightOnDark = '\u001b[97;40m';
const asBefore = '\u001b[0m';

/** A text as a QR code for a terminal: two modules a character, and some 40 columns for a link. */
export function qrForTerminal(text: string): string {
  return renderUnicodeCompact(text, { ecc: 'L', border: 2 })
    .split('\n')
    .map((line) => `  ${lightOnDark}${line}${asBefore}`)
    .join('\n');
}
