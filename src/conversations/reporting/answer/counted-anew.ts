import type { Answer } from '../../../domain/answers/answer.ts';
import { saysFigure } from '../../../domain/answers/several-answers.ts';
import type { ReportQuestion } from '../questions/question.ts';
import type { Decision, Facts } from './decision.ts';
import type { Meant } from './read-answer.ts';
import { carriedOver } from './save-or-ask.ts';

/**
 * A figure for a question that asked for something else than what is counted now: a percentage and now talleres, of 4 and
 * now of 6. It is asked again, with the words kept; null: the answer counts. A percentage with its sign always counts.
 */
export function countedAnew(question: ReportQuestion, meant: Meant, facts: Facts): Decision | null {
  if (question.kind !== 'progress' && question.kind !== 'doubtful' && question.kind !== 'lower') return null;
  const [then, now] = [question.measured ?? null, facts.measure];
  if (then?.measure === now?.measure && then?.yearAmount === now?.yearAmount) return null;
  if (!saysNumber(question, meant)) return null;
  const words = meant.kind === 'text' ? wordsOf(meant.answer) : null;
  const before = question.kind === 'progress' ? question.held : question.observation;
  const observation = words ?? before;
  return {
    do: 'ask',
    question: {
      ...carriedOver(question),
      kind: 'progress',
      held: question.correcting ? observation : null,
    },
    keep: observation === null ? null : { observation },
    note: { kind: 'countedAnew' },
  };
}

function saysNumber(question: ReportQuestion, meant: Meant): boolean {
  switch (meant.kind) {
    case 'amount':
      return true;
    case 'figure':
    case 'nothing':
      return false;
    case 'choice':
      return question.kind !== 'progress' && (meant.choice === 'yes' || meant.choice === 'other');
    case 'text':
      return !/[%％﹪٪℅]|p[oe]r ?[sc]ien/iu.test(meant.text) && saysFigure(meant.answer);
  }
}

function wordsOf(answer: Answer): string | null {
  return 'observation' in answer ? answer.observation : null;
}
