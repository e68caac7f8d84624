import { type CutHeading, looksLikeCut, type Period, readCutHeading } from '../cut-heading.ts';
import { headingKey } from '../headings.ts';
import {
  type BlockRole,
  type BlockWords,
  blockWords,
  namesGroupOfColumns,
  saysPlanned,
} from './block-words.ts';
import type { Column } from './column-data.ts';
import { rolesNamed } from './column-words.ts';
import { type Heading, stackOf } from './headed-columns.ts';

/** A column of a block: which cut its headings name, and what its other headings say. */
export type BlockColumn = {
  readonly column: Column;
  /** The heading of the cut that groups it: columns of one block share it. */
  readonly origin: Heading;
  readonly cuts: readonly { readonly heading: Heading; readonly cut: CutHeading }[];
  /** What stands below the cut, or over it, or beside it in the same cell; '' when it says nothing else. */
  readonly sub: string;
  readonly words: BlockWords | undefined;
  /** The words over the block, which tell two blocks of the same cut apart. */
  readonly over: string;
  /** Somebody else's view of the same cut: Control Interno, an auditor. */
  readonly others: boolean;
  /** A heading begins like the date of a cut and cannot be read: CORTE MARSO 31. */
  readonly unread: boolean;
  /** The cut is named by a neighbour (`AVANCE A ABR 30` | `OBSERVACIONES`). */
  readonly attached: boolean;
};

/** The rank of words that the reader does not know. Words that are known to be the entity's own have rank 0. */
export const UNKNOWN = 1;

/** Whether the headings of a column make it one of a block and not one of the plan itself. */
export function isOfBlock(column: Column): boolean {
  const stack = stackOf(column);
  if (!stack.some(({ text }) => looksLikeCut(text))) return false;
  const named = column.own.some(({ text }) => rolesNamed(text).length > 0);
  if (!named) return true;
  const cut = column.own.some(({ text }) => readCutHeading(text) !== undefined);
  const isDate = column.own.some(({ text }) =>
    rolesNamed(text).some(({ role }) => role === 'start' || role === 'end'),
  );
  return cut && !(isDate && (column.data.filled === 0 || column.data.dates >= 0.5));
}

/** What is known of a column of a block by its headings. */
export function blockColumn(column: Column, all: readonly Column[]): BlockColumn | undefined {
  const stack = stackOf(column);
  const cuts = stack.flatMap((heading) => {
    const cut = readCutHeading(heading.text);
    return cut === undefined ? [] : [{ heading, cut: ofPeriodAbove(cut, stack) }];
  });
  const origin = cuts[0]?.heading ?? stack.find(({ text }) => looksLikeCut(text));
  if (origin === undefined) return undefined;
  const lowest = Math.max(origin.row, ...cuts.map(({ heading }) => heading.row));
  const others = stack.filter(({ text }) => readCutHeading(text) === undefined && !looksLikeCut(text));
  const below = others.filter(({ row }) => row > lowest);
  const beside = others.filter(({ row }) => row <= lowest && row > origin.row);
  const above = others.filter(({ row }) => row <= origin.row);
  const rests = cuts.map(({ cut }) => cut.rest).filter((rest) => rest !== '');
  const named = [...beside, ...below].map(({ text }) => oneLine(text));
  const sub =
    named.length > 0
      ? named.join(' / ')
      : rests.length > 0
        ? rests.join(' / ').toUpperCase()
        : above.map(({ text }) => oneLine(text)).join(' / ') || dateWord(column, origin, all);
  const words = wordsOf(column, [...beside, ...below], rests, above, origin, all);
  const unread = stack.some(({ text }) => looksLikeCut(text) && readCutHeading(text) === undefined);
  const dated = cuts.some(({ cut }) => cut.date !== undefined);
  const over = [...rests, ...above.map(({ text }) => headingKey(text))].join('/');
  const whole = [over, ...stack.map(({ text }) => headingKey(text))].join('/');
  const isOthers =
    /controlinterno|auditor|independiente|(segunda|tercera|2a?|3a?)linea|(^|\/)(evaluacion)?oci/.test(whole);
  return {
    column,
    origin,
    cuts,
    sub,
    words,
    over,
    others: isOthers,
    unread: unread && !dated,
    attached: false,
  };
}

const EVERY: readonly (readonly [RegExp, Period])[] = [
  [/cuatrimestral/, 'fourMonths'],
  [/trimestral/, 'quarter'],
  [/bimestral/, 'twoMonths'],
  [/semestral/, 'semester'],
];

/** `II`, `CORTE 2` under SEGUIMIENTO TRIMESTRAL is the second quarter. */
function ofPeriodAbove(cut: CutHeading, stack: readonly Heading[]): CutHeading {
  if (cut.ordinal?.period !== 'other' || cut.date !== undefined) return cut;
  const keys = stack.map(({ text }) => headingKey(text));
  const period = EVERY.find(([words]) => keys.some((key) => words.test(key)))?.[1];
  return period === undefined ? cut : { ...cut, ordinal: { ...cut.ordinal, period } };
}

/** *Fecha de seguimiento I trimestre* over one column is a date of its own, not the cut. */
function dateWord(column: Column, origin: Heading, all: readonly Column[]): string {
  return isDateOfItsOwn(column, origin, all) ? 'FECHA' : '';
}

