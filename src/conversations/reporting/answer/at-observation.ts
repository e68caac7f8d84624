import { nothingInWords } from '../../../domain/answers/chatter.ts';
import { amountToStore } from '../../../domain/units.ts';
import type { DirectQuestion } from '../questions/question.ts';
import type { Decision, Facts, Hint } from './decision.ts';
import type { Choice, Meant } from './read-answer.ts';
import { carriedOver, saveOrAsk } from './save-or-ask.ts';

type About<Kind extends DirectQuestion['kind']> = Extract<DirectQuestion, { kind: Kind }>;
type Text = Extract<Meant, { kind: 'text' }>;

const nothing: Decision = { do: 'nothing' };

export function atObservation(question: About<'observation'>, meant: Meant, facts: Facts): Decision {
  if (meant.kind === 'choice') return choiceAtObservation(question, meant.choice, facts);
  return meant.kind === 'text' ? textAtObservation(question, figureOf(question), meant, facts) : nothing;
}

function choiceAtObservation(question: About<'observation'>, choice: Choice, facts: Facts): Decision {
  const {
    correcting,
    progress,
    amount = null,
    proposal,
    proposalAmount = null,
    words = null,
    unclear,
  } = question;
  const figure = { progress, amount };
  const current = facts.current?.observation;
  if (choice === 'asIs' && unclear?.insisted)
    return saveOrAsk(question, { ...figure, observation: unclear.text, confirmed: true }, facts);
  if (choice === 'stay' && current)
    return saveOrAsk(question, { ...figure, observation: current, confirmed: true, asIs: true }, facts);
  if (choice === 'skip' && !correcting) return { do: 'skip' };
  if (choice === 'leave' && correcting) return { do: 'leave' };
  if (question.otherActivity !== undefined && choice === 'yes')
    return saveOrAsk(question, { ...figure, observation: words, confirmed: true }, facts);
  if (choice === 'no' && (proposal !== null || question.otherActivity !== undefined)) {
    const kept = proposal === null ? null : words;
    return saveOrAsk(question, { ...figure, observation: kept, confirmed: true }, facts);
  }
  if (choice === 'yes' && proposal !== null) {
    const changed = { progress: proposal, amount: proposalAmount };
    return saveOrAsk(question, { ...changed, observation: words, confirmed: false }, facts);
  }
  return nothing;
}

/** The figure that a question holds. */
export type Held = { readonly progress: number; readonly amount: number | null };

function figureOf({ progress, amount = null }: About<'observation'>): Held {
  return { progress, amount };
}

export function textAtObservation(
  question: DirectQuestion,
  figure: Held,
  { text, answer }: Text,
  facts: Facts,
): Decision {
  const { progress, amount } = figure;
  const asked = { ...carriedOver(question), kind: 'observation', ...figure, proposal: null } as const;
  const ask = (further: Partial<About<'observation'>>): Decision => ({
    do: 'ask',
    question: { ...asked, ...further },
    keep: null,
    note: null,
  });
  switch (answer.kind) {
    case 'observation':
      return saveOrAsk(question, { ...figure, observation: answer.text, confirmed: true }, facts);
    case 'percentage':
    case 'both': {
      const words = answer.kind === 'both' ? answer.observation : null;
      if (answer.tenths !== progress)
        return ask({ proposal: answer.tenths, ...(words === null ? {} : { words }) });
      if (words === null) return { do: 'hint', hint: { kind: 'alreadyThat', progress, amount } };
      return saveOrAsk(question, { ...figure, observation: words, confirmed: true }, facts);
    }
    case 'units':
    case 'askUnits': {
      const said = answer.kind === 'units' ? answer : answer.options[0];
      if (said === undefined) return { do: 'hint', hint: { kind: 'inWords' } };
      if (
        said.tenths === progress &&
        said.amount === amountToStore({ tenths: progress, amount }, facts.measure)
      )
        return { do: 'hint', hint: { kind: 'alreadyThat', progress, amount } };
      return ask({ proposal: said.tenths, proposalAmount: said.amount });
    }
    case 'ask': {
      const [proposal] = answer.options;
      const words = answer.observation;
      if (answer.activity !== null && words !== null) return ask({ words, otherActivity: answer.activity });
      if (proposal === undefined) return { do: 'hint', hint: { kind: 'inWords' } };
      if (proposal === progress) return { do: 'hint', hint: { kind: 'alreadyThat', progress, amount } };
      return ask({ proposal, ...(words === null ? {} : { words }) });
    }
    case 'chatter': {
      if (!nothingInWords(answer.as)) return { do: 'hint', hint: { kind: 'chatter', as: answer.as, text } };
      if (question.kind === 'observation' && question.proposal !== null && question.words === undefined) {
        return { do: 'hint', hint: proposalHint(figure, question.proposal, question.proposalAmount) };
      }
      const before = question.kind === 'observation' ? question.unclear : undefined;
      return ask({ unclear: { text, insisted: before !== undefined } });
    }
    case 'outOfRange':
    case 'nothing': {
      if (question.kind === 'observation' && question.proposal !== null)
        return { do: 'hint', hint: proposalHint(figure, question.proposal, question.proposalAmount) };
      return { do: 'hint', hint: { kind: 'inWords' } };
    }
  }
}

function proposalHint(held: Held, proposal: number, proposalAmount: number | null = null): Hint {
  return { kind: 'proposal', ...held, proposal, proposalAmount };
}
