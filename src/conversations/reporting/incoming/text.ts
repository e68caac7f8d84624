import { openQuestion, type QuestionRow } from '../../../db/questions.ts';
import { bareWords, yesOrNo } from '../../../domain/answers/yes-or-no.ts';
import { yesOrNoPlease } from '../../../texts/help.ts';
import { chooseCause } from '../../../texts/reporting/causes.ts';
import { captionNotKept } from '../../../texts/reporting/evidence.ts';
import { buttons } from '../../../texts/reporting/reporting.ts';
import { saveThemOrNot } from '../../../texts/reporting/several.ts';
import { answerDialog } from '../../dialogs/dialogs.ts';
import { answerLeave } from '../../enrolment/personal-data.ts';
import { typedImport } from '../../importing/importing.ts';
import { say, type Turn } from '../../turn.ts';
import { isSame } from '../about.ts';
import { answerWhose } from '../evidence/answer-whose.ts';
import { whoseHint } from '../evidence/whose-question.ts';
import { cancel } from '../round/cancel.ts';
import { answerCauses, causeInWords } from '../round/causes.ts';
import { answerSeveral } from '../several/answer-several.ts';
import { offerSeveral } from '../several/offer-several.ts';
import { askSeveralAgain } from '../several/several-question.ts';
import { sayNothingAsked } from './nothing-asked.ts';
import { isStale } from './stale.ts';
import { takeTextForActivity } from './text-for-activity.ts';

/** A typed text: several reports at once, or the answer to the one open question, whichever conversation asked it. */
export function takeText(turn: Turn, text: string): void {
  if (bareWords(text) === 'cancelar' && openQuestion(turn.db, turn.person.id)?.kind !== 'import')
    return cancel(turn);
  if (offerSeveral(turn, text)) return;
  const row = openQuestion(turn.db, turn.person.id);
  if (!row) return sayNothingAsked(turn);
  switch (row.kind) {
    case 'causes':
      return typedCause(turn, row, text);
    case 'several':
      return typedSeveral(turn, row, text);
    case 'evidence':
      if (!chooseWhose(turn, row, text)) say(turn, { html: whoseHint(row) });
      return;
    case 'import':
      typedImport(turn, row, text);
      return;
    case 'administration':
      answerDialog(turn, row, { by: 'typed', text });
      return;
    case 'leave':
      if (!answerLeave(turn, row, yesOrNo(text) ?? '')) say(turn, { html: yesOrNoPlease() });
      return;
    default:
      return takeTextForActivity(turn, row, text);
  }
}

function typedCause(turn: Turn, row: QuestionRow, text: string): void {
  const said = causeInWords(text);
  if (said === undefined || !answerCauses(turn, row, said)) say(turn, { html: chooseCause() });
}

/** After a long silence what would be saved is shown again first. */
function typedSeveral(turn: Turn, row: QuestionRow, text: string): void {
  if (isStale(turn, row)) {
    if (!askSeveralAgain(turn, row)) sayNothingAsked(turn);
    return;
  }
  const said = bareWords(text) === bareWords(buttons.saveAll) ? 'yes' : yesOrNo(text);
  if (!answerSeveral(turn, row, said ?? '')) say(turn, { html: saveThemOrNot() });
}

/** Whose a file is; its caption is an answer like a text to the question of that activity. @returns as `answerWhose` */
export function chooseWhose(turn: Turn, row: QuestionRow, said: string): boolean {
  const chosen = answerWhose(turn, row, said);
  if (typeof chosen === 'boolean') return chosen;
  const open = openQuestion(turn.db, turn.person.id);
  if (open && isSame(open, chosen)) takeText(turn, chosen.caption);
  else say(turn, { html: captionNotKept(chosen.caption) });
  return true;
}
