import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../src/simulator/html.ts';
import { Refusal } from '../../src/simulator/refusal.ts';

function refused(html: string): string {
  try {
    parseHtml(html);
    return 'not refused';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.code).toBe(400);
    return error.description.replace("Bad Request: can't parse entities: ", '');
  }
}

describe("Telegram's HTML mode", () => {
  it.each([
    ['a < b', 'Unsupported start tag "" at byte offset 2'],
    ['x <3', 'Unclosed start tag at byte offset 2'],
    ['x <3 y', 'Unsupported start tag "3" at byte offset 2'],
    ['line<br>break', 'Unsupported start tag "br" at byte offset 4'],
    ['line<br/>break', 'Unsupported start tag "br/" at byte offset 4'],
    ['<p>x</p>', 'Unsupported start tag "p" at byte offset 0'],
    ['12345<DIV>', 'Unsupported start tag "div" at byte offset 5'],
    ['ñandú <h1>', 'Unsupported start tag "h1" at byte offset 8'],
    ['🔴 <ul>', 'Unsupported start tag "ul" at byte offset 5'],
    ['</b>', 'Unexpected end tag at byte offset 0'],
    ['<b>x</b></b>', 'Unexpected end tag at byte offset 8'],
    ['<b>x</b', 'Unclosed end tag at byte offset 4'],
    ['<b>x</b y>', 'Unclosed end tag at byte offset 4'],
    ['<b>á<i>x</b></i>', 'Unmatched end tag at byte offset 9, expected "</i>", found "</b>"'],
    ['<b>x', 'Can\'t find end tag corresponding to start tag "b"'],
    ['<b><i>x</i>', 'Can\'t find end tag corresponding to start tag "b"'],
    ['<a href', 'Unclosed start tag "a" at byte offset 0'],
    ['<a href=', 'Unclosed start tag "a" at byte offset 0'],
    ['<a ="x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'],
    ['<a href=http://x.org>y</a>', 'Unexpected end of name token at byte offset 8'],
    ['<span>x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
  ])('refuses %j', (html, reason) => {
    expect(refused(html)).toBe(reason);
  });

  it.each([
    [
      '<b>uno</b> <I>dos</I>',
      'uno dos',
      [
        { type: 'bold', offset: 0, length: 3 },
        { type: 'italic', offset: 4, length: 3 },
      ],
    ],
    ['🔴 <b>1. Ñ</b>', '🔴 1. Ñ', [{ type: 'bold', offset: 3, length: 4 }]],
    [
      '<b>a<i>b</i></>',
      'ab',
      [
        { type: 'bold', offset: 0, length: 2 },
        { type: 'italic', offset: 1, length: 1 },
      ],
    ],
    ['&lt;b&gt; &amp; &quot;x&quot; &#241; &#xF1;', '<b> & "x" ñ ñ', []],
    ['&lt b', '< b', []],
    [
      '<a href="https://example.org/?a=1&amp;b=2">x</a>',
      'x',
      [{ type: 'text_link', offset: 0, length: 1, url: 'https://example.org/?a=1&b=2' }],
    ],
    [
      '<a>https://example.org/</a>',
      'https://example.org/',
      [{ type: 'text_link', offset: 0, length: 20, url: 'https://example.org/' }],
    ],
    ['<span class="tg-spoiler">x</span>', 'x', [{ type: 'spoiler', offset: 0, length: 1 }]],
    ['<blockquote expandable>x</blockquote>', 'x', [{ type: 'expandable_blockquote', offset: 0, length: 1 }]],
    ['<b></b>x', 'x', []],
  ])('reads %j', (html, text, entities) => {
    expect(parseHtml(html)).toMatchObject({ text, entities });
  });

  it('shows unknown named entities literally, and notes it', () => {
    expect(parseHtml('a&nbsp;b &aacute; y más texto después')).toEqual({
      text: 'a&nbsp;b &aacute; y más texto después',
      entities: [],
      ignored: ['HTML entity shown as text: &nbsp;', 'HTML entity shown as text: &aacute;'],
    });
  });

  it('shows a link with a bad address as plain text, and notes it', () => {
    expect(parseHtml('<a href="javascript:alert(1)">x</a>')).toMatchObject({
      text: 'x',
      entities: [],
      ignored: ['link shown as plain text: <a>'],
    });
  });

  it('restores any text whose three characters were escaped', () => {
    const escaped = (text: string) =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(parseHtml(`<b>${escaped(text)}</b>`).text).toBe(text);
      }),
    );
  });

  it('either reads or refuses anything, never anything else', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '/',
      '<b>',
      '</b>',
      '</',
      '&',
      '&lt;',
      '&#x',
      '"',
      '=',
      ' ',
      'a',
      'ñ',
      '🔴',
      '<a href=',
      '<i ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        refused(pieces.join(''));
      }),
    );
  });
});
