import type { Answer } from '../../../domain/answers/answer.ts';
import { nothingInWords } from '../../../domain/answers/chatter.ts';
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
    case 'ask':
      return askAbout(question, text, answer, facts);
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
function askAbout(
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
  const { correcting, progress, proposal, words = null, unclear } = question;
  const current = facts.current?.observation;
  if (choice === 'asIs' && unclear?.insisted)
    return saveOrAsk(question, { progress, observation: unclear.text, confirmed: true }, facts);
  if (choice === 'stay' && current)
    return saveOrAsk(question, { progress, observation: current, confirmed: true, asIs: true }, facts);
  if (choice === 'skip' && !correcting) return { do: 'skip' };
  if (choice === 'leave' && correcting) return { do: 'leave' };
  if (question.otherActivity !== undefined && choice === 'yes')
    return saveOrAsk(question, { progress, observation: words, confirmed: true }, facts);
  if (choice === 'no' && (proposal !== null || question.otherActivity !== undefined)) {
    const kept = proposal === null ? null : words;
    return saveOrAsk(question, { progress, observation: kept, confirmed: true }, facts);
  }
  if (choice === 'yes' && proposal !== null)
    return saveOrAsk(question, { progress: proposal, observation: words, confirmed: false }, facts);
  return nothing;
}

function textAtObservation(
  question: DirectQuestion,
  progress: number,
  { text, answer }: Text,
  facts: Facts,
): Decision {
  const asked = { ...carriedOver(question), kind: 'observation', progress, proposal: null } as const;
  const ask = (further: Partial<About<'observation'>>): Decision => ({
    do: 'ask',
    question: { ...asked, ...further },
    keep: null,
    note: null,
  });
  switch (answer.kind) {
    case 'observation':
      return saveOrAsk(question, { progress, observation: answer.text, confirmed: true }, facts);
    case 'percentage':
    case 'both': {
      const words = answer.kind === 'both' ? answer.observation : null;
      if (answer.tenths !== progress)
        return ask({ proposal: answer.tenths, ...(words === null ? {} : { words }) });
      if (words === null) return { do: 'hint', hint: { kind: 'alreadyThat', progress } };
      return saveOrAsk(question, { progress, observation: words, confirmed: true }, facts);
    }
    case 'ask': {
      const [proposal] = answer.options;
      const words = answer.observation;
      if (answer.activity !== null && words !== null) return ask({ words, otherActivity: answer.activity });
      if (proposal === undefined) return { do: 'hint', hint: { kind: 'inWords' } };
      if (proposal === progress) return { do: 'hint', hint: { kind: 'alreadyThat', progress } };
      return ask({ proposal, ...(words === null ? {} : { words }) });
    }
    case 'chatter': {
      if (!nothingInWords(answer.as)) return { do: 'hint', hint: { kind: 'chatter', as: answer.as, text } };
      if (question.kind === 'observation' && question.proposal !== null && question.words === undefined) {
        return { do: 'hint', hint: { kind: 'proposal', progress, proposal: question.proposal } };
      }
      const before = question.kind === 'observation' ? question.unclear : undefined;
      return ask({ unclear: { text, insisted: before !== undefined } });
    }
    case 'outOfRange':
    case 'nothing': {
      const proposal = question.kind === 'observation' ? question.proposal : null;
      if (proposal !== null) return { do: 'hint', hint: { kind: 'proposal', progress, proposal } };
      return { do: 'hint', hint: { kind: 'inWords' } };
    }
  }
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
  if (meant.kind === 'choice' && meant.choice === 'leave') return { do: 'leave' };
  if (meant.kind === 'choice' && meant.choice === 'other') {
    const progress = question.kind === 'doubtful' ? (question.other ?? null) : null;
    return saveOrAsk(question, { progress, observation, confirmed: false }, facts);
  }
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
      ? decide(asked, readAnswer(asked, { by: 'typed', text: question.sent }, facts.numbers), facts)
      : { do: 'ask', question: asked, keep: null, note: { kind: 'notFiled', repliedTo } };
  if (meant.kind !== 'text') return nothing;
  const sent = `${question.sent}\n${meant.text}`;
  return { do: 'ask', question: { ...question, sent }, keep: null, note: null };
}

function onlyPercentage(answer: Answer): number | null {
  if (answer.kind === 'percentage') return answer.tenths;
  return answer.kind === 'ask' && answer.observation === null ? (answer.options[0] ?? null) : null;
}
