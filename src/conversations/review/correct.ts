import { z } from 'zod';
import { type CorrectionOf, cleanObservation, correctReport } from '../../actions/correct-report.ts';
import { type Activity, activityById, type PlannedCut, plannedCut } from '../../db/plans.ts';
import { lastReport, type Report } from '../../db/reports.ts';
import { numberAfter } from '../../domain/answer-words.ts';
import { figuresIn } from '../../domain/answers/read-answer.ts';
import { ANSWERS } from '../../domain/constants.ts';
import { activityAt } from '../../domain/plan-change.ts';
import { cleanReason } from '../../domain/reason.ts';
import { amountsOffered, amountToStore, type Counted, countedOf, measureOf } from '../../domain/units.ts';
import * as texts from '../../texts/review/corrections.ts';
import { shownMeasure } from '../../texts/words/units.ts';
import { askStep, type Dialog, type Said } from '../dialogs/dialog.ts';
import { finishStep } from '../dialogs/finish-step.ts';
import type { Screen } from '../dialogs/screen.ts';
import { say, type Turn } from '../turn.ts';

const tenths = z.number().int().min(0).max(1000);
const about = { activityId: z.number(), cutId: z.number(), basedOn: z.number() };
/** What is known so far; which step it is follows from it. */
const data = z.object({
  ...about,
  progress: tenths.nullable(),
  /** How many of the measure; left out or null: said as a percentage. */
  amount: z.number().nonnegative().nullable().optional(),
  observation: z.string().nullable(),
  reason: z.string().nullable(),
});
type Data = z.infer<typeof data>;

/** *Corregir por la entidad*, from the detail of an activity: percentage, observation, reason, and a last look. */
export const correctScreen: Screen<'correct'> = {
  needs: 'correctForOthers',
  show: (turn, { cutId, activityId }) => {
    const found = toCorrect(turn, { cutId, activityId });
    if (!found) say(turn, { html: texts.noSuchReport() });
    else {
      const basedOn = found.last.id;
      ask({ ...turn, tappedRow: null }, found, {
        activityId,
        cutId,
        basedOn,
        progress: null,
        observation: null,
        reason: null,
      });
    }
    return undefined;
  },
};

export const correctDialog: Dialog<'correct'> = {
  needs: 'correctForOthers',
  answer: (turn, stored, said) => {
    const known = data.parse(stored);
    const found = toCorrect(turn, known);
    if (!found) finishStep(turn, { html: texts.noSuchReport() });
    else if (said.by === 'tap' && said.answer === 'no')
      finishStep(turn, { html: texts.correctionDropped(asked(found)) });
    else return answerStep(turn, found, known, said);
    return true;
  },
  hint: () => texts.correctionHints.progress,
};

function answerStep(turn: Turn, found: Found, known: Data, said: Said<'correct'>): boolean {
  if (known.progress === null) return takeProgress(turn, found, known, said);
  if (known.observation === null) return takeObservation(turn, found, known, said);
  if (known.reason === null) {
    const reason = said.by === 'typed' ? cleanReason(said.text) : null;
    if (reason === null) return hinted(turn, said, texts.correctionHints.reason);
    ask(turn, found, { ...known, reason });
    return true;
  }
  const { progress, amount = null, observation, reason } = known;
  if (said.by === 'tap' && said.answer === 'yes')
    save(turn, found, known, { progress, amount, observation, reason });
  else return hinted(turn, said, texts.correctionHints.confirm);
  return true;
}

function takeProgress(turn: Turn, found: Found, known: Data, said: Said<'correct'>): boolean {
  const figures =
    said.by === 'typed' ? figuresIn(said.text, measureOf(found.activity)) : tappedFigure(found, said.answer);
  const [figure, other] = figures;
  if (figure === undefined || figure.tenths > 1000) return false;
  if (other !== undefined) {
    say(turn, { html: texts.whichFigure(shown(found, figure), shown(found, other)) });
    return true;
  }
  ask(turn, found, { ...known, progress: figure.tenths, amount: figure.amount });
  return true;
}

function tappedFigure({ activity, last }: Found, answer: string): readonly Counted[] {
  const measure = measureOf(activity);
  const amount = numberAfter('u', answer);
  if (amount !== undefined) return measure === null ? [] : [countedOf(amount, measure)];
  if (answer === 'stay') return [{ tenths: last.progress, amount: last.amount }];
  const tenths = numberAfter('p', answer);
  return tenths === undefined ? [] : [{ tenths, amount: null }];
}

