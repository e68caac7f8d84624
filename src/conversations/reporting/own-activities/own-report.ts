import { localDate } from '../../../domain/dates.ts';
import type { Html } from '../../../domain/events.ts';
import { monthAround, monthBefore, type Period, readPeriod } from '../../../domain/written-period.ts';
import { hasOwnReport } from '../../../summary/own-report.ts';
import { requestPaper } from '../../../summary/paper-request.ts';
import { nothingChanged } from '../../../texts/dialogs.ts';
import * as texts from '../../../texts/reporting/own-report.ts';
import { askStep, type Dialog, type Said } from '../../dialogs/dialog.ts';
import { finishStep } from '../../dialogs/finish-step.ts';
import type { Screen } from '../../dialogs/screen.ts';
import type { Turn } from '../../turn.ts';

const { ownReportButtons: buttons } = texts;

/** *Mi informe*: asks for the days. */
export const myReportScreen: Screen<'myreport'> = {
  needs: 'ownData',
  show: (turn) => {
    ask(turn, texts.whichDays());
    return undefined;
  },
};

/** The days, then the paper: a PDF, and the same words to copy. Nothing is changed by it, so nothing is confirmed. */
export const ownReportDialog: Dialog<'ownReport'> = {
  needs: 'ownData',
  answer: (turn, _data, said) => answer(turn, said),
  hint: texts.daysHint,
};

function ask(turn: Turn, html: Html): void {
  askStep(turn, { dialog: 'ownReport', data: {} }, (button) => ({
    html,
    keyboard: [
      [button(buttons.month, 'month'), button(buttons.before, 'before')],
      [button(buttons.year, 'year'), button(buttons.cancel, 'no')],
    ],
  }));
}

function answer(turn: Turn, said: Said<'ownReport'>): boolean {
  if (said.by === 'tap' && said.answer === 'no') {
    finishStep(turn, { html: nothingChanged() });
    return true;
  }
  const period = said.by === 'tap' ? tapped(said.answer, turn) : readPeriod(said.text, today(turn));
  if (period === null) return false;
  const of = { ...period, personId: turn.person.id };
  if (!hasOwnReport(turn.db, of)) {
    ask(turn, texts.nothingThen(period));
    return true;
  }
  requestPaper(turn.db, { paper: 'ownReport', ...of, chatId: turn.chatId }, turn.now);
  finishStep(turn, { html: texts.beingMade(period) });
  return true;
}

function tapped(answer: 'month' | 'before' | 'year' | 'no', turn: Turn): Period | null {
  const day = today(turn);
  switch (answer) {
    case 'month':
      return monthAround(day);
    case 'before':
      return monthBefore(day);
    case 'year':
      return { from: `${day.slice(0, 4)}-01-01`, to: `${day.slice(0, 4)}-12-31` };
    case 'no':
      return null;
  }
}

const today = (turn: Turn) => localDate(turn.moment);
