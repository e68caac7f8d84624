import { z } from 'zod';
import { voidReportOf } from '../../actions/correct-report.ts';
import { takesReports } from '../../domain/calendar.ts';
import { localDate } from '../../domain/dates.ts';
import { cleanReason } from '../../domain/reason.ts';
import * as texts from '../../texts/review/corrections.ts';
import { askStep, type Dialog } from '../dialogs/dialog.ts';
import { finishStep } from '../dialogs/finish-step.ts';
import type { Screen } from '../dialogs/screen.ts';
import { say, type Turn } from '../turn.ts';
import { asked, type Found, toCorrect } from './correct.ts';

const data = z.object({
  activityId: z.number(),
  cutId: z.number(),
  basedOn: z.number(),
  reason: z.string().nullable(),
});
type Data = z.infer<typeof data>;

/** *Anular*, from the detail of an activity: the reason, what follows from it, and a last look. */
export const voidScreen: Screen<'void'> = {
  needs: 'correctForOthers',
  show: (turn, { cutId, activityId }) => {
    const found = toCorrect(turn, { cutId, activityId });
    if (!found) say(turn, { html: texts.noSuchReport() });
    else
      ask({ ...turn, tappedRow: null }, found, { activityId, cutId, basedOn: found.last.id, reason: null });
    return undefined;
  },
};

export const voidDialog: Dialog<'void'> = {
  needs: 'correctForOthers',
  answer: (turn, stored, said) => {
    const known = data.parse(stored);
    const found = toCorrect(turn, known);
    const answer = said.by === 'tap' ? said.answer : null;
    if (!found) finishStep(turn, { html: texts.noSuchReport() });
    else if (answer === 'no') finishStep(turn, { html: texts.correctionDropped(asked(found)) });
    else if (known.reason === null) {
      const reason = said.by === 'typed' ? cleanReason(said.text) : null;
      if (reason === null) return false;
      ask(turn, found, { ...known, reason });
    } else if (answer === 'yes') save(turn, found, { ...known, reason: known.reason });
    else if (said.by === 'typed') say(turn, { html: texts.correctionHints.confirm });
    return true;
  },
  hint: () => texts.correctionHints.reason,
};

function save(turn: Turn, found: Found, known: Data & { readonly reason: string }): void {
  const { reason, basedOn } = known;
  const of = { personId: turn.person.id, number: found.activity.number, reason, basedOn };
  const result = voidReportOf(turn.db, found.planned, of, turn.now);
  finishStep(turn, {
    html: result.ok ? texts.voidDone(asked(found)) : texts.correctionRefused(result.refusal.why),
  });
}

function ask(turn: Turn, found: Found, known: Data): void {
  const { planned, activity, last } = found;
  const of = { ...asked(found), before: last };
  const { reason } = known;
  const takes = takesReports(planned.window, planned.acts, activity.id, turn.now);
  const until = takes.takes ? localDate(takes.until - 1) : null;
  askStep(turn, { dialog: 'void', data: known }, (button) => {
    const cancel = [button(texts.correctionButtons.dontVoid, 'no')];
    return reason === null
      ? { html: texts.voidReason(of), keyboard: [cancel] }
      : {
          html: texts.confirmVoid({ ...of, reason, until }),
          keyboard: [[button(texts.correctionButtons.yesVoid, 'yes')], cancel],
        };
  });
}
