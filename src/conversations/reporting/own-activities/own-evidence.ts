import { type Evidence, evidenceOfCuts } from '../../../db/evidence.ts';
import type { Button, Html } from '../../../domain/events.ts';
import { writeScreen } from '../../../domain/screens.ts';
import { nothing } from '../../../texts/html.ts';
import { ownEvidence, removeButton } from '../../../texts/reporting/my-activities.ts';
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
  const buttons = shown.map(
    (each, place): Button => ({
      text: removeButton(first + place),
      data: writeScreen('evremove', { evidenceId: each.id }),
    }),
  );
  return { html: ownEvidence(own.length, pieces), rows: mayRemove ? inRows(buttons, buttonsARow) : [] };
}

/** The extension of a kept file; null: it is on its way. */
function kindOf({ storedName }: Evidence): string | null {
  return storedName?.split('.').at(-1) ?? null;
}
