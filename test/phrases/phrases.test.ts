import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/answers/answer.ts';
import { readCorrection } from '../../src/domain/answers/corrections.ts';
import { planNumbers } from '../../src/domain/answers/plan-numbers.ts';
import { readAnswer } from '../../src/domain/answers/read-answer.ts';
import { readSeveral } from '../../src/domain/answers/several-answers.ts';
import { cleanOutsideText } from '../../src/domain/outside-text.ts';
import { allPhrases, isKeptAside, type Phrase } from './phrases.ts';

const own = ['1', '2', '3', '5', '6', '7'];
const theirs = planNumbers(own);
const ofThePlan = planNumbers([...own, '4']);

/** What becomes of a text, as far as the reading decides it. */
type Outcome = {
  readonly does: 'stores' | 'keepsFigure' | 'asks' | 'tells';
  readonly figure: number | null;
  readonly words: string | null;
};

const asks = (figure: number | null = null): Outcome => ({ does: 'asks', figure, words: null });

function outcomeOf(phrase: Phrase): Outcome {
  const text = cleanOutsideText(phrase.text);
  const lines = readSeveral(text, ofThePlan);
  if (lines !== null) {
    const [only] = lines;
    if (lines.length !== 1 || only?.kind !== 'numbered' || !only.sure || phrase.reported) return asks();
    return theirs.has(only.number) ? outcomeOfAnswer(only.answer, null) : asks();
  }
  if (phrase.reported && readCorrection(text, () => ofThePlan) !== null) return asks();
  const tapped = phrase.asked === 'observation' ? (phrase.tapped ?? 75) * 10 : null;
  const answer =
    tapped === null
      ? readAnswer(text, { question: 'percentage', numbers: theirs })
      : readAnswer(text, { question: 'observation', tapped, numbers: theirs });
  return outcomeOfAnswer(answer, tapped);
}

function outcomeOfAnswer(answer: Answer, tapped: number | null): Outcome {
  switch (answer.kind) {
    case 'percentage':
      return tapped === null
        ? { does: 'keepsFigure', figure: answer.tenths, words: null }
        : asks(answer.tenths);
    case 'both':
      return tapped === null || tapped === answer.tenths
        ? { does: 'stores', figure: answer.tenths, words: answer.observation }
        : asks(answer.tenths);
    case 'ask':
      return asks(answer.options[0] ?? null);
    case 'observation':
      return tapped === null
        ? { does: 'tells', figure: null, words: answer.text }
        : { does: 'stores', figure: tapped, words: answer.text };
    case 'units':
    case 'askUnits':
    case 'outOfRange':
    case 'chatter':
    case 'nothing':
      return { does: 'tells', figure: null, words: null };
  }
}

type Right = { readonly figure: number | null; readonly words: string | null };

/** What may be stored at once; null when nothing may be. */
function rightOf(phrase: Phrase): Right | null {
  if (phrase.then !== 'stored' && phrase.then !== 'draft') return null;
  const [line] = phrase.lines ?? [];
  const { progress = null, observation = null } = line ?? phrase;
  return { figure: progress === null ? null : Math.round(progress * 10), words: observation };
}

const bare = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();

function isWrong(phrase: Phrase, outcome: Outcome): boolean {
  // What is too long is asked to be shortened by the conversation.
  if (outcome.does === 'asks' || outcome.does === 'tells' || phrase.text.length > 1_000) return false;
  const right = rightOf(phrase);
  if (right === null) return !(phrase.loose && isLikely(phrase, outcome));
  if (outcome.figure !== right.figure) return true;
  return outcome.does === 'stores' && bare(cleanOutsideText(right.words ?? '')) !== bare(outcome.words);
}

/** The same figure as would be asked. */
function isLikely(phrase: Phrase, outcome: Outcome): boolean {
  const line = phrase.lines?.[0];
  const progress = line === undefined ? phrase.progress : line.progress;
  return progress === null || progress === undefined || outcome.figure === Math.round(progress * 10);
}

const corpus = allPhrases();
const phrases = [...corpus.values()].flat().filter((each) => each.asked !== 'nothing' && !each.early);

describe('phrases', () => {
  it.each([...corpus.keys()])('of %s: nothing is stored wrong', (file) => {
    const wrong = (corpus.get(file) ?? [])
      .filter((each) => each.asked !== 'nothing' && !each.early)
      .map((each) => ({ text: each.text, right: rightOf(each), outcome: outcomeOf(each) }))
      .filter((_, at) => {
        const each = (corpus.get(file) ?? []).filter((one) => one.asked !== 'nothing' && !one.early)[at];
        return each !== undefined && isWrong(each, outcomeOf(each));
      });
    expect(wrong).toEqual([]);
  });

  it('with an answer in them are mostly stored without a question', () => {
    const figures = phrases.filter((each) => rightOf(each) !== null);
    const share = (some: readonly Phrase[]): number =>
      some.filter((each) => ['stores', 'keepsFigure'].includes(outcomeOf(each).does)).length / some.length;
    const all = phrases.map(outcomeOf);
    const count = (does: Outcome['does']) => all.filter((each) => each.does === does).length;
    console.info(
      `${phrases.length} phrases: ${count('stores')} stored and ${count('keepsFigure')} figures kept at once, ` +
        `${count('asks')} asked, ${count('tells')} told what is expected; of ${figures.length} answers ` +
        `${(share(figures) * 100).toFixed(1)} % at once, of those kept aside ${(share(figures.filter(isKeptAside)) * 100).toFixed(1)} %`,
    );
    expect(phrases.length).toBeGreaterThan(3_000);
    expect(share(figures)).toBeGreaterThan(0.95);
    expect(share(figures.filter(isKeptAside))).toBeGreaterThan(0.95);
  });

  it('that want help, a correction, the list, to stop or to be reminded are understood so', () => {
    const wanted = ['help', 'correct', 'stop', 'later', 'show'];
    const missed = phrases
      .filter((each) => each.then === 'chatter' && wanted.includes(each.as ?? ''))
      .filter((each) => each.reported === undefined && !each.text.startsWith('/'))
      .filter((each) => {
        const answer = readAnswer(each.text, { question: 'percentage', numbers: theirs });
        return answer.kind !== 'chatter' || answer.as !== each.as;
      });
    expect(missed.map(({ text, as }) => ({ text, as }))).toEqual([]);
  });

  it('that correct what was reported name the activity and the new figure', () => {
    const missed = phrases
      .filter((each) => each.correct !== undefined && each.then === 'asked')
      .filter(({ text, correct }) => {
        const line = readSeveral(text, ofThePlan)?.[0];
        const read = readCorrection(text, () => ofThePlan);
        const number =
          line?.kind === 'numbered' ? line.number : read?.of.kind === 'number' ? read.of.number : '2';
        const answer = line?.kind === 'numbered' ? line.answer : null;
        const figure = answer === null ? read?.tenths : outcomeOfAnswer(answer, null).figure;
        const { to } = correct ?? {};
        return number !== correct?.number || figure !== (typeof to === 'number' ? Math.round(to * 10) : null);
      });
    expect(missed.map(({ text }) => text)).toEqual([]);
  });
});
