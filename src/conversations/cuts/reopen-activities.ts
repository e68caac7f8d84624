import type { PlannedCut } from '../../db/plans.ts';
import { lastReportsAmong } from '../../db/reports.ts';
import { askedActivities, isAsked } from '../../db/tasks.ts';
import { shortActivitiesNumbered } from '../../db/without-texts.ts';
import * as texts from '../../texts/cuts/reopening.ts';
import { choiceRows, toggles } from '../dialogs/activity-choice.ts';
import { askStep } from '../dialogs/dialog.ts';
import { inRows } from '../dialogs/keyboard.ts';
import { pageOf } from '../dialogs/list-pages.ts';
import type { Turn } from '../turn.ts';
import type { ReopenStep } from './reopen-step.ts';

/** What a cut asks, a page at a time, each with its state and a button that chooses it or not. */
export function activitiesStep(turn: Turn, planned: PlannedCut, at: ReopenStep): void {
  const all = askedActivities(turn.db, planned, turn.now);
  const page = pageOf(all, at.page);
  const reports = lastReportsAmong(
    turn.db,
    page.items.map(({ id }) => id),
    planned.cut.id,
  );
  const chosen = new Set(at.chosen);
  const html = texts.whichActivities({
    plan: planned.plan,
    cutNumber: planned.cut.number,
    page: page.page,
    pages: page.pages,
    shown: page.items.map((activity) => ({
      number: activity.number,
      name: activity.name,
      progress: reports.get(activity.id)?.progress ?? null,
      chosen: chosen.has(activity.id),
    })),
    chosen: all.filter((activity) => chosen.has(activity.id)).map((activity) => activity.number),
  });
  askStep(turn, { dialog: 'reopen', data: { ...at, page: page.page } }, (button) => ({
    html,
    keyboard: [
      ...inRows(
        page.items.map(({ id, number }) =>
          button(texts.reopenButtons.activity(number, chosen.has(id)), toggles(id)),
        ),
        4,
      ),
      ...choiceRows(page, at, button),
    ],
  }));
}

/** Numbers as people list them: `2, 5 y 7`, `la 2 y la 5`. Null when the text holds something else. */
export function typedNumbers(
  turn: Turn,
  planned: PlannedCut,
  text: string,
):
  | { readonly ok: true; readonly ids: readonly number[] }
  | { readonly ok: false; readonly unknown: readonly string[] }
  | null {
  const words = text
    .replace(/n\.?\s*º|n\.\s*°|#/giu, ' ')
    .split(/[\s,;]+|\by\b/iu)
    .filter((word) => word !== '' && !/^(?:las?|actividad(?:es)?)$/iu.test(word));
  if (words.length === 0 || words.some((word) => !/^[\p{L}\p{N}.\-/]{1,12}$/u.test(word) || !/\d/.test(word)))
    return null;
  const named = shortActivitiesNumbered(turn.db, planned, words);
  const all = named.filter((activity) => isAsked(activity, planned, turn.now));
  const found = words.map((word) => all.find((activity) => activity.number === word));
  const unknown = words.filter((_, place) => found[place] === undefined);
  if (unknown.length > 0) return { ok: false, unknown };
  return { ok: true, ids: [...new Set(found.flatMap((activity) => activity?.id ?? []))] };
}
