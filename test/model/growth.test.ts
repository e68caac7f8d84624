import { describe, expect, it } from 'vitest';
import { cleanObservation } from '../../src/actions/correct-report.ts';
import { cleanName, isWholeName } from '../../src/actions/people.ts';
import { dateFirst } from '../../src/conversations/cuts/change-days-off.ts';
import { tokenIn } from '../../src/conversations/enrolment/strangers.ts';
import { readCorrection } from '../../src/domain/answers/corrections.ts';
import { planNumbers } from '../../src/domain/answers/plan-numbers.ts';
import { readAnswer } from '../../src/domain/answers/read-answer.ts';
import { readSeveral } from '../../src/domain/answers/several-answers.ts';
import { yesOrNo } from '../../src/domain/answers/yes-or-no.ts';
import { readButton } from '../../src/domain/buttons.ts';
import { linksIn, withoutLinks } from '../../src/domain/links.ts';
import { cleanOutsideText, comparable } from '../../src/domain/outside-text.ts';
import { cleanReason } from '../../src/domain/reason.ts';
import { readTypedDate } from '../../src/domain/written-dates.ts';
import { readUpdate } from '../../src/telegram/updates.ts';
import { plain, shorten } from '../../src/texts/html.ts';

const from = { id: 7, is_bot: false, first_name: 'Ana' };
const chat = { id: 7, type: 'private' };
const message = { message_id: 1, date: 1_650_000_000, from, chat };
const numbers = planNumbers(['1', '2', '3', '10']);
const measure = { measure: 'informes de gestión', yearAmount: 12 };

/** Everything that reads what a stranger or an enrolled person sends, by the name under which it is known. */
const parsers: Readonly<Record<string, (text: string) => unknown>> = {
  'readUpdate, a text': (text) => readUpdate({ update_id: 1, message: { ...message, text } }, 0),
  'readUpdate, a name': (text) =>
    readUpdate({ update_id: 1, message: { ...message, from: { ...from, first_name: text }, text: 'x' } }, 0),
  'readUpdate, a file': (text) =>
    readUpdate(
      {
        update_id: 1,
        message: { ...message, caption: text, document: { file_id: 'x', file_name: text } },
      },
      0,
    ),
  tokenIn: (text) => tokenIn(text, { username: 'monitoreo_bot' }),
  readButton,
  cleanOutsideText,
  comparable,
  readPercentage: (text) => readAnswer(cleanOutsideText(text), { question: 'percentage', numbers }),
  readObservation: (text) =>
    readAnswer(cleanOutsideText(text), { question: 'observation', tapped: 750, numbers }),
  readUnits: (text) => readAnswer(cleanOutsideText(text), { question: 'percentage', numbers, measure }),
  readCorrection: (text) => readCorrection(text, () => numbers),
  readSeveral: (text) => readSeveral(text, numbers),
  'readSeveral, behind a figure': (text) => readSeveral(text.replace('a', '1 % 80'), numbers),
  linksIn,
  withoutLinks,
  yesOrNo,
  readTypedDate: (text) => readTypedDate(text, '2022-03-16'),
  dateFirst: (text) => dateFirst(text, '2022-03-16'),
  cleanName,
  isWholeName,
  cleanReason,
  cleanObservation,
  shorten: (text) => shorten(text, 4_000),
  plain,
};

const pieces = [
  ...['1', ':', '%', '1:', '50 % ', '31/', '\n1: ', ' ', 'q:1', 'á', '-', ',', '.', 'a', 'a ', ' a', '1 '],
  ...[
    'https://',
    'https://a ',
    'https://t.me/x',
    't.me/a',
    't.me/a?',
    't.me/',
    't.me/a-',
    '-t.me/a',
    '?start=',
    '&start=x',
    '/',
    '@',
  ],
  ...[
    'mil ',
    'un coma ',
    'y ',
    'por ',
    'por cien ',
    'e\u0301',
    '\u0301\u0323',
    '\u0323\u0301',
    '\r',
    '"',
    '<',
  ],
  ...['\u200b', '\u200d', '👩‍🌾', '\ud83d', '\u3164', '!', '/start ', 'tg://resolve?domain=a', ' \n', 'aa-'],
];
const of = (piece: string, length: number) => {
  const text = `a${piece.repeat(Math.ceil(length / piece.length))}`.slice(0, length - 1);
  return `${text}~`;
};

/** The least milliseconds of several runs: what else the machine does comes on top (its processor clock is too coarse). */
function least(runs: number, work: () => unknown): number {
  let found = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) {
    const begun = performance.now();
    work();
    found = Math.min(found, performance.now() - begun);
  }
  return found;
}

/** What takes less for four times the longest text that Telegram lets through stops nobody. */
const HARMLESS_MS = 20;
/** One of three runs is: the others were disturbed. */
const isHarmless = (work: () => unknown) => [1, 2, 3].some(() => least(1, work) < HARMLESS_MS);
/** Eight times the letters: 8 when linear, 64 when quadratic; a busy machine doubles what takes long. */
const MOST_GROWTH = 32;

describe('however cunning the text, eight times the letters take about eight times as long', () => {
  for (const [name, parse] of Object.entries(parsers)) {
    it.each(pieces)(`${name}: %j repeated`, (piece) => {
      const long = of(piece, 16_384);
      const short = of(piece, 2_048);
      if (isHarmless(() => parse(long))) return;
      // What the machine does besides can spoil some comparisons, never make a square of a line each time.
      const growth = () => least(2, () => parse(long)) / least(8, () => parse(short));
      expect(Array.from({ length: 10 }).some(() => growth() < MOST_GROWTH)).toBe(true);
    });
  }
});
