import { endorseAll, verifyReport } from '../../actions/verify.ts';
import { evidenceOfCuts } from '../../db/evidence.ts';
import type { PlannedCut } from '../../db/plans.ts';
import type { Html } from '../../domain/events.ts';
import { unverified } from '../../summary/review/to-verify.ts';
import { paragraphs } from '../../texts/html.ts';
import { verificationButtons as buttons } from '../../texts/review/verification.ts';
import * as texts from '../../texts/review/verify-all.ts';
import { shownMeasure } from '../../texts/words/units.ts';
import { askStep } from '../dialogs/dialog.ts';
import type { Turn } from '../turn.ts';
import type { NumberedRemark } from './verify-lines.ts';
import type { VerifyData } from './verify-step.ts';

/** Shows every report that waits: those that are observed with their words, and those that would be endorsed. */
export function askAll(turn: Turn, planned: PlannedCut, data: VerifyData, above: Html): void {
  const left = unverified(turn.db, planned);
  const evidence = Map.groupBy(evidenceOfCuts(turn.db, [planned.cut.id]), (each) => each.activityId);
  const remarks = data.remarks.filter((each) => left.some(({ report }) => report.id === each.reportId));
  const all = left.map(({ activity, report }) => {
    const said = remarks.find((each) => each.reportId === report.id);
    return {
      number: activity.number,
      reported: { ...report, measure: shownMeasure(activity) },
      observation: report.observation,
      evidence: evidence.get(activity.id)?.length ?? 0,
      said: said === undefined ? null : { own: said.own, remark: said.remark },
    };
  });
  const listed = left.map(({ activity, report }) => ({ activityId: activity.id, reportId: report.id }));
  askStep(turn, { dialog: 'verify', data: { ...data, step: 'all', listed, remarks } }, (button) => ({
    html: paragraphs(above, texts.allQuestion({ ...planned, all })),
    keyboard: [
      [button(buttons.yesAll(left.length, remarks.length), 'yes')],
      ...(remarks.length > 0 && remarks.length < left.length
        ? [[button(buttons.onlyRemarks(remarks.length), 'observe')]]
        : []),
      [button(buttons.back, 'back')],
    ],
  }));
}

/** What the data of the step holds with these remarks too; a later one on the same report takes the place. */
export function withRemarks(data: VerifyData, remarks: readonly NumberedRemark[]): VerifyData {
  const said = remarks.map(({ of: { activity, report }, own, remark }) => ({
    activityId: activity.id,
    reportId: report.id,
    own: own === report.progress ? null : own,
    remark,
  }));
  const others = data.remarks.filter(
    (each) => !said.some(({ activityId }) => activityId === each.activityId),
  );
  return { ...data, remarks: [...others, ...said] };
}

/**
 * Stores what was listed: the remarks, and as endorsed the rest, or only the remarks. A report that changed since is left.
 * @returns what is said of it, and how many were verified
 */
export function keepListed(
  turn: Turn,
  planned: PlannedCut,
  { listed, remarks }: VerifyData,
  which: 'all' | 'remarks',
): { readonly above: Html; readonly verified: number } {
  const { db, person, now } = turn;
  const observed = remarks.filter(({ reportId, own, remark }) => {
    const said = { verdict: 'observed', progress: own, remark, personId: person.id } as const;
    return verifyReport(db, planned, { reportId, ...said }, now).ok;
  });
  const rest = listed.filter(({ reportId }) => !remarks.some((each) => each.reportId === reportId));
  const done =
    which === 'remarks' ? null : endorseAll(db, planned, { listed: rest, personId: person.id }, now);
  const endorsed = done?.ok ? done.endorsed.length : 0;
  const asked = which === 'remarks' ? remarks.length : listed.length;
  const verified = observed.length + endorsed;
  return {
    above: texts.keptAll({ endorsed, observed: observed.length, changed: asked - verified }),
    verified,
  };
}
