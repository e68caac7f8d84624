import type { Answer } from '../../../domain/answers/answer.ts';
import { countedOf, type Measure } from '../../../domain/units.ts';
import type { DirectQuestion } from '../questions/question.ts';
import type { Decision, Facts, Hint } from './decision.ts';
import type { Choice, Meant } from './read-answer.ts';
import { saveOrAsk } from './save-or-ask.ts';

type Text = Extract<Meant, { kind: 'text' }>;

const nothing: Decision = { do: 'nothing' };

export function atProgress(question: DirectQuestion, meant: Meant, facts: Facts): Decision {
  switch (meant.kind) {
    case 'nothing':
      return nothing;
    case 'figure':
      return saveOrAsk(question, { progress: meant.tenths, observation: null, confirmed: false }, facts);
    case 'amount':
      return tappedAmount(question, meant.amount, facts);
    case 'choice':
      return choiceAtProgress(question, meant.choice, facts);
    case 'text':
      return textAtProgress(question, meant, facts);
  }
}

function choiceAtProgress(question: DirectQuestion, choice: Choice, facts: Facts): Decision {
  const { correcting } = question;
  const { earlier, current } = facts;
  if (choice === 'skip') return correcting ? nothing : { do: 'skip' };
  if (choice === 'leave') return correcting ? { do: 'leave' } : nothing;
  if (choice === 'same' && earlier) {
    const observation = earlier.observation || null;
    return saveOrAsk(question, { ...asNow(earlier, facts.measure), observation, asIs: true }, facts);
  }
  if (choice === 'stay' && correcting && current) {
    const { progress, amount } = current;
    return saveOrAsk(question, { progress, amount, observation: null, confirmed: true }, facts);
  }
  return nothing;
}

/** The amount of an earlier cut, as a share of what the year asks for now: it may have changed, and is asked then. */
function asNow({ progress, amount }: NonNullable<Facts['earlier']>, measure: Measure | null) {
  if (amount === null || measure === null) return { progress, amount: null, confirmed: true };
  const { tenths } = countedOf(amount, measure);
  return { progress: tenths, amount, confirmed: tenths === progress };
}

/** A tapped amount; a question from before the measure was taken away asks again. */
export function tappedAmount(
  question: DirectQuestion,
  amount: number,
  facts: Facts,
  words: string | null = null,
): Decision {
  if (facts.measure === null) return nothing;
  const { tenths } = countedOf(amount, facts.measure);
  return saveOrAsk(question, { progress: tenths, amount, observation: words, confirmed: false }, facts);
}

function textAtProgress(question: DirectQuestion, { text, answer }: Text, facts: Facts): Decision {
  const known = { progress: null, observation: null, confirmed: false };
  switch (answer.kind) {
    case 'percentage':
      return saveOrAsk(question, { ...known, progress: answer.tenths }, facts);
    case 'both':
      return saveOrAsk(
        question,
        { ...known, progress: answer.tenths, observation: answer.observation },
        facts,
      );
    case 'ask':
      return askAbout(question, text, answer, facts);
    case 'units': {
      const { tenths: progress, amount, observation } = answer;
      return saveOrAsk(question, { progress, amount, observation, confirmed: false }, facts);
    }
    case 'askUnits':
      return askAboutUnits(question, text, answer, facts);
    case 'outOfRange':
      return keepWords(question, answer.observation, facts, { kind: 'outOfRange', written: answer.written });
    case 'observation':
      return keepWords(question, answer.text, facts, { kind: 'noPercentage', text });
    case 'chatter':
      return { do: 'hint', hint: { kind: 'chatter', as: answer.as, text } };
    case 'nothing':
      return { do: 'hint', hint: { kind: 'noPercentage', text } };
  }
}

/** A percentage that is asked about first; only the percentage is asked when the text names none that is likely. */
export function askAbout(
  question: DirectQuestion,
  text: string,
  { why, options, observation, activity }: Extract<Answer, { kind: 'ask' }>,
  facts: Facts,
): Decision {
  const [tenths, other] = options;
  if (tenths === undefined) return keepWords(question, observation, facts, { kind: 'noPercentage', text });
  const doubt = {
    tenths,
    ...(other === undefined ? {} : { other }),
    ...(why === 'missing' ? { missing: true } : {}),
    ...(activity === null ? {} : { otherActivity: activity }),
  };
  return saveOrAsk(question, { progress: null, observation, confirmed: false }, facts, doubt);
}

/** The same for amounts of the measure. */
export function askAboutUnits(
  question: DirectQuestion,
  text: string,
  { options: [one, two], observation }: Extract<Answer, { kind: 'askUnits' }>,
  facts: Facts,
): Decision {
  if (one === undefined) return keepWords(question, observation, facts, { kind: 'noPercentage', text });
  const other = two === undefined ? {} : { other: two.tenths, otherAmount: two.amount };
  return saveOrAsk(question, { progress: null, observation, confirmed: false }, facts, { ...one, ...other });
}

/** A text without a percentage but with words worth keeping: they become the observation; asks for the percentage. */
function keepWords(question: DirectQuestion, text: string | null, facts: Facts, hint: Hint): Decision {
  if (text === null) return { do: 'hint', hint };
  const decision = saveOrAsk(question, { progress: null, observation: text, confirmed: false }, facts);
  if (decision.do !== 'ask' || decision.question.kind !== 'progress') return decision;
  return { ...decision, note: hint.kind === 'outOfRange' ? hint : { kind: 'keptAsObservation', text } };
}
