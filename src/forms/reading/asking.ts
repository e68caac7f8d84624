import type { Problem } from '../findings.ts';

/** What somebody answered: the id of a question and the id of an option (`sheets`: several). */
export type Answers = Readonly<Record<string, string | readonly string[]>>;

export type Option = { readonly id: string; readonly label: string };

/** A decision that a person takes or may change. Nothing is stored before a `required` one is answered. */
export type Question = {
  readonly id: string;
  readonly required: boolean;
  readonly text: string;
  readonly sheet: string;
  /** The letters of the column it is about, '' for none. */
  readonly column: string;
  readonly heading: string;
  /** What the cells hold, two or three of them. */
  readonly examples: readonly string[];
  /** The likely one first. Empty for free text. */
  readonly options: readonly Option[];
  readonly suggested: string | null;
};

/** How a decision came about: from the file, from an answer, from memory, as the likely one, or not yet. */
export type Taken = 'certain' | 'answered' | 'remembered' | 'proposed' | 'open';

export type Decision = {
  readonly question: Question;
  readonly taken: Taken;
  /** What the reading goes on with. For an open decision it is the likely option, so that the rest can be looked at. */
  readonly option: string | null;
  /** The file by itself leaves a doubt. */
  readonly doubtful: boolean;
};

/** What is decided while one file is read, in the order in which it comes up. */
export type Asking = {
  readonly answers: Answers;
  /** Answers of an earlier file with the same headings; they are not asked again. */
  readonly remembered: Answers;
  readonly decisions: Map<string, Decision>;
  /** Ids that may be answered although nothing is asked, with what fits. */
  readonly allowed: Map<string, (option: string) => boolean>;
  readonly problems: Problem[];
};

export function newAsking(answers: Answers, remembered: Answers): Asking {
  return { answers, remembered, decisions: new Map(), allowed: new Map(), problems: [] };
}

/** Lets `id` be answered with whatever `fits`, also when the file leaves no doubt. */
export function allow(asking: Asking, id: string, fits: (option: string) => boolean): void {
  asking.allowed.set(id, fits);
}

/** The answer to `id`, when there is one that fits. */
export function answerTo(asking: Asking, id: string): string | undefined {
  const given = Object.hasOwn(asking.answers, id) ? asking.answers[id] : undefined;
  if (typeof given !== 'string') return undefined;
  return asking.allowed.get(id)?.(given) === false ? undefined : given;
}

/**
 * Takes a decision by the answer, else by memory, else as `certain`. Without any of them it becomes a question.
 * @returns the option that the reading goes on with: for a required question without an answer the likely one, or null
 */
export function decide(asking: Asking, question: Question, certain?: string): string | null {
  const fits =
    asking.allowed.get(question.id) ?? ((option: string) => question.options.some(({ id }) => id === option));
  asking.allowed.set(question.id, fits);
  const answer = answerTo(asking, question.id);
  const known = Object.hasOwn(asking.remembered, question.id) ? asking.remembered[question.id] : undefined;
  const remembered = typeof known === 'string' && fits(known) ? known : undefined;
  const [taken, option]: [Taken, string | null] =
    answer !== undefined
      ? ['answered', answer]
      : remembered !== undefined && (certain === undefined || certain === remembered)
        ? ['remembered', remembered]
        : certain !== undefined
          ? ['certain', certain]
          : [question.required ? 'open' : 'proposed', question.suggested];
  asking.decisions.set(question.id, { question, taken, option, doubtful: certain === undefined });
  return option;
}

/** The questions that are still to be put: required ones first, each group in its order. */
export function questionsOf(asking: Asking): Question[] {
  const put = [...asking.decisions.values()].filter(({ taken }) => taken === 'open' || taken === 'proposed');
  const questions = put.map(({ question }) => question);
  return [...questions.filter(({ required }) => required), ...questions.filter(({ required }) => !required)];
}

/** Answers that no decision can take: an id that the file does not have, or an option that does not fit. */
export function unknownAnswers({ answers, allowed }: Asking): { id: string; option: string | null }[] {
  return Object.entries(answers).flatMap(([id, given]): { id: string; option: string | null }[] => {
    const fits = allowed.get(id);
    if (fits === undefined) return [{ id, option: null }];
    const options = typeof given === 'string' ? [given] : given;
    return options.filter((option) => !fits(option)).map((option) => ({ id, option }));
  });
}
