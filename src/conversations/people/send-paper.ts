import type { Db } from '../../db/open.ts';
import { answer } from '../../db/outbox.ts';
import { personById } from '../../db/people.ts';
import type { Moment } from '../../domain/dates.ts';
import type { Html, OutgoingFile } from '../../domain/events.ts';
import type { Paper } from '../../forms/pdf/paper.ts';
import type { PaperRequest } from '../../summary/paper-request.ts';
import { paperText } from '../../summary/paper-text.ts';
import * as handovers from '../../texts/people/handover.ts';
import * as ownReports from '../../texts/reporting/own-report.ts';
import { mayHandOver } from './handover.ts';

/**
 * Sends the PDF, and of *Mi informe* the same words to copy. Only to the account that asked, while it is still that
 * person's and they may have it.
 */
export function sendPaper(
  db: Db,
  asked: PaperRequest,
  { paper, file }: { readonly paper: Paper; readonly file: OutgoingFile },
  now: Moment,
): void {
  if (!maySee(db, asked, now)) return;
  answer(db, asked, { html: captionOf(asked), file }, now);
  if (asked.paper === 'ownReport') for (const html of paperText(paper)) answer(db, asked, { html }, now);
}

export function tellPaperMissing(db: Db, asked: PaperRequest, now: Moment): void {
  if (maySee(db, asked, now))
    answer(
      db,
      asked,
      { html: asked.paper === 'ownReport' ? ownReports.notMade() : handovers.notMade() },
      now,
    );
}

function captionOf(asked: PaperRequest): Html {
  return asked.paper === 'ownReport' ? ownReports.caption(asked) : handovers.caption();
}

function maySee(db: Db, asked: PaperRequest, now: Moment): boolean {
  if (personById(db, asked.personId)?.telegramUserId !== asked.chatId) return false;
  return asked.paper === 'ownReport' || mayHandOver(db, asked.personId, asked.assignmentId, now);
}
