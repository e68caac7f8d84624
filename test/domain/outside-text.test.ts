import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanOutsideText, comparable } from '../../src/domain/outside-text.ts';

describe('text from outside', () => {
  it('becomes NFC, so that two ways to type an accent are one text', () => {
    expect(cleanOutsideText('Participacio\u0301n')).toBe('Participación');
  });

  it('loses control, bidi and invisible characters', () => {
    expect(cleanOutsideText('a\u0000b\u202Ec\u200Fd\u2066e\u2069f\u007Fg\u0085h\uFEFFi\u200Bj')).toBe(
      'abcdefg\nhij',
    );
  });

  it('keeps line breaks, of any system, and tabs', () => {
    expect(cleanOutsideText('uno\r\ndos\rtres\ncuatro\tcinco')).toBe('uno\ndos\ntres\ncuatro\tcinco');
  });

  it('keeps emoji whole, joiners included, and replaces half a character', () => {
    expect(cleanOutsideText('👩‍🌾 listo')).toBe('👩‍🌾 listo');
    expect(cleanOutsideText('x\uD83D')).toBe('x\uFFFD');
  });

  it('keeps at most 30 marks on a letter, and all marks of a real language', () => {
    expect(cleanOutsideText(`z${'\u0323\u0301'.repeat(2_000)}!`)).toHaveLength(31);
    expect(cleanOutsideText('กี่ người')).toBe('กี่ người');
    const doubled = cleanOutsideText(`z${'\u0344'.repeat(40)}`);
    expect(cleanOutsideText(doubled)).toBe(doubled);
  });

  it('stays the same when cleaned again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = cleanOutsideText(text);
        expect(cleanOutsideText(once)).toBe(once);
      }),
    );
  });
});

describe('names to compare', () => {
  it('are the same whatever the case, the accents and the spaces', () => {
    expect(comparable('  LÍDER  de\nRendición ')).toBe('lider de rendicion');
    expect(comparable('Lider de rendicion')).toBe(comparable('LÍDER DE RENDICIÓN'));
  });

  it('stay apart when a letter differs', () => {
    expect(comparable('lider')).not.toBe(comparable('lideres'));
  });

  it('are the same when normalised twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(comparable(comparable(text))).toBe(comparable(text));
      }),
    );
  });
});
