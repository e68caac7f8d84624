import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCorrection } from '../../src/domain/answers/corrections.ts';
import { planNumbers } from '../../src/domain/answers/plan-numbers.ts';
import { readAnswer } from '../../src/domain/answers/read-answer.ts';
import { readSeveral } from '../../src/domain/answers/several-answers.ts';
import { readButton, writeButton } from '../../src/domain/buttons.ts';
import { isLocalDate } from '../../src/domain/dates.ts';
import { linksIn, withoutLinks } from '../../src/domain/links.ts';
import { cleanOutsideText } from '../../src/domain/outside-text.ts';
import { readDateCell } from '../../src/forms/read-date.ts';
import { processorTime } from '../processor-time.ts';

const numbers = planNumbers(['1', '2', '3', '10']);
const pieces = fc
  .array(
    fc.constantFrom(
      ...[
        '1',
        '2:',
        '10 :',
        '100',
        '%',
        'por ciento',
        '31',
        '/',
        '-',
        'de',
        'marzo',
        '2022',
        '44651',
        '\n',
        ' ',
        'q:',
        ':',
        'p50',
        'https://',
        'a',
        '😀',
        '\u202e',
      ],
    ),
    { maxLength: 60 },
  )
  .map((each) => each.join(''));
const texts = fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 200 }));

describe('Whatever comes in', () => {
  it('a button is one of ours, word for word, or none', () => {
    fc.assert(
      fc.property(texts, (data) => {
        const button = readButton(data);
        expect(button === null || writeButton(button) === data).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('a date is a day of the calendar or none; no text makes any reader throw', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const read = readDateCell({ text });
        expect(read === undefined || isLocalDate(read.date)).toBe(true);
        const clean = cleanOutsideText(text);
        readAnswer(clean, { question: 'percentage', numbers });
        readAnswer(clean, { question: 'observation', tapped: 750, numbers });
        const measure = { measure: 'talleres', yearAmount: 4 };
        readAnswer(clean, { question: 'percentage', numbers, measure });
        readAnswer(clean, { question: 'observation', tapped: 750, numbers, measure });
        readCorrection(
          clean,
          () => numbers,
          () => measure,
        );
        readSeveral(clean, numbers, () => measure);
        expect(withoutLinks(clean).length).toBeLessThanOrEqual(clean.length + linksIn(clean).length);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(['1', ':', '%', '1:', '50 % ', 'https://', '31/', '\n1: ', ' ', 'q:1', 'á', '-'])(
    'takes no time over 4,096 characters of %j repeated',
    (piece) => {
      const text = piece.repeat(Math.ceil(4_096 / piece.length)).slice(0, 4_096);
      const spent = processorTime();
      readButton(text);
      readDateCell({ text });
      readAnswer(cleanOutsideText(text), { question: 'percentage', numbers });
      readSeveral(text, numbers);
      linksIn(text);
      expect(spent()).toBeLessThan(500);
    },
  );
});
