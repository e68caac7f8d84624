import { describeNote, describeProblem } from '../../src/forms/findings.ts';
import type { Form } from '../../src/forms/form.ts';
import type { Grid } from '../../src/forms/grid.ts';
import { readFormFile } from '../../src/forms/read-file.ts';
import type { FormReading, ReadOptions } from '../../src/forms/read-form.ts';
import { realFormBytes } from '../world/form.ts';

export const REAL_TEXT = new TextDecoder().decode(realFormBytes);

/** The real form as a table one can alter: `set('D12', '')`, then `read()`. Rows and columns as in a spreadsheet. */
export class Variant {
  rows: string[][];

  constructor(text = REAL_TEXT) {
    this.rows = text
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => line.split('\t'));
  }

  set(cell: string, text: string): this {
    const { row, column } = positionOf(cell);
    while (this.rows.length <= row) this.rows.push([]);
    const cells = this.rows[row] ?? [];
    while (cells.length <= column) cells.push('');
    cells[column] = text;
    return this;
  }

  get(cell: string): string {
    const { row, column } = positionOf(cell);
    return this.rows[row]?.[column] ?? '';
  }

  /** Inserts cells as a new row before `row`. */
  insertRow(row: number, cells: string[] = []): this {
    this.rows.splice(row - 1, 0, cells);
    return this;
  }

  removeRow(row: number): this {
    this.rows.splice(row - 1, 1);
    return this;
  }

  /** Rearranges the columns of the table (rows 10 to 19): old letters in their new order. */
  reorder(letters: string): this {
    const order = [...letters].map((letter) => letter.charCodeAt(0) - 65);
    this.rows = this.rows.map((cells, index) =>
      index >= 9 && index < 19 ? order.map((column) => cells[column] ?? '') : cells,
    );
    return this;
  }

  text(): string {
    return this.rows
      .map((cells) =>
        cells.map((cell) => (/[\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'),
      )
      .join('\n');
  }

  read(options: ReadOptions = {}): FormReading {
    return readFormFile(new TextEncoder().encode(this.text()), options);
  }

  grid(): Grid {
    return { sheet: 'Plan', rows: this.rows.map((cells) => cells.map((text) => ({ text }))) };
  }
}

function positionOf(cell: string): { row: number; column: number } {
  const [, letters = 'A', digits = '1'] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column };
}

export function formOf(reading: FormReading): Form {
  if (!reading.ok) throw new Error(reading.problems.map(describeProblem).join('\n'));
  return reading.form;
}

export function problemsOf(reading: FormReading): string[] {
  return reading.ok ? [] : reading.problems.map(describeProblem);
}

/** What is asked, with the likely answer: `code → PAAC`; `!` marks what must be answered. */
export function askedOf(reading: FormReading): string[] {
  return reading.questions.map(({ id, required, suggested }) => `${required ? '!' : ''}${id} → ${suggested}`);
}

export function warningsOf(reading: FormReading): string[] {
  return reading.ok ? reading.warnings.map(describeNote) : [];
}
