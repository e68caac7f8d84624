import type { Command } from 'commander';
import { type CorrectionRefusal, correctReport, voidReportOf } from '../actions/correct-report.ts';
import type { Db } from '../db/open.ts';
import { activitiesOfCut, type PlannedCut } from '../db/plans.ts';
import { figuresIn } from '../domain/answers/read-answer.ts';
import { measureOf } from '../domain/units.ts';
import { correctionDone } from '../texts/cli/correction.ts';
import { help } from '../texts/cli/help.ts';
import { correctionRefusals } from '../texts/review/corrections.ts';
import { shownMeasure } from '../texts/words/units.ts';
import { cutNamed, planKey } from './choose.ts';
import { printLine } from './print.ts';
import { writing } from './store.ts';
import { Refused, type Surroundings } from './surroundings.ts';

type Flags = {
  readonly plan?: string;
  readonly cut: string;
  readonly activity: string;
  readonly reason: string;
};
type CorrectFlags = Flags & { readonly progress: string; readonly observation: string };

/** `report correct`, `report void`: the same acts as in the chat, by the operator. */
export function correctionVerbs(report: Command, around: Surroundings): void {
  report
    .command('correct')
    .description(help.reportCorrect)
    .option('--plan <plan>', help.planOption)
    .requiredOption('--cut <corte>', help.cutOption)
    .requiredOption('--activity <número>', help.reportActivity)
    .requiredOption('--progress <avance>', help.reportProgress)
    .requiredOption('--observation <texto>', help.reportObservation)
    .requiredOption('--reason <motivo>', help.cutReason)
    .action((flags: CorrectFlags) => correct(around, flags));
  report
    .command('void')
    .description(help.reportVoid)
    .option('--plan <plan>', help.planOption)
    .requiredOption('--cut <corte>', help.cutOption)
    .requiredOption('--activity <número>', help.reportActivity)
    .requiredOption('--reason <motivo>', help.cutReason)
    .action((flags: Flags) => takeAway(around, flags));
}

async function correct(around: Surroundings, flags: CorrectFlags): Promise<void> {
  const now = around.clock.now();
  const line = await writing(around, (db) => {
    const planned = cutNamed(db, flags, now);
    const asked = {
      ...byOperator(flags),
      ...figureTyped(db, planned, flags),
      observation: flags.observation,
    };
    const result = correctReport(db, planned, asked, now);
    if (!result.ok) throw new Refused(refusalText(result.refusal));
    const { activity, before, after } = result;
    const of = { cut: planned.cut.number, plan: planKey(planned.plan), number: activity.number };
    const measure = shownMeasure(activity);
    return correctionDone.corrected(of, { ...before, measure }, { ...after, measure });
  });
  printLine(around, line);
}

/** `--progress`: a percentage, or where the activity has a measure an amount of it. */
function figureTyped(db: Db, planned: PlannedCut, flags: CorrectFlags) {
  const activity = activitiesOfCut(db, planned).find(({ number }) => number === flags.activity.trim());
  const [figure, other] = figuresIn(flags.progress, activity ? measureOf(activity) : null);
  if (figure === undefined) throw new Refused(correctionRefusals.progress);
  if (other !== undefined) {
    const measure = activity ? shownMeasure(activity) : null;
    const shown = [figure, other].map(({ tenths, amount }) => ({ progress: tenths, amount, measure }));
    throw new Refused(correctionDone.whichFigure(shown));
  }
  return { progress: figure.tenths, amount: figure.amount };
}

async function takeAway(around: Surroundings, flags: Flags): Promise<void> {
  const now = around.clock.now();
  const line = await writing(around, (db) => {
    const planned = cutNamed(db, flags, now);
    const result = voidReportOf(db, planned, byOperator(flags), now);
    if (!result.ok) throw new Refused(refusalText(result.refusal));
    const number = result.activity.number;
    return correctionDone.voided({ cut: planned.cut.number, plan: planKey(planned.plan), number });
  });
  printLine(around, line);
}

function byOperator(flags: Flags) {
  return { personId: null, number: flags.activity, reason: flags.reason, basedOn: null };
}

function refusalText(refusal: CorrectionRefusal): string {
  return correctionRefusals[refusal.why];
}
