import { reportableTask } from '../../../actions/reportable.ts';
import { activityById } from '../../../db/plans.ts';
import { openQuestion, type QuestionRow, suspendedQuestions } from '../../../db/questions.ts';
import { noteAnswered } from '../../../db/received.ts';
import { lastReportOf } from '../../../db/reports.ts';
import { type Task, tasksOf } from '../../../db/tasks.ts';
import { chatterOf } from '../../../domain/answers/chatter.ts';
import { EVIDENCE } from '../../../domain/constants.ts';
import type { Event, Html } from '../../../domain/events.ts';
import { nothing, paragraphs } from '../../../texts/html.ts';
import * as texts from '../../../texts/reporting/evidence.ts';
import { fileNotKept } from '../../../texts/reporting/not-now.ts';
import { say, type Turn } from '../../turn.ts';
import { mayReport } from '../../who.ts';
import { type About, aboutOf, aboutOfQuestion, isSame } from '../about.ts';
import { isTooLong } from '../answer/observation-length.ts';
import { type Reported, withWords } from '../early/add-to-report.ts';
import { isEarly } from '../early/is-early.ts';
import { goesOnWith, justDone } from '../early/just-done.ts';
import { isPlainWords } from '../early/plain-words.ts';
import { asOptions, sayAdded } from '../early/take-early.ts';
import { questionRepliedTo } from '../incoming/replied-to.ts';
import { isStale } from '../incoming/stale.ts';
import { whyNotNow } from '../not-now/not-now.ts';
import { nowAsked } from '../questions/now-asked.ts';
import { namedActivities } from '../several/named-activities.ts';
import { albumCaptionAnswers, albumOf } from './album.ts';
import { confirmReceived } from './confirm.ts';
import { fileOf, isOfAsked, joinAsked } from './join-asked.ts';
import { keepFile } from './keep-file.ts';
import { sayOnce } from './say-once.ts';
import { askWhose, type Said, saidNow } from './whose-question.ts';

type SentFile = Extract<Event, { kind: 'file' }>;

/** What becomes of a caption; `after`: what follows when it has been answered. */
type Received = { readonly captionAnswers: boolean; readonly after?: () => void };
const answers: Received = { captionAnswers: true };
const isTaken: Received = { captionAnswers: false };

/**
 * Takes a file as evidence of the activity that is being asked, or that its caption names; the items of an album belong
 * to the activity of the first, with their captions. Just after *Guardado*, after a long silence, as a reply to another
 * question, or when it was sent before the question could be seen, it asks first.
 */
export function receiveFile(turn: Turn, sent: SentFile): Received {
  const album = albumOf(turn, sent);
  const mayBeKept = sayWhyNot(turn, sent);
  if (album) {
    if (mayBeKept && album !== 'ofNone') keepOfAlbum(turn, album, sent);
    return { captionAnswers: sent.caption !== null && albumCaptionAnswers(turn, album, sent.caption) };
  }
  if (!mayBeKept) return answers;
  if (isOfAsked(turn, sent) && joinAsked(turn, sent)) return isTaken;
  return receiveNamed(turn, sent) ?? receiveHere(turn, sent);
}

/** What its caption reports by number is what it is of: one activity, or one of several, which is asked. */
function receiveNamed(turn: Turn, sent: SentFile): Received | null {
  const named = sent.caption === null ? [] : namedActivities(turn, sent.caption);
  const [only, ...others] = named;
  if (!only) return null;
  if (others.length === 0) {
    tie(turn, sent, only);
    keepOrSay(turn, aboutOf(only), sent);
    return answers;
  }
  const asked = { files: [fileOf(turn, sent)], options: asOptions(named), said: null };
  return { captionAnswers: true, after: () => askWhose(turn, asked) };
}

