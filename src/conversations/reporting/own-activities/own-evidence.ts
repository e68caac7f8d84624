import { type Evidence, evidenceOfCuts } from '../../../db/evidence.ts';
import type { Button, Html } from '../../../domain/events.ts';
import { writeScreen } from '../../../domain/screens.ts';
import { lines, nothing } from '../../../texts/html.ts';
import { olderStays, ownEvidence, removeButton } from '../../../texts/reporting/my-activities.ts';
import { inRows } from '../../dialogs/keyboard.ts';
import type { Turn } from '../../turn.ts';
import type { About } from '../about.ts';

/** More pieces than this don't fit into one message. */
const mostShown = 12;
const buttonsARow = 3;

/** The files and links of this person for an activity: one a line, and a button that removes each while it may. */
export function ownEvidenceShown(
  turn: Turn,
  of: About,
  mayRemove: boolean,
): { readonly html: Html; readonly rows: readonly (readonly Button[])[] } {
  const own = evidenceOfCuts(turn.db, [of.cutId]).filter(
    (each) => each.activityId === of.activityId && each.personId === turn.person.id,
  );
  if (own.length === 0) return { html: nothing, rows: [] };
  const shown = own.slice(-mostShown);
  const first = own.length - shown.length + 1;
  const pieces = shown.map((each, place) => ({ place: first + place, url: each.url, kind: kindOf(each) }));
  const buttons = shown.flatMap((each, place): Button[] =>
    isOfThisEnrolment(turn, each)
      ? [{ text: removeButton(first + place), data: writeScreen('evremove', { evidenceId: each.id }) }]
      : [],
  );
  const hasOlder = mayRemove && buttons.length < shown.length;
  const html = lines(ownEvidence(own.length, pieces), hasOlder ? olderStays() : nothing);
  return { html, rows: mayRemove ? inRows(buttons, buttonsARow) : [] };
}

/** Somebody who comes in with another's invitation must not be able to remove what that person had sent. */
export function isOfThisEnrolment({ person }: Turn, { recordedAt }: Evidence): boolean {
  return recordedAt >= person.enrolledAt;
}

/** The extension of a kept file; null: it is on its way. */
function kindOf({ storedName }: Evidence): string | null {
  return storedName?.split('.').at(-1) ?? null;
}