function isDateOfItsOwn(column: Column, origin: Heading, all: readonly Column[]): boolean {
  const alone = !all.some((other) => other !== column && stackOf(other).includes(origin));
  return (
    /^fecha/.test(headingKey(origin.text)) &&
    column.own.includes(origin) &&
    column.own.length === 1 &&
    alone &&
    (column.data.filled === 0 || column.data.dates >= 0.5)
  );
}

function wordsOf(
  column: Column,
  lower: readonly Heading[],
  rests: readonly string[],
  above: readonly Heading[],
  origin: Heading,
  all: readonly Column[],
): BlockWords | undefined {
  // AVANCE A ABR 30 over two columns names the first one. PROGRAMADO over two columns names both.
  const beside = column.own.length > 0 ? rests : rests.filter((rest) => blockWords(rest)?.role === 'planned');
  const keys = [...[...lower].reverse().map(({ text }) => headingKey(text)), ...beside];
  const said = keys.flatMap((key) => blockWords(key) ?? []);
  const money = said.find(({ role }) => role === 'other');
  const own = said[0]?.role === 'observation' ? said[0] : (money ?? said[0]);
  if (isNameOfOurs(origin.text) && column.own.includes(origin)) {
    return own?.role === 'planned' || own?.role === 'executed' ? own : { role: 'other', rank: 0 };
  }
  if (own !== undefined) return own;
  if (keys.length === 0 && isDateOfItsOwn(column, origin, all)) return { role: 'other', rank: 0 };
  if (keys.length > 0 && rests.length === 0) return unknownWords(keys[0] ?? '', column);
  if (above.some(({ text }) => saysPlanned(text))) return { role: 'planned', rank: 0 };
  const group = [...above].reverse().find(({ text }) => !isPlainGroup(text));
  return group === undefined ? undefined : blockWords(headingKey(group.text));
}

/** Below a cut, SEGUIMIENTO over prose is what was done; other unknown words are the entity's own. */
function unknownWords(key: string, { data }: Column): BlockWords {
  const isText = data.texts >= 0.5 && data.length >= 12;
  return isText && /^(seguimiento|monitoreo|reporte|autoevaluacion|autocontrol|avances?)$/.test(key)
    ? { role: 'observation', rank: 4 }
    : { role: 'other', rank: UNKNOWN };
}

/** EJECUCIÓN and SEGUIMIENTO over blocks only name the blocks; they do not say what the columns hold. */
function isPlainGroup(text: string): boolean {
  return (
    namesGroupOfColumns(text) &&
    /^(ejecucion|seguimiento|monitoreo|evaluacion|reporte|periodo)/.test(headingKey(text))
  );
}

/** `VALOR (PRIMER MONITOREO)`: how a column of a block that is not of the form is named, and written back. */
function isNameOfOurs(text: string): boolean {
  const match = /^([^()]+)\(([^()]+)\)$/.exec(text.trim());
  return (
    match !== null &&
    readCutHeading(match[1] ?? '') === undefined &&
    readCutHeading(match[2] ?? '') !== undefined &&
    headingKey(match[1] ?? '') !== '' &&
    !/^(periodo|trimestre|corte|seguimiento|monitoreo)$/.test(headingKey(match[1] ?? ''))
  );
}

/**
 * Gives a column without a cut the cut of the block on its left, when the same heading follows every block
 * (`OBSERVACIONES` after each `AVANCE A ABR 30`).
 */
export function attachFollowers(dated: readonly BlockColumn[], others: readonly Column[]): BlockColumn[] {
  const origins = new Set(dated.map(({ origin }) => origin));
  const attached: BlockColumn[] = [];
  const at = (column: number) => [...dated, ...attached].find((each) => each.column.column === column);
  for (const column of others) {
    const before = at(column.column - 1);
    const text = column.own.at(-1)?.text;
    const words = text === undefined ? undefined : blockWords(headingKey(text));
    if (before === undefined || text === undefined || words === undefined) continue;
    if (dated.some((each) => holds(words.role, before, each)) || isPair(before, dated, words.role)) continue;
    attached.push({
      column,
      origin: before.origin,
      cuts: before.cuts,
      sub: oneLine(text),
      words,
      over: before.over,
      others: before.others,
      unread: before.unread,
      attached: true,
    });
  }
  return attached.filter(
    ({ sub }) =>
      new Set(attached.filter((each) => headingKey(each.sub) === headingKey(sub)).map(({ origin }) => origin))
        .size === origins.size,
  );
}

/** Whether the block has its percentage or its observation already, so that a column after it is another one. */
function holds(role: BlockRole, { origin }: BlockColumn, each: BlockColumn): boolean {
  const { data } = each.column;
  const isNumber = data.percents >= 0.5 || (data.bareShare >= 0.5 && data.readable >= 0.5);
  const isText = data.texts >= 0.5 && !isNumber;
  const fits = role === 'progress' ? isNumber : role === 'observation' && isText;
  return each.origin === origin && fits && (each.words === undefined || each.words.role === role);
}

/** Two columns without words of their own are percentage and observation, also while they are empty. */
function isPair({ origin }: BlockColumn, dated: readonly BlockColumn[], role: BlockRole): boolean {
  const silent = dated.filter((each) => each.origin === origin && each.words === undefined);
  return silent.length === 2 && (role === 'progress' || role === 'observation');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
