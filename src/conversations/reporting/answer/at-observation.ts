import { nothingInWords } from '../../../domain/answers/chatter.ts';
import type { DirectQuestion } from '../questions/question.ts';
import type { Decision, Facts } from './decision.ts';
import type { Choice, Meant } from './read-answer.ts';
import { carriedOver, saveOrAsk } from './save-or-ask.ts';

type About<Kind extends DirectQuestion['kind']> = Extract<DirectQuestion, { kind: Kind }>;
type Text = Extract<Meant, { kind: 'text' }>;

const nothing: Decision = { do: 'nothing' };

export function atObservation(question: About<'observation'>, meant: Meant, facts: Facts): Decision {
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

export function textAtObservation(
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
