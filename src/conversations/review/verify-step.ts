import { z } from 'zod';
import { earlierReport } from '../../db/earlier-reports.ts';
import { personById } from '../../db/people.ts';
import type { PlannedCut } from '../../db/plans.ts';
import { countUnverified } from '../../db/unverified.ts';
import type { Html, Message } from '../../domain/events.ts';
import type { ToVerify } from '../../summary/review/to-verify.ts';
import { paragraphs } from '../../texts/html.ts';
import { evidencePackButtons } from '../../texts/publication/evidence-pack.ts';
import * as texts from '../../texts/review/verification.ts';
import { shownMeasure } from '../../texts/words/units.ts';
import { askStep, type StepButton } from '../dialogs/dialog.ts';
import { screenButton } from '../dialogs/keyboard.ts';
import { evidenceOf } from '../summary/shown-evidence.ts';
import type { Turn } from '../turn.ts';

const { verificationButtons: buttons } = texts;

export const verifyData = z.object({
  cutId: z.number(),
  activityId: z.number(),
  reportId: z.number(),
  /** From 1, of `total` reports that waited when the walk began. */
  place: z.number(),
  total: z.number(),
  /** Activities left for later in this walk. */
  skipped: z.array(z.number()),
  verified: z.number(),
  /** Control Interno's own percentage in whole tenths, said and not kept yet. */
  own: z.number().nullable(),
  remark: z.string().nullable(),
  /** What the remark is for; a step of before this choice existed observes. */
  verdict: z.enum(['observed', 'ineffective']).default('observed'),
  /** Page of the evidence. */
  page: z.number(),
  step: z.enum(['report', 'own', 'remark', 'confirm', 'all']),
  /** What *Avalar las que faltan* showed, and the remarks that were typed with the number of an activity. */
  listed: z.array(z.object({ activityId: z.number(), reportId: z.number() })).default([]),
  remarks: z
    .array(
      z.object({
        activityId: z.number(),
        reportId: z.number(),
        own: z.number().nullable(),
        remark: z.string(),
      }),
    )
    .default([]),
});
export type VerifyData = z.infer<typeof verifyData>;

/** Asks what a step wants, about one report; `above` is said first. */
export function askVerify(
  turn: Turn,
  planned: PlannedCut,
  of: ToVerify,
  data: VerifyData,
  above: Html,
): void {
  askStep(turn, { dialog: 'verify', data }, (button) => {
    const { html, ...rest } = messageOf(turn, planned, of, data, button);
    return { html: paragraphs(above, html), ...rest };
  });
}

function messageOf(
  turn: Turn,
  planned: PlannedCut,
  of: ToVerify,
  data: VerifyData,
  button: StepButton<'verify'>,
): Message {
  const { number } = of.activity;
  const { own, verdict } = data;
  switch (data.step) {
    case 'report':
    case 'all':
      return reportMessage(turn, planned, of, data, button);
    case 'own':
      return {
        html: texts.askOwnProgress({ number, ...of.report, measure: shownMeasure(of.activity) }),
        keyboard: [[button(buttons.sameProgress, 'same')], [button(buttons.back, 'back')]],
      };
    case 'remark':
      return { html: texts.askRemark({ number, own, verdict }), keyboard: [[button(buttons.back, 'back')]] };
    case 'confirm':
      return {
        html: texts.confirmRemark({ number, own, verdict, remark: data.remark ?? '' }),
        keyboard: [
          [
            button(verdict === 'ineffective' ? buttons.yesIneffective : buttons.yesObserve, 'yes'),
            button(buttons.back, 'back'),
          ],
        ],
      };
  }
}

function reportMessage(
  turn: Turn,
  planned: PlannedCut,
  { activity, report, earlier }: ToVerify,
  data: VerifyData,
  button: StepButton<'verify'>,
): Message {
  const { db } = turn;
  const ids = { cutId: planned.cut.id, activityId: activity.id };
  const evidence = evidenceOf(db, ids, data.page, (text, page) => button(text, `e${page}`));
  const before = earlierReport(db, activity, planned.cut.date);
  const html = texts.reportToVerify({
    ...planned,
    place: data.place,
    total: data.total,
    number: activity.number,
    name: activity.name,
    target: activity.target,
    progress: report.progress,
    amount: report.amount,
    measure: shownMeasure(activity),
    observation: report.observation,
    isLate: report.late,
    origin: report.origin,
    by: report.personId === null ? null : (personById(db, report.personId)?.name ?? null),
    moment: report.moment,
    before: before
      ? {
          cutDate: before.cutDate,
          progress: before.report.progress,
          amount: before.report.amount,
          measure: shownMeasure(activity),
        }
      : null,
    earlier: earlier ? { ...earlier, remark: earlier.remark ?? '', current: false } : null,
    evidence: evidence.html,
    own: data.own,
  });
  const left = countUnverified(db, planned.cut.id);
  return {
    html,
    keyboard: [
      ...evidence.keyboard,
      [button(buttons.endorse, 'ok'), button(buttons.observe, 'observe')],
      [button(buttons.ineffective, 'ineffective'), button(buttons.ownProgress, 'own')],
      ...(left > 1 ? [[button(buttons.endorseAll(left), 'all')]] : []),
      ...(data.place === 1
        ? [[screenButton(evidencePackButtons.open, 'evpack', { cutId: planned.cut.id, yes: false })]]
        : []),
      [button(buttons.skip, 'skip'), button(buttons.stop, 'stop')],
    ],
  };
}
