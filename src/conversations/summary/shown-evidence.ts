import { join } from 'node:path';
import { record } from '../../db/audit.ts';
import { type Evidence, evidenceById, storedEvidenceOf } from '../../db/evidence.ts';
import type { Db } from '../../db/open.ts';
import { isFileOnItsWay } from '../../db/outbox-rows.ts';
import { personById } from '../../db/people.ts';
import { activityById, plannedCut } from '../../db/plans.ts';
import { writeButton } from '../../domain/buttons.ts';
import type { Button, Html, Keyboard } from '../../domain/events.ts';
import * as texts from '../../texts/summary/evidence.ts';
import { inRows } from '../dialogs/keyboard.ts';
import { A_PAGE } from '../dialogs/list-pages.ts';
import { say, type Turn } from '../turn.ts';

const buttonsARow = 2;
/** The most characters that the links of a page may take: the rest of the activity needs room in the message too. */
const linksOfAPage = 500;

type Of = { readonly cutId: number; readonly activityId: number };

/**
 * The evidence of an activity's report: links as text, a button for each file.
 * @param page from 1; one that does not exist is the nearest one that does.
 * @param turning makes a button of another page.
 */
export function evidenceOf(
  db: Db,
  of: Of,
  page: number,
  turning: (text: string, to: number) => Button = (text, to) => pageButton(of, text, to),
): { readonly html: Html; readonly keyboard: Keyboard } {
  const all = storedEvidenceOf(db, of);
  const links = linkPages(all.flatMap((each) => each.url ?? []));
  const files = all.filter((each) => each.kind === 'file');
  const pages = Math.max(1, links.length, Math.ceil(files.length / A_PAGE));
  const shown = Math.min(Math.max(page, 1), pages);
  const buttons = files.map(
    (each, place): Button => ({
      text: texts.evidenceButtons.file(place + 1, extensionOf(each)),
      data: writeButton({ to: 'evidence', id: each.id }),
    }),
  );
  const rows = inRows(buttons.slice((shown - 1) * A_PAGE, shown * A_PAGE), buttonsARow);
  const others = [
    ...(shown > 1 ? [turning(texts.evidenceButtons.previous, shown - 1)] : []),
    ...(shown < pages ? [turning(texts.evidenceButtons.following, shown + 1)] : []),
  ];
  return {
    html: texts.evidenceShown({ amount: all.length, links: links[shown - 1] ?? [], page: shown, pages }),
    keyboard: others.length === 0 ? rows : [...rows, others],
  };
}

/** A file of evidence as a document, one at a time; nothing for what is not kept. */
export function sendEvidence(turn: Turn, id: number): void {
  const { db, context } = turn;
  const each = evidenceById(db, id);
  if (each?.state !== 'stored' || each.storedName === null) return;
  const activity = activityById(db, each.activityId);
  const planned = plannedCut(db, each.cutId);
  if (!activity || !planned) return;
  const path = join(context.filesPath, each.storedName);
  if (isFileOnItsWay(db, turn.chatId, path)) return;
  const html = texts.evidenceCaption({
    number: activity.number,
    cutDate: planned.cut.date,
    by: personById(db, each.personId)?.name ?? null,
    moment: each.moment,
  });
  const number = activity.number.replace(/[^A-Za-z0-9.-]+/g, '-').slice(0, 20);
  const name = `soporte_${number}_${planned.cut.date}_${each.id}.${extensionOf(each)}`;
  const by = { personId: turn.person.id };
  const of = { activityId: each.activityId, cutId: each.cutId };
  record(db, { at: turn.now, act: 'exported', by, ...of, after: { evidence: each.id } });
  say(turn, { html, file: { as: 'document', path, name } });
}

/** Links in their order, as many on a page as fit, at least one. */
function linkPages(links: readonly string[]): readonly (readonly string[])[] {
  const pages: string[][] = [];
  for (const link of links) {
    const last = pages.at(-1);
    const length = last?.reduce((sum, each) => sum + each.length + 1, link.length) ?? 0;
    if (last && length <= linksOfAPage) last.push(link);
    else pages.push([link]);
  }
  return pages;
}

function extensionOf({ storedName }: Evidence): string {
  return storedName?.split('.').at(-1) ?? '';
}

function pageButton(of: Of, text: string, page: number): Button {
  return { text, data: writeButton({ to: 'evidencePage', ...of, page }) };
}
