import type { Keyboard } from '../../domain/events.ts';
import { approvalKeyboard } from '../../notices/kinds/presented.ts';
import type { CutSummary } from '../../summary/cut-summary.ts';
import { approvalButtons } from '../../texts/review/approval-buttons.ts';
import { verificationButtons } from '../../texts/review/verification.ts';
import { screenButton } from '../dialogs/keyboard.ts';
import type { Reader } from './reader.ts';

/** The buttons for approval and verification that this reader may use now. */
export function reviewKeyboard(summary: CutSummary, reader: Reader): Keyboard {
  const { standing, cut, rows } = summary;
  const waiting =
    standing.kind === 'presented' ? standing : standing.kind === 'approved' ? standing.again : null;
  const changes = standing.kind === 'presented' || standing.kind === 'approved' ? standing.changes.length : 0;
  const approvable = waiting !== null && waiting.changes.length === 0;
  const unverified = rows.some(({ report, verdict }) => report !== null && !verdict?.current);
  return [
    ...(reader.approves && approvable ? approvalKeyboard(waiting.by.id) : []),
    ...(changes > 0 ? [[screenButton(approvalButtons.changes, 'changes', { cutId: cut.id })]] : []),
    ...(reader.presents && isPresentable(summary, approvable)
      ? [[screenButton(presentLabel(summary), 'present', { cutId: cut.id })]]
      : []),
    ...(reader.verifies && isOver(summary) && unverified
      ? [[screenButton(verificationButtons.verify, 'verify', { cutId: cut.id, activityId: null })]]
      : []),
  ];
}

/**
 * Whether everything is reported or the cut is closed, and it neither waits for the mayor nor is approved unchanged.
 */
function isPresentable(summary: CutSummary, approvable: boolean): boolean {
  const { standing, plan, rows, missing, state } = summary;
  if (!plan.needsApproval || rows.length === 0 || approvable) return false;
  if (standing.kind === 'approved' && standing.changes.length === 0) return false;
  return state === 'closed' || missing.length === 0;
}

function presentLabel({ standing }: CutSummary): string {
  return standing.kind === 'preliminary' ? approvalButtons.presentToMayor : approvalButtons.presentAgain;
}

/** After the closing: in grace or later. */
export function isOver({ state }: Pick<CutSummary, 'state'>): boolean {
  return state === 'grace' || state === 'closed';
}
