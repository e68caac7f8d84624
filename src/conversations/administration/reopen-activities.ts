import { type Activity, activitiesOf, type PlannedCut } from '../../db/plans.ts';
import { lastReportsOfCut } from '../../db/reports.ts';
import { isAsked } from '../../db/tasks.ts';
import { cutButtons } from '../../texts/cut-screens.ts';
import { listButtons } from '../../texts/my-activities.ts';
import * as texts from '../../texts/reopening.ts';
import type { Turn } from '../turn.ts';
import { inRows } from './cuts.ts';
import { askStep } from './dialog.ts';
import { pageOf } from './pages.ts';
import type { ReopenStep } from './reopen-step.ts';

/** What a cut asks, a page at a time, each with its state and a button that chooses it or not. */
export function activitiesStep(turn: Turn, planned: PlannedCut, at: ReopenStep): void {
  const all = asked(turn, planned);
  const reports = lastReportsOfCut(turn.db, planned.cut.id);
  const page = pageOf(all, at.page);
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
  const { reopenButtons } = texts;
  askStep(turn, { dialog: 'reopen', data: { ...at, page: page.page } }, (button) => ({
    html,
    keyboard: [
      ...inRows(
        page.items.map(({ id, number }) => button(reopenButtons.activity(number, chosen.has(id)), `a${id}`)),
        4,
      ),
      [
        ...(page.page > 1 ? [button(listButtons.previous, `p${page.page - 1}`)] : []),
        ...(page.page < page.pages ? [button(listButtons.following, `p${page.page + 1}`)] : []),
      ],
      [button(reopenButtons.all, 'all'), ...(chosen.size > 0 ? [button(reopenButtons.none, 'none')] : [])],
      ...(chosen.size > 0 ? [[button(reopenButtons.done, 'done')]] : []),
      [button(cutButtons.cancel, 'no')],
    ].filter((row) => row.length > 0),
  }));
}

/** Numbers as people list them: `2, 5 y 7`. Null when the text holds something else. */
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
    .filter((word) => word !== '');
  if (words.length === 0 || words.some((word) => !/^[\p{L}\p{N}.\-/]{1,12}$/u.test(word) || !/\d/.test(word)))
    return null;
  const all = asked(turn, planned);
  const found = words.map((word) => all.find((activity) => activity.number === word));
  const unknown = words.filter((_, place) => found[place] === undefined);
  if (unknown.length > 0) return { ok: false, unknown };
  return { ok: true, ids: [...new Set(found.flatMap((activity) => activity?.id ?? []))] };
}

function asked(turn: Turn, planned: PlannedCut): readonly Activity[] {
  return activitiesOf(turn.db, planned.plan.id).filter((activity) => isAsked(activity, planned, turn.now));
}
