import { z } from 'zod';
import { invitationById, isValid } from '../../db/invitations.ts';
import { enqueueJob } from '../../db/jobs.ts';
import type { Db } from '../../db/open.ts';
import { answer } from '../../db/outbox.ts';
import { personById } from '../../db/people.ts';
import type { Moment } from '../../domain/dates.ts';
import type { OutgoingFile } from '../../domain/events.ts';
import * as texts from '../../texts/people/invite.ts';
import { pagesRequest, sendPages, tellPagesMissing } from './invitation-pages.ts';

/** What a picture of an invitation was asked for: kept in the job until it is done. */
const pictureRequest = z.object({
  link: z.string(),
  invitationId: z.number().int(),
  personId: z.number().int(),
  chatId: z.number().int(),
});
type PictureRequest = z.infer<typeof pictureRequest>;

/** What the job draws: a picture of one link, or pages to print with many. */
export const qrRequest = z.union([pictureRequest, pagesRequest]);
export type QrRequest = z.infer<typeof qrRequest>;

/** Asks for the link as a picture, which follows when it is made. */
export function requestQr(db: Db, request: PictureRequest, now: Moment): void {
  enqueueJob(db, 'qr', request, now);
}

/** The picture is made: it follows the link, unless the link is worth nothing any more. */
export function sendQr(db: Db, request: QrRequest, file: OutgoingFile, now: Moment): void {
  if ('pages' in request) return sendPages(db, request, file, now);
  const found = invitationById(db, request.invitationId);
  const invited = found && isValid(found, now) ? personById(db, found.personId) : undefined;
  if (!invited) return;
  const to = { chatId: request.chatId, personId: request.personId };
  answer(db, to, { html: texts.qrCaption(invited.name), file, forget: true }, now);
}

/** It could not be made: the link came all the same. */
export function tellQrMissing(db: Db, request: QrRequest, now: Moment): void {
  if ('pages' in request) return tellPagesMissing(db, request, now);
  answer(db, { chatId: request.chatId, personId: request.personId }, { html: texts.qrMissing() }, now);
}
