import { suspendOpen } from '../../../db/questions.ts';
import { roundOf, saveRound } from '../../../db/rounds.ts';
import type { RoundItem } from '../../../db/schema/index.ts';
import { pendingTasksOf, type Task } from '../../../db/tasks.ts';
import type { Html } from '../../../domain/events.ts';
import { nothing, paragraphs } from '../../../texts/html.ts';
import * as texts from '../../../texts/reporting/reporting.ts';
import { sayAfterTap, type Turn } from '../../turn.ts';
import { aboutOf } from '../about.ts';
import { nothingNow } from '../not-now/not-now.ts';
import { pastActivities } from '../own-activities/past-activities.ts';
import { askNext } from './ask-next.ts';

/** Begins a round over everything pending, drafts first. An open question is suspended and asked again later. */
export function startRound(
  turn: Turn,
  before: Html = nothing,
  pending: readonly Task[] = pendingTasksOf(turn.db, turn.person.id, turn.now),
): void {
  if (pending.length === 0) {
    sayAfterTap(turn, { html: paragraphs(before, missed(turn), nothingNow(turn)) });
    return;
  }
  suspendOpen(turn.db, turn.person.id);
  saveRound(turn.db, turn.person.id, turn.now, asItems(pending));
  askNext(turn, { saved: null, before });
}

/** Without a round everything pending becomes one, so that what was not reported unasked is asked next. */
export function ensureRound(turn: Turn): void {
  const { db, person, now } = turn;
  if (roundOf(db, person.id)) return;
  saveRound(db, person.id, now, asItems(pendingTasksOf(db, person.id, now)));
}

function asItems(pending: readonly Task[]): readonly RoundItem[] {
  return pending.map((task) => ({ ...aboutOf(task), state: 'todo' as const }));
}

/** Tells a person who comes too late that the cut closed, instead of only that nothing is pending. */
function missed({ db, person, now }: Turn): Html {
  const unreported = pastActivities(db, person.id, now).find(({ report }) => report === undefined);
  return unreported ? texts.cutClosed(unreported.cut.date) : nothing;
}
