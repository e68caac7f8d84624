import type { Html } from '../domain/events.ts';
import { FOLDED } from '../texts/html.ts';

/** Telegram: 4096 UTF-16 units a message after its entities are parsed, 100 entities (Bot API, sendMessage). */
const LIMIT = { units: 3_900, entities: 90 } as const;

/**
 * Splits lines into messages under Telegram's limits. Every line stays whole, so no tag is cut. An empty line
 * separates paragraphs and neither begins nor ends a message. A line must be shorter than a message.
 */
export function splitAtLines(lines: readonly Html[]): readonly Html[] {
  const messages: Html[][] = [];
  let open: Html[] = [];
  let units = 0;
  let entities = 0;
  for (const line of lines) {
    const own = { units: visibleLength(line) + 1, entities: entitiesIn(line) };
    if (open.length > 0 && (units + own.units > LIMIT.units || entities + own.entities > LIMIT.entities)) {
      messages.push(open);
      open = [];
      units = 0;
      entities = 0;
    }
    open.push(line);
    units += own.units;
    entities += own.entities;
  }
  return [...messages, open].map(joined).filter((message) => message !== '');
}

/** UTF-16 units as a phone shows them: without tags, an entity counted as its one character. */
export function visibleLength(html: Html): number {
  return html.replace(/<[^>]*>/g, '').replace(/&(?:amp|lt|gt|quot);/g, '_').length;
}

function entitiesIn(html: Html): number {
  return html.match(/<[^/]/g)?.length ?? 0;
}

function joined(lines: readonly Html[]): Html {
  return lines
    .join('\n')
    .replaceAll(`${FOLDED.end}\n${FOLDED.begin}`, '\n')
    .replace(/^\n+|\n+$/g, '')
    .replace(/\n{3,}/g, '\n\n') as Html;
}
