import { figureAndWords } from '../../domain/answers/read-answer.ts';
import { cleanReason } from '../../domain/reason.ts';
import type { ToVerify } from '../../summary/review/to-verify.ts';

/** A remark that was typed with the number of its activity. */
export type NumberedRemark = {
  readonly of: ToVerify;
  /** Control Interno's own percentage in whole tenths, where it was said. */
  readonly own: number | null;
  readonly remark: string;
};

const LINE = /^\s*(?:(?:la|n\.?\s*[º°o]?\.?|act(?:ividad)?\.?)\s*){0,2}(\S{1,20}?)\s*[:)]\s*(\S.*)$/iu;

/**
 * Reads `5: falta el acta`, several of them a line each: every line begins with the number of a report of this cut and
 * a colon, and has words. Null: it is no such text. `reportsOf` is asked only for what may be one.
 */
export function numberedRemarks(
  text: string,
  reportsOf: () => readonly ToVerify[],
): readonly NumberedRemark[] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (!lines.every((line) => LINE.test(line))) return null;
  const reports = reportsOf();
  const read = lines.map((line): NumberedRemark | null => {
    const [, number = '', rest = ''] = LINE.exec(line) ?? [];
    const of = reports.find(({ activity }) => activity.number.toLowerCase() === number.toLowerCase());
    if (of === undefined) return null;
    const { progress, words } = figureAndWords(rest);
    const remark = words === null ? null : cleanReason(words);
    return remark === null ? null : { of, own: progress, remark };
  });
  const numbers = new Set(read.map((each) => each?.of.activity.number));
  if (read.length === 0 || numbers.size < read.length) return null;
  return read.every((each) => each !== null) ? read : null;
}
