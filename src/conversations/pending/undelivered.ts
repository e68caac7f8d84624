import { type Resent, resendMessage } from '../../actions/resend.ts';
import { personById } from '../../db/people.ts';
import type { RefusedRow } from '../../db/undelivered.ts';
import { localDate } from '../../domain/dates.ts';
import type { Button, Message } from '../../domain/events.ts';
import { writeScreen } from '../../domain/screens.ts';
import { undeliveredMessages } from '../../notices/undelivered.ts';
import { lines, nothing, paragraphs } from '../../texts/html.ts';
import { alreadyDone } from '../../texts/pending/pending.ts';
import * as texts from '../../texts/pending/undelivered.ts';
import { mayNow } from '../allowed.ts';
import { screenButton } from '../dialogs/keyboard.ts';
import { pageButtons, pageOf } from '../dialogs/list-pages.ts';
import type { Screen } from '../dialogs/screen.ts';
import { follow, say, type Turn } from '../turn.ts';

/** *Mensajes sin entregar*: what could not be delivered for good and why; with a page it turns the list shown. */
export const undeliveredScreen: Screen<'unsent'> = {
  needs: 'pending',
  show: (turn, { page }) => {
    if (page === null) say(turn, listMessage(turn, 1));
    else follow(turn, listMessage(turn, page));
    return undefined;
  },
};

/** *Enviar de nuevo*, one of them. */
export const resendScreen: Screen<'resend'> = {
  needs: 'remind',
  show: (turn, { rowId }) => {
    const row = undeliveredMessages(turn.db).find((each) => each.id === rowId);
    if (!row) return alreadyDone;
    sendAgain(turn, [row]);
    return undefined;
  },
};

/** *Enviar todos de nuevo*. */
export const resendAllScreen: Screen<'resendall'> = {
  needs: 'remind',
  show: (turn) => {
    const rows = undeliveredMessages(turn.db);
    if (rows.length === 0) return alreadyDone;
    sendAgain(turn, rows);
    return undefined;
  },
};

/** The button to the list, when there is something in it. */
export function undeliveredButton(turn: Turn): readonly Button[] {
  const amount = undeliveredMessages(turn.db).length;
  return amount === 0 ? [] : [screenButton(texts.undeliveredButtons.open(amount), 'unsent', { page: null })];
}

/** What came of each, above what is still undelivered. */
function sendAgain(turn: Turn, rows: readonly RefusedRow[]): void {
  const most = 20;
  const results = rows.map((row) =>
    texts.resentLine(wordsOf(turn, row, resendMessage(turn.db, row.id, turn.now, turn.person.id))),
  );
  const left = undeliveredMessages(turn.db).length === 0 ? null : listMessage(turn, 1);
  follow(turn, {
    html: paragraphs(lines(...results.slice(0, most)), left?.html ?? nothing),
    keyboard: left?.keyboard,
  });
}

function wordsOf(turn: Turn, row: RefusedRow, result: Resent): texts.ResentWords {
  const name = nameOf(turn, row);
  if (result.done === 'nothing') return { name, why: result.why };
  return { name, when: result.when === turn.now ? null : result.when };
}

function listMessage(turn: Turn, asked: number): Message {
  const all = undeliveredMessages(turn.db);
  if (all.length === 0) return { html: texts.nothingUndelivered() };
  const page = pageOf(all, asked);
  const shown = page.items.map((row) => ({
    row,
    name: nameOf(turn, row),
    at: row.settledAt ?? row.notBefore,
  }));
  const mayResend = mayNow(turn, 'remind');
  const again = shown.map(({ row, name, at }) => [
    screenButton(texts.undeliveredButtons.again(name, row.kind, localDate(at)), 'resend', { rowId: row.id }),
  ]);
  const every = all.length > 1 ? [[screenButton(texts.undeliveredButtons.all, 'resendall', {})]] : [];
  return {
    html: lines(
      texts.undeliveredTitle(all.length, page),
      ...shown.map(({ row, name, at }) =>
        texts.undeliveredLine({ name, kind: row.kind, at, why: row.reason }),
      ),
      mayResend ? texts.sendAgainHint() : nothing,
    ),
    keyboard: [
      ...(mayResend ? [...again, ...every] : []),
      ...pageButtons(page, (to) => writeScreen('unsent', { page: to })),
    ],
  };
}

function nameOf(turn: Turn, row: RefusedRow): string {
  return personById(turn.db, row.personId)?.name ?? '';
}
