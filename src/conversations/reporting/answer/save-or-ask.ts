import { ANSWERS } from '../../../domain/constants.ts';
import type { DirectQuestion, ReportQuestion } from '../questions/question.ts';

/** Code points (specification: Questions of a report). */
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
  /** That word is this person's own, and no reopening asks for another. */
  readonly standing: boolean;
  /** The half that waits as a draft. */
  readonly kept: { readonly progress: number | null; readonly observation: string | null };
  /** Somebody else reported after the question was shown. */
  readonly takenByOther: boolean;
};

export type Hint =
  | { readonly kind: 'noPercentage'; readonly text: string }
  | { readonly kind: 'outOfRange'; readonly written: string }
  | { readonly kind: 'inWords' }
  | { readonly kind: 'proposal'; readonly progress: number; readonly proposal: number }
  | { readonly kind: 'alreadyThat'; readonly progress: number }
  | { readonly kind: 'yesOrNo' }
  | { readonly kind: 'keepOrChange' };

/** What follows from an answer: nothing here writes, asks or shows anything. */
export type Step =
  | { readonly do: 'hint'; readonly hint: Hint }
  /** `keep`: the half of a first report that is known by now. `note`: said before the question. */
  | {
      readonly do: 'ask';
      readonly question: ReportQuestion;
      readonly keep: Half | null;
      readonly note: Note | null;
    }
  | { readonly do: 'save'; readonly progress: number; readonly observation: string }
  | { readonly do: 'skip' }
  | { readonly do: 'leave' }
  /** The button does not belong to this question. */
  | { readonly do: 'nothing' };

/** What is kept of a first report; both halves only while the words are too long. */
export type Half = { readonly progress?: number; readonly observation?: string };
export type Note =
  | { readonly kind: 'keptAsObservation'; readonly text: string }
  | { readonly kind: 'notFiled'; readonly repliedTo: string | null }
  | { readonly kind: 'outOfRange'; readonly written: string };

export type Known = {
  readonly progress: number | null;
  readonly observation: string | null;
  /** A percentage lower than before was said to be right. */
  readonly confirmed: boolean;
  /** Words taken over from an earlier report: as long as they are. */
  readonly asIs?: boolean;
};

/**
 * Goes on with what is known. Somebody else's newer report, a doubtful percentage, one lower than before and
 * words that are too long are asked about first, in this order; then the half that is missing; with both it
 * is saved.
 */
export function proceed(
  question: DirectQuestion,
  known: Known,
  facts: Facts,
  doubt?: { readonly tenths: number },
): Step {
  const from = base(question);
  const ask = (asked: DirectQuestion, keep: Half | null): Step => ({
    do: 'ask',
    question: asked,
    keep,
    note: null,
  });
  if (facts.takenByOther) {
    const progress = known.progress ?? doubt?.tenths ?? null;
    const { observation, confirmed } = known;
    return ask({ ...from, kind: 'overwrite', progress, observation, confirmed }, null);
  }
  const observation = known.observation ?? waiting(question, facts);
  if (doubt) {
    return ask({ ...from, kind: 'doubtful', progress: doubt.tenths, observation }, halfOf(null, observation));
  }
  const kept = question.correcting ? null : facts.kept.progress;
  const progress = known.progress ?? kept;
  if (progress === null) {
    return isTooLong(observation)
      ? ask({ ...from, kind: 'shorten', progress, text: observation }, halfOf(null, observation))
      : ask(
          { ...from, kind: 'progress', held: question.correcting ? observation : null },
          halfOf(null, observation),
        );
  }
  const confirmed = known.confirmed || known.progress === null;
  if (!confirmed && facts.earlier && progress < facts.earlier.progress) {
    return ask({ ...from, kind: 'lower', progress, observation }, halfOf(null, observation));
  }
  if (observation === null) {
    return ask({ ...from, kind: 'observation', progress, proposal: null }, halfOf(progress, null));
  }
  if (isTooLong(observation) && known.asIs !== true) {
    return ask({ ...from, kind: 'shorten', progress, text: observation }, halfOf(progress, observation));
  }
  return question.correcting && isAsItStands(facts, progress, observation)
    ? { do: 'leave' }
    : { do: 'save', progress, observation };
}

/** A correction of one's own report to what it says already is no revision of it. */
function isAsItStands({ standing, current }: Facts, progress: number, observation: string): boolean {
  return standing && current?.progress === progress && current.observation === observation;
}

/** Words given before: held by a correction or a question about their length, or kept as a draft. */
function waiting(question: DirectQuestion, facts: Facts): string | null {
  if (question.kind === 'shorten') return question.text;
  if (!question.correcting) return facts.kept.observation;
  return question.kind === 'progress' ? question.held : null;
}

function isTooLong(text: string | null): text is string {
  return text !== null && lengthOf(text) > longestObservation;
}

function halfOf(progress: number | null, observation: string | null): Half | null {
  if (progress === null && observation === null) return null;
  return { ...(progress === null ? {} : { progress }), ...(observation === null ? {} : { observation }) };
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
