import type { Task } from '../../../db/tasks.ts';
import { beyondLimit } from '../../../texts/reporting/evidence.ts';
import { linkKnown } from '../../../texts/reporting/received.ts';
import { say, type Turn } from '../../turn.ts';
import { aboutOf } from '../about.ts';
import { confirmReceived } from './confirm.ts';
import { keepLinks } from './keep-links.ts';

/** A text that is nothing but links: keeps them and says so, with *Quitar*. */
export function takeLinks(turn: Turn, task: Task, links: readonly string[]): void {
  const { number } = task.activity;
  const { added, all } = keepLinks(turn, aboutOf(task), links);
  confirmReceived(turn, added);
  if (!all) say(turn, { html: beyondLimit(number, 'tooMany', turn.context.evidenceLimit) });
  else if (added.length === 0) say(turn, { html: linkKnown(number) });
}
