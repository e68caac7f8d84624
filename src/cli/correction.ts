import type { Command } from 'commander';
import { type CorrectionRefusal, correctReport, voidReportOf } from '../actions/correct-report.ts';
import { percentageIn } from '../domain/answers/read-answer.ts';
import { correctionDone } from '../texts/cli/correction.ts';
import { help } from '../texts/cli/help.ts';
import { correctionRefusals } from '../texts/review/corrections.ts';
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
  const progress = percentageIn(flags.progress);
  if (progress === null) throw new Refused(correctionRefusals.progress);
  const line = await writing(around, (db) => {
    const planned = cutNamed(db, flags, now);
    const asked = { ...byOperator(flags), progress, observation: flags.observation };
    const result = correctReport(db, planned, asked, now);
    if (!result.ok) throw new Refused(refusalText(result.refusal));
    const { activity, before, after } = result;
    const of = { cut: planned.cut.number, plan: planKey(planned.plan), number: activity.number };
    return correctionDone.corrected(of, before.progress, after.progress);
  });
  printLine(around, line);
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
