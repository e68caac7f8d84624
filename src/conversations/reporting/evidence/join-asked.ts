import { openQuestion, setPayload } from '../../../db/questions.ts';
import { EVIDENCE } from '../../../domain/constants.ts';
import type { Event } from '../../../domain/events.ts';
import { paragraphs } from '../../../texts/html.ts';
import * as texts from '../../../texts/reporting/evidence.ts';
import { say, type Turn } from '../../turn.ts';
import type { FileSent } from './keep-file.ts';
import { sayOnce } from './say-once.ts';
import { joinWhose, readWhoseQuestion, whoseHint } from './whose-question.ts';

type SentFile = Extract<Event, { kind: 'file' }>;

/** Whether it is an item of an album whose activity is being asked. */
export function isOfAsked(turn: Turn, { mediaGroupId }: SentFile): boolean {
  const row = openQuestion(turn.db, turn.person.id);
  if (row?.kind !== 'evidence' || mediaGroupId === null) return false;
  return readWhoseQuestion(row.payload).files.some((file) => file.mediaGroupId === mediaGroupId);
}

/**
 * Files that come while their activity is being asked join the question; a caption waits with them.
 * @returns false when nothing of the kind is asked
 */
export function joinAsked(turn: Turn, sent: SentFile): boolean {
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

export function fileOf(turn: Turn, sent: SentFile): FileSent {
  const { fileId, sentAs, bytes } = sent.file;
  return { fileId, sentAs, bytes, mediaGroupId: sent.mediaGroupId, moment: turn.moment };
}
