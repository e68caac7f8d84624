import { plannedCut } from '../../db/plans.ts';
import { cutSummary } from '../../summary/cut-summary.ts';
import { splitAtLines } from '../../summary/split-at-lines.ts';
import * as texts from '../../texts/review/approval-changes.ts';
import { rounded } from '../../texts/summary/summary.ts';
import type { Screen } from '../dialogs/screen.ts';
import { say } from '../turn.ts';

/** *Ver los cambios*: what is different from what was presented last, or approved, and the figure with it. */
export const changesScreen: Screen<'changes'> = {
  needs: 'summary',
  show: (turn, { cutId }) => {
    const planned = plannedCut(turn.db, cutId);
    if (!planned || planned.window.opensAt > turn.now) return undefined;
    const beside = { ...turn, tappedRow: null };
    const { standing, overall } = cutSummary(turn.db, cutId, turn.now, turn.context.entityName, 'now');
    const compared = standing.kind === 'approved' || standing.kind === 'presented' ? standing : null;
    if (!compared || compared.changes.length === 0) {
      say(beside, { html: texts.noChanges(planned) });
      return undefined;
    }
    const html = texts.changesSince({
      ...planned,
      since: standing.kind === 'approved' ? 'approval' : 'presentation',
      changes: compared.changes,
      figure: overall === null ? '—' : rounded(overall),
    });
    for (const part of splitAtLines([html])) say(beside, { html: part });
    return undefined;
  },
};
