import { reportableTask } from '../../../actions/reportable.ts';
import { evidenceOfAlbum } from '../../../db/evidence.ts';
import { activityById } from '../../../db/plans.ts';
import { lastQuestionOf, openQuestion, type QuestionRow } from '../../../db/questions.ts';
import { firstOfAlbum } from '../../../db/received.ts';
import type { Event } from '../../../domain/events.ts';
import * as texts from '../../../texts/reporting/evidence.ts';
import { say, type Turn } from '../../turn.ts';
import { type About, aboutOfQuestion, isSame } from '../about.ts';
import { isReported } from '../early/add-to-report.ts';
import { isPlainWords } from '../early/plain-words.ts';
import { askForWhich, sayAdded } from '../early/take-early.ts';
import { joinWhose, readWhoseQuestion } from './whose-question.ts';

/**
 * The activity of the first item of an album that this file is an item of, also when that item was not kept; `ofNone`:
 * the person just said that the album is of none; null: it is no item, or the first one.
 */
export function albumOf(
  turn: Turn,
  { mediaGroupId }: Pick<Extract<Event, { kind: 'file' }>, 'mediaGroupId'>,
): About | 'ofNone' | null {
  if (mediaGroupId === null) return null;
  const kept = evidenceOfAlbum(turn.db, turn.person.id, mediaGroupId);
  const first = kept ?? firstOfAlbum(turn.db, turn.chatId, mediaGroupId);
  const about = first ? aboutOfQuestion(first) : null;
  return about ?? (isOfRefused(turn, mediaGroupId) ? 'ofNone' : null);
}

function isOfRefused(turn: Turn, mediaGroupId: string): boolean {
  const asked = lastQuestionOf(turn.db, turn.person.id, 'evidence');
  if (asked?.state !== 'closed') return false;
  return readWhoseQuestion(asked.payload).files.some((file) => file.mediaGroupId === mediaGroupId);
}

/**
 * A caption of an album is about the activity of its first item: it answers the open question of that activity, or is
 * added to its report, or asked about. @returns whether it answers the open question
 */
export function albumCaptionAnswers(turn: Turn, about: About | 'ofNone', caption: string): boolean {
  if (about === 'ofNone') {
    say(turn, { html: texts.notFiled('text') });
    return false;
  }
  const open = openQuestion(turn.db, turn.person.id);
  if (open && isSame(open, about)) return true;
  const task = reportableTask(turn.db, turn.person.id, about, turn.moment);
  if (!task) {
    say(turn, { html: texts.tooLate(activityById(turn.db, about.activityId)?.number ?? '', 'text') });
    return false;
  }
  const isOwn = task.report?.personId === turn.person.id;
  if (isOwn && isReported(task) && isPlainWords(caption) && sayAdded(turn, task, caption, open)) return false;
  if (open && asksOnlyOf(open, about)) joinWhose(turn, open, caption);
  else askForWhich(turn, [task], caption);
  return false;
}

function asksOnlyOf(row: QuestionRow, about: About): boolean {
  if (row.kind !== 'evidence') return false;
  const [only, ...others] = readWhoseQuestion(row.payload).options;
  return only !== undefined && others.length === 0 && isSame(only, about);
}
