import { verificationConflict } from '../../actions/review-conflicts.ts';
import { verifyReport } from '../../actions/verify.ts';
import { type PlannedCut, plannedCut } from '../../db/plans.ts';
import type { Verdict } from '../../db/review.ts';
import { countUnverified, unverifiedActivities } from '../../db/unverified.ts';
import { numberAfter } from '../../domain/answer-words.ts';
import { figureAndWords } from '../../domain/answers/read-answer.ts';
import { yesOrNo } from '../../domain/answers/yes-or-no.ts';
import type { Html } from '../../domain/events.ts';
import { cleanReason } from '../../domain/reason.ts';
import { writeScreen } from '../../domain/screens.ts';
import {
  cutsToVerify,
  isVerifiable,
  reportToVerify,
  type ToVerify,
  unverified,
} from '../../summary/review/to-verify.ts';
import { nothing } from '../../texts/html.ts';
import { mayNotVerify } from '../../texts/review/approval-conflict.ts';
import * as texts from '../../texts/review/verification.ts';
import { refused } from '../allowed.ts';
import type { Dialog, Said, Tapped } from '../dialogs/dialog.ts';
import { finishStep } from '../dialogs/finish-step.ts';
import { screenButton } from '../dialogs/keyboard.ts';
import { pageButtons, pageOf } from '../dialogs/list-pages.ts';
import type { Screen } from '../dialogs/screen.ts';
import { type CutCommand, withCut } from '../summary/which-cut.ts';
import { follow, say, type Turn } from '../turn.ts';
import { askAll, keepListed, withRemarks } from './verify-all.ts';
import { numberedRemarks } from './verify-lines.ts';
import { askVerify, type VerifyData, verifyData } from './verify-step.ts';

/** `/verificar`, `/verificar marzo`: walks through the reports of a closed cut that wait for a verdict. */
export function startVerifying(turn: Turn, words: string): void {
  if (words === '') return showCuts(turn, 1);
  const to: CutCommand['to'] = (cutId) => ({
    to: 'screen',
    screen: 'verify',
    args: { cutId, activityId: null },
  });
  withCut(turn, words, { name: 'verificar', to }, (planned) => startWalk(turn, planned, null));
}

/** A cut, or with an activity that one report of it, also to change a verdict. */
export const verifyScreen: Screen<'verify'> = {
  needs: 'verify',
  show: (turn, { cutId, activityId }) => {
    const beside = { ...turn, tappedRow: null };
    const planned = plannedCut(turn.db, cutId);
    if (!planned) showCuts(beside, 1);
    else startWalk(beside, planned, activityId);
    return undefined;
  },
};

/** Another page of the cuts. */
export const verifyCutsScreen: Screen<'verifycuts'> = {
  needs: 'verify',
  show: (turn, { page }) => {
    showCuts(turn, page);
    return undefined;
  },
};

export const verifyDialog: Dialog<'verify'> = {
  needs: 'verify',
  hint: () => texts.hint(),
  answer: (turn, stored, said) => {
    const data = verifyData.parse(stored);
    const planned = plannedCut(turn.db, data.cutId);
    if (!planned || !mayWalk(turn, planned, (message) => finishStep(turn, message))) return true;
    if (data.step === 'all') return atAll(turn, planned, data, said);
    const of = reportToVerify(turn.db, planned, data.activityId);
    if (of?.report.id !== data.reportId) {
      if (of)
        again(
          turn,
          planned,
          of,
          { ...data, own: null, remark: null },
          texts.changedMeanwhile(of.activity.number),
        );
      else next(turn, planned, data, nothing);
      return true;
    }
    return said.by === 'tap'
      ? tapped(turn, planned, of, data, said)
      : typed(turn, planned, of, data, said.text);
  },
};

function showCuts(turn: Turn, page: number): void {
  const cuts = cutsToVerify(turn.db, turn.now);
  const [only] = cuts;
  if (!only) {
    say(turn, { html: texts.nothingToVerify() });
    return;
  }
  if (cuts.length === 1) return startWalk({ ...turn, tappedRow: null }, only.planned, null);
  const shown = pageOf(cuts, page);
  const plans = new Set(cuts.map(({ planned }) => planned.plan.id));
  const label = plans.size > 1 ? texts.verificationButtons.planCut : texts.verificationButtons.cut;
  follow(turn, {
    html: texts.whichToVerify(shown),
    keyboard: [
      ...shown.items.map(({ planned, left }) => [
        screenButton(label({ ...planned, left }), 'verify', { cutId: planned.cut.id, activityId: null }),
      ]),
      ...pageButtons(shown, (to) => writeScreen('verifycuts', { page: to })),
    ],
  });
}

