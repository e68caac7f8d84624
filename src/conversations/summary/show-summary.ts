import { cutSummary } from '../../summary/cut-summary.ts';
import { requestFiles } from '../../summary/file-request.ts';
import { summaryTexts } from '../../summary/message.ts';
import type { Screen } from '../dialogs/screen.ts';
import { say, sayAfterTap, type Turn } from '../turn.ts';
import { type DetailButton, showDetail } from './detail.ts';
import { readerOf } from './reader.ts';
import { summaryMessages } from './summary-messages.ts';
import { type CutCommand, isOpened, withCut } from './which-cut.ts';

/** `/resumen`, `/resumen marzo`, `/resumen 2`. */
export function showSummary(turn: Turn, words: string): void {
  const command: CutCommand = { name: 'resumen', to: (cutId) => ({ to: 'summary', cutId }) };
  withCut(turn, words, command, ({ cut }) => sayWhole(turn, cut.id));
}

export function tapSummary(turn: Turn, cutId: number): void {
  if (isOpened(turn, cutId)) sayWhole(turn, cutId);
}

export function tapDetail(turn: Turn, of: DetailButton): void {
  if (isOpened(turn, of.cutId)) showDetail(turn, of);
}

/** *Ver todas*: every activity of a long plan, in as many messages as it takes. */
export const everyRowScreen: Screen<'everyrow'> = {
  needs: 'summary',
  show: (turn, { cutId }) => {
    if (!isOpened(turn, cutId)) return undefined;
    const summary = cutSummary(turn.db, cutId, turn.now, turn.context.entityName);
    for (const html of summaryTexts(summary, { every: true })) say(turn, { html });
    return undefined;
  },
};

/** *Más imágenes*: the activities that are not on the first picture of a long plan. */
export const picturesScreen: Screen<'pictures'> = {
  needs: 'summary',
  show: (turn, { cutId }) => {
    if (!isOpened(turn, cutId)) return undefined;
    const { id: personId } = turn.person;
    requestFiles(turn.db, { chatId: turn.chatId, personId, cutId, as: 'reply' }, ['pictures'], turn.now);
    return undefined;
  },
};

/** The text at once; the picture follows as soon as it is made. */
function sayWhole(turn: Turn, cutId: number): void {
  const messages = summaryMessages(turn.db, turn.context, cutId, turn.now, readerOf(turn));
  requestFiles(
    turn.db,
    { chatId: turn.chatId, personId: turn.person.id, cutId, as: 'reply' },
    ['chart'],
    turn.now,
  );
  messages.forEach((message, place) => {
    if (place === 0) sayAfterTap(turn, message);
    else say(turn, message);
  });
}
