import { reportableTask } from '../../../actions/reportable.ts';
import { addEvidence, evidenceOfAlbum } from '../../../db/evidence.ts';
import { enqueueJob } from '../../../db/jobs.ts';
import {
  closeQuestion,
  lastQuestionOf,
  openGeneralQuestion,
  openQuestion,
  type QuestionRow,
  setPayload,
  suspendedQuestions,
} from '../../../db/questions.ts';
import { lastReportOf } from '../../../db/reports.ts';
import { pendingTasksOf, type Task } from '../../../db/tasks.ts';
import { bareWords } from '../../../domain/answers/yes-or-no.ts';
import { EVIDENCE } from '../../../domain/constants.ts';
import type { Event, Html } from '../../../domain/events.ts';
import { nothing, paragraphs } from '../../../texts/html.ts';
import * as texts from '../../../texts/reporting/evidence.ts';
import * as questions from '../../../texts/reporting/questions.ts';
import { say, type Turn } from '../../turn.ts';
import { mayReport } from '../../who.ts';
import { isStale } from '../incoming/stale.ts';
import { askedActivity, reportOrLook } from '../questions/ask.ts';
import { readReportQuestion } from '../questions/question.ts';
import { goOn } from '../round/ask-next.ts';
import { readWhoseQuestion, showWhose, type WhoseQuestion, whoseHint } from './whose-question.ts';

type SentFile = Extract<Event, { kind: 'file' }>;
type Of = { readonly activityId: number; readonly cutId: number };

/**
 * A file belongs to the activity being asked, an item of an album to that of its first item. Just after
 * *Guardado*, or after a long silence, it is asked about first. @returns whether a caption may be an answer.
 */
export function receiveFile(turn: Turn, sent: SentFile): boolean {
  if ((sent.file.bytes ?? 0) > EVIDENCE.bytes) {
    say(turn, { html: texts.tooBig() });
    return true;
  }
  if (joinsAlbum(turn, sent)) return true;
  if (joinsAsked(turn, sent)) return false;
  const row = askedRow(turn);
  const asked = row ? askedTask(turn, row) : undefined;
  const saved = justSaved(turn);
  const sure = row?.state === 'open' && !isStale(turn, row) && (sent.caption !== null || !saved);
  if (row && asked && sure) {
    keepFile(turn, asked, sent);
    if (sent.caption === null)
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
  // What stands below it is answered by itself, with the same buttons.
  say(turn, sent.caption === null && pending ? { html, keyboard: reportOrLook } : { html });
  return true;
}

/**
 * Which activity a file is of: by button or by number. @returns false when the answer is none of this
 * question's, and the caption with its activity when there was one.
 */
export function answerWhose(
  turn: Turn,
  row: QuestionRow,
  said: string,
): boolean | (Of & { caption: string }) {
  const question = readWhoseQuestion(row.payload);
  const words = bareWords(said).replace(/^n /, '');
  const chosen = question.options.find(
    (option, place) => said === `a${place}` || bareWords(option.number) === words,
  );
  const only = question.options.length === 1 && words === 'si' ? question.options[0] : undefined;
  const option = chosen ?? only;
  if (!option && said !== 'none' && words !== 'no') return false;
  closeQuestion(turn.db, row.id, turn.now);
  if (!option || !reportableTask(turn.db, turn.person.id, option, turn.now)) {
    goOn(turn, { saved: null, before: option ? texts.tooLate(option.number) : texts.notFiled() });
    return true;
  }
  for (const file of question.files) keep(turn, option, file.fileId, file.mediaGroupId, file.moment);
  goOn(turn, { saved: null, before: texts.received(option.number) });
  const { caption } = question;
  return caption === null ? true : { activityId: option.activityId, cutId: option.cutId, caption };
}

function joinsAlbum(turn: Turn, sent: SentFile): boolean {
  if (sent.mediaGroupId === null) return false;
  const first = evidenceOfAlbum(turn.db, turn.person.id, sent.mediaGroupId);
  if (first) {
    keep(turn, first, sent.file.fileId, sent.mediaGroupId, turn.moment);
    return true;
  }
  return isOfRefused(turn, sent.mediaGroupId);
}

/** Whether an album was just said to be of no activity: its late items are of none either. */
function isOfRefused(turn: Turn, mediaGroupId: string): boolean {
  const asked = lastQuestionOf(turn.db, turn.person.id, 'evidence');
  if (asked?.state !== 'closed') return false;
  return readWhoseQuestion(asked.payload).files.some((file) => file.mediaGroupId === mediaGroupId);
}

/** While it is asked whose a file is, the next ones are of the same; a caption waits with them. */
function joinsAsked(turn: Turn, sent: SentFile): boolean {
  const row = openQuestion(turn.db, turn.person.id);
  if (row?.kind !== 'evidence') return false;
  const question = readWhoseQuestion(row.payload);
  const file = { fileId: sent.file.fileId, mediaGroupId: sent.mediaGroupId, moment: turn.moment };
  const caption = question.caption ?? sent.caption;
  setPayload(turn.db, row.id, { ...question, files: [...question.files, file], caption });
  if (sent.mediaGroupId === null) say(turn, { html: whoseHint(row) });
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
  if (row.activityId === null || row.cutId === null) return undefined;
  return reportableTask(
    turn.db,
    turn.person.id,
    { activityId: row.activityId, cutId: row.cutId },
    turn.moment,
  );
}

/** What this person's last act saved, if the file is the very next thing. */
function justSaved(turn: Turn): Task | undefined {
  const last = lastReportOf(turn.db, turn.person.id);
  if (!last || last.recordedAt < (turn.person.lastHeardAt ?? 0) - 1_000) return undefined;
  return reportableTask(turn.db, turn.person.id, last, turn.moment);
}

function keepFile(turn: Turn, task: Task, sent: SentFile): void {
  const of = { activityId: task.activity.id, cutId: task.cut.id };
  keep(turn, of, sent.file.fileId, sent.mediaGroupId, turn.moment);
}

function keep(turn: Turn, of: Of, fileId: string, mediaGroupId: string | null, moment: number): void {
  const { activityId, cutId } = of;
  const row = {
    activityId,
    cutId,
    personId: turn.person.id,
    kind: 'file' as const,
    fileId,
    mediaGroupId,
    moment,
  };
  const evidence = addEvidence(turn.db, { ...row, state: 'fetching' });
  enqueueJob(turn.db, 'evidence', { evidenceId: evidence.id }, turn.now);
}

function askWhose(turn: Turn, sent: SentFile, tasks: readonly Task[]): void {
  const options = [...new Map(tasks.map((task) => [task.activity.id, task])).values()].map((task) => ({
    activityId: task.activity.id,
    cutId: task.cut.id,
    number: task.activity.number,
  }));
  const files = [{ fileId: sent.file.fileId, mediaGroupId: sent.mediaGroupId, moment: turn.moment }];
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
