import type { Figure, Part } from './parts-of-text.ts';

/** Whether a part adds nothing to a figure: it only carries it, or says it again. */
export function isSilent(part: Part, figure: Figure): boolean {
  switch (part.kind) {
    case 'figure':
      return part === figure || saysAgain(part, figure);
    case 'fraction':
      return part.tenths === figure.tenths && !part.counts;
    case 'date':
    case 'sign':
      return true;
    case 'mark':
      return part.role === 'separator' || part.role === 'silent';
    case 'content':
      return false;
    case 'words':
      switch (part.meaning) {
        case 'carrier':
        case 'courtesy':
        case 'now':
        case 'of':
          return true;
        case 'signed':
          return figure.signed;
        case 'done':
          return figure.signed || figure.tenths === 1000;
        case 'almost':
          return figure.tenths !== 1000;
        case 'whole':
          return figure.tenths === 1000;
        case 'none':
          return figure.tenths === 0;
        case 'missing':
        case 'not':
        case 'instead':
        case 'once':
        case 'joint':
        case 'doubt':
          return false;
      }
  }
}

/** `85 % (ochenta y cinco por ciento)`; two bare figures in digits are two (`50 50`). */
function saysAgain(part: Figure, figure: Figure): boolean {
  if (part.tenths === null || part.tenths !== figure.tenths) return false;
  return part.signed || figure.signed || part.item.inWords !== figure.item.inWords;
}

/** Whether a part has words of its own, or numbers of other things. */
export function isContent(part: Part): boolean {
  return part.kind === 'content' || (part.kind === 'fraction' && part.counts);
}
