import type { Button, Keyboard } from '../../../domain/events.ts';
import { amountsOffered } from '../../../domain/units.ts';
import { type AskedActivity, pendingFigure } from '../../../texts/reporting/questions.ts';
import { buttons } from '../../../texts/reporting/reporting.ts';
import { answerButton, offeredTenths, type QuestionAnswer } from '../../question-answers.ts';
import { isOneOfTwo } from '../answer/read-answer.ts';
import type { ReportQuestion } from './question.ts';
import { correctRows } from './saved.ts';

/** The buttons under a question; what they answer is read by `readAnswer`. */
export function questionButtons(
  id: number,
  question: ReportQuestion,
  asked: AskedActivity,
): Keyboard | undefined {
  const button = answerButton<ReportQuestion['kind']>(id);
  const rows: Keyboard[number][] = answerRows(question, asked, button).filter((row) => row.length > 0);
  if (question.saved) rows.push(...correctRows(question.saved));
  return rows.length === 0 ? undefined : rows;
}

function answerRows(
  question: ReportQuestion,
  asked: AskedActivity,
  button: (text: string, answer: QuestionAnswer<ReportQuestion['kind']>) => Button,
): Button[][] {
  const said = (progress: number, amount: number | null | undefined) =>
    pendingFigure(asked, { progress, amount });
  const out = question.correcting ? button(buttons.leave, 'leave') : button(buttons.skip, 'skip');
  switch (question.kind) {
    case 'progress':
      return [
        ...figureRows(asked, button),
        question.correcting && asked.current
          ? [button(buttons.keepProgress(asked.current), 'stay')]
          : asked.earlier
            ? [button(buttons.same, 'same')]
            : [],
        [out],
      ];
    case 'observation':
      if (question.proposal !== null) {
        return [
          [
            button(buttons.changeTo(said(question.proposal, question.proposalAmount)), 'yes'),
            button(buttons.keepProgress(said(question.progress, question.amount)), 'no'),
          ],
        ];
      }
      if (question.otherActivity !== undefined) return [[button(buttons.isOf(asked.number), 'yes')], [out]];
      return [
        question.unclear?.insisted ? [button(buttons.saveAsIs, 'asIs')] : [],
        asked.current?.observation ? [button(buttons.keepText, 'stay')] : [],
        [out],
      ];
    case 'shorten':
      return [[button(buttons.cut, 'cut')]];
    case 'lower':
      return [
        [
          button(buttons.yes(said(question.progress, question.amount)), 'yes'),
          button(buttons.noCorrect, 'no'),
        ],
      ];
    case 'doubtful': {
      const { progress, other, from } = question;
      const otherSaid = other === undefined ? null : said(other, question.otherAmount);
      if (other !== undefined && isOneOfTwo(question)) {
        const measure = asked.units;
        const { amount, otherAmount } = question;
        const either = [
          button(buttons.either({ progress, amount, measure }), 'yes'),
          button(buttons.either({ progress: other, amount: otherAmount, measure }), 'other'),
        ];
        return [
          either,
          [from === undefined ? button(buttons.noOther, 'no') : button(buttons.leave, 'leave')],
        ];
      }
      const others = otherSaid === null ? [] : [button(buttons.instead(otherSaid), 'other')];
      const no = from === undefined ? button(buttons.noOther, 'no') : button(buttons.leave, 'leave');
      const yes = progress === from ? buttons.yesChange : buttons.yes(said(progress, question.amount));
      return [[button(yes, 'yes'), ...others, no]];
    }
    case 'overwrite':
      return [[button(buttons.keepReport, 'keep'), button(buttons.change, 'change')]];
    case 'misplaced':
      return [[button(buttons.forThis, 'yes'), button(buttons.notForThis, 'no')]];
  }
}

/** The percentages, or the amounts of a measure. */
function figureRows(
  { units }: AskedActivity,
  button: (text: string, answer: QuestionAnswer<'progress'>) => Button,
): Button[][] {
  if (units === null)
    return [offeredTenths.map((tenths) => button(buttons.percentage(tenths), `p${tenths}`))];
  return amountsOffered(units).map((row) => row.map((amount) => button(String(amount), `u${amount}`)));
}
