import { forVacantPositions } from '../../actions/reportable.ts';
import { pendingTasksOf } from '../../db/tasks.ts';
import type { Button, Html, Message } from '../../domain/events.ts';
import { writeScreen } from '../../domain/screens.ts';
import { nothing, paragraphs } from '../../texts/html.ts';
import * as texts from '../../texts/people/vacant.ts';
import * as reporting from '../../texts/reporting/reporting.ts';
import { mayNow } from '../allowed.ts';
import { screenButton } from '../dialogs/keyboard.ts';
import { pageButtons, pageOf } from '../dialogs/list-pages.ts';
import type { Screen } from '../dialogs/screen.ts';
import { startRound } from '../reporting/round/start-round.ts';
import { follow, say, type Turn } from '../turn.ts';
import { mayReport } from '../who.ts';
import { vacantPositions } from './vacant-positions.ts';

/** `/reportar`: one's own activities first; a coordinator without any is offered the positions without a responsible. */
export function startReporting(turn: Turn): void {
  const vacant = mayNow(turn, 'reportForVacantPosition') ? vacantPositions(turn.db, turn.now) : [];
  const own = pendingTasksOf(turn.db, turn.person.id, turn.now);
  if (own.length > 0 || (vacant.length === 0 && mayReport(turn)))
    startRound(turn, own.length > 0 && vacant.length > 0 ? texts.alsoVacant(vacant.length) : nothing, own);
  else
    say(
      turn,
      vacantMessage(1, vacant, mayReport(turn) ? reporting.nothingPending(turn.person.name) : nothing),
    );
}

/** The button to the list, when this person may use it and there is something in it. */
export function vacantButton(turn: Turn): readonly Button[] {
  if (!mayNow(turn, 'reportForVacantPosition') || vacantPositions(turn.db, turn.now).length === 0) return [];
  return [screenButton(texts.vacantButtons.open, 'vacant', { page: null })];
}

/** *Reportar por un cargo sin responsable*; with a page it turns the list that is shown. */
export const vacantScreen: Screen<'vacant'> = {
  needs: 'reportForVacantPosition',
  show: (turn, { page }) => {
    if (page === null) say(turn, vacantMessage(1, vacantPositions(turn.db, turn.now)));
    else follow(turn, vacantMessage(page, vacantPositions(turn.db, turn.now)));
    return undefined;
  },
};

/** A round over what is pending of one position; who was enrolled for it meanwhile reports it themselves. */
export const vacantRoundScreen: Screen<'vacantround'> = {
  needs: 'reportForVacantPosition',
  show: (turn, { positionId }) => {
    const tasks = forVacantPositions(turn.db, turn.person.id, turn.now, positionId).filter(
      (task) => task.pending,
    );
    const [first] = tasks;
    if (first) startRound(turn, texts.reportingFor(first.forPosition ?? ''), tasks);
    else follow(turn, vacantMessage(1, vacantPositions(turn.db, turn.now)));
    return undefined;
  },
};

/** *Registrar su avance*, beside the notice that somebody did not authorise the data. */
export const vacantOfScreen: Screen<'vacantof'> = {
  needs: 'reportForVacantPosition',
  show: (turn, args) => vacantRoundScreen.show({ ...turn, tappedRow: null }, args),
};

function vacantMessage(
  asked: number,
  all: ReturnType<typeof vacantPositions>,
  before: Html = nothing,
): Message {
  if (all.length === 0) return { html: paragraphs(before, texts.noVacant()) };
  const page = pageOf(all, asked);
  const rows = page.items.map(({ position, pending }) => [
    screenButton(texts.vacantButtons.position(position.name, pending), 'vacantround', {
      positionId: position.id,
    }),
  ]);
  const turning = pageButtons(page, (to) => writeScreen('vacant', { page: to }));
  return { html: paragraphs(before, texts.whichVacant(page)), keyboard: [...rows, ...turning] };
}
