import { waitingChanges } from '../../db/asked-changes.ts';
import type { Db } from '../../db/open.ts';
import { personById } from '../../db/people.ts';
import { planById } from '../../db/plan-changes.ts';
import { type PlanVersion, versionsOf } from '../../db/plan-versions.ts';
import { activitiesOf, plannedCutsOf } from '../../db/plans.ts';
import { localDate } from '../../domain/dates.ts';
import { formDateOf } from '../../domain/programming.ts';
import { writeScreen } from '../../domain/screens.ts';
import * as texts from '../../texts/cuts/plan-changes.ts';
import { settingsButtons } from '../../texts/cuts/plan-settings.ts';
import { reformButtons } from '../../texts/cuts/reformulation.ts';
import { screenButton } from '../dialogs/keyboard.ts';
import { pageButtons, pageOf } from '../dialogs/list-pages.ts';
import { follow, type Turn } from '../turn.ts';
import { openButton } from './asked-changes.ts';
import { turnCuts } from './cuts.ts';

/** The versions of a plan and what each changed. */
export function showVersions(turn: Turn, planId: number, asked: number): void {
  const plan = planById(turn.db, planId);
  if (!plan) return turnCuts(turn, 1);
  const page = pageOf(shownVersions(turn.db, planId), asked);
  follow(turn, {
    html: texts.versionList({ plan, page: page.page, pages: page.pages, shown: page.items }),
    keyboard: [
      ...pageButtons(page, (to) => writeScreen('versions', { planId, page: to })),
      ...waitingChanges(turn.db)
        .filter((each) => each.planId === planId)
        .slice(0, 8)
        .map((each) => [openButton(turn, each)]),
      [screenButton(reformButtons.ask, 'reformwhich', { planId, page: 1 })],
      [screenButton(settingsButtons.back, 'settings', { planId })],
    ],
  });
}

function shownVersions(db: Db, planId: number): readonly texts.ShownVersion[] {
  const numbers = new Map(activitiesOf(db, planId).map(({ id, number }) => [id, number]));
  const dates = new Map(plannedCutsOf(db, [planId]).map(({ cut }) => [formDateOf(cut), cut.date]));
  const nameOf = (id: number) => personById(db, id)?.name ?? '';
  return versionsOf(db, planId).map(({ number, acceptedAt, personId, ...version }) => ({
    number,
    on: localDate(acceptedAt),
    by: personId === null ? null : nameOf(personId),
    later: laterPart(version, { numbers, dates, nameOf }),
  }));
}

function laterPart(
  { fromDate, change }: Pick<PlanVersion, 'fromDate' | 'change'>,
  known: {
    readonly numbers: ReadonlyMap<number, string>;
    readonly dates: ReadonlyMap<string, string>;
    readonly nameOf: (id: number) => string;
  },
): texts.ShownVersion['later'] {
  if (fromDate === null || change === null) return null;
  return {
    from: known.dates.get(fromDate) ?? fromDate,
    askedBy: known.nameOf(change.askedBy),
    why: change.why,
    changes: change.changes.map((each) => ({
      number: known.numbers.get(each.activityId) ?? '',
      change: each,
    })),
  };
}
