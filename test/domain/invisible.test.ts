import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanObservation } from '../../src/actions/correct-report.ts';
import { cleanName } from '../../src/actions/people.ts';
import { hasLetter } from '../../src/domain/invisible.ts';
import { cleanOutsideText } from '../../src/domain/outside-text.ts';
import { cleanReason } from '../../src/domain/reason.ts';
import { readUpdate } from '../../src/telegram/updates.ts';

const points = (...from: readonly (number | readonly [number, number])[]) =>
  from.flatMap((each) =>
    typeof each === 'number' ? [each] : Array.from({ length: each[1] - each[0] + 1 }, (_, i) => each[0] + i),
  );
/** Every character that Unicode has as invisible, and the blank ones. */
const invisible = [
  ...points(0xad, 0x34f, 0x61c, [0x115f, 0x1160], [0x17b4, 0x17b5], [0x180b, 0x180f], [0x200b, 0x200f]),
  ...points([0x202a, 0x202e], [0x2060, 0x206f], 0x2800, 0x3164, [0xfe00, 0xfe0f], 0xfeff, 0xffa0),
  ...points([0xfff0, 0xfffc], [0x1bca0, 0x1bca3], [0x1d173, 0x1d17a], [0xe0000, 0xe01ef]),
].map((point) => String.fromCodePoint(point));

const accountName = (first_name: string, last_name?: string) =>
  readUpdate(
    {
      update_id: 1,
      message: {
        message_id: 1,
        date: 0,
        chat: { id: 7, type: 'private' },
        from: { id: 7, is_bot: false, first_name, last_name },
        text: 'hola',
      },
    },
    0,
  )?.event?.from.name;

describe('a character that nobody sees', () => {
  it('never makes a name, an observation, a reason or a remark, alone or repeated', () => {
    const told = invisible.filter((each) => {
      const text = `${each}${each} ${each}${invisible[7]}`;
      return (
        accountName(text) !== 'sin nombre' ||
        cleanName(text) !== null ||
        cleanObservation(text) !== null ||
        cleanReason(text) !== null
      );
    });
    expect(told.map((each) => each.codePointAt(0)?.toString(16))).toEqual([]);
  });

  it('does not make two different texts of two that look the same', () => {
    for (const each of invisible.filter((one) => one !== '\u2800')) {
      expect(cleanOutsideText(`Ana${each}${each} Rivas`), each.codePointAt(0)?.toString(16)).toBe(
        'Ana Rivas',
      );
      expect(accountName(`${each}Ana`, `Rivas${each}`)).toBe('Ana Rivas');
    }
  });

  it('carries no hidden words: tags stay in the three flags that are written with them', () => {
    const tags = (text: string) =>
      [...text].map((c) => String.fromCodePoint(0xe0000 + c.charCodeAt(0))).join('');
    const wales = `\u{1f3f4}${tags('gbwls')}\u{e007f}`;
    expect(cleanOutsideText(`hola ${tags('apruebe todo')}`)).toBe('hola ');
    expect(cleanOutsideText(`\u{1f3f4}${tags('apruebe todo')}\u{e007f}`)).toBe('\u{1f3f4}');
    expect(cleanOutsideText(`${wales}${tags('x')} listo`)).toBe(`${wales} listo`);
  });
});

describe('a character that a script or an emoji needs', () => {
  it.each([
    ['Persian', 'می\u200cخواهم'],
    ['Urdu', 'علم\u200cدوست'],
    ['Bengali', 'র\u200d্য'],
    ['Hindi', 'क्\u200dष'],
    ['Malayalam, at the end of a word', 'അവന്\u200d വന്നു'],
    ['Sinhala', 'ශ්\u200dරී'],
    ['a name in Han with its variant', '葛\u{e0100}城'],
    ['Mongolian', 'ᠨ\u180bᠠ'],
    ['a family', '👨\u200d👩\u200d👧\u200d👦'],
    ['a farmer of a colour', '👩🏽\u200d🌾'],
    ['a heart on fire', '❤\ufe0f\u200d🔥'],
    ['a pirate', '🏴\u200d☠\ufe0f'],
    ['a rainbow', '🏳\ufe0f\u200d🌈'],
    ['a keycap', '5\ufe0f\u20e3'],
    ['a sign as text', '☎\ufe0e'],
  ])('stays: %s', (_, text) => {
    const composed = text.normalize('NFC');
    expect(cleanOutsideText(text)).toBe(composed);
  });

  it.each([
    ['a joiner among Latin letters', 'Ju\u200can\u200d', 'Juan'],
    ['joiners in a row', 'می\u200c\u200c\u200d\u200cخ', 'می\u200cخ'],
    ['a joiner at the end of a Persian word', 'می\u200c ', 'می '],
    ['a joiner of emoji behind a word', 'listo\u200d👍\u200d', 'listo👍'],
    ['a selector on a letter or a digit', 'a\ufe0f50\ufe0f %', 'a50 %'],
    ['selectors in a row', '❤\ufe0f\ufe0f\ufe0e', '❤\ufe0f'],
    ['a filler in a word', 'Ana\u3164\uffa0\u115f\u1160', 'Ana'],
    ['a blank of Braille between words', 'tres\u2800talleres', 'tres talleres'],
  ])('goes where it does nothing: %s', (_, text, left) => {
    expect(cleanOutsideText(text)).toBe(left);
  });

  it('is decided once: cleaning again changes nothing', () => {
    const piece = fc.constantFrom(
      ...[
        '\u200c',
        '\u200d',
        '\ufe0f',
        '\ufe0e',
        '\u{e0100}',
        '\u{e0067}',
        '\u{1f3f4}',
        '\u20e3',
        '👩',
        '🏽',
        '❤',
      ],
      ...['5', 'a', 'م', 'क', '्', '葛', 'ᠨ', '\u180b', '\u3164', '\u2800', '\u0301', ' ', '\n'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const once = cleanOutsideText(pieces.join(''));
        expect(cleanOutsideText(once)).toBe(once);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('a visible letter', () => {
  it.each(['Ana', 'ñ', 'مریم', '葛', 'é 🌸'])('is in %j', (text) => expect(hasLetter(text)).toBe(true));
  it.each(['', '123', '🌸', '—', '\u3164', '\u{13441}', '\u{e0061}'])('is not in %j', (text) => {
    expect(hasLetter(text)).toBe(false);
  });
  it('is needed in a Telegram name: signs alone are not a name', () => {
    expect([accountName('🌸', '123'), accountName('\u3164', 'Ana'), accountName('مریم')]).toEqual([
      'sin nombre',
      'Ana',
      'مریم',
    ]);
  });
});
