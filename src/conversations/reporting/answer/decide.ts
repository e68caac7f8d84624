import type { TypedAnswer } from '../../../domain/answers/percentage.ts';
import { hasLetter } from '../../../domain/invisible.ts';
import type { DirectQuestion, ReportQuestion } from '../questions/question.ts';
import type { Decision, Facts, Hint } from './decision.ts';
import { cutShort } from './observation-length.ts';
import { type Choice, type Meant, readAnswer } from './read-answer.ts';
import { carriedOver, saveOrAsk } from './save-or-ask.ts';

type About<Kind extends DirectQuestion['kind']> = Extract<DirectQuestion, { kind: Kind }>;
type Text = Extract<Meant, { kind: 'text' }>;

const nothing: Decision = { do: 'nothing' };

/**
 * The one decision of the reporting conversation: what follows from an answer to the open question, given the facts.
 */
export function decide(question: ReportQuestion, meant: Meant, facts: Facts): Decision {
  if (meant.kind === 'nothing') return nothing;
  switch (question.kind) {
    case 'progress':
      return atProgress(question, meant, facts);
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

function atProgress(question: DirectQuestion, meant: Meant, facts: Facts): Decision {
  switch (meant.kind) {
    case 'nothing':
      return nothing;
    case 'figure':
      return saveOrAsk(question, { progress: meant.tenths, observation: null, confirmed: false }, facts);
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
    return saveOrAsk(question, { ...earlier, observation, confirmed: true, asIs: true }, facts);
  }
  if (choice === 'stay' && correcting && current)
    return saveOrAsk(question, { progress: current.progress, observation: null, confirmed: true }, facts);
  return nothing;
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
    case 'doubtful':
      return saveOrAsk(question, { ...known, observation: answer.observation }, facts, answer);
    case 'outOfRange':
      return keepWords(question, answer.observation, facts, { kind: 'outOfRange', written: answer.written });
    case 'observation':
      return keepWords(question, answer.text, facts, { kind: 'noPercentage', text });
    case 'nothing':
      return { do: 'hint', hint: { kind: 'noPercentage', text } };
  }
}

/** A text without a percentage but with words worth keeping: they become the observation; asks for the percentage. */
function keepWords(question: DirectQuestion, text: string | null, facts: Facts, hint: Hint): Decision {
  if (text === null) return { do: 'hint', hint };
  const decision = saveOrAsk(question, { progress: null, observation: text, confirmed: false }, facts);
  if (decision.do !== 'ask' || decision.question.kind !== 'progress') return decision;
  return { ...decision, note: hint.kind === 'outOfRange' ? hint : { kind: 'keptAsObservation', text } };
}

function atObservation(question: About<'observation'>, meant: Meant, facts: Facts): Decision {
  if (meant.kind === 'choice') return choiceAtObservation(question, meant.choice, facts);
  return meant.kind === 'text' ? textAtObservation(question, question.progress, meant, facts) : nothing;
}

function choiceAtObservation(question: About<'observation'>, choice: Choice, facts: Facts): Decision {
  const { correcting, progress, proposal } = question;
  const current = facts.current?.observation;
  if (choice === 'stay' && current)
    return saveOrAsk(question, { progress, observation: current, confirmed: true, asIs: true }, facts);
  if (choice === 'skip' && !correcting) return { do: 'skip' };
  if (choice === 'leave' && correcting) return { do: 'leave' };
  if (proposal === null) return nothing;
  if (choice === 'yes')
    return saveOrAsk(question, { progress: proposal, observation: null, confirmed: false }, facts);
  if (choice === 'no') return saveOrAsk(question, { progress, observation: null, confirmed: true }, facts);
  return nothing;
}

function textAtObservation(
  question: DirectQuestion,
  progress: number,
  { text, answer }: Text,
  facts: Facts,
): Decision {
  const only = onlyPercentage(answer);
  if (only === progress) return { do: 'hint', hint: { kind: 'alreadyThat', progress } };
  if (only !== null) {
    const asked = { ...carriedOver(question), kind: 'observation', progress, proposal: only } as const;
    return { do: 'ask', question: asked, keep: null, note: null };
  }
  if (!hasLetter(text)) {
    const proposal = question.kind === 'observation' ? question.proposal : null;
    return {
      do: 'hint',
      hint: proposal === null ? { kind: 'inWords' } : { kind: 'proposal', progress, proposal },
    };
  }
  return saveOrAsk(question, { progress, observation: text, confirmed: true }, facts);
}

/** The question keeps a text that is too long until a shorter one comes, or the person lets us cut it. */
function atShorten(question: About<'shorten'>, meant: Meant, facts: Facts): Decision {
  const { progress } = question;
  if (meant.kind === 'choice' && meant.choice === 'cut')
    return saveOrAsk(question, { progress, observation: cutShort(question.text), confirmed: true }, facts);
  const only = meant.kind === 'text' ? onlyPercentage(meant.answer) : null;
  if (only !== null)
    return saveOrAsk(question, { progress: only, observation: null, confirmed: false }, facts);
  if (progress === null) return atProgress(question, meant, facts);
  if (meant.kind === 'text') return textAtObservation(question, progress, meant, facts);
  return meant.kind === 'choice' ? { do: meant.choice === 'leave' ? 'leave' : 'skip' } : nothing;
}

function atConfirmation(question: About<'lower' | 'doubtful'>, meant: Meant, facts: Facts): Decision {
  const { observation } = question;
  if (meant.kind === 'choice') {
    const confirmed = meant.choice === 'yes' && question.kind === 'lower';
    const progress = meant.choice === 'yes' ? question.progress : null;
    return saveOrAsk(question, { progress, observation, confirmed }, facts);
  }
  if (meant.kind !== 'text') return nothing;
  const { answer } = meant;
  if (answer.kind === 'percentage')
    return saveOrAsk(question, { progress: answer.tenths, observation, confirmed: false }, facts);
  if (answer.kind === 'both') {
    const known = { progress: answer.tenths, observation: answer.observation, confirmed: false };
    return saveOrAsk(question, known, facts);
  }
  if (answer.kind === 'outOfRange')
    return { do: 'hint', hint: { kind: 'outOfRange', written: answer.written } };
  return { do: 'hint', hint: { kind: 'yesOrNo' } };
}

function atOverwrite(question: About<'overwrite'>, meant: Meant, facts: Facts): Decision {
  if (meant.kind !== 'choice') return { do: 'hint', hint: { kind: 'keepOrChange' } };
  if (meant.choice === 'keep') return { do: 'leave' };
  const { progress, observation, confirmed } = question;
  return saveOrAsk(question, { progress, observation, confirmed }, facts);
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
      ? decide(asked, readAnswer(asked, { by: 'typed', text: question.sent }), facts)
      : { do: 'ask', question: asked, keep: null, note: { kind: 'notFiled', repliedTo } };
  if (meant.kind !== 'text') return nothing;
  const sent = `${question.sent}\n${meant.text}`;
  return { do: 'ask', question: { ...question, sent }, keep: null, note: null };
}

function onlyPercentage(answer: TypedAnswer): number | null {
  if (answer.kind === 'percentage') return answer.tenths;
  return answer.kind === 'doubtful' && answer.observation === null ? answer.tenths : null;
}
