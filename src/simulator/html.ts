/**
 * Telegram's HTML mode, equally strict: the same refusals in the same words with the same byte offsets.
 * Source: td/MessageEntity.cpp (specification: Telegram messages).
 */
import type { ApiEntity } from './api-types.ts';
import { sortEntities } from './entities.ts';
import { atEnd, type Bytes, byteAt, cannotParse, isSpace } from './html-bytes.ts';
import { decodeEntity } from './html-characters.ts';
import { entityOf, readAttributes, type Tag } from './html-tags.ts';

export type Parsed = {
  text: string;
  entities: ApiEntity[];
  /**
   * Input that Telegram takes silently but does not show as intended (`&nbsp;` literally, a bad link as plain
   * text).
   */
  ignored: string[];
};

const SUPPORTED = new Set(
  'a b strong i em u ins s strike del tg-spoiler span tg-emoji tg-time code pre blockquote'.split(' '),
);
const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const AMP = 0x26;

type Open = { tag: Tag; name: string; offset: number; textStart: number };

/**
 * Reads HTML into plain text and entities (UTF-16 units).
 * @throws a 400 in Telegram's words.
 */
export function parseHtml(raw: string): Parsed {
  const source: Bytes = { bytes: Buffer.from(raw, 'utf8'), at: 0 };
  const entities: ApiEntity[] = [];
  const ignored: string[] = [];
  const open: Open[] = [];
  let text = '';

  while (!atEnd(source)) {
    const byte = byteAt(source);
    if (byte === LT && byteAt(source, source.at + 1) !== SLASH) {
      const { name, tag } = readStartTag(source);
      open.push({ tag, name, offset: text.length, textStart: text.length });
    } else if (byte === LT) {
      const closed = readEndTag(source, open);
      const length = text.length - closed.offset;
      if (length > 0) {
        const entity = entityOf(closed.name, closed.tag, text.slice(closed.textStart));
        if (entity === undefined) ignored.push(`link shown as plain text: <${closed.name}>`);
        else entities.push({ ...entity, offset: closed.offset, length });
      }
    } else {
      const decoded = byte === AMP ? decodeEntity(source) : undefined;
      if (byte === AMP && decoded === undefined) noteLiteral(source, ignored);
      text += decoded ?? readPlain(source);
    }
  }
  const last = open.at(-1);
  if (last !== undefined) throw cannotParse(`Can't find end tag corresponding to start tag "${last.name}"`);
  return { text, entities: sortEntities(entities), ignored };
}

/** At least one byte, up to the next tag or entity. */
function readPlain(source: Bytes): string {
  const start = source.at;
  source.at += 1;
  while (!atEnd(source) && byteAt(source) !== LT && byteAt(source) !== AMP) source.at += 1;
  return source.bytes.toString('utf8', start, source.at);
}

function noteLiteral(source: Bytes, ignored: string[]): void {
  const literal = /^&[a-z]+;/i.exec(source.bytes.toString('latin1', source.at, source.at + 12));
  if (literal) ignored.push(`HTML entity shown as text: ${literal[0]}`);
}

function readStartTag(source: Bytes): { name: string; tag: Tag } {
  const begin = source.at;
  source.at += 1;
  while (!isSpace(byteAt(source)) && byteAt(source) !== GT) source.at += 1;
  if (atEnd(source)) throw cannotParse(`Unclosed start tag at byte offset ${begin}`);
  const name = source.bytes.toString('utf8', begin + 1, source.at).toLowerCase();
  if (!SUPPORTED.has(name)) throw cannotParse(`Unsupported start tag "${name}" at byte offset ${begin}`);
  const tag = readAttributes(source, name, begin);
  if (name === 'span' && tag.class !== 'tg-spoiler') {
    throw cannotParse(`Tag "span" must have class "tg-spoiler" at byte offset ${begin}`);
  }
  source.at += 1;
  return { name, tag };
}

function readEndTag(source: Bytes, open: Open[]): Open {
  const begin = source.at;
  const last = open.pop();
  if (last === undefined) throw cannotParse(`Unexpected end tag at byte offset ${begin}`);
  source.at += 2;
  while (!isSpace(byteAt(source)) && byteAt(source) !== GT) source.at += 1;
  const name = source.bytes.toString('utf8', begin + 2, source.at).toLowerCase();
  while (!atEnd(source) && isSpace(byteAt(source))) source.at += 1;
  if (atEnd(source) || byteAt(source) !== GT) {
    throw cannotParse(`Unclosed end tag at byte offset ${begin}`);
  }
  if (name !== '' && name !== last.name) {
    throw cannotParse(
      `Unmatched end tag at byte offset ${begin}, expected "</${last.name}>", found "</${name}>"`,
    );
  }
  source.at += 1;
  return last;
}
