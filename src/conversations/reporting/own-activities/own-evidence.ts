import { type Evidence, evidenceOf } from '../../../db/evidence.ts';
import type { Button, Html, Keyboard } from '../../../domain/events.ts';
import { writeScreen } from '../../../domain/screens.ts';
import { lines as linesOf, nothing } from '../../../texts/html.ts';
import { olderStays, ownEvidence, removeButton, seeButton } from '../../../texts/reporting/my-activities.ts';
import { A_PAGE, pageButtons, pageOf } from '../../dialogs/list-pages.ts';
import type { Turn } from '../../turn.ts';
import type { About } from '../about.ts';
import { isOfThisEnrolment } from './may-remove.ts';

/** The files and links of this person for an activity, oldest first. */
export function ownEvidenceOf(turn: Turn, of: About): readonly Evidence[] {
  return evidenceOf(turn.db, of).filter((each) => each.personId === turn.person.id);
}

/** The page, from 1, of the piece at a place, from 0. */
export function pageOfPlace(place: number): number {
  return Math.floor(place / A_PAGE) + 1;
}

/**
 * Files and links one a line, with buttons that show each file and remove each piece while it may.
 * @param page from 1; null: the last one, with what was sent last
 */
export function ownEvidenceShown(
  turn: Turn,
  of: About,
  { mayRemove, page }: { readonly mayRemove: boolean; readonly page: number | null },
): { readonly html: Html; readonly rows: Keyboard } {
  const own = ownEvidenceOf(turn, of);
  if (own.length === 0) return { html: nothing, rows: [] };
  const shown = pageOf(own, page ?? own.length);
  const first = (shown.page - 1) * A_PAGE + 1;
  const lines = shown.items.map((each, place) => ({
    place: first + place,
    url: each.url,
    kind: kindOf(each),
  }));
  const rows = shown.items.map((each, place) =>
    isOfThisEnrolment(turn, each) ? buttonsOf(each, first + place, mayRemove) : [],
  );
  const hasOlder = mayRemove && shown.items.some((each) => !isOfThisEnrolment(turn, each));
  return {
    html: linesOf(ownEvidence(own.length, shown, lines), hasOlder ? olderStays() : nothing),
    rows: [
      ...rows.filter((row) => row.length > 0),
      ...pageButtons(shown, (to) =>
        writeScreen('evown', { cutId: of.cutId, activityId: of.activityId, page: to }),
      ),
    ],
  };
}

function buttonsOf(each: Evidence, place: number, mayRemove: boolean): readonly Button[] {
  const see = { text: seeButton(place), data: writeScreen('evsee', { evidenceId: each.id }) };
  const remove = { text: removeButton(place), data: writeScreen('evremove', { evidenceId: each.id }) };
  const isFile = each.kind === 'file' && each.state === 'stored';
  return [...(isFile ? [see] : []), ...(mayRemove ? [remove] : [])];
}

/** The extension of a kept file; null: it is on its way. */
function kindOf({ storedName }: Evidence): string | null {
  return storedName?.split('.').at(-1) ?? null;
}
