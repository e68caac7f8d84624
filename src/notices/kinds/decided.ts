import type { Db } from '../../db/open.ts';
import { isEnrolled, officeHolders, personById } from '../../db/people.ts';
import type { PlannedCut } from '../../db/plans.ts';
import type { Presentation } from '../../db/review.ts';
import { writeButton } from '../../domain/buttons.ts';
import type { Moment } from '../../domain/dates.ts';
import type { Button, Html } from '../../domain/events.ts';
import { summaryButtons } from '../../texts/summary/screens.ts';
import type { NoticeKind } from '../kind.ts';
import { noticeKey, notify } from '../notify.ts';

/** The mayor approved or returned a cut. Goes to the coordinators and to the person who presented it. */
export const decided: NoticeKind<'presentationId'> = {
  name: 'decided',
  about: ['presentationId'],
  to: 'office',
};

export function notifyDecided(
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
  const { html, presentation } = of;
  const presenter = personById(db, presentation.presentedBy);
  const people = [
    ...officeHolders(db, 'coordinator', now),
    ...(presenter && isEnrolled(presenter) ? [presenter] : []),
  ];
  const file = (format: 'pdf' | 'xlsx'): Button => ({
    text: summaryButtons[format],
    data: writeButton({ to: 'file', cutId: of.planned.cut.id, format }),
  });
  const message = of.files ? { html, keyboard: [[file('pdf'), file('xlsx')]] } : { html };
  for (const person of new Map(people.map((each) => [each.id, each])).values()) {
    if (person.id === of.decidedBy) continue;
    const key = noticeKey('decided', presentation.id, person.id);
    notify(db, decided, person, { key, about: { presentationId: presentation.id }, message, now });
  }
}
