/** The real form, PL-PC-01 of 2022, and forms made of it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describeProblem } from '../../src/forms/findings.ts';
import type { Form } from '../../src/forms/form.ts';
import { readFormFile } from '../../src/forms/read-file.ts';

export const realFormPath = fileURLToPath(
  new URL('../../src/simulator/data/PL-PC-01-2022.txt', import.meta.url),
);
/** The form exactly as it was received. */
export const realFormBytes = readFileSync(realFormPath);

/** @throws when the form has problems. */
export function readFormOf(bytes: Uint8Array): Form {
  const reading = readFormFile(bytes);
  if (!reading.ok) throw new Error(reading.problems.map(describeProblem).join('\n'));
  return reading.form;
}

let read: Form | undefined;

/** The real form, read once. */
export function realForm(): Form {
  read ??= readFormOf(realFormBytes);
  return read;
}

export type Changes = readonly (readonly [from: string | RegExp, to: string])[];

/** The real form with every match of `from` changed (a regular expression must be global). */
export function formWith(...changes: Changes): Buffer {
  return Buffer.from(
    changes.reduce((form, [from, to]) => form.replaceAll(from, to), realFormBytes.toString('utf8')),
  );
}

const ordinals = [
  ...['PRIMER', 'SEGUNDO', 'TERCER', 'CUARTO', 'QUINTO', 'SEXTO', 'SEPTIMO', 'OCTAVO', 'NOVENO'],
  ...['DECIMO', 'UNDECIMO', 'DUODECIMO'],
];

/** The changes for a form with other cuts, each written as *ABRIL 30*. */
export function cutsOn(...dates: readonly string[]): Changes {
  return [
    ['PRIMER MONITOREO\t', dates.map((_, place) => `${ordinals[place]} MONITOREO\t`).join('\t')],
    ['CORTE MARZO 31\t', dates.map((date) => `CORTE ${date}\t`).join('\t')],
  ];
}

/** Adds that many activities, numbered from 8: copies of the seventh with names of their own. */
export function moreActivities(amount: number, nameOf: (number: number) => string): Changes {
  const [seventh = '', rest = ''] = /^7\t[^\t]*(\t.*)$/m.exec(realFormBytes.toString('utf8')) ?? [];
  const copies = Array.from({ length: amount }, (_, place) => `${place + 8}\t${nameOf(place + 8)}${rest}`);
  return [[seventh, [seventh, ...copies].join('\n').replaceAll('$', '$$$$')]];
}
