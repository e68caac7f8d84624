import { spansOf } from '../../db/assignments.ts';
import type { Db } from '../../db/open.ts';
import { personById } from '../../db/people.ts';
import { planById } from '../../db/plan-changes.ts';
import { activitiesOf, type Plan, positionsOf } from '../../db/plans.ts';
import type { Moment } from '../../domain/dates.ts';
import { covers } from '../../domain/spans.ts';
import { requestHandout } from '../../summary/handout-request.ts';
import { lastCutToFollow, namesYear, nextYearForm } from '../../summary/next-year.ts';
import * as texts from '../../texts/cuts/next-year.ts';
import { lastDayOf } from '../../texts/people/assign.ts';
import { screenButton } from '../dialogs/keyboard.ts';
import type { Screen } from '../dialogs/screen.ts';
import { follow } from '../turn.ts';

/** *Preparar 2023*: this year's plan as a draft of the next one, and who stays and who leaves. Nothing is stored. */
export const nextYearScreen: Screen<'nextyear'> = {
  needs: 'importPlan',
  show: (turn, { planId }) => {
    const { db, now, chatId, person } = turn;
    const plan = planById(db, planId);
    if (!plan) return undefined;
    const last = lastCutToFollow(db, planId);
    if (!last) {
      follow(turn, { html: texts.alreadyThere(plan) });
      return undefined;
    }
    requestHandout(db, { what: 'nextYear', cutId: last.cut.id, chatId, personId: person.id }, now);
    const html = texts.draftComes({
      plan,
      namesYear: namesYear(nextYearForm(db, last, now), plan.fiscalYear),
      positions: holdersOf(db, plan, now),
    });
    follow(turn, { html, keyboard: [[screenButton(texts.nextYearButtons.people, 'people', { page: 1 })]] });
    return undefined;
  },
};

/** The positions that the plan's present activities name, each with who holds it and until when that is known. */
function holdersOf(db: Db, plan: Plan, now: Moment): readonly texts.HeldPosition[] {
  const activities = activitiesOf(db, plan.id).filter(({ retiredAt }) => retiredAt === null);
  const positions = [
    ...positionsOf(
      db,
      activities.map(({ id }) => id),
    ).values(),
  ].flat();
  return [...new Map(positions.map((each) => [each.id, each])).values()].map(({ id, name }) => ({
    position: name,
    holders: spansOf(db, { positionId: id }, now)
      .filter((span) => covers(span, now))
      .map(({ personId, untilAt, contractEndsOn }) => ({
        name: personById(db, personId)?.name ?? '',
        until: untilAt === null ? contractEndsOn : lastDayOf(untilAt),
      })),
  }));
}
