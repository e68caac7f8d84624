import { may, rolesOf } from '../../actions/access.ts';
import type { Db } from '../../db/open.ts';
import { announce, answer } from '../../db/outbox.ts';
import { holdingsOf } from '../../db/people.ts';
import { plannedCut } from '../../db/plans.ts';
import type { Moment } from '../../domain/dates.ts';
import type { OutgoingFile } from '../../domain/events.ts';
import type { FileRequest } from '../../summary/file-request.ts';
import { fileCaption, fileMissing } from '../../texts/summary/files.ts';

/** The files of a summary are made: they follow its text, by themselves within the hours only. */
export function sendFiles(db: Db, asked: FileRequest, files: readonly OutgoingFile[], now: Moment): void {
  const planned = plannedCut(db, asked.cutId);
  if (!planned) return;
  const html = fileCaption(planned.plan, planned.cut, asked.format);
  for (const file of files) tell(db, asked, { html, file }, now);
}

/** A file could not be made: only that is missing, and it says so. */
export function tellFileMissing(db: Db, asked: FileRequest, now: Moment): void {
  tell(db, asked, { html: fileMissing(asked.format) }, now);
}

/** Whoever lost the office while it was made is sent nothing of it. */
function tell(db: Db, asked: FileRequest, message: Parameters<typeof answer>[2], now: Moment): void {
  if (!may(rolesOf(holdingsOf(db, asked.personId, now)), 'export')) return;
  const to = { chatId: asked.chatId, personId: asked.personId };
  if (asked.as === 'reply') answer(db, to, message, now);
  else announce(db, to, { kind: 'summary', key: null, message, now });
}
