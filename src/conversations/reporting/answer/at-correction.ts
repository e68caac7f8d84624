import { readAnswer as readTyped } from '../../../domain/answers/read-answer.ts';
import type { DirectQuestion } from '../questions/question.ts';
import { textAtObservation } from './at-observation.ts';
import { atProgress, tappedAmount } from './at-progress.ts';
import type { Decision, Facts } from './decision.ts';
import type { Meant } from './read-answer.ts';
import { saveOrAsk } from './save-or-ask.ts';

type Progress = Extract<DirectQuestion, { kind: 'progress' }>;

/**
 * *¿Qué corrige?* of one's own report: what is not said stays as it is. A correction of what somebody else wrote, or of
 * what a reopening asks for, asks both halves like a first report.
 */
export function atCorrection(question: Progress, meant: Meant, facts: Facts): Decision {
  const { current } = facts;
  if (current === null || !mayCorrectHalf(question, facts)) return atProgress(question, meant, facts);
  const words = current.observation || null;
  const change = (progress: number, amount: number | null = null): Decision =>
    saveOrAsk(question, { progress, amount, observation: words, confirmed: false, asIs: true }, facts);
  if (meant.kind === 'figure') return change(meant.tenths);
  if (meant.kind === 'amount') return tappedAmount(question, meant.amount, facts, words);
  if (meant.kind !== 'text') return atProgress(question, meant, facts);
  const { text, answer } = meant;
  switch (answer.kind) {
    case 'percentage':
      return change(answer.tenths);
    case 'ask': {
      const [tenths, other] = answer.options;
      if (tenths === undefined || answer.activity !== null) return atProgress(question, meant, facts);
      const doubt = { tenths, from: current.progress, ...(other === undefined ? {} : { other }) };
      const observation = answer.observation ?? words;
      return saveOrAsk(question, { progress: null, observation, confirmed: false }, facts, doubt);
    }
    case 'units':
      return answer.observation === null
        ? change(answer.tenths, answer.amount)
        : atProgress(question, meant, facts);
    case 'askUnits': {
      const [one, two] = answer.options;
      if (one === undefined) return atProgress(question, meant, facts);
      const other = two === undefined ? {} : { other: two.tenths, otherAmount: two.amount };
      const observation = answer.observation ?? words;
      const doubt = { ...one, ...other, from: current.progress };
      return saveOrAsk(question, { progress: null, observation, confirmed: false }, facts, doubt);
    }
    case 'observation':
    case 'nothing': {
      const { progress, amount } = current;
      const { numbers, measure } = facts;
      const read = readTyped(text, { question: 'observation', tapped: progress, numbers, measure });
      return textAtObservation(question, { progress, amount }, { kind: 'text', text, answer: read }, facts);
    }
    case 'both':
    case 'outOfRange':
    case 'chatter':
      return atProgress(question, meant, facts);
  }
}

function mayCorrectHalf({ correcting, held }: Progress, { standing }: Facts): boolean {
  return correcting && held === null && standing;
}
