/** Attributes of a start tag, and the entity of a closed tag. */
import type { ApiEntity } from './api-types.ts';
import { atEnd, type Bytes, byteAt, cannotParse, isSpace } from './html-bytes.ts';
import { readQuoted } from './html-characters.ts';
import { linkOf } from './links.ts';

/** The attributes that Telegram uses; any other is read and dropped. */
export type Tag = { href?: string; class?: string; expandable?: boolean; emojiId?: string };

const GT = 0x3e;
const EQUALS = 0x3d;

/**
 * Reads up to (not including) the closing `>`.
 * @param begin byte offset of the `<`, for the refusals
 */
export function readAttributes(source: Bytes, name: string, begin: number): Tag {
  const tag: Tag = {};
  for (;;) {
    skipSpaces(source);
    if (atEnd(source)) throw cannotParse(`Unclosed start tag at byte offset ${begin}`);
    if (byteAt(source) === GT) return tag;
    const attribute = readName(source, name, begin);
    skipSpaces(source);
    if (byteAt(source) !== EQUALS) {
      if (atEnd(source)) throw cannotParse(`Unclosed start tag "${name}" at byte offset ${begin}`);
      keep(tag, name, attribute, '');
      continue;
    }
    source.at += 1;
    skipSpaces(source);
    if (atEnd(source)) throw cannotParse(`Unclosed start tag "${name}" at byte offset ${begin}`);
    keep(tag, name, attribute, readValue(source));
  }
}

function readName(source: Bytes, name: string, begin: number): string {
  const start = source.at;
  while (!isSpace(byteAt(source)) && byteAt(source) !== EQUALS && byteAt(source) !== GT) source.at += 1;
  if (source.at === start) {
    throw cannotParse(`Empty attribute name in the tag "${name}" at byte offset ${begin}`);
  }
  if (atEnd(source)) throw cannotParse(`Unclosed start tag "${name}" at byte offset ${begin}`);
  return source.bytes.toString('utf8', start, source.at).toLowerCase();
}

function readValue(source: Bytes): string {
  const first = byteAt(source);
  if (first === 0x22 || first === 0x27) {
    source.at += 1;
    return readQuoted(source, first);
  }
  const start = source.at;
  while (/[A-Za-z0-9.-]/.test(String.fromCharCode(byteAt(source)))) source.at += 1;
  if (!isSpace(byteAt(source)) && byteAt(source) !== GT) {
    throw cannotParse(`Unexpected end of name token at byte offset ${start}`);
  }
  return source.bytes.toString('utf8', start, source.at).toLowerCase();
}

function keep(tag: Tag, name: string, attribute: string, value: string): void {
  if (name === 'a' && attribute === 'href') tag.href = value;
  if (attribute === 'class') tag.class = value;
  if (name === 'blockquote' && attribute === 'expandable') tag.expandable = true;
  if (name === 'tg-emoji' && attribute === 'emoji-id') tag.emojiId = value;
}

function skipSpaces(source: Bytes): void {
  while (!atEnd(source) && isSpace(byteAt(source))) source.at += 1;
}

type Bare = Omit<ApiEntity, 'offset' | 'length'>;

/** The entity of a closed tag; undefined for a link with an address that Telegram does not take. */
export function entityOf(name: string, tag: Tag, inside: string): Bare | undefined {
  switch (name) {
    case 'b':
    case 'strong':
      return { type: 'bold' };
    case 'i':
    case 'em':
      return { type: 'italic' };
    case 'u':
    case 'ins':
      return { type: 'underline' };
    case 's':
    case 'strike':
    case 'del':
      return { type: 'strikethrough' };
    case 'span':
    case 'tg-spoiler':
      return { type: 'spoiler' };
    case 'pre':
      return { type: 'pre' };
    case 'code':
      return tag.class?.startsWith('language-')
        ? { type: 'code', language: tag.class.slice('language-'.length) }
        : { type: 'code' };
    case 'blockquote':
      return { type: tag.expandable ? 'expandable_blockquote' : 'blockquote' };
    case 'tg-emoji':
      return { type: 'custom_emoji', ...(tag.emojiId === undefined ? {} : { custom_emoji_id: tag.emojiId }) };
    case 'a': {
      const url = linkOf(tag.href ?? inside);
      return url === undefined ? undefined : { type: 'text_link', url };
    }
    default:
      return undefined;
  }
}
