import { z } from 'zod';

export const entity = z.object({
  type: z.string(),
  /** In UTF-16 units (Bot API, MessageEntity). */
  offset: z.number().int(),
  length: z.number().int(),
  url: z.string().optional(),
});

/** What we take: pages, and a link that opens a chat with a bot in the app. */
const taken = /^(https?:\/\/|tg:\/\/resolve\?)/i;

/**
 * A text with the links behind its words written out after them, so that they are read like any other link. Words that
 * are the link itself, like `example.org` over `http://example.org/`, are replaced by it.
 * @param text as Telegram sends it: the offsets count in it
 */
export function withHiddenLinks(text: string, entities: readonly z.infer<typeof entity>[] = []): string {
  let written = text;
  for (const { type, offset, length, url } of entities.toSorted((a, b) => b.offset - a.offset)) {
    if (type !== 'text_link' || url === undefined || !taken.test(url)) continue;
    const end = offset + length;
    const words = text.slice(offset, end);
    const link = shortForm(words) === shortForm(url) ? url : `${words.trimEnd()} ${url}`;
    const rest = written.slice(end);
    written = `${written.slice(0, offset)}${link}${/^[\p{L}\p{N}]/u.test(rest) ? ' ' : ''}${rest}`;
  }
  return written;
}

function shortForm(link: string): string {
  return link
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/$/, '');
}
