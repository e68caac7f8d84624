import { countedOf } from '../../../domain/units.ts';
import type { DirectQuestion } from '../questions/question.ts';
import type { Decision, Facts, Half } from './decision.ts';
import { isTooLong } from './observation-length.ts';

/** What an answer adds to what is known of a report. */
export type Known = {
  readonly progress: number | null;
  /** How many of the measure that is; left out or null: said as a percentage. */
  readonly amount?: number | null;
  readonly observation: string | null;
  /** A percentage lower than before was said to be right. */
  readonly confirmed: boolean;
  /** Words taken over from an earlier report: as long as they are. */
  readonly asIs?: boolean;
};

/** A percentage that is asked about first, and what is said with it. */
export type Doubted = {
  readonly tenths: number;
  readonly amount?: number | null;
  readonly other?: number;
  readonly otherAmount?: number | null;
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
    const said = known.progress === null ? doubt : known;
    const { observation, confirmed } = known;
    const progress = known.progress ?? doubt?.tenths ?? null;
    const amount = said?.amount ?? null;
    return ask({ ...from, kind: 'overwrite', progress, amount, observation, confirmed }, null);
  }
  const observation = known.observation ?? waiting(question, facts);
  if (doubt) {
    const { tenths, ...more } = doubt;
    return ask(
      { ...from, kind: 'doubtful', progress: tenths, observation, ...more },
      halfOf(null, observation),
    );
  }
  const figure = figureOf(question, known, facts);
  if (figure === null) return askProgress(question, observation);
  if (!question.correcting && observation !== null && isOfAnotherYear(figure, facts.measure)) {
    const anew = askProgress(question, observation);
    return anew.do === 'ask'
      ? { ...anew, keep: { ...anew.keep, progress: null }, note: { kind: 'countedAnew' } }
      : anew;
  }
  const { progress, amount } = figure;
  const confirmed = known.confirmed || known.progress === null;
  if (!confirmed && isLower(figure, facts.earlier)) {
    return ask({ ...from, kind: 'lower', progress, amount, observation }, halfOf(null, observation));
  }
  if (observation === null) {
    return ask({ ...from, kind: 'observation', progress, amount, proposal: null }, halfOf(figure, null));
  }
  if (isTooLong(observation) && known.asIs !== true) {
    return ask(
      { ...from, kind: 'shorten', progress, amount, text: observation },
      halfOf(figure, observation),
    );
  }
  return question.correcting && isAsItStands(facts, figure, observation)
    ? { do: 'leave' }
    : { do: 'save', progress, amount, observation };
}

type Figure = { readonly progress: number; readonly amount: number | null };

/** The figure that was said, or the one that waits as a draft; null: none. */
function figureOf(question: DirectQuestion, known: Known, { kept }: Facts): Figure | null {
  if (known.progress !== null) return { progress: known.progress, amount: known.amount ?? null };
  if (question.correcting || kept.progress === null) return null;
  return { progress: kept.progress, amount: kept.amount };
}

/** The amount was said of another amount of the year: Planeación changed it before the words came. */
function isOfAnotherYear({ progress, amount }: Figure, measure: Facts['measure']): boolean {
  return amount !== null && measure !== null && countedOf(amount, measure).tenths !== progress;
}

/** Also fewer units where both count as 100 %: 4 after 5 of 4. */
function isLower(figure: Figure, earlier: Facts['earlier']): boolean {
  if (earlier === null) return false;
  if (figure.progress !== earlier.progress) return figure.progress < earlier.progress;
  return figure.amount !== null && earlier.amount !== null && figure.amount < earlier.amount;
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
function isAsItStands(
  { standing, current }: Facts,
  { progress, amount }: Figure,
  observation: string,
): boolean {
  if (!standing || current?.progress !== progress || current.observation !== observation) return false;
  return amount === null || amount === current.amount;
}

/** Words given before: held by a correction or a question about their length, or kept as a draft. */
function waiting(question: DirectQuestion, facts: Facts): string | null {
  if (question.kind === 'shorten') return question.text;
  if (!question.correcting) return facts.kept.observation;
  return question.kind === 'progress' ? question.held : null;
}

function halfOf(figure: Figure | null, observation: string | null): Half | null {
  if (figure === null && observation === null) return null;
  return { ...(figure === null ? {} : figure), ...(observation === null ? {} : { observation }) };
}

/** What the next question about the same activity takes over from this one. */
export function carriedOver(question: DirectQuestion) {
  return { correcting: question.correcting, saved: question.saved };
}
