import { lastAuditHash, verifyAudit } from '../../db/audit.ts';
import { auditPage, countAudit } from '../../db/audit-read.ts';
import type { Db } from '../../db/open.ts';
import { personById } from '../../db/people.ts';
import { activityById, plannedCut } from '../../db/plans.ts';
import { addDays } from '../../domain/dates.ts';
import type { Message } from '../../domain/events.ts';
import * as texts from '../../texts/audit/audit.ts';
import { shorten } from '../../texts/html.ts';
import { day } from '../../texts/words/days.ts';
import { screenButton } from '../dialogs/keyboard.ts';
import { A_PAGE, pageButtons } from '../dialogs/list-pages.ts';
import type { Screen } from '../dialogs/screen.ts';
import { follow, say, type Turn } from '../turn.ts';
import { auditEntries } from './entries.ts';
import { peopleMessage } from './filters.ts';
import { lookButton, lookOf } from './look.ts';
import { type AuditQuery, filterOf, readAuditWords, wholeAudit } from './read-words.ts';

/** Looking through this many rows takes some 35 ms; more is looked through when it is asked for. */
const LOOKED_THROUGH = 3_000;

/** `/auditoria`, `/auditoria marzo`, `/auditoria Ana`, `/auditoria 16/03/2022`, `/auditoria 3`. */
export function showAudit(turn: Turn, words: string): void {
  if (words === '') return void say(turn, auditMessage(turn, 1, wholeAudit));
  const read = readAuditWords(turn.db, words, turn.now);
  switch (read.kind) {
    case 'look':
      return void say(turn, auditMessage(turn, 1, read.look));
    case 'people':
      return void say(turn, peopleMessage(turn, 1, read.look, read.ids));
    case 'unknown':
      return void say(turn, {
        html: texts.auditNotFound(shorten(words, 100)),
        keyboard: [[lookButton(texts.auditButtons.back, 'audit', 1, wholeAudit)]],
      });
  }
}

/** A page of the list, in the message it was turned from. */
export const auditScreen: Screen<'audit'> = {
  needs: 'audit',
  show: (turn, { page, ...look }) => {
    follow(turn, auditMessage(turn, page, lookOf(look)));
    return undefined;
  },
};

/** *Verificar la cadena*: all of it, however long, with the last hash to be kept. */
export const auditVerifyScreen: Screen<'auditverify'> = {
  needs: 'audit',
  show: (turn) => {
    say({ ...turn, tappedRow: null }, { html: texts.chainVerified(chainOf(turn.db, null)) });
    return undefined;
  },
};

function auditMessage(turn: Turn, asked: number, look: AuditQuery): Message {
  const { db } = turn;
  const filter = filterOf(look);
  const found = countAudit(db, filter);
  const pages = Math.max(1, Math.ceil(found / A_PAGE));
  const page = Math.min(Math.max(asked, 1), pages);
  const rows = auditPage(db, filter, A_PAGE, (page - 1) * A_PAGE);
  const lines = auditEntries(db, rows).map(({ row, who, what, where, change }) => ({
    at: row.at,
    who,
    what,
    where,
    change: shorten(change, 260),
  }));
  const of = { page, pages, items: rows };
  const named = nameOf(db, look);
  const again = named === null ? [] : [lookButton(texts.auditButtons.all, 'audit', 1, wholeAudit)];
  return {
    html: texts.auditList({ lines, filter: named, found, page, pages, chain: chainOf(db, LOOKED_THROUGH) }),
    keyboard: [
      ...pageButtons(of, (to) => lookButton('', 'audit', to, look).data),
      [lookButton(texts.auditButtons.filter, 'auditfilter', 1, look), ...again],
      [screenButton(texts.auditButtons.verify, 'auditverify', {})],
    ],
  };
}

/** @param most rows to look through; null: all of them */
function chainOf(db: Db, most: number | null): texts.ChainState {
  const rows = countAudit(db, {});
  const hash = lastAuditHash(db);
  if (most !== null && rows > most) return { kind: 'notLooked', rows, hash };
  const { brokenAt } = verifyAudit(db);
  return brokenAt === null ? { kind: 'whole', rows, hash } : { kind: 'broken', at: brokenAt };
}

/** What a look is about, in words; null: everything. */
function nameOf(db: Db, look: AuditQuery): string | null {
  const { personId, activityId, cutId, from, more } = look;
  const activity = activityId === null ? undefined : activityById(db, activityId);
  const cut = cutId === null ? undefined : plannedCut(db, cutId);
  const parts = [
    personId === null ? null : (personById(db, personId)?.name ?? texts.unknownPerson(personId)),
    activityId === null ? null : `n.º ${activity?.number ?? '?'}`,
    cutId === null ? null : cut ? `corte ${day(cut.cut.date)}` : '?',
    from === null ? null : texts.spanLabel(from, addDays(from, more)),
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' · ');
}
