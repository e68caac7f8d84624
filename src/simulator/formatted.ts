/** From the `text`, `parse_mode` and `entities` of a request to what the chat shows. */
import type { ApiEntity } from './api-types.ts';
import { cleanText, isBlank } from './clean.ts';
import { withDetected } from './detect.ts';
import { sortEntities, withoutNested } from './entities.ts';
import { parseHtml } from './html.ts';
import type { Params } from './params.ts';
import { badRequest } from './refusal.ts';

export type Formatted = { text: string; entities: ApiEntity[]; ignored: string[] };

/** Telegram shows 100 entities of a message and drops the others silently (tdlib/telegram-bot-api#820). */
const SHOWN_ENTITIES = 100;

/**
 * Reads one text of a request: parse, clean, detect. It does not check emptiness or length; each method does
 * that in its own words and place.
 * @throws Refusal 400 in the server's words
 */
export function readFormatted(params: Params, textName: string, entitiesName: string): Formatted {
  const raw = params.text(textName) ?? '';
  if (!raw.isWellFormed()) throw badRequest('strings must be encoded in UTF-8');
  const parsed = parse(raw, params, entitiesName);
  const cleaned = cleanText({ text: parsed.text, entities: withoutNested(parsed.entities) });
  const entities = withDetected(cleaned.text, cleaned.entities);
  if (entities.length > SHOWN_ENTITIES) {
    parsed.ignored.push(
      `${entities.length - SHOWN_ENTITIES} entities beyond ${SHOWN_ENTITIES} are not shown`,
    );
  }
  return { text: cleaned.text, entities: entities.slice(0, SHOWN_ENTITIES), ignored: parsed.ignored };
}

export function isEmptyText(formatted: Formatted): boolean {
  return isBlank(formatted.text);
}

function parse(raw: string, params: Params, entitiesName: string): Formatted {
  const mode = (params.text('parse_mode') ?? '').toLowerCase();
  if (mode === '' || mode === 'none') {
    return { text: raw, entities: readEntities(params.json(entitiesName)), ignored: [] };
  }
  const ignored = params.has(entitiesName) ? [`${entitiesName} next to parse_mode`] : [];
  if (mode === 'html') {
    const parsed = parseHtml(raw);
    return { ...parsed, ignored: [...ignored, ...parsed.ignored] };
  }
  if (mode === 'markdown' || mode === 'markdownv2') {
    throw new Error(`The simulator parses HTML only; parse_mode ${mode} was sent. Use HTML, or teach it.`);
  }
  throw badRequest('unsupported parse_mode');
}

function readEntities(value: unknown): ApiEntity[] {
  if (!Array.isArray(value)) return [];
  const entities = value.filter(isEntity).map((entity) => ({ ...entity }));
  return sortEntities(entities.filter((entity) => entity.offset >= 0 && entity.length > 0));
}

function isEntity(value: unknown): value is ApiEntity {
  if (typeof value !== 'object' || value === null) return false;
  const { type, offset, length } = value as Partial<ApiEntity>;
  return typeof type === 'string' && typeof offset === 'number' && typeof length === 'number';
}
