import { may, rolesOf } from '../../actions/access.ts';
import type { Db } from '../../db/open.ts';
import { answer } from '../../db/outbox.ts';
import { holdingsOf } from '../../db/people.ts';
import { plannedCut } from '../../db/plans.ts';
import type { Moment } from '../../domain/dates.ts';
import type { Message, OutgoingFile } from '../../domain/events.ts';
import { isAboutToBeAsked } from '../../notices/kinds/presented.ts';
import { notifyPresentedFile } from '../../notices/kinds/presented-file.ts';
import { notifySummaryFile } from '../../notices/kinds/summary-file.ts';
import type { FileRequest } from '../../summary/file-request.ts';
import type { FormStatus } from '../../texts/print/pdf.ts';
import { fileCaption, fileMissing } from '../../texts/summary/files.ts';

/** Sends the files of a summary after its text; files that nobody asked for go within the hours only. */
export function sendFiles(
  db: Db,
  asked: FileRequest,
  { files, status }: { readonly files: readonly OutgoingFile[]; readonly status: FormStatus | null },
  now: Moment,
): void {
  const planned = plannedCut(db, asked.cutId);
  if (!planned) return;
  const html = fileCaption(planned.plan, planned.cut, status);
  files.forEach((file, index) => void tell(db, asked, { html, file }, index + 1, now));
}

/** Says that a file could not be made; everything else is sent. A question that still waits says it itself. */
export function tellFileMissing(db: Db, asked: FileRequest, now: Moment): void {
  const { presentation, personId } = asked;
  if (presentation !== null && isAboutToBeAsked(db, presentation, personId)) return;
  tell(db, asked, { html: fileMissing(asked.format) }, 1, now);
}

/** Sends nothing to a person who lost the office while the file was made. */
function tell(db: Db, asked: FileRequest, message: Message, part: number, now: Moment): void {
  if (!may(rolesOf(holdingsOf(db, asked.personId, now)), 'export')) return;
  const to = { chatId: asked.chatId, personId: asked.personId };
  const { presentation: presentationId, format, personId: id, chatId: telegramUserId } = asked;
  if (asked.as === 'reply') answer(db, to, message, now);
  else if (presentationId !== null)
    notifyPresentedFile(db, { presentationId, format, part }, { id, telegramUserId }, message, now);
  else notifySummaryFile(db, asked, message, now);
}
