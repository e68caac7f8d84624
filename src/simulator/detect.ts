/**
 * The entities that Telegram itself finds in a text: commands, mentions, hashtags, links, addresses, phones.
 */
import type { ApiEntity } from './api-types.ts';
import { sortEntities } from './entities.ts';

const URL_PATTERN =
  /(?<![\w@.])(?:https?:\/\/[^\s<>"«»]+|(?:[a-z0-9-]+\.)+(?:com|org|net|gov|edu|info|me|io|co)(?:\.co)?(?![\w.-]*[\w-])(?:\/[^\s<>"«»]*)?)/giu;
const PATTERNS: readonly (readonly [string, RegExp])[] = [
  ['bot_command', /(?<![\w/<>])\/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])/g],
  ['mention', /(?<![\w@])@[A-Za-z0-9_]{3,32}(?!\w)/g],
  ['hashtag', /(?<![\p{L}\p{N}_#])#(?=[\p{N}_]*\p{L})[\p{L}\p{N}_]{1,255}/gu],
  ['email', /(?<![\w.+-])[\w.+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}(?!\w)/gi],
  ['url', URL_PATTERN],
  ['phone_number', /(?<![\w+])\+\d{8,15}(?!\w)/g],
];
const OPAQUE = new Set(['code', 'pre', 'text_link']);

/** The found entities together with the given ones, in Telegram's order, with none inside code or a link. */
export function withDetected(text: string, given: readonly ApiEntity[]): ApiEntity[] {
  const opaque = given.filter((entity) => OPAQUE.has(entity.type));
  const found: ApiEntity[] = [];
  for (const [type, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const value = type === 'url' ? match[0].replace(/[.,;:!?)\]]+$/, '') : match[0];
      const entity = { type, offset: match.index, length: value.length };
      if (![...opaque, ...found].some((other) => overlap(entity, other))) found.push(entity);
    }
  }
  return sortEntities([...given, ...found]);
}

function overlap(a: ApiEntity, b: ApiEntity): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length;
}
