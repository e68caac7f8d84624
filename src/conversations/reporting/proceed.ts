import { ANSWERS } from '../../domain/constants.ts';
import type { DirectQuestion } from './question.ts';

/** Code points (product.md, *The conversation* 2). */
export const longestObservation = ANSWERS.observationCharacters;

export type Given =
  | { readonly by: 'typed'; readonly text: string }
  | { readonly by: 'tap'; readonly button: string };

/** What is known about the activity at this moment. */
export type Facts = {
  /** The last word at the latest earlier cut. */
  readonly earlier: { readonly progress: number; readonly observation: string } | null;
  /** The last word at this cut. */
  readonly current: { readonly progress: number; readonly observation: string } | null;
  /** The half that waits as a draft. */
  readonly kept: { readonly progress: number | null; readonly observation: string | null };
  /** Somebody else reported after the question was shown. */
  readonly takenByOther: boolean;
};

export type Hint =
  | { readonly kind: 'noPercentage'; readonly text: string }
  | { readonly kind: 'outOfRange'; readonly written: string }
  | { readonly kind: 'inWords' }
  | { readonly kind: 'alreadyThat'; readonly progress: number }
  | { readonly kind: 'yesOrNo' }
  | { readonly kind: 'keepOrChange' };

/** What follows from an answer: nothing here writes, asks or shows anything. */
export type Step =
  | { readonly do: 'hint'; readonly hint: Hint }
  /** `keep`: the half of a first report that is known by now. `note`: said before the question. */
  | {
      readonly do: 'ask';
      readonly question: DirectQuestion;
      readonly keep: Half | null;
      readonly note: Note | null;
    }
  | { readonly do: 'save'; readonly progress: number; readonly observation: string }
  | { readonly do: 'skip' }
  | { readonly do: 'leave' }
  /** The button does not belong to this question. */
  | { readonly do: 'nothing' };

export type Half = { readonly progress: number } | { readonly observation: string };
export type Note =
  | { readonly kind: 'keptAsObservation'; readonly text: string }
  | { readonly kind: 'outOfRange'; readonly written: string };

export type Known = {
  readonly progress: number | null;
  readonly observation: string | null;
  readonly confirmed: boolean;
};

/**
 * Goes on with what is known: too long a text, somebody else's newer report, a percentage lower than
 * before are asked about first, in this order; then the half that is missing; with both it is saved.
 */
export function proceed(
  question: DirectQuestion,
  known: Known,
  facts: Facts,
  doubt?: { readonly tenths: number },
): Step {
  const from = base(question);
  const { progress } = known;
  if (known.observation !== null && lengthOf(known.observation) > longestObservation) {
    const asked = { ...from, kind: 'shorten', progress, text: known.observation } as const;
    return { do: 'ask', question: asked, keep: halfOf({ progress, observation: null }), note: null };
  }
  if (facts.takenByOther) {
    const asked = {
      ...from,
      kind: 'overwrite',
      progress: progress ?? doubt?.tenths ?? null,
      observation: known.observation,
    } as const;
    return { do: 'ask', question: asked, keep: null, note: null };
  }
  if (doubt) {
    const asked = {
      ...from,
      kind: 'doubtful',
      progress: doubt.tenths,
      observation: known.observation,
    } as const;
    return { do: 'ask', question: asked, keep: halfOf(known), note: null };
  }
  const held = question.kind === 'progress' ? question.held : null;
  const observation = known.observation ?? (question.correcting ? held : facts.kept.observation);
  if (progress === null) {
    const asked = { ...from, kind: 'progress', held: question.correcting ? observation : null } as const;
    return { do: 'ask', question: asked, keep: halfOf({ progress, observation }), note: null };
  }
  if (!known.confirmed && facts.earlier && progress < facts.earlier.progress) {
    const asked = { ...from, kind: 'lower', progress, observation } as const;
    return { do: 'ask', question: asked, keep: halfOf({ progress: null, observation }), note: null };
  }
  if (observation === null) {
    const asked = { ...from, kind: 'observation', progress, proposal: null } as const;
    return { do: 'ask', question: asked, keep: { progress }, note: null };
  }
  return { do: 'save', progress, observation };
}

function halfOf(known: {
  readonly progress: number | null;
  readonly observation: string | null;
}): Half | null {
  if (known.observation !== null) return { observation: known.observation };
  return known.progress === null ? null : { progress: known.progress };
}

export function base(question: DirectQuestion) {
  return { correcting: question.correcting, saved: question.saved };
}

export function lengthOf(text: string): number {
  return [...text].length;
}

/** The first 1,000 characters, at a word's end. */
export function cutShort(text: string): string {
  const kept = [...text].slice(0, longestObservation).join('');
  const space = kept.search(/\s\S*$/);
  return (space > longestObservation / 2 ? kept.slice(0, space) : kept).trimEnd();
}
