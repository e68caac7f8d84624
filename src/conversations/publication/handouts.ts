import { type Action, may, rolesOf } from '../../actions/access.ts';
import type { Db } from '../../db/open.ts';
import { answer } from '../../db/outbox.ts';
import { holdingsOf } from '../../db/people.ts';
import type { Moment } from '../../domain/dates.ts';
import type { OutgoingFile } from '../../domain/events.ts';
import { type Handout, type HandoutRequest, requestHandout } from '../../summary/handout-request.ts';
import * as texts from '../../texts/publication/chat.ts';
import { follow, type Turn } from '../turn.ts';

const needs: Readonly<Record<Handout, Action>> = {
  site: 'publish',
  calendar: 'manageCuts',
  evidence: 'takeEvidence',
  nextYear: 'importPlan',
};

/** The calendar of all cuts as a file. */
export function askForCalendar(turn: Turn): string {
  requestHandout(turn.db, { what: 'calendar', cutId: null, ...to(turn) }, turn.now);
  return texts.calendarComes;
}

export function askForSite(turn: Turn): void {
  requestHandout(turn.db, { what: 'site', cutId: null, ...to(turn) }, turn.now);
  follow(turn, { html: texts.siteComes() });
}

function to(turn: Turn) {
  return { chatId: turn.chatId, personId: turn.person.id };
}

/** The files are made. Null: they are larger than Telegram takes. Evidence is kept nowhere else once it is sent. */
export function sendHandout(
  db: Db,
  asked: HandoutRequest,
  files: readonly OutgoingFile[] | null,
  now: Moment,
): void {
  if (files === null) return tell(db, asked, { html: texts.siteTooLarge() }, now);
  // The last piece of evidence was removed meanwhile.
  if (files.length === 0) return tellHandoutMissing(db, asked, now);
  for (const [place, file] of files.entries()) {
    const html = texts.handoutCaptions[asked.what](place + 1, files.length);
    tell(db, asked, asked.what === 'evidence' ? { html, file, forget: true } : { html, file }, now);
  }
}

export function tellHandoutMissing(db: Db, asked: HandoutRequest, now: Moment): void {
  tell(db, asked, { html: texts.handoutMissing() }, now);
}

/** Sends nothing to a person who lost the office while the file was made. */
function tell(db: Db, asked: HandoutRequest, message: Parameters<typeof answer>[2], now: Moment): void {
  if (!may(rolesOf(holdingsOf(db, asked.personId, now)), needs[asked.what])) return;
  answer(db, { chatId: asked.chatId, personId: asked.personId }, message, now);
}