function receiveHere(turn: Turn, sent: SentFile): Received {
  if (joinAsked(turn, sent)) return isTaken;
  const open = openQuestion(turn.db, turn.person.id);
  const early = open !== undefined && isEarly(turn, open) && !goesOn(turn, open);
  const done = early ? justDone(turn, open) : undefined;
  if (addedToSaved(turn, sent, done?.saved, open)) return isTaken;
  const row = askedRow(turn);
  const asked = row ? askedTask(turn, row) : undefined;
  const other = repliedTo(turn, asked);
  const saved = justSaved(turn);
  const certain = sent.caption !== null || !saved || isReplyTo(turn, row);
  const sure = row?.state === 'open' && !early && !other && !isStale(turn, row) && certain;
  if (row && asked && sure) {
    tie(turn, sent, asked);
    const below = sent.caption === null ? nowAsked(turn, asked, row) : nothing;
    keepOrSay(turn, aboutOf(asked), sent, below);
    return answers;
  }
  const likely = [other, ...(done?.activities ?? []), saved, asked].filter((task) => task !== undefined);
  const options = asOptions(likely.length > 0 ? likely : allOf(turn));
  if (options.length > 0) {
    askWhose(turn, { files: [fileOf(turn, sent)], options, said: saidBelow(turn, sent) });
    return isTaken;
  }
  const why = whyNotNow(turn);
  if (why !== null) {
    sayOnce(turn, { html: paragraphs(fileNotKept(), why) });
    return isTaken;
  }
  // A caption gets its own answer, with the same buttons.
  say(turn, { html: mayReport(turn) ? texts.noQuestionForFile() : texts.noActivityForFile() });
  return answers;
}

/** The task of the other question to whose message this replies. */
function repliedTo(turn: Turn, asked: Task | undefined): Task | undefined {
  const row = questionRepliedTo(turn);
  const task = row && askedTask(turn, row);
  return task && asked && isSame(aboutOf(task), aboutOf(asked)) ? undefined : task;
}

function isReplyTo(turn: Turn, row: QuestionRow | undefined): boolean {
  return row !== undefined && questionRepliedTo(turn)?.id === row.id;
}

/** The other items of an album belong to the activity of this one, even if it can't be kept. */
function tie(turn: Turn, sent: SentFile, task: Task): void {
  if (turn.messageId !== null && sent.mediaGroupId !== null)
    noteAnswered(turn.db, turn.chatId, turn.messageId, aboutOf(task));
}

/** What stands below a file, when it says what was done: a greeting or thanks need no activity. */
function saidBelow(turn: Turn, { caption }: SentFile): Said | null {
  return caption === null || chatterOf(caption) !== null ? null : saidNow(turn, caption);
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

/** Keeps it and says so, or says why not. @param below what is asked below */
function keepOrSay(turn: Turn, about: About, sent: SentFile, below: Html = nothing): void {
  const kept = keepFile(turn, about, fileOf(turn, sent));
  if ('evidence' in kept) confirmReceived(turn, [kept.evidence], below);
  else sayOnce(turn, { html: kept.refused });
}

/** Another item of an album. What is asked stands below it as long as that is about the same activity. */
function keepOfAlbum(turn: Turn, about: About, sent: SentFile): void {
  const task = reportableTask(turn.db, turn.person.id, about, turn.moment);
  if (!task) {
    sayOnce(turn, { html: texts.tooLate(activityById(turn.db, about.activityId)?.number ?? '', 'file') });
    return;
  }
  const open = openQuestion(turn.db, turn.person.id);
  const isAsked = open !== undefined && isSame(open, about) && sent.caption === null;
  keepOrSay(turn, about, sent, isAsked ? nowAsked(turn, task, open) : nothing);
}

/** The activities that a file may be of when none is asked: those that take reports or corrections now. */
function allOf(turn: Turn): readonly Task[] {
  return tasksOf(turn.db, turn.person.id, turn.moment).toSorted(
    (a, b) => a.plan.id - b.plan.id || a.activity.place - b.activity.place,
  );
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
