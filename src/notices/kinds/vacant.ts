import { rowByKey } from '../../db/announce.ts';
import type { Db } from '../../db/open.ts';
import type { PlannedCut } from '../../db/plans.ts';
import type { Moment } from '../../domain/dates.ts';
import { writeScreen } from '../../domain/screens.ts';
import { type VacantPosition, vacantPositions } from '../../texts/notices/reminders.ts';
import { vacantButtons } from '../../texts/people/vacant.ts';
import type { NoticeKind } from '../kind.ts';
import { noteKnown, noticeKey, notify, type Recipient } from '../notify.ts';

/** The vacant positions of an open cut. Goes to a coordinator (specification: Digests, Vacant positions). */
export const vacant: NoticeKind<'cutId'> = {
  name: 'vacant',
  about: ['cutId'],
  to: 'office',
  onEarlyClose: 'cancel',
};

/** Once per cut and coordinator. */
export function notifyVacant(
  db: Db,
  { plan, cut }: PlannedCut,
  positions: readonly VacantPosition[],
  to: readonly Recipient[],
  now: Moment,
): void {
  const html = vacantPositions({ plan, cutNumber: cut.number, positions });
  const data = writeScreen('vacant', { page: null });
  const keyboard = [[{ text: vacantButtons.open, data }]];
  for (const each of to) {
    const key = vacantKey(cut.id, each.id);
    notify(db, vacant, each, { key, about: { cutId: cut.id }, message: { html, keyboard }, now });
  }
}

/** Whether the vacant positions of a cut were told to a person, in any state. */
export function hadVacant(db: Db, cutId: number, personId: number): boolean {
  return rowByKey(db, vacantKey(cutId, personId)) !== undefined;
}

/** The digest of the opening day lists them already. */
export function noteVacantKnown(db: Db, cutId: number, to: Recipient, now: Moment): void {
  noteKnown(db, vacant, to, { key: vacantKey(cutId, to.id), about: { cutId }, now });
}

function vacantKey(cutId: number, personId: number): string {
  return noticeKey('vacant', cutId, personId);
}
