import type { Task } from '../../db/tasks.ts';

/** One activity at one cut: what a question, a report or a file is about. */
export type About = { readonly activityId: number; readonly cutId: number };

/** The same of a stored question: both are null when it is about no single activity. */
type MaybeAbout = { readonly activityId: number | null; readonly cutId: number | null };

export function aboutOf(task: Pick<Task, 'activity' | 'cut'>): About {
  return { activityId: task.activity.id, cutId: task.cut.id };
}

/** What a stored question is about; null when it is about no single activity. */
export function aboutOfQuestion({ activityId, cutId }: MaybeAbout): About | null {
  return activityId === null || cutId === null ? null : { activityId, cutId };
}

export function isSame(a: MaybeAbout, b: About): boolean {
  return a.activityId === b.activityId && a.cutId === b.cutId;
}
