import type { Numbers } from '../../../domain/answers/answer.ts';
import type { Chatter } from '../../../domain/answers/chatter-words.ts';
import type { Measure } from '../../../domain/units.ts';
import type { ReportQuestion } from '../questions/question.ts';

/** A stored report; `amount` null: reported as a percentage. */
type Reported = { readonly progress: number; readonly amount: number | null; readonly observation: string };

/** What is known about the activity at this moment. */
export type Facts = {
  /** The last word at the latest earlier cut. */
  readonly earlier: Reported | null;
  /** The last word at this cut. */
  readonly current: Reported | null;
  /** That word is this person's own, and no reopening asks for another. */
  readonly standing: boolean;
  /** The half that waits as a draft. */
  readonly kept: {
    readonly progress: number | null;
    readonly amount: number | null;
    readonly observation: string | null;
  };
  /** What the activity is counted in; null: it is reported as a percentage. */
  readonly measure: Measure | null;
  /** Somebody else reported after the question was shown. */
  readonly takenByOther: boolean;
  /** The numbers of the activities that the person is asked about. */
  readonly numbers: Numbers;
};

/** What follows from an answer, as plain data: `carryOut` does it. */
export type Decision =
  | { readonly do: 'hint'; readonly hint: Hint }
  /** `keep`: the known half of a first report. `note`: said before the question. */
  | {
      readonly do: 'ask';
      readonly question: ReportQuestion;
      readonly keep: Half | null;
      readonly note: Note | null;
    }
  | {
      readonly do: 'save';
      readonly progress: number;
      /** Null: said as a percentage. */
      readonly amount: number | null;
      readonly observation: string;
    }
  | { readonly do: 'skip' }
  | { readonly do: 'leave' }
  /** The answer does not belong to this question. */
  | { readonly do: 'nothing' };

/** The question stays open, and this says what it expects. */
export type Hint =
  | { readonly kind: 'noPercentage'; readonly text: string }
  | { readonly kind: 'outOfRange'; readonly written: string }
  | { readonly kind: 'inWords' }
  /** What they typed is no answer but wants something. */
  | { readonly kind: 'chatter'; readonly as: Chatter; readonly text: string }
  | {
      readonly kind: 'proposal';
      readonly progress: number;
      readonly amount: number | null;
      readonly proposal: number;
      readonly proposalAmount: number | null;
    }
  | { readonly kind: 'alreadyThat'; readonly progress: number; readonly amount: number | null }
  | { readonly kind: 'yesOrNo' }
  /** Two figures are asked about: a yes does not say which. */
  | { readonly kind: 'whichFigure' }
  | { readonly kind: 'keepOrChange' };

/** What is kept of a first report; both halves only while the words are too long. */
export type Half = {
  /** Null: the figure that was kept is dropped. */
  readonly progress?: number | null;
  readonly amount?: number | null;
  readonly observation?: string;
};

export type Note =
  | { readonly kind: 'keptAsObservation'; readonly text: string }
  /** Another thing is counted than when it was asked. */
  | { readonly kind: 'countedAnew' }
  | { readonly kind: 'notFiled'; readonly repliedTo: string | null }
  | { readonly kind: 'outOfRange'; readonly written: string };