/** A figure as it is shown before it is stored. */
function shown({ activity }: Found, { tenths, amount }: Counted) {
  return { progress: tenths, amount, measure: shownMeasure(activity) };
}

function takeObservation(turn: Turn, found: Found, known: Data, said: Said<'correct'>): boolean {
  const kept = said.by === 'tap' && said.answer === 'stay' ? found.last.observation : '';
  const observation = cleanObservation(said.by === 'typed' ? said.text : kept);
  if (observation === null) return hinted(turn, said, texts.correctionHints.observation);
  ask(turn, found, { ...known, observation });
  return true;
}

/** A typed text that is none of the step's is answered by what the step wants; a button does nothing. */
function hinted(turn: Turn, said: Said<'correct'>, hint: Parameters<typeof say>[1]['html']): boolean {
  if (said.by === 'typed') say(turn, { html: hint });
  return true;
}

function save(
  turn: Turn,
  found: Found,
  known: Data,
  after: {
    readonly progress: number;
    readonly amount: number | null;
    readonly observation: string;
    readonly reason: string;
  },
): void {
  const of: CorrectionOf = {
    personId: turn.person.id,
    number: found.activity.number,
    reason: after.reason,
    basedOn: known.basedOn,
  };
  const result = correctReport(turn.db, found.planned, { ...of, ...after }, turn.now);
  finishStep(turn, {
    html: result.ok
      ? texts.correctionDone({ ...asked(found), after: withMeasure(found, result.after) })
      : texts.correctionRefused(result.refusal.why),
  });
}

function ask(turn: Turn, found: Found, known: Data): void {
  const of = { ...asked(found), before: withMeasure(found, found.last) };
  const { progress, observation, reason } = known;
  const measure = measureOf(found.activity);
  const amount =
    progress === null ? null : amountToStore({ tenths: progress, amount: known.amount ?? null }, measure);
  const figure = { progress: progress ?? 0, amount, measure: shownMeasure(found.activity) };
  const { correctionButtons: buttons } = texts;
  askStep(turn, { dialog: 'correct', data: known }, (button) => {
    const cancel = [button(buttons.cancel, 'no')];
    if (progress === null) {
      const percentages = ANSWERS.percentageButtons.map((each) => button(String(each), `p${each * 10}`));
      const amounts = amountsOffered(measure).map((row) =>
        row.map((each) => button(String(each), `u${each}`)),
      );
      const choices = measure === null ? [percentages] : amounts;
      const stay = button(buttons.keepProgress(of.before), 'stay');
      return {
        html: texts.correctProgress({ ...of, units: measure }),
        keyboard: [...choices, [stay], cancel],
      };
    }
    if (observation === null) {
      const stay = found.last.observation === '' ? [] : [[button(buttons.keepText, 'stay')]];
      return { html: texts.correctObservation({ ...of, figure }), keyboard: [...stay, cancel] };
    }
    if (reason === null) return { html: texts.correctReason(of), keyboard: [cancel] };
    return {
      html: texts.confirmCorrection({ ...of, after: { ...figure, observation }, reason }),
      keyboard: [[button(buttons.yes, 'yes')], cancel],
    };
  });
}

export type Found = {
  readonly planned: PlannedCut;
  readonly activity: Activity;
  readonly last: Report;
};

/** What a button or a step names, if it has a report in a cut that has opened. */
export function toCorrect(
  turn: Turn,
  of: { readonly cutId: number; readonly activityId: number },
): Found | undefined {
  const planned = plannedCut(turn.db, of.cutId);
  const stored = activityById(turn.db, of.activityId);
  const activity = stored && planned && activityAt(stored, planned);
  if (!planned || activity?.planId !== planned.plan.id || planned.window.opensAt > turn.now) return undefined;
  const last = lastReport(turn.db, activity.id, planned.cut.id);
  return last && { planned, activity, last };
}

export function asked({ activity, planned }: Found) {
  return { number: activity.number, name: activity.name, cutDate: planned.cut.date };
}

/** A stored report as it is shown. */
export function withMeasure({ activity }: Pick<Found, 'activity'>, report: Report) {
  return { ...report, measure: shownMeasure(activity) };
}
