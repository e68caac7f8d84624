import { dropDraft } from '../../../db/drafts.ts';
import { closeQuestionsAbout } from '../../../db/questions.ts';
import { addReport, type Report } from '../../../db/reports.ts';
import { roundOf, saveRound } from '../../../db/rounds.ts';
import type { RoundItem } from '../../../db/schema/index.ts';
import type { Task } from '../../../db/tasks.ts';
import { linksIn } from '../../../domain/links.ts';
import { amountToStore, measureOf } from '../../../domain/units.ts';
import { rememberAccount } from '../../enrolment/account.ts';
import type { Turn } from '../../turn.ts';
import { aboutOf } from '../about.ts';
import { keepLinks } from '../evidence/keep-links.ts';
import { mark } from '../round/items.ts';
import { notifyOthers } from './notify-others.ts';

/**
 * Stores a whole report of this person, closes what is asked about it, and tells those who share the activity.
 * @returns what was stored, and the round under way as it is now
 */
export function storeReport(
  turn: Turn,
  task: Task,
  report: {
    readonly progress: number;
    /** Null: said as a percentage; whole units of the measure are stored with it. */
    readonly amount: number | null;
    readonly observation: string;
  },
): { readonly report: Report; readonly items: readonly RoundItem[] } {
  const { db, now, moment, person } = turn;
  const about = aboutOf(task);
  rememberAccount(turn);
  const stored = addReport(db, {
    ...about,
    ...report,
    amount: amountToStore({ tenths: report.progress, amount: report.amount }, measureOf(task.activity)),
    origin: task.forPosition === null ? 'chat' : 'planning',
    personId: person.id,
    moment,
    recordedAt: now,
    late: task.late,
  });
  keepLinks(turn, about, linksIn(report.observation));
  if (task.draft) dropDraft(db, person.id, about.activityId, about.cutId);
  closeQuestionsAbout(db, person.id, about, now);
  const round = roundOf(db, person.id);
  const items = mark(round?.items ?? [], about, 'done');
  if (round) saveRound(db, person.id, round.startedAt, items);
  notifyOthers(turn, task, stored);
  return { report: stored, items };
}
