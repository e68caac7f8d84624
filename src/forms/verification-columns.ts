import { ORDINALS } from './export-form.ts';

/** The columns of a cut that are Control Interno's, left to right. */
export const verificationColumns = ['verdict', 'progress', 'remark'] as const;
export type VerificationColumn = (typeof verificationColumns)[number];

/** One of our columns of verification, where a reader found it. */
export type VerificationPlace = {
  readonly cut: number;
  readonly kind: VerificationColumn;
  readonly column: number;
};

const NAMES: Readonly<Record<VerificationColumn, string>> = {
  verdict: 'VEREDICTO',
  progress: '% VERIFICADO',
  remark: 'OBSERVACIÓN',
};
const START = 'CONTROL INTERNO';
const END = 'MONITOREO';
const JOINT = ' · ';

/**
 * `CONTROL INTERNO · PRIMER MONITOREO · VEREDICTO`. Only our files write it like this, dots included. So a form of ours
 * that comes back is recognised, and a column that an entity keeps for its own Control Interno is not.
 */
export function verificationHeading(cut: number, kind: VerificationColumn): string {
  return [START, `${ORDINALS[cut - 1] ?? cut} ${END}`, NAMES[kind]].join(JOINT);
}

/** Which of our columns a heading names; undefined for any other heading. */
export function verificationOf(text: string): Omit<VerificationPlace, 'column'> | undefined {
  const [start, middle = '', name] = text.replace(/\s+/g, ' ').trim().split(JOINT);
  const kind = verificationColumns.find((each) => NAMES[each] === name);
  const cut = ORDINALS.indexOf(middle.replace(` ${END}`, '')) + 1;
  if (start !== START || kind === undefined || cut === 0 || !middle.endsWith(END)) return undefined;
  return text.split(JOINT).length === 3 ? { cut, kind } : undefined;
}
