import type { Db } from '../../../db/open.ts';
import { answer } from '../../../db/outbox.ts';
import { personById } from '../../../db/people.ts';
import type { Moment } from '../../../domain/dates.ts';
import type { OutgoingFile } from '../../../domain/events.ts';
import type { Paper } from '../../../forms/pdf/paper.ts';
import type { PaperRequest } from '../../../summary/paper-request.ts';
import { paperText } from '../../../summary/paper-text.ts';
import * as texts from '../../../texts/reporting/own-report.ts';

/** Sends the PDF, and the same words to copy. Only to the account that asked, while it is still that person's. */
export function sendPaper(
  db: Db,
  asked: PaperRequest,
  { paper, file }: { readonly paper: Paper; readonly file: OutgoingFile },
  now: Moment,
): void {
  if (!isTheirs(db, asked)) return;
  answer(db, asked, { html: texts.caption(asked), file }, now);
  for (const html of paperText(paper)) answer(db, asked, { html }, now);
}

export function tellPaperMissing(db: Db, asked: PaperRequest, now: Moment): void {
  if (isTheirs(db, asked)) answer(db, asked, { html: texts.notMade() }, now);
}

function isTheirs(db: Db, { personId, chatId }: PaperRequest): boolean {
  return personById(db, personId)?.telegramUserId === chatId;
}
