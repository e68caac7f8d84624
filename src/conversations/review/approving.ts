import { z } from 'zod';
import { appointedAlone, approveCut, type Decidable, decidable } from '../../actions/approve.ts';
import { personById } from '../../db/people.ts';
import type { PlannedCut } from '../../db/plans.ts';
import { writeButton } from '../../domain/buttons.ts';
import type { Button, Message } from '../../domain/events.ts';
import { notifyDecided } from '../../notices/kinds/decided.ts';
import { approvalKeyboard, endAsking } from '../../notices/kinds/presented.ts';
import { cutSummary } from '../../summary/cut-summary.ts';
import { figureLines } from '../../summary/message.ts';
import { approvalButtons as buttons } from '../../texts/review/approval-buttons.ts';
import { changedSincePresented } from '../../texts/review/approval-changes.ts';
import { mayNotApprove } from '../../texts/review/approval-conflict.ts';
import * as texts from '../../texts/review/approving.ts';
import { summaryButtons } from '../../texts/summary/screens.ts';
import { refused } from '../allowed.ts';
import { askStep, type Dialog } from '../dialogs/dialog.ts';
import { finishStep } from '../dialogs/finish-step.ts';
import type { Screen } from '../dialogs/screen.ts';
import { say, type Turn } from '../turn.ts';

const stepData = z.object({ presentationId: z.number() });

/** *Aprobar*, under what was presented: asks once more; an old button says what holds. */
export const approveScreen: Screen<'approve'> = {
  needs: 'approve',
  show: (turn, { presentationId }) => {
    const beside = { ...turn, tappedRow: null };
    const found = decidable(turn.db, presentationId, turn.person.id, true);
    if (found.can) askToApprove(beside, found);
    else say(beside, whyNot(turn, found));
    return undefined;
  },
};

export const approveDialog: Dialog<'approve'> = {
  needs: 'approve',
  hint: () => texts.approveHint(),
  answer: (turn, data, said) => {
    if (said.by === 'typed') return false;
    const { presentationId } = stepData.parse(data);
    if (said.answer === 'no') finishStep(turn, { html: texts.notDecided() });
    else if (said.answer === 'yes') approve(turn, presentationId);
    else return false;
    return true;
  },
};

function askToApprove(turn: Turn, { planned, presentation }: Extract<Decidable, { can: true }>): void {
  const version = { presentation: presentation.id };
  const summary = cutSummary(turn.db, planned.cut.id, turn.now, turn.context.entityName, version);
  askStep(turn, { dialog: 'approve', data: { presentationId: presentation.id } }, (button) => ({
    html: texts.confirmApproval({
      ...planned,
      figures: figureLines(summary),
      by: nameOf(turn, presentation.presentedBy),
      at: presentation.at,
      appointedBy: appointerOf(turn),
    }),
    keyboard: [[{ ...button(buttons.yesApprove, 'yes'), style: 'success' }, button(buttons.notYet, 'no')]],
  }));
}

function approve(turn: Turn, presentationId: number): void {
  const done = approveCut(turn.db, { presentationId, personId: turn.person.id }, turn.now);
  if (!done.can) return finishStep(turn, whyNot(turn, done));
  const { planned, presentation } = done;
  endAsking(turn.db, presentation.id, turn.now);
  const html = texts.approvedNotice({
    ...planned,
    by: turn.person.name,
    appointedBy: appointerOf(turn),
  });
  notifyDecided(turn.db, { planned, presentation, html, decidedBy: turn.person.id, files: true }, turn.now);
  finishStep(turn, {
    html: texts.approved(planned),
    keyboard: [[fileButton(planned, 'pdf'), fileButton(planned, 'xlsx')]],
  });
}

/** What holds instead, for a presentation that cannot be approved or returned. */
export function whyNot(turn: Turn, found: Exclude<Decidable, { can: true }>): Message {
  switch (found.why) {
    case 'unknown':
      return { html: texts.unknownPresentation() };
    case 'superseded': {
      const { planned, latest } = found;
      const html = texts.superseded({ ...planned, at: latest.at });
      return latest.outcome === null ? { html, keyboard: approvalKeyboard(latest.id) } : { html };
    }
    case 'decided': {
      const { planned, presentation } = found;
      const { outcome, decidedBy, decidedAt } = presentation;
      const by = decidedBy === null ? '' : nameOf(turn, decidedBy);
      return {
        html: texts.alreadyDecided({ ...planned, outcome: outcome ?? 'approved', by, at: decidedAt ?? 0 }),
      };
    }
    case 'conflict':
      refused(turn, { screen: 'approve', cut: found.planned.cut.id, why: found.conflict.why });
      return { html: mayNotApprove({ ...found.planned, conflict: found.conflict }) };
    case 'changed':
      return { html: changedSincePresented({ ...found.planned, changes: found.changes }) };
  }
}

function appointerOf(turn: Turn): string | null {
  const by = appointedAlone(turn.db, turn.person.id);
  return by === null ? null : nameOf(turn, by);
}

function nameOf(turn: Turn, personId: number): string {
  return personById(turn.db, personId)?.name ?? '';
}

function fileButton({ cut }: PlannedCut, format: 'pdf' | 'xlsx'): Button {
  return { text: summaryButtons[format], data: writeButton({ to: 'file', cutId: cut.id, format }) };
}
