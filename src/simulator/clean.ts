/**
 * The changes that the server makes to a text before it counts it (specification: Telegram messages);
 * td/misc.cpp, fix_formatted_text.
 */
import type { ApiEntity } from './api-types.ts';

type Formatted = { text: string; entities: ApiEntity[] };

/** Whether nothing of the text is visible: all kinds of spaces, including zero-width ones. */
export function isBlank(text: string): boolean {
  return text.replace(/[\s\p{Z}\p{Cf}]/gu, '').replace(/\u034f|\u2800|\ufffc/g, '') === '';
}

/**
 * Control characters become a space. `\r` and the bidi and combining marks that the server refuses are
 * removed. The end is trimmed, and the beginning as far as no entity covers it. Entities move and shrink with
 * the text.
 */
export function cleanText(formatted: Formatted): Formatted {
  const kept: string[] = [];
  const newIndex: number[] = [];
  for (const unit of unitsOf(formatted.text)) {
    newIndex.push(kept.length);
    const cleaned = cleanUnit(unit);
    if (cleaned !== '') kept.push(cleaned);
  }
  newIndex.push(kept.length);
  const moved = formatted.entities.map((entity) =>
    between(
      entity,
      newIndex[entity.offset] ?? kept.length,
      newIndex[entity.offset + entity.length] ?? kept.length,
    ),
  );
  return trim(kept.join(''), moved);
}

function trim(text: string, entities: ApiEntity[]): Formatted {
  const end = text.replace(/[ \n]+$/, '').length;
  const firstEntity = Math.min(end, ...entities.filter((entity) => entity.length > 0).map((e) => e.offset));
  const leading = /^[ \n]*/.exec(text)?.[0].length ?? 0;
  const start = Math.min(leading, firstEntity);
  return {
    text: text.slice(start, Math.max(start, end)),
    entities: entities
      .map((entity) =>
        between(
          entity,
          Math.max(0, entity.offset - start),
          Math.min(end, entity.offset + entity.length) - start,
        ),
      )
      .filter((entity) => entity.length > 0),
  };
}

function between(entity: ApiEntity, start: number, end: number): ApiEntity {
  return { ...entity, offset: start, length: end - start };
}

function unitsOf(text: string): string[] {
  return text.split('');
}

function cleanUnit(unit: string): string {
  const code = unit.charCodeAt(0);
  if (code === 0x0d) return '';
  if (code < 0x20 && code !== 0x0a) return ' ';
  if ((code >= 0x2028 && code <= 0x202e) || code === 0x0333 || code === 0x033f || code === 0x030a) return '';
  return unit;
}
