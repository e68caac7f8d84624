import type { Db } from '../../db/open.ts';
import { announce, settle } from '../../db/outbox.ts';
import { hasKey, waitingRowsAbout } from '../../db/outbox-rows.ts';
import { type EnrolledPerson, isEnrolled, officeHolders, personById } from '../../db/people.ts';
import type { PlannedCut } from '../../db/plans.ts';
import type { Presentation } from '../../db/review.ts';
import { writeButton } from '../../domain/buttons.ts';
import type { Moment } from '../../domain/dates.ts';
import type { Button, Html, Keyboard } from '../../domain/events.ts';
import { writeScreen } from '../../domain/screens.ts';
import { cutSummary } from '../../summary/cut-summary.ts';
import { isTooLong, requestFiles } from '../../summary/file-request.ts';
import { summaryTexts } from '../../summary/message.ts';
import type { CutStanding } from '../../summary/review/standing.ts';
import { approvalButtons } from '../../texts/review/approval-buttons.ts';
import { changedForCoordinator, changedForMayor } from '../../texts/review/approval-changes.ts';
import { askApproval } from '../../texts/review/approving.ts';
import { summaryButtons } from '../../texts/summary/screens.ts';

/** *Aprobar* and *Devolver* of one presentation. */
export function approvalKeyboard(presentationId: number): Keyboard {
  return [
    [
      { text: approvalButtons.approve, data: writeScreen('approve', { presentationId }) },
      { text: approvalButtons.return, data: writeScreen('return', { presentationId }) },
    ],
  ];
}

/**
 * Asks whoever holds the mayor's office for the approval, once a person: the summary of what was presented with the
 * buttons, its picture and PDF after it. What an earlier presentation of the cut still had to say is not said.
 */
export function askMayor(
  db: Db,
  of: {
    readonly planned: PlannedCut;
    readonly presentation: Presentation;
    readonly entityName: string | null;
  },
  now: Moment,
): void {
  const { planned, presentation } = of;
  for (const mayor of officeHolders(db, 'mayor', now)) {
    const key = (place: number) => `presented:${presentation.id}:${mayor.id}:${place}`;
    if (hasKey(db, key(0))) continue;
    const cutId = planned.cut.id;
    const summary = cutSummary(db, cutId, now, of.entityName, { presentation: presentation.id });
    const first = askApproval({
      ...planned,
      by: personById(db, presentation.presentedBy)?.name ?? '',
      at: presentation.at,
      changes: summary.standing.kind === 'approved' ? summary.standing.changes : null,
    });
    const messages: readonly Html[] = [first, ...summaryTexts(summary)];
    messages.forEach((html, place) => {
      const keyboard = place === messages.length - 1 ? approvalKeyboard(presentation.id) : undefined;
      const message = keyboard ? { html, keyboard } : { html };
      announce(db, to(mayor), { kind: 'notice', key: key(place), message, now });
    });
    const formats = isTooLong(db, planned.plan.id, 'pdf')
      ? (['chart'] as const)
      : (['chart', 'pdf'] as const);
    const files = { cutId, ...to(mayor), as: 'summary' as const, presentation: presentation.id };
    requestFiles(db, files, formats, now);
  }
}

/** What was still to be said about a presentation is no longer so. */
export function endAsking(db: Db, presentationId: number, now: Moment): void {
  for (const what of ['presented', 'changed'])
    for (const row of waitingRowsAbout(db, `${what}:${presentationId}:`))
      settle(db, row.id, 'cancelled', 'superseded', now);
}

/** The mayor's decision, to the coordinators and whoever presented it. */
export function tellDecision(
  db: Db,
  of: {
    readonly planned: PlannedCut;
    readonly presentation: Presentation;
    readonly html: Html;
    readonly decidedBy: number;
    readonly files: boolean;
  },
  now: Moment,
): void {
  const presenter = personById(db, of.presentation.presentedBy);
  const people = [
    ...officeHolders(db, 'coordinator', now),
    ...(presenter && isEnrolled(presenter) ? [presenter] : []),
  ];
  for (const person of new Map(people.map((each) => [each.id, each])).values()) {
    if (person.id === of.decidedBy) continue;
    const key = `decided:${of.presentation.id}:${person.id}`;
    const message = of.files
      ? { html: of.html, keyboard: fileKeyboard(of.planned.cut.id) }
      : { html: of.html };
    announce(db, to(person), { kind: 'notice', key, message, now });
  }
}

/**
 * What was presented, or approved, is not what is stored any more: the mayor hears of it and the coordinators that it
 * is to be presented anew. Once a presentation and person.
 */
export function tellChanges(
  db: Db,
  planned: PlannedCut,
  standing: Extract<CutStanding, { kind: 'presented' | 'approved' }>,
  now: Moment,
): void {
  const current = standing.kind === 'approved' ? (standing.again ?? standing) : standing;
  const since = current === standing && standing.kind === 'approved' ? 'approval' : 'presentation';
  const { changes } = current;
  if (changes.length === 0) return;
  const cutId = planned.cut.id;
  const of = { ...planned, since, changes } as const;
  const see = { text: approvalButtons.changes, data: writeScreen('changes', { cutId }) };
  const tell = (person: EnrolledPerson & { readonly heldFrom: Moment }, html: Html, keyboard: Keyboard) => {
    const key = `changed:${current.by.id}:${person.id}`;
    announce(db, to(person), { kind: 'notice', key, message: { html, keyboard }, now });
  };
  const coordinators = officeHolders(db, 'coordinator', now);
  const mayors = officeHolders(db, 'mayor', now);
  for (const mayor of mayors) tell(mayor, changedForMayor(of), [[see]]);
  const again = [[{ text: approvalButtons.presentAgain, data: writeScreen('present', { cutId }) }], [see]];
  for (const each of coordinators) tell(each, changedForCoordinator(of), again);
}

function fileKeyboard(cutId: number): Keyboard {
  const file = (format: 'pdf' | 'xlsx'): Button => ({
    text: summaryButtons[format],
    data: writeButton({ to: 'file', cutId, format }),
  });
  return [[file('pdf'), file('xlsx')]];
}

function to(person: EnrolledPerson) {
  return { chatId: person.telegramUserId, personId: person.id };
}
