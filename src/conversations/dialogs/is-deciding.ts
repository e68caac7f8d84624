import { openQuestion } from '../../db/questions.ts';
import type { Turn } from '../turn.ts';

/** Whether something administrative is asked: a text is its answer, whatever it says. */
export function isDeciding({ db, person }: Turn): boolean {
  const open = openQuestion(db, person.id)?.kind;
  return open === 'administration' || open === 'import' || open === 'leave';
}
