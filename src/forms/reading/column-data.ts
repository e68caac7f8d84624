import { isActivityNumber } from '../find-header.ts';
import { type Cell, isBlank } from '../grid.ts';
import { readPercentageCell } from '../read-percentage.ts';
import type { HeadedColumn } from './headed-columns.ts';
import { readPlanDay, readPlanPeriod } from './plan-dates.ts';
import type { Line } from './plan-table.ts';

/** What the cells of a column hold in the rows of the activities. Shares are 0..1 of the filled cells. */
export type ColumnData = {
  readonly filled: number;
  /** Of all rows. */
  readonly share: number;
  readonly numbers: number;
  readonly dates: number;
  readonly periods: number;
  /** Cells that are a percentage, a number or *no aplica* and nothing else. */
  readonly readable: number;
  /** Percentages with a sign or a percent format, also among other words. */
  readonly percents: number;
  /** Numbers without either. */
  readonly bare: readonly number[];
  readonly bareShare: number;
  readonly texts: number;
  /** Mean length of the texts. */
  readonly length: number;
  /** How many different values the filled cells hold. */
  readonly distinct: number;
  readonly marks: number;
  readonly offices: number;
  readonly examples: readonly string[];
};

/** A column with what is below it. */
export type Column = HeadedColumn & { readonly data: ColumnData };

/** The beginnings of the names of offices and posts. */
export const OFFICE =
  /^(alcald|secretar|oficin|direcci|director|jefe|jefa|jefatura|coordina|profesional|l[ií]der|gerent|gerencia|subdirec|subsecre|subgeren|departamento|divisi[oó]n|[aá]rea|grupo|equipo|tesorer|personer|contralor|t[eé]cnic|auxiliar|asesor|comit[eé]|comisi|comisar|inspec|enlace|supervis|interventor|contratist|almac[eé]n|almacenist|unidad|despacho|veedur|consejo|junta|tod[oa]s|servidor|funcionari|presiden|rector|delegad|instituto|empresa|hospital|bibliotec|concejo|gestor|ingenier|abogad|administra|responsable|encargad|control interno|talento humano|defensor|viceministr|superintend|agencia|registrad|notar|corporaci|centro|n[uú]cleo|promotor|capit[aá]n|cabildo|m[eé]dic|enfermer|psic[oó]log)/i;

/** What draws in a month that something is done: an X, a filled square, the P and E of programmed and executed. */
const MARK = /^(?:[x✓✔■█●▪]+|[pe]|p\s*\/\s*e)$/i;

const FEW = 400;

/** Looks at the cells of a column in `lines`. In a long table it looks at a part, evenly spread. */
export function columnData(lines: readonly Line[], column: number, year: number): ColumnData {
  const step = Math.ceil(lines.length / FEW);
  const looked = lines.length <= FEW ? lines : lines.filter((_, index) => index % step === 0);
  const cells = looked.flatMap(({ table, row }): Cell[] => {
    const cell = table.sheet.grid.rows[row]?.[column];
    return cell === undefined || isBlank(cell) ? [] : [cell];
  });
  const texts = cells.map((cell) => cell.text.trim());
  const count = (of: (cell: Cell, text: string) => boolean) =>
    cells.length === 0
      ? 0
      : cells.filter((cell, index) => of(cell, texts[index] ?? '')).length / cells.length;
  const bare = cells.flatMap((cell) => {
    const read = readPercentageCell(cell);
    return read.kind === 'bare' ? [read.value] : [];
  });
  const isText = (cell: Cell, text: string) =>
    text !== '' && cell.number === undefined && cell.date === undefined && /\p{L}{2}/u.test(text);
  const words = texts.filter((text, index) => isText(cells[index] ?? { text }, text));
  return {
    filled: cells.length,
    share: looked.length === 0 ? 0 : cells.length / looked.length,
    numbers: count(
      (cell, text) => cell.date === undefined && cell.percent !== true && isActivityNumber(text),
    ),
    dates: count((cell) => readPlanDay(cell, 'end', year) !== undefined),
    periods: count((cell) => readPlanPeriod(cell, year) !== undefined),
    percents: count((cell) => ['percent', 'among-words'].includes(readPercentageCell(cell).kind)),
    readable: count((cell) => ['percent', 'bare', 'not-applicable'].includes(readPercentageCell(cell).kind)),
    bare,
    bareShare: cells.length === 0 ? 0 : bare.length / cells.length,
    texts: cells.length === 0 ? 0 : words.length / cells.length,
    length: words.length === 0 ? 0 : words.reduce((sum, text) => sum + text.length, 0) / words.length,
    distinct: new Set(texts).size,
    marks: count((_, text) => MARK.test(text)),
    offices: count((_, text) => OFFICE.test(text.replace(/^[\s*•–\-\d.)]+/, ''))),
    examples: [...new Set(texts.filter((text) => text !== ''))].slice(0, 3).map(short),
  };
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59).trimEnd()}…` : line;
}
