import { reportableTask } from '../../../actions/reportable.ts';
import { evidenceOfAlbum } from '../../../db/evidence.ts';
import {
  lastQuestionOf,
  openGeneralQuestion,
  openQuestion,
  type QuestionRow,
  setPayload,
  suspendedQuestions,
} from '../../../db/questions.ts';
import { lastReportOf } from '../../../db/reports.ts';
import { pendingTasksOf, type Task } from '../../../db/tasks.ts';
import { EVIDENCE } from '../../../domain/constants.ts';
import type { Event, Html } from '../../../domain/events.ts';
import { nothing, paragraphs } from '../../../texts/html.ts';
import * as texts from '../../../texts/reporting/evidence.ts';
import * as questions from '../../../texts/reporting/questions.ts';
import { say, type Turn } from '../../turn.ts';
import { mayReport } from '../../who.ts';
import { aboutOf, aboutOfQuestion } from '../about.ts';
import { isStale } from '../incoming/stale.ts';
import { reportOrLook } from '../questions/ask.ts';
import { askedActivity } from '../questions/asked-activity.ts';
import { readReportQuestion } from '../questions/question.ts';
import { type FileSent, keepFile } from './keep-file.ts';
import { sayOnce } from './say-once.ts';
import { readWhoseQuestion, showWhose, type WhoseQuestion, whoseHint } from './whose-question.ts';

type SentFile = Extract<Event, { kind: 'file' }>;

/**
 * Takes a file as evidence of the activity that is being asked; the items of an album belong to the activity of the
 * first. Just after *Guardado*, or after a long silence, it asks first. @returns whether a caption may be an answer.
 */
export function receiveFile(turn: Turn, sent: SentFile): boolean {
  if ((sent.file.bytes ?? 0) > EVIDENCE.bytes) {
    say(turn, { html: texts.tooBig() });
    return true;
  }
  if (!turn.context.hasRoom()) {
    sayOnce(turn, { html: texts.noRoom(null) });
    return true;
  }
  if (joinsAlbum(turn, sent)) return true;
  if (joinsAsked(turn, sent)) return false;
  const row = askedRow(turn);
  const asked = row ? askedTask(turn, row) : undefined;
  const saved = justSaved(turn);
  const sure = row?.state === 'open' && !isStale(turn, row) && (sent.caption !== null || !saved);
  if (row && asked && sure) {
    const refused = keepFile(turn, aboutOf(asked), fileOf(turn, sent));
    if (refused !== null) sayOnce(turn, { html: refused });
    else if (sent.caption === null)
      say(turn, { html: paragraphs(texts.received(asked.activity.number), nowAsked(turn, asked, row)) });
    return true;
  }
  const options = [saved, asked].filter((task) => task !== undefined);
  if (options.length > 0) {
    askWhose(turn, sent, options);
    return false;
  }
  const pending = pendingTasksOf(turn.db, turn.person.id, turn.moment).length > 0;
  const html = mayReport(turn) ? texts.noQuestionForFile(pending) : texts.noActivityForFile();
  // A caption gets its own answer, with the same buttons.
  say(turn, sent.caption === null && pending ? { html, keyboard: reportOrLook } : { html });
  return true;
}

function joinsAlbum(turn: Turn, sent: SentFile): boolean {
  if (sent.mediaGroupId === null) return false;
  const first = evidenceOfAlbum(turn.db, turn.person.id, sent.mediaGroupId);
  if (first) {
    const refused = keepFile(turn, first, fileOf(turn, sent));
    if (refused !== null) sayOnce(turn, { html: refused });
    return true;
  }
  return isOfRefused(turn, sent.mediaGroupId);
}

/** Whether the person just said that this album belongs to no activity: its late items do not either. */
function isOfRefused(turn: Turn, mediaGroupId: string): boolean {
  const asked = lastQuestionOf(turn.db, turn.person.id, 'evidence');
  if (asked?.state !== 'closed') return false;
  return readWhoseQuestion(asked.payload).files.some((file) => file.mediaGroupId === mediaGroupId);
}

/** Files that come while their activity is being asked join the question; a caption waits with them. */
function joinsAsked(turn: Turn, sent: SentFile): boolean {
  const row = openQuestion(turn.db, turn.person.id);
  if (row?.kind !== 'evidence') return false;
  const question = readWhoseQuestion(row.payload);
  const caption = question.caption ?? sent.caption;
  const isFull = question.files.length >= EVIDENCE.filesAsked;
  const files = isFull ? question.files : [...question.files, fileOf(turn, sent)];
  setPayload(turn.db, row.id, { ...question, files, caption });
  if (isFull) sayOnce(turn, { html: paragraphs(texts.enoughAsked(EVIDENCE.filesAsked), whoseHint(row)) });
  else if (sent.mediaGroupId === null) say(turn, { html: whoseHint(row) });
  return true;
}

/** The open question about an activity, or the one that something else interrupted. */
function askedRow(turn: Turn): QuestionRow | undefined {
  const open = openQuestion(turn.db, turn.person.id);
  if (open?.activityId) return open;
  return suspendedQuestions(turn.db, turn.person.id).find(
    (row) => row.activityId !== null && askedTask(turn, row),
  );
}

/** The task of a question, when it is about one. */
function askedTask(turn: Turn, row: QuestionRow): Task | undefined {
  const about = aboutOfQuestion(row);
  return about ? reportableTask(turn.db, turn.person.id, about, turn.moment) : undefined;
}

/** The task that this person's last act reported, if the file is the very next thing they send. */
function justSaved(turn: Turn): Task | undefined {
  const last = lastReportOf(turn.db, turn.person.id);
  if (!last || last.recordedAt < (turn.person.lastHeardAt ?? 0) - 1_000) return undefined;
  return reportableTask(turn.db, turn.person.id, last, turn.moment);
}

function fileOf(turn: Turn, sent: SentFile): FileSent {
  const { fileId, bytes } = sent.file;
  return { fileId, bytes, mediaGroupId: sent.mediaGroupId, moment: turn.moment };
}

function askWhose(turn: Turn, sent: SentFile, tasks: readonly Task[]): void {
  const options = [...new Map(tasks.map((task) => [task.activity.id, task])).values()].map((task) => ({
    ...aboutOf(task),
    number: task.activity.number,
  }));
  const files = [fileOf(turn, sent)];
  const payload: WhoseQuestion = { kind: 'evidence', files, options, caption: sent.caption };
  const { id } = openGeneralQuestion(turn.db, turn.person.id, payload.kind, payload, turn.now);
  showWhose(turn, id, payload);
}

/** What the open question still wants, in one line. */
function nowAsked(turn: Turn, task: Task, row: QuestionRow): Html {
  const question = readReportQuestion(row.payload);
  const asked = askedActivity(turn, task);
  if (question.kind === 'progress') return questions.askOnlyProgress(asked);
  return question.kind === 'observation' ? questions.describeInWords(asked) : nothing;
}
