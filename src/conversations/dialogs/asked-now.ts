import { openQuestion, type QuestionRow } from '../../db/questions.ts';
import { isStale } from '../reporting/incoming/stale.ts';
import type { Turn } from '../turn.ts';

/** The open question, unless it is administrative and of long ago: that takes no text any more. */
export function askedNow(turn: Turn): QuestionRow | undefined {
  const open = openQuestion(turn.db, turn.person.id);
  return open && isAdministrative(open) && isStale(turn, open) ? undefined : open;
}

/** Whether something administrative is asked: a text is its answer, whatever it says. */
export function isDeciding(turn: Turn): boolean {
  const asked = askedNow(turn);
  return asked !== undefined && isAdministrative(asked);
}

function isAdministrative({ kind }: QuestionRow): boolean {
  return kind === 'administration' || kind === 'import' || kind === 'leave';
}
