import { z } from 'zod';
import { invitationById, isValid } from '../../db/invitations.ts';
import { enqueueJob } from '../../db/jobs.ts';
import type { Db } from '../../db/open.ts';
import { answer } from '../../db/outbox.ts';
import { allPlans } from '../../db/plans.ts';
import type { Moment } from '../../domain/dates.ts';
import type { OutgoingFile } from '../../domain/events.ts';
import * as texts from '../../texts/people/inviting.ts';
import type { Turn } from '../turn.ts';

/** What pages to print were asked for: kept in the job until it is done, since the links are secrets. */
export const pagesRequest = z.object({
  pages: z.array(
    z.object({
      name: z.string(),
      positions: z.array(z.string()),
      link: z.string(),
      invitationId: z.number().int(),
    }),
  ),
  entity: z.string().nullable(),
  /** Null: the people report on several plans. */
  plan: z.object({ title: z.string(), fiscalYear: z.number().int() }).nullable(),
  expiresAt: z.number(),
  madeAt: z.number(),
  personId: z.number().int(),
  chatId: z.number().int(),
});
export type PagesRequest = z.infer<typeof pagesRequest>;

type Link = {
  readonly person: { readonly name: string };
  readonly positions: readonly { readonly name: string }[];
  readonly link: string;
  readonly invitationId: number;
  readonly expiresAt: Moment;
};

/** Asks for a page a person, in one PDF. */
export function requestPages({ db, now, context, person, chatId }: Turn, links: readonly Link[]): void {
  const [plan = null, another] = allPlans(db);
  const request: PagesRequest = {
    pages: links.map(({ person: { name }, positions, link, invitationId }) => ({
      name,
      positions: positions.map((position) => position.name),
      link,
      invitationId,
    })),
    entity: context.entityName ?? plan?.entity ?? null,
    plan: plan && !another ? { title: plan.title, fiscalYear: plan.fiscalYear } : null,
    expiresAt: Math.max(...links.map(({ expiresAt }) => expiresAt)),
    madeAt: now,
    personId: person.id,
    chatId,
  };
  enqueueJob(db, 'qr', request, now);
}

/** The pages are made: they follow, unless all of their links are worth nothing any more. */
export function sendPages(db: Db, request: PagesRequest, file: OutgoingFile, now: Moment): void {
  const valid = request.pages.some(({ invitationId }) => {
    const found = invitationById(db, invitationId);
    return found !== undefined && isValid(found, now);
  });
  if (!valid) return;
  const to = { chatId: request.chatId, personId: request.personId };
  answer(db, to, { html: texts.pagesCaption(request.pages.length), file, forget: true }, now);
}

/** They could not be made: the texts came all the same. */
export function tellPagesMissing(db: Db, request: PagesRequest, now: Moment): void {
  answer(db, { chatId: request.chatId, personId: request.personId }, { html: texts.pagesMissing() }, now);
}
