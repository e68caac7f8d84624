import type { Answer } from '../../../domain/answers/answer.ts';
import type { Counted } from '../../../domain/units.ts';
import type { DirectQuestion, ReportQuestion } from '../questions/question.ts';
import { atCorrection } from './at-correction.ts';
import { atObservation, textAtObservation } from './at-observation.ts';
import { askAbout, askAboutUnits, atProgress } from './at-progress.ts';
import { countedAnew } from './counted-anew.ts';
import type { Decision, Facts } from './decision.ts';
import { cutShort } from './observation-length.ts';
import { isOneOfTwo, type Meant, readAnswer } from './read-answer.ts';
import { saveOrAsk } from './save-or-ask.ts';

type About<Kind extends DirectQuestion['kind']> = Extract<DirectQuestion, { kind: Kind }>;

const nothing: Decision = { do: 'nothing' };

/**
 * The one decision of the reporting conversation: what follows from an answer to the open question, given the facts.
 */
export function decide(question: ReportQuestion, meant: Meant, facts: Facts): Decision {
  if (meant.kind === 'nothing') return nothing;
  const anew = countedAnew(question, meant, facts);
  if (anew !== null) return anew;
  switch (question.kind) {
    case 'progress':
      return atCorrection(question, meant, facts);
    case 'observation':
      return atObservation(question, meant, facts);
    case 'shorten':
      return atShorten(question, meant, facts);
    case 'lower':
    case 'doubtful':
      return atConfirmation(question, meant, facts);
    case 'overwrite':
      return atOverwrite(question, meant, facts);
    case 'misplaced':
      return atMisplaced(question, meant, facts);
  }
}

/** The question keeps a text that is too long until a shorter one comes, or the person lets us cut it. */
function atShorten(question: About<'shorten'>, meant: Meant, facts: Facts): Decision {
  const { progress, amount = null } = question;
  if (meant.kind === 'choice' && meant.choice === 'cut')
    return saveOrAsk(
      question,
      { progress, amount, observation: cutShort(question.text), confirmed: true },
      facts,
    );
  const only = meant.kind === 'text' ? onlyPercentage(meant.answer) : null;
  if (only !== null)
    return saveOrAsk(
      question,
      { progress: only.tenths, amount: only.amount, observation: null, confirmed: false },
      facts,
    );
  if (progress === null) return atProgress(question, meant, facts);
  if (meant.kind === 'text') return textAtObservation(question, { progress, amount }, meant, facts);
  return meant.kind === 'choice' ? { do: meant.choice === 'leave' ? 'leave' : 'skip' } : nothing;
}

function atConfirmation(question: About<'lower' | 'doubtful'>, meant: Meant, facts: Facts): Decision {
  const { observation } = question;
  if (meant.kind === 'choice' && meant.choice === 'leave') return { do: 'leave' };
  if (meant.kind === 'choice' && meant.choice === 'other') {
    const progress = question.kind === 'doubtful' ? (question.other ?? null) : null;
    const amount = question.kind === 'doubtful' ? (question.otherAmount ?? null) : null;
    return saveOrAsk(question, { progress, amount, observation, confirmed: false }, facts);
  }
  if (meant.kind === 'choice') {
    const confirmed = meant.choice === 'yes' && question.kind === 'lower';
    const progress = meant.choice === 'yes' ? question.progress : null;
    const amount = meant.choice === 'yes' ? (question.amount ?? null) : null;
    return saveOrAsk(question, { progress, amount, observation, confirmed }, facts);
  }
  if (meant.kind !== 'text') return nothing;
  const { answer } = meant;
  if (answer.kind === 'percentage')
    return saveOrAsk(question, { progress: answer.tenths, observation, confirmed: false }, facts);
  if (answer.kind === 'both') {
    const known = { progress: answer.tenths, observation: answer.observation, confirmed: false };
    return saveOrAsk(question, known, facts);
  }
  if (answer.kind === 'units') {
    const { tenths, amount } = answer;
    const words = answer.observation ?? observation;
    return saveOrAsk(question, { progress: tenths, amount, observation: words, confirmed: false }, facts);
  }
  if (answer.kind === 'askUnits' && answer.options.length > 0) {
    const words = answer.observation ?? observation;
    return askAboutUnits(question, meant.text, { ...answer, observation: words }, facts);
  }
  if (answer.kind === 'ask' && answer.options.length > 0) {
    return askAbout(
      question,
      meant.text,
      { ...answer, observation: answer.observation ?? observation },
      facts,
    );
  }
  if (answer.kind === 'outOfRange')
    return { do: 'hint', hint: { kind: 'outOfRange', written: answer.written } };
  const two = question.kind === 'doubtful' && isOneOfTwo(question);
  return { do: 'hint', hint: { kind: two ? 'whichFigure' : 'yesOrNo' } };
}

function atOverwrite(question: About<'overwrite'>, meant: Meant, facts: Facts): Decision {
  if (meant.kind !== 'choice') return { do: 'hint', hint: { kind: 'keepOrChange' } };
  if (meant.choice === 'keep') return { do: 'leave' };
  const { progress, amount = null, observation, confirmed } = question;
  return saveOrAsk(question, { progress, amount, observation, confirmed }, facts);
}

/** Until the person says whether the kept text is for this activity, further texts are kept with it. */
function atMisplaced(
  question: Extract<ReportQuestion, { kind: 'misplaced' }>,
  meant: Meant,
  facts: Facts,
): Decision {
  const { asked, repliedTo } = question;
  if (meant.kind === 'choice')
    return meant.choice === 'yes'
      ? decide(
          asked,
          readAnswer(asked, { by: 'typed', text: question.sent }, facts.numbers, facts.measure),
          facts,
        )
      : { do: 'ask', question: asked, keep: null, note: { kind: 'notFiled', repliedTo } };
  if (meant.kind !== 'text') return nothing;
  const sent = `${question.sent}\n${meant.text}`;
  return { do: 'ask', question: { ...question, sent }, keep: null, note: null };
}

function onlyPercentage(answer: Answer): Counted | null {
  if (answer.kind === 'percentage') return { tenths: answer.tenths, amount: null };
  if (answer.kind === 'units') return answer.observation === null ? answer : null;
  if (answer.kind !== 'ask' || answer.observation !== null) return null;
  const [tenths] = answer.options;
  return tenths === undefined ? null : { tenths, amount: null };
}
