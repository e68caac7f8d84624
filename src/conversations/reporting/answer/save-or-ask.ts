import type { DirectQuestion } from '../questions/question.ts';
import type { Decision, Facts, Half } from './decision.ts';
import { isTooLong } from './observation-length.ts';

/** What an answer adds to what is known of a report. */
export type Known = {
  readonly progress: number | null;
  readonly observation: string | null;
  /** A percentage lower than before was said to be right. */
  readonly confirmed: boolean;
  /** Words taken over from an earlier report: as long as they are. */
  readonly asIs?: boolean;
};

/** A percentage that is asked about first, and what is said with it. */
export type Doubted = {
  readonly tenths: number;
  readonly other?: number;
  readonly missing?: boolean;
  readonly otherActivity?: string;
  /** It would take the place of this one. */
  readonly from?: number;
};

/**
 * Saves what is known, or asks for what it lacks. Somebody else's newer report, a doubtful percentage, one lower than
 * before and words that are too long are asked about first, in this order; then the half that is missing; with both
 * it is saved.
 */
export function saveOrAsk(question: DirectQuestion, known: Known, facts: Facts, doubt?: Doubted): Decision {
  const from = carriedOver(question);
  if (facts.takenByOther) {
    const progress = known.progress ?? doubt?.tenths ?? null;
    const { observation, confirmed } = known;
    return ask({ ...from, kind: 'overwrite', progress, observation, confirmed }, null);
  }
  const observation = known.observation ?? waiting(question, facts);
  if (doubt) {
    const { tenths, ...more } = doubt;
    return ask(
      { ...from, kind: 'doubtful', progress: tenths, observation, ...more },
      halfOf(null, observation),
    );
  }
  const kept = question.correcting ? null : facts.kept.progress;
  const progress = known.progress ?? kept;
  if (progress === null) return askProgress(question, observation);
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

function askProgress(question: DirectQuestion, observation: string | null): Decision {
  const from = carriedOver(question);
  const keep = halfOf(null, observation);
  if (observation !== null && isTooLong(observation))
    return ask({ ...from, kind: 'shorten', progress: null, text: observation }, keep);
  return ask({ ...from, kind: 'progress', held: question.correcting ? observation : null }, keep);
}

function ask(question: DirectQuestion, keep: Half | null): Decision {
  return { do: 'ask', question, keep, note: null };
}

/** A correction that changes nothing of one's own report makes no revision. */
function isAsItStands({ standing, current }: Facts, progress: number, observation: string): boolean {
  return standing && current?.progress === progress && current.observation === observation;
}

/** Words given before: held by a correction or a question about their length, or kept as a draft. */
function waiting(question: DirectQuestion, facts: Facts): string | null {
  if (question.kind === 'shorten') return question.text;
  if (!question.correcting) return facts.kept.observation;
  return question.kind === 'progress' ? question.held : null;
}

function halfOf(progress: number | null, observation: string | null): Half | null {
  if (progress === null && observation === null) return null;
  return { ...(progress === null ? {} : { progress }), ...(observation === null ? {} : { observation }) };
}

/** What the next question about the same activity takes over from this one. */
export function carriedOver(question: DirectQuestion) {
  return { correcting: question.correcting, saved: question.saved };
}
