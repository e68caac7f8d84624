import type { Task } from '../../../db/tasks.ts';
import type { Html } from '../../../domain/events.ts';
import { nothing } from '../../../texts/html.ts';
import * as hints from '../../../texts/reporting/hints.ts';
import * as questions from '../../../texts/reporting/questions.ts';
import type { Turn } from '../../turn.ts';
import { askedActivity } from '../questions/asked-activity.ts';
import type { Hint, Note } from './decision.ts';

/** What the open question expects, in words. */
export function hintText(turn: Turn, task: Task, hint: Hint): Html {
  const asked = askedActivity(turn, task);
  switch (hint.kind) {
    case 'noPercentage':
      return hints.noPercentage(asked, hint.text);
    case 'outOfRange':
      return hints.outOfRange(asked, hint.written);
    case 'inWords':
      return hints.describeInWords(asked);
    case 'chatter':
      return hints.noPercentage(asked, hint.text);
    case 'proposal':
      return questions.changeQuestion(asked, hint, { progress: hint.proposal, amount: hint.proposalAmount });
    case 'alreadyThat':
      return hints.alreadyThat(asked, hint);
    case 'yesOrNo':
      return hints.answerYesOrNo(asked);
    case 'whichFigure':
      return hints.answerWhichFigure(asked);
    case 'keepOrChange':
      return hints.answerKeepOrChange(asked);
  }
}

/** What is said before the next question. */
export function noteText(turn: Turn, task: Task, note: Note | null): Html {
  switch (note?.kind) {
    case undefined:
      return nothing;
    case 'keptAsObservation':
      return hints.keptAsObservation(note.text);
    case 'outOfRange':
      return hints.outOfRange(askedActivity(turn, task), note.written);
    case 'countedAnew':
      return hints.countedAnew(askedActivity(turn, task));
    case 'notFiled':
      return hints.notFiled(note.repliedTo);
  }
}