/** Whether this person may verify this cut now; says why not. */
function mayWalk(turn: Turn, planned: PlannedCut, tell: (message: { html: Html }) => void): boolean {
  if (planned.window.opensAt > turn.now || !isVerifiable(planned, turn.now)) {
    tell({ html: texts.notClosedYet({ ...planned, closes: planned.window.closingDate }) });
    return false;
  }
  const conflict = verificationConflict(turn.db, planned.cut.id, turn.person.id);
  if (!conflict) return true;
  refused(turn, { screen: 'verify', cut: planned.cut.id, why: conflict.why });
  tell({ html: mayNotVerify({ ...planned, conflict }) });
  return false;
}

function startWalk(turn: Turn, planned: PlannedCut, activityId: number | null): void {
  if (!mayWalk(turn, planned, (message) => void say(turn, message))) return;
  const left = unverifiedActivities(turn.db, planned.cut.id);
  const one = activityId === null ? undefined : reportToVerify(turn.db, planned, activityId);
  const first = one ?? firstOf(turn, planned, left);
  if (!first) {
    say(turn, { html: texts.allVerified(planned) });
    return;
  }
  const total = left.includes(first.activity.id) ? left.length : 1;
  const walk = {
    cutId: planned.cut.id,
    place: 1,
    total,
    skipped: [],
    verified: 0,
    listed: [],
    remarks: [],
  };
  again(turn, planned, first, { ...walk, ...blank(first) }, nothing);
}

function blank({ activity, report }: ToVerify) {
  return {
    activityId: activity.id,
    reportId: report.id,
    own: null,
    remark: null,
    verdict: 'observed' as const,
    page: 1,
    step: 'report' as const,
  };
}

/** The report itself once more, with what is known so far. */
function again(turn: Turn, planned: PlannedCut, of: ToVerify, data: VerifyData, above: Html): void {
  askVerify(turn, planned, of, { ...data, reportId: of.report.id, step: 'report' }, above);
}

function tapped(
  turn: Turn,
  planned: PlannedCut,
  of: ToVerify,
  data: VerifyData,
  { answer }: Tapped<'verify'>,
): boolean {
  const page = numberAfter('e', answer);
  if (answer === 'all') askAll(turn, planned, data, nothing);
  else if (page !== undefined) again(turn, planned, of, { ...data, page }, nothing);
  else if (answer === 'ok') keep(turn, planned, of, data, 'endorsed');
  else if (answer === 'observe')
    askVerify(turn, planned, of, { ...data, verdict: 'observed', step: 'remark' }, nothing);
  else if (answer === 'ineffective')
    askVerify(turn, planned, of, { ...data, verdict: 'ineffective', step: 'remark' }, nothing);
  else if (answer === 'own') askVerify(turn, planned, of, { ...data, step: 'own' }, nothing);
  else if (answer === 'same') again(turn, planned, of, { ...data, own: null }, nothing);
  else if (answer === 'back') again(turn, planned, of, data, nothing);
  else if (answer === 'yes' && data.step === 'confirm' && data.remark !== null)
    keep(turn, planned, of, data, data.verdict);
  else if (answer === 'skip')
    next(turn, planned, { ...data, skipped: [...data.skipped, data.activityId] }, nothing);
  else if (answer === 'stop') stop(turn, planned, data, nothing);
  else return false;
  return true;
}

