import { readFormFile } from '../../../src/forms/read-file.ts';
import type { FormReading, ReadOptions } from '../../../src/forms/read-form.ts';
import { officialWorkbook } from '../../data/make-workbook.ts';
import {
  type CellSpec,
  makeWorkbook,
  type SheetSpec,
  type StyleName,
  type WorkbookSpec,
} from '../../data/workbook-spec.ts';

export const ACTIVITY_ROWS = [12, 13, 14, 16, 17, 18, 19];

/** The workbook of the real plan with some things changed; cells and rows as in a spreadsheet. */
export class WorkbookVariant {
  readonly spec: WorkbookSpec = officialWorkbook();

  get sheet(): SheetSpec {
    const [sheet] = this.spec.sheets;
    if (sheet === undefined) throw new Error('no sheet');
    return sheet;
  }

  set(cell: string, value: CellSpec): this {
    const { row, column } = positionOf(cell);
    const { rows } = this.sheet;
    while (rows.length <= row) rows.push([]);
    const cells = rows[row] ?? [];
    while (cells.length <= column) cells.push(null);
    cells[column] = typeof value === 'string' ? { text: value, style: 'cell' } : value;
    return this;
  }

  /** Sets a column of the seven activities, top to bottom. */
  column(letters: string, values: readonly CellSpec[]): this {
    ACTIVITY_ROWS.forEach((row, index) => {
      this.set(`${letters}${row}`, values[index] ?? null);
    });
    return this;
  }

  /** Bare numbers in a column. */
  numbers(letters: string, values: readonly number[], style: StyleName = 'cell'): this {
    return this.column(
      letters,
      values.map((number) => ({ number, style })),
    );
  }

  insertRow(row: number, cells: CellSpec[] = []): this {
    this.sheet.rows.splice(row - 1, 0, cells);
    this.sheet.merges = [];
    return this;
  }

  row(row: number): CellSpec[] {
    return [...(this.sheet.rows[row - 1] ?? [])];
  }

  removeRows(row: number, count = 1): this {
    this.sheet.rows.splice(row - 1, count);
    this.sheet.merges = [];
    return this;
  }

  /** Rearranges the columns of the table (rows 10 to 19): old letters in their new order, `.` for a blank one. */
  reorder(letters: string): this {
    const order = [...letters].map((letter) => letter.charCodeAt(0) - 65);
    this.sheet.rows = this.sheet.rows.map((cells, index) =>
      index >= 9 && index < 19 ? order.map((column) => cells[column] ?? null) : cells,
    );
    this.sheet.merges = [];
    return this;
  }

  change(edit: (spec: WorkbookSpec) => void): this {
    edit(this.spec);
    return this;
  }

  bytes(): Uint8Array {
    return makeWorkbook(this.spec);
  }

  read(options: ReadOptions = {}): FormReading {
    return readFormFile(this.bytes(), options);
  }
}

function positionOf(cell: string): { row: number; column: number } {
  const [, letters = 'A', digits = '1'] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column };
}
