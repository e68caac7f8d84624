import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeProblem } from '../../src/forms/findings.ts';
import { readTextGrid } from '../../src/forms/read-text.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function cells(text: string): string[][] {
  const reading = readTextGrid(bytes(text));
  if (!reading.ok) throw new Error(reading.problems.map(describeProblem).join());
  return reading.grid.rows.map((row) => row.map((cell) => cell.text));
}

function refusal(content: Uint8Array): string {
  const reading = readTextGrid(content);
  return reading.ok ? 'taken' : reading.problems.map(describeProblem).join('\n');
}

describe('tab-separated text', () => {
  it('is cells and rows, with any line ends', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      expect(cells(`a\tb${end}${end}c\t`)).toEqual([['a', 'b'], [''], ['c', '']]);
    }
  });

  it('may quote a cell with tabs, line breaks and doubled quotes', () => {
    expect(cells('"uno\ndos"\t"dijo ""hola"""\t"a\tb"\r\nfin\t')).toEqual([
      ['uno\ndos', 'dijo "hola"', 'a\tb'],
      ['fin', ''],
    ]);
  });

  it('keeps a quote that quotes nothing as plain text', () => {
    expect(cells('"Semana" de paz\t5" de alto\n"sin cerrar\totra\ncita "final"\t')).toEqual([
      ['"Semana" de paz', '5" de alto'],
      ['"sin cerrar', 'otra'],
      ['cita "final"', ''],
    ]);
  });

  it('loses its mark, control and bidi characters', () => {
    expect(cells('\uFEFFa\u0007b\t\u202Ec')).toEqual([['ab', 'c']]);
  });

  it('gives back whatever is written quoted', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ñ', '"', '\t', '\n', ' ', '1') });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 5 }),
        (rows) => {
          const text = rows
            .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join('\t'))
            .join('\n');
          expect(cells(text)).toEqual(rows);
        },
      ),
    );
  });
});

describe('a file that is no such text is refused', () => {
  const AGAIN = 'ábralo en Excel y elija Archivo, Guardar como, Libro de Excel (.xlsx).';
  const CHECK = 'se esperaba el archivo del plan: revise que sea el correcto y que esté guardado.';
  const files: readonly [Uint8Array, string, string][] = [
    [new Uint8Array(), 'está vacío', CHECK],
    [bytes(' \n\t\n'), 'está vacío', CHECK],
    [
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1]),
      'es un libro de Excel antiguo (.xls) o tiene contraseña',
      `se esperaba un libro .xlsx sin contraseña: ${AGAIN}`,
    ],
    [
      bytes('%PDF-1.7\t'),
      'es un PDF',
      'se esperaba el plan en Excel (.xlsx): pida el archivo original a quien lo elaboró.',
    ],
    [
      bytes('<html>\t</html>'),
      'es una página web guardada con otro nombre',
      `se esperaba un libro .xlsx: ${AGAIN}`,
    ],
    [
      Uint8Array.from([0x41, 0, 9, 0xff]),
      'no es un libro de Excel ni un texto',
      'se esperaba el plan en Excel (.xlsx): revise que sea el archivo correcto.',
    ],
  ];
  it('saying what it is, and what to do', () => {
    for (const [file, fault, advice] of files)
      expect(refusal(file)).toBe(`Fila 1, columna A: el archivo ${fault}; ${advice}`);
  });

  it('for its size, and blank cells do not count', () => {
    expect(refusal(new Uint8Array(20 * 1024 * 1024 + 1))).toBe(
      'Fila 1, columna A: el archivo pasa de 20 MB; se esperaba un archivo más pequeño: quite hojas e imágenes, o divida el plan por dependencia.',
    );
    const bounds =
      'se esperaba un plan de hasta 11.000 filas y 100 columnas: divídalo por dependencia, un archivo para cada una.';
    expect(refusal(bytes(`a\t${'\n'.repeat(11_000)}x`))).toBe(
      `Fila 11001, columna A: hay datos después de la fila 11.000; ${bounds}`,
    );
    expect(refusal(bytes(`a${'\t'.repeat(100)}x`))).toBe(
      `Fila 1, columna CW: hay datos después de la columna 100; ${bounds}`,
    );
    expect(refusal(bytes(`a${'\t'.repeat(500)}\n${'\n'.repeat(15_000)}`))).toBe('taken');
  });
});
