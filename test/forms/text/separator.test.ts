import { describe, expect, it } from 'vitest';
import { describeProblem } from '../../../src/forms/findings.ts';
import { readTextGrid } from '../../../src/forms/read-text.ts';

function cells(text: string): string[][] | string {
  const read = readTextGrid(new TextEncoder().encode(text));
  return read.ok
    ? read.grid.rows.map((row) => row.map((cell) => cell.text))
    : read.problems.map(describeProblem).join('\n');
}

describe('what parts the cells of a text', () => {
  const rows = [
    ['No', 'ACTIVIDAD', 'META', 'RESPONSABLE'],
    ['1', 'Reunión, acta y listado; otra', 'Una\nde dos líneas', 'Alcalde, "el" Secretario'],
    ['2', 'Informe\tcon tabulación', '3|4', ''],
  ];
  const quoted = (mark: string, end: string) =>
    rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(mark)).join(end);
  for (const [name, mark] of Object.entries({ tab: '\t', semicolon: ';', comma: ',', bar: '|' })) {
    for (const [ended, end] of Object.entries({ LF: '\n', 'CR LF': '\r\n', CR: '\r' }))
      it(`a ${name}, rows ended by ${ended}`, () => {
        expect(cells(quoted(mark, end))).toEqual(rows);
      });
  }

  it('is found among prose with other marks, also when a cell has a tab', () => {
    const text = 'N;Qué se hace;Cuánto\n1;uno, dos, tres, cuatro;5\n2;a, b\tc;6';
    expect(cells(text)).toEqual([
      ['N', 'Qué se hace', 'Cuánto'],
      ['1', 'uno, dos, tres, cuatro', '5'],
      ['2', 'a, b\tc', '6'],
    ]);
  });

  it('is what the first line declares, which is no row', () => {
    for (const first of ['sep=;', 'SEP=;\r', '"sep=;"'])
      expect(cells(`${first}\nNo;ACTIVIDAD\n1;x, y`)).toEqual([
        ['No', 'ACTIVIDAD'],
        ['1', 'x, y'],
      ]);
  });

  it('blank lines count as rows, and marks at the end say nothing', () => {
    expect(cells(`\n\nNo;ACTIVIDAD;META${';'.repeat(200)}\n\n1;x;y;;;\n;;;\n`)).toEqual([
      [''],
      [''],
      ['No', 'ACTIVIDAD', 'META', ...Array(97).fill('')],
      [''],
      ['1', 'x', 'y', '', '', ''],
      ['', '', '', ''],
      [''],
    ]);
  });

  it('a cell of 32,767 characters keeps its line breaks', () => {
    const long = '"a"\nb;'.repeat(5_461);
    expect(cells(`No;ACTIVIDAD;META\n1;"${long.replaceAll('"', '""')}";y`)).toEqual([
      ['No', 'ACTIVIDAD', 'META'],
      ['1', long, 'y'],
    ]);
  });

  it('a text without columns is refused', () => {
    expect(cells('Plan de acción\nNo hay columnas, aquí')).toContain('es un texto sin columnas');
  });
});
