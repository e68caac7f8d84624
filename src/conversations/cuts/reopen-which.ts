import { plannedCuts } from '../../db/plans.ts';
import { writeScreen } from '../../domain/screens.ts';
import { openedCuts } from '../../summary/find-cut.ts';
import { cutButtons } from '../../texts/cuts/cut-screens.ts';
import * as texts from '../../texts/cuts/reopening.ts';
import { screenButton } from '../dialogs/keyboard.ts';
import { pageButtons, pageOf } from '../dialogs/list-pages.ts';
import { follow, say, type Turn } from '../turn.ts';
import { codeOf } from './cuts.ts';

/** The opened cuts of every plan, the latest first, each with its button. */
export function askWhichCut(turn: Turn): void {
  say(turn, chooseCutMessage(turn, 1));
}

export function turnReopenable(turn: Turn, page: number): void {
  follow(turn, chooseCutMessage(turn, page));
}

function chooseCutMessage(turn: Turn, asked: number) {
  const opened = openedCuts(plannedCuts(turn.db), turn.now);
  if (opened.length === 0) return { html: texts.noCutOpened() };
  const page = pageOf(opened, asked);
  return {
    html: texts.whichCut(page),
    keyboard: [
      ...page.items.map(({ plan, cut }) => [
        screenButton(cutButtons.cut(cut.number, cut.date, codeOf(turn, plan)), 'reopen', { cutId: cut.id }),
      ]),
      ...pageButtons(page, (to) => writeScreen('reopenable', { page: to })),
      [screenButton(cutButtons.toCuts, 'cuts', { page: 1 })],
    ],
  };
}
