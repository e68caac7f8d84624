import { z } from 'zod';
import type { ActivityChange } from '../../domain/plan-change.ts';
import { planChangeWords } from '../../notices/plan-change-words.ts';
import { acceptorsOf } from '../../summary/change-acceptors.ts';
import { cutButtons } from '../../texts/cuts/cut-screens.ts';
import * as texts from '../../texts/cuts/reformulation.ts';
import { askStep } from '../dialogs/dialog.ts';
import type { Turn } from '../turn.ts';

export const formStep = z.object({
  planId: z.number(),
  changes: z.array(z.custom<ActivityChange>()),
  /** The form also brings what is not part of a reformulation. */
  rest: z.boolean(),
  /** Null: it is being asked for. */
  why: z.string().nullable(),
});
export type FormStep = z.infer<typeof formStep>;

/** A corrected form as a reformulation: why, then whether it is asked for. */
export function askReformByForm(turn: Turn, at: FormStep): void {
  if (at.why === null)
    return askStep(turn, { dialog: 'reformform', data: at }, (button) => ({
      html: texts.whyReformByForm(at.changes.length),
      keyboard: [[button(cutButtons.cancel, 'no')]],
    }));
  const change = { ...at, why: at.why, askedBy: turn.person.id };
  askStep(turn, { dialog: 'reformform', data: at }, (button) => ({
    html: texts.askQuestion(
      planChangeWords(turn.db, change, turn.now),
      acceptorsOf(turn.db, change, turn.now),
      at.rest,
    ),
    keyboard: [[button(texts.reformButtons.yes, 'yes')], [button(cutButtons.cancel, 'no')]],
  }));
}
