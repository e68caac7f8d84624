import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Form } from '../../../src/forms/form.ts';
import { readFormFile } from '../../../src/forms/read-file.ts';
import { formOf, problemsOf } from '../real-form.ts';
import { EVIDENCE, exported, PRELIMINARY, reported } from './export-forms.ts';
import { filled } from './workbook-parts.ts';

/** How each file was made is told in its README. */
const FOLDER = new URL('../../data/writers/', import.meta.url);
const named = (ending: RegExp) => readdirSync(FOLDER).filter((name) => ending.test(name));
const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(name, FOLDER)));

const ACTIVITIES = [
  '1 Formular el plan de niñez <piloto> & difundirlo · Un plan · Secretaría de Gobierno · 2023-01-02..2023-06-30 · Plan formulado · 1:250 Se inició:\n- mesa 1\n- mesa 2 · 2:500 Sigue',
  '2 Publicar la «estrategia» · 100 % publicado · Oficina de Prensa · 2023-02-28..2023-12-31 · Número de publicaciones · 1:0 Aún no  inicia · 2:333 =1+1 no es fórmula',
  '3 Capacitar a 20 líderes · 20 líderes · Secretaría de Gobierno · 2023-03-01..2023-11-15 · Líderes capacitados · 1:1000 Listo · 2:1000 Ñandú, fin',
];

function linesOf(form: Form): string[] {
  return form.activities.map((one) =>
    [
      `${one.number} ${one.name}`,
      one.target,
      one.positions.join('|'),
      `${one.start}..${one.end}`,
      one.indicator,
      ...one.monitoring.map(
        ({ cut, progressTenths, observation }) => `${cut}:${progressTenths} ${observation}`,
      ),
    ].join(' · '),
  );
}

describe('the same plan by each writer is read alike', () => {
  for (const name of named(/\.(xlsx|csv|txt)$/))
    it(name, () => {
      const reading = readFormFile(bytesOf(name));
      expect(problemsOf(reading)).toEqual([]);
      const form = formOf(reading);
      expect(linesOf(form)).toEqual(ACTIVITIES);
      expect([form.code, form.title, form.version, form.fiscalYear, form.entity]).toEqual([
        'PL-ES-07',
        'PLAN DE ACCIÓN «NIÑEZ» & SALUD',
        '2.0',
        2023,
        'ALCALDÍA MUNICIPIO DE PRUEBA',
      ]);
      expect(form.cuts.map(({ number, date }) => `${number} ${date}`)).toEqual([
        '1 2023-03-31',
        '2 2023-06-30',
      ]);
    });
});

describe('a workbook of each writer is filled in place, and reads as what was written', () => {
  for (const name of named(/\.xlsx$/))
    it(name, () => {
      const bytes = bytesOf(name);
      const before = formOf(readFormFile(bytes));
      const form = exported(reported(before, 3), 3, PRELIMINARY, EVIDENCE);
      const after = formOf(readFormFile(filled(bytes, form)));
      expect(linesOf(after)).toEqual(linesOf(form));
    });
});

describe('what these writers store in other formats is refused for what it is', () => {
  const kinds = { xls: 'antiguo (.xls)', xlsb: '(.xlsb)', ods: '(.ods' };
  for (const [ending, words] of Object.entries(kinds))
    for (const name of named(new RegExp(`\\.${ending}$`)))
      it(name, () => {
        expect(problemsOf(readFormFile(bytesOf(name)))).toEqual([expect.stringContaining(words)]);
      });
});
