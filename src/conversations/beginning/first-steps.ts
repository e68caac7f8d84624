import { activitiesPerPosition, heldPositions } from '../../db/assignments.ts';
import type { Db } from '../../db/open.ts';
import { enrolledPositions } from '../../db/people.ts';
import { allPlans } from '../../db/plans.ts';
import type { Moment } from '../../domain/dates.ts';
import type { Button, Message } from '../../domain/events.ts';
import { giveButton } from '../../domain/give-button.ts';
import * as texts from '../../texts/beginning/first-steps.ts';
import { screenButton } from '../dialogs/keyboard.ts';
import { say, type Turn } from '../turn.ts';
import { nextReminder } from './rehearsal.ts';

/** `/inicio`: plan, people and rehearsal, with what is done already. */
export function firstSteps(db: Db, now: Moment): Message {
  const steps = stepsOf(db, now);
  const { form, invite, rehearsal } = texts.firstStepsButtons;
  const button: Button =
    steps.plan === null ? screenButton(form, 'sendform', {}) : giveButton(invite, 'invite', 'nothing', 0);
  return {
    html: texts.firstSteps(steps),
    keyboard: [[button], ...(steps.plan === null ? [] : [[screenButton(rehearsal, 'rehearsal', {})]])],
  };
}

/** Whether nobody is responsible for anything yet: then the bot shows the steps by itself. */
export function isBeginning(db: Db, now: Moment): boolean {
  return heldPositions(db, now).length === 0;
}

/** Does something, and shows the steps again when somebody is responsible for the first time. */
export function leadingOn(turn: Turn, act: () => void): void {
  const began = isBeginning(turn.db, turn.now);
  act();
  if (began && !isBeginning(turn.db, turn.now)) say(turn, firstSteps(turn.db, turn.now));
}

function stepsOf(db: Db, now: Moment): texts.FirstSteps {
  const needed = [...activitiesPerPosition(db)].flatMap(([id, activities]) => (activities > 0 ? [id] : []));
  const held = new Set(heldPositions(db, now).map(({ positionId }) => positionId));
  const enrolled = enrolledPositions(db, now);
  return {
    plan: allPlans(db).at(-1) ?? null,
    positions: needed.length,
    held: needed.filter((id) => held.has(id)).length,
    enrolled: needed.filter((id) => enrolled.has(id)).length,
    reminderAt: nextReminder(db, now)?.at ?? null,
  };
}
