import { reportableTask } from '../../../actions/reportable.ts';
import { openQuestion, type QuestionRow, setPayload, suspendedQuestions } from '../../../db/questions.ts';
import { noteAnswered } from '../../../db/received.ts';
import { lastReportOf } from '../../../db/reports.ts';
import { pendingTasksOf, type Task, tasksOf } from '../../../db/tasks.ts';
import { EVIDENCE } from '../../../domain/constants.ts';
import type { Event } from '../../../domain/events.ts';
import { paragraphs } from '../../../texts/html.ts';
import * as texts from '../../../texts/reporting/evidence.ts';
import { fileNotKept } from '../../../texts/reporting/not-now.ts';
import { say, type Turn } from '../../turn.ts';
import { mayReport } from '../../who.ts';
import { type About, aboutOf, aboutOfQuestion } from '../about.ts';
import { isTooLong } from '../answer/observation-length.ts';
import { type Reported, withWords } from '../early/add-to-report.ts';
import { isEarly } from '../early/is-early.ts';
import { goesOnWith, justDone } from '../early/just-done.ts';
import { isPlainWords } from '../early/plain-words.ts';
import { asOptions, sayAdded } from '../early/take-early.ts';
import { isStale } from '../incoming/stale.ts';
import { whyNotNow } from '../not-now/not-now.ts';
import { reportOrLook } from '../questions/ask.ts';
import { nowAsked } from '../questions/now-asked.ts';
import { albumCaptionAnswers, albumOf } from './album.ts';
import { type FileSent, keepFile } from './keep-file.ts';
import { sayOnce } from './say-once.ts';
import { askWhose, joinWhose, readWhoseQuestion, saidNow, whoseHint } from './whose-question.ts';

/** More buttons than this are looked for in the list instead. */
const mostOffered = 24;

type SentFile = Extract<Event, { kind: 'file' }>;

/**
 * Takes a file as evidence of the activity that is being asked; the items of an album belong to the activity of the
 * first, with their captions. Just after *Guardado*, after a long silence, or when it was sent before the question could
 * be seen, it asks first. @returns whether a caption may be an answer.
 */
export function receiveFile(turn: Turn, sent: SentFile): boolean {
  const album = albumOf(turn, sent);
  const isTaken = sayWhyNot(turn, sent);
  if (album) {
    if (isTaken && album !== 'ofNone') keepOrSay(turn, album, sent);
    return sent.caption !== null && albumCaptionAnswers(turn, album, sent.caption);
  }
  if (!isTaken) return true;
  if (joinsAsked(turn, sent)) return false;
  const open = openQuestion(turn.db, turn.person.id);
  const early = open !== undefined && isEarly(turn, open) && !goesOn(turn, open);
  const done = early ? justDone(turn, open) : undefined;
  if (addedToSaved(turn, sent, done?.saved, open)) return false;
  const row = askedRow(turn);
  const asked = row ? askedTask(turn, row) : undefined;
  const saved = justSaved(turn);
  const sure = row?.state === 'open' && !early && !isStale(turn, row) && (sent.caption !== null || !saved);
  if (row && asked && sure) {
    if (turn.messageId !== null && sent.mediaGroupId !== null)
      noteAnswered(turn.db, turn.chatId, turn.messageId, aboutOf(asked));
    if (keepOrSay(turn, aboutOf(asked), sent) && sent.caption === null)
      say(turn, { html: paragraphs(texts.received(asked.activity.number), nowAsked(turn, asked, row)) });
    return true;
  }
  const likely = [...(done?.activities ?? []), ...[saved, asked].filter((task) => task !== undefined)];
  const options = asOptions(likely.length > 0 ? likely : allOf(turn, sent));
  if (options.length > 0) {
    const said = sent.caption === null ? null : saidNow(turn, sent.caption);
    askWhose(turn, { files: [fileOf(turn, sent)], options, said });
    return false;
  }
  const why = whyNotNow(turn);
  if (why !== null) {
    sayOnce(turn, { html: paragraphs(fileNotKept(), why) });
    return false;
  }
  const pending = pendingTasksOf(turn.db, turn.person.id, turn.moment).length > 0;
  const html = mayReport(turn) ? texts.noQuestionForFile(pending) : texts.noActivityForFile();
  // A caption gets its own answer, with the same buttons.
  say(turn, sent.caption === null && pending ? { html, keyboard: reportOrLook } : { html });
  return true;
}

/** @returns whether files of this size are taken now */
function sayWhyNot(turn: Turn, { file }: SentFile): boolean {
  if ((file.bytes ?? 0) > EVIDENCE.bytes) {
    say(turn, { html: texts.tooBig() });
    return false;
  }
  if (turn.context.hasRoom()) return true;
  sayOnce(turn, { html: texts.noRoom(null) });
  return false;
}

/** @returns whether it is kept */
function keepOrSay(turn: Turn, about: About, sent: SentFile): boolean {
  const refused = keepFile(turn, about, fileOf(turn, sent));
  if (refused !== null) sayOnce(turn, { html: refused });
  return refused === null;
}

/**
 * The activities that a file may be of when none is asked: those that take reports or corrections now. Words of a
 * caption name theirs, or begin the round, by themselves.
 */
function allOf(turn: Turn, { caption }: SentFile): readonly Task[] {
  if (caption !== null) return [];
  const tasks = tasksOf(turn.db, turn.person.id, turn.moment).toSorted(
    (a, b) => a.plan.id - b.plan.id || a.activity.place - b.activity.place,
  );
  return tasks.length <= mostOffered ? tasks : [];
}

function goesOn(turn: Turn, open: QuestionRow): boolean {
  const about = aboutOfQuestion(open);
  return about !== null && goesOnWith(turn, open, about);
}

/** A file with plain words that was sent in the same breath as a report belongs to that report. */
function addedToSaved(
  turn: Turn,
  sent: SentFile,
  saved: Reported | undefined,
  open: QuestionRow | undefined,
): boolean {
  if (!saved || sent.caption === null || !isPlainWords(sent.caption)) return false;
  if (isTooLong(withWords(saved, sent.caption))) return false;
  keepOrSay(turn, aboutOf(saved), sent);
  return sayAdded(turn, saved, sent.caption, open);
}

/** Files that come while their activity is being asked join the question; a caption waits with them. */
function joinsAsked(turn: Turn, sent: SentFile): boolean {
  const row = openQuestion(turn.db, turn.person.id);
  if (row?.kind !== 'evidence') return false;
  const question = readWhoseQuestion(row.payload);
  const isFull = question.files.length >= EVIDENCE.filesAsked;
  const files = isFull ? question.files : [...question.files, fileOf(turn, sent)];
  setPayload(turn.db, row.id, { ...question, files });
  if (sent.caption !== null) joinWhose(turn, { ...row, payload: { ...question, files } }, sent.caption);
  if (isFull) sayOnce(turn, { html: paragraphs(texts.enoughAsked(EVIDENCE.filesAsked), whoseHint(row)) });
  else if (sent.mediaGroupId === null && sent.caption === null) say(turn, { html: whoseHint(row) });
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