/** A yes or a no answers whether it is endorsed; a number is Control Interno's own percentage, words are its remark, and both may come at once. */
function typed(turn: Turn, planned: PlannedCut, of: ToVerify, data: VerifyData, text: string): boolean {
  const remarks = data.step === 'report' ? numberedRemarks(text, () => unverified(turn.db, planned)) : null;
  if (remarks !== null) {
    askAll(turn, planned, withRemarks(data, remarks), nothing);
    return true;
  }
  const word = data.step === 'report' ? yesOrNo(text) : null;
  if (word !== null) {
    if (word === 'yes') keep(turn, planned, of, data, 'endorsed');
    else askVerify(turn, planned, of, { ...data, verdict: 'observed', step: 'remark' }, nothing);
    return true;
  }
  const { progress, words } = figureAndWords(text);
  if (progress !== null && words === null && data.step !== 'remark') {
    again(turn, planned, of, { ...data, own: differing(of, progress) }, nothing);
    return true;
  }
  if (data.step === 'own' && progress === null) return false;
  const own = progress !== null && words !== null ? differing(of, progress) : data.own;
  const remark = cleanReason(words ?? text);
  if (remark === null) return false;
  if (data.step === 'remark') keep(turn, planned, of, { ...data, own, remark }, data.verdict);
  else askVerify(turn, planned, of, { ...data, own, remark, step: 'confirm' }, nothing);
  return true;
}

/** Under the list: a button, its yes or no in words, or one more remark with the number of its activity. */
function atAll(turn: Turn, planned: PlannedCut, data: VerifyData, said: Said<'verify'>): boolean {
  if (said.by === 'typed') {
    const remarks = numberedRemarks(said.text, () => unverified(turn.db, planned));
    if (remarks !== null) {
      askAll(turn, planned, withRemarks(data, remarks), nothing);
      return true;
    }
  }
  const answer = said.by === 'tap' ? said.answer : yesOrNo(said.text);
  if (answer === 'yes' || answer === 'observe') {
    const which = answer === 'yes' ? 'all' : 'remarks';
    const { above, verified } = keepListed(turn, planned, data, which);
    const after = { ...data, verified: data.verified + verified };
    if (which === 'all') stop(turn, planned, after, above);
    else goOn(turn, planned, after, above);
    return true;
  }
  if (answer !== 'back' && answer !== 'no') return false;
  goOn(turn, planned, data, nothing);
  return true;
}

/** Back from the list to the report that was open, or to the next one. */
function goOn(turn: Turn, planned: PlannedCut, data: VerifyData, above: Html): void {
  const walk = { ...data, listed: [], remarks: [] };
  const isOpen = unverifiedActivities(turn.db, planned.cut.id).includes(data.activityId);
  const open = isOpen ? reportToVerify(turn.db, planned, data.activityId) : undefined;
  if (open) again(turn, planned, open, { ...walk, own: null, remark: null }, above);
  else next(turn, planned, walk, above);
}

function differing({ report }: ToVerify, tenths: number): number | null {
  return tenths === report.progress ? null : tenths;
}

function keep(turn: Turn, planned: PlannedCut, of: ToVerify, data: VerifyData, verdict: Verdict): void {
  const remark = verdict === 'endorsed' ? null : data.remark;
  const said = { reportId: of.report.id, personId: turn.person.id, verdict, progress: data.own, remark };
  const done = verifyReport(turn.db, planned, said, turn.now);
  if (!done.ok) return askVerify(turn, planned, of, { ...data, step: 'remark' }, nothing);
  const above = texts.verified({ number: of.activity.number, verdict, own: data.own });
  next(turn, planned, { ...data, verified: data.verified + 1 }, above);
}

/** The next report of the walk; skipped ones are left for another time. */
function next(turn: Turn, planned: PlannedCut, data: VerifyData, above: Html): void {
  const left = unverifiedActivities(turn.db, planned.cut.id);
  const following = firstOf(
    turn,
    planned,
    left.filter((id) => !data.skipped.includes(id)),
  );
  if (!following || data.place >= data.total) return stop(turn, planned, data, above);
  again(turn, planned, following, { ...data, ...blank(following), place: data.place + 1 }, above);
}

function firstOf(turn: Turn, planned: PlannedCut, left: readonly number[]): ToVerify | undefined {
  const [first] = left;
  return first === undefined ? undefined : reportToVerify(turn.db, planned, first);
}

function stop(turn: Turn, planned: PlannedCut, { verified }: VerifyData, above: Html): void {
  const left = countUnverified(turn.db, planned.cut.id);
  finishStep(turn, { html: texts.walkOver({ ...planned, above, verified, left }) });
}
