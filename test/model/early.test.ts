import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { momentAt } from '../../src/domain/dates.ts';
import { openSlowPhone, type SlowPhone } from './slow-phone.ts';

/** More of them with `MODEL_RUNS=1000`; another seed with `MODEL_SEED`. */
const numRuns = Number(process.env.MODEL_RUNS ?? 150);
const seed = Number(process.env.MODEL_SEED ?? 2022);

type Act =
  | { readonly do: 'words' | 'figure' | 'both' | 'report' | 'yes' }
  | { readonly do: 'tap'; readonly button: 'figure' | 'skip' | 'correct' | 'which' | 'any' }
  | { readonly do: 'pass'; readonly ms: number }
  | { readonly do: 'fetch'; readonly most: number }
  | { readonly do: 'send' | 'acknowledge' | 'lose' | 'rest' };

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constantFrom('words' as const, 'figure' as const, 'both' as const) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('report' as const, 'yes' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('tap' as const),
      button: fc.constantFrom(
        'figure' as const,
        'figure' as const,
        'skip' as const,
        'correct' as const,
        'which' as const,
        'any' as const,
      ),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.integer({ min: 50, max: 4_000 }) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('fetch' as const), most: fc.integer({ min: 1, max: 4 }) }),
  },
  { weight: 8, arbitrary: fc.record({ do: fc.constantFrom('send' as const, 'acknowledge' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('lose' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('rest' as const) }) },
);

const buttons: Readonly<Record<Extract<Act, { do: 'tap' }>['button'], RegExp>> = {
  figure: /^(0|25|50|75|100)$/,
  skip: /^Omitir/,
  correct: /^Corregir la/,
  which: /^n\.º/,
  any: /./,
};

/** Numbers as words that no other text has. */
const letters = (number: number) =>
  String(number).replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));

/** Everything that was under way has come and gone: the phone shows all that there is. */
function rest(phone: SlowPhone): void {
  for (let round = 0; round < 40; round++) {
    phone.fetch(10);
    phone.send();
    phone.acknowledge();
  }
  phone.pass(5_000);
}

function live(acts: readonly Act[], phone: SlowPhone): void {
  let number = 0;
  phone.say('/reportar');
  rest(phone);
  for (const one of acts) {
    number += 1;
    switch (one.do) {
      case 'words':
        phone.say(`se hizo la obra zz${letters(number)}zz con la gente`);
        break;
      case 'figure':
        phone.say(`${figureOf(number)} %`);
        break;
      case 'both':
        phone.say(`${figureOf(number)} % se hizo la obra zz${letters(number)}zz con la gente`);
        break;
      case 'report':
        phone.say('/reportar');
        break;
      case 'yes':
        phone.say('sí');
        break;
      case 'tap':
        phone.tap(buttons[one.button]);
        break;
      case 'pass':
        phone.pass(one.ms);
        break;
      case 'fetch':
        phone.fetch(one.most);
        break;
      case 'send':
      case 'acknowledge':
      case 'lose':
        phone[one.do]();
        break;
      case 'rest':
        rest(phone);
        break;
    }
    expect(phone.openQuestions()).toBeLessThanOrEqual(1);
  }
  rest(phone);
}

/** Figures of two digits and one decimal that no button has. */
function figureOf(number: number): string {
  return `${10 + (number % 80)},${1 + (Math.floor(number / 80) % 9)}`;
}

/** Where a word came from: what was on the phone when it was sent. */
function sourceOf(phone: SlowPhone, word: string) {
  const found = phone.sent.find(({ text }) => text.includes(word));
  if (!found) throw new Error(`${word} was never sent`);
  return found;
}

/** Whether it was asked whose it is: then it is where the person said. */
function wasAskedAbout(phone: SlowPhone, word: string): boolean {
  return phone.whose().some((payload) => payload.includes(word));
}

/** Whether the phone shows that it was added to the report of this activity. */
function wasShownAsAdded(phone: SlowPhone, activity: string, word: string): boolean {
  return phone
    .visible()
    .some(({ text }) => text.includes(`Agregué a la n.º ${activity}:`) && text.includes(word));
}

let phone: SlowPhone | undefined;
afterEach(() => {
  phone?.close();
  phone = undefined;
});

describe('However messages, taps, questions and their acknowledgements cross', () => {
  it('nothing is stored of an activity whose question was not on the phone, unless it was asked about or shown', () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 5, maxLength: 60 }), (acts) => {
        phone?.close();
        const lived = openSlowPhone(momentAt('2022-03-17', 9));
        phone = lived;
        live(acts, lived);
        const kept = [...lived.stored(), ...lived.drafts()];
        for (const { activity, observation } of kept)
          for (const [word] of (observation ?? '').matchAll(/zz\w+zz/g)) {
            const source = sourceOf(lived, word);
            const isKnown = wasAskedAbout(lived, word) || wasShownAsAdded(lived, activity, word);
            if (!isKnown) expect(source.lastAsked, `«${source.text}» in n.º ${activity}`).toBe(activity);
          }
        for (const { activity, tenths } of kept) {
          if (tenths === null || tenths % 250 === 0) continue;
          const written = `${Math.floor(tenths / 10)},${tenths % 10} %`;
          const source = sourceOf(lived, written);
          if (!wasAskedAbout(lived, written))
            expect(source.lastAsked, `«${source.text}» in n.º ${activity}`).toBe(activity);
        }
        for (const { text } of lived.sent) {
          const [word] = /zz\w+zz/.exec(text) ?? [];
          if (word) expect(lived.written(), `nothing is known of «${text}»`).toContain(word);
        }
      }),
      { numRuns, seed },
    );
  }, 240_000);
});
