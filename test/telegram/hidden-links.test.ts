import { describe, expect, it } from 'vitest';
import { withHiddenLinks } from '../../src/telegram/hidden-links.ts';

const over = (text: string, words: string, url: string) => ({
  type: 'text_link',
  offset: text.indexOf(words),
  length: words.length,
  url,
});

describe('a link behind words', () => {
  it('is written out after them', () => {
    const text = '80 % el acta está aquí, publicada';
    expect(withHiddenLinks(text, [over(text, 'aquí', 'https://example.org/acta')])).toBe(
      '80 % el acta está aquí https://example.org/acta, publicada',
    );
  });

  it('is found by UTF-16 units, several in a text', () => {
    const text = '👍🏽 acta y fotos';
    const entities = [over(text, 'acta', 'https://a.org/1'), over(text, 'fotos', 'http://a.org/2')];
    expect(withHiddenLinks(text, entities)).toBe('👍🏽 acta https://a.org/1 y fotos http://a.org/2');
  });

  it('replaces words that are the link itself', () => {
    const text = 'ver example.org/x';
    expect(withHiddenLinks(text, [over(text, 'example.org/x', 'http://example.org/x/')])).toBe(
      'ver http://example.org/x/',
    );
  });

  it('stays apart from the letters that follow', () => {
    const text = 'acta2';
    expect(withHiddenLinks(text, [{ ...over(text, 'acta', 'https://a.org') }])).toBe('acta https://a.org 2');
  });

  it('is not written out unless it is a web page, and other entities stay', () => {
    const text = 'Ana dijo';
    const mention = over(text, 'Ana', 'tg://user?id=5');
    expect(withHiddenLinks(text, [mention, { type: 'bold', offset: 0, length: 3 }])).toBe(text);
    expect(withHiddenLinks(text)).toBe(text);
  });
});
