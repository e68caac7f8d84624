import { describe, expect, it } from 'vitest';
import { realForm } from '../world/form.ts';
import { formOf, problemsOf, Variant } from './real-form.ts';

const form = () => new Variant();

describe('a form printed another way is the same form', () => {
  const same: Record<string, () => Variant> = {
    'columns in another order, the block among them': () => form().reorder('BANOCDGHEFIJKLM'),
    'headings split by the scanner': () =>
      form()
        .set('B10', 'ACTIVI DAD')
        .set('D10', 'RESPON SABLE')
        .set('G11', 'FECHA DE INI CIO')
        .set('K10', 'GRU PO DE VALOR INVOLUCRADO'),
    'headings in small letters, without accents, with line breaks': () =>
      form()
        .set('J10', 'Canal de\ncomunicacion')
        .set('A10', 'N.º')
        .set('D10', 'Responsables:')
        .set('H11', 'fecha de\nterminación'),
    'the words of other entities': () =>
      form()
        .set('B10', 'Actividades programadas')
        .set('C10', 'Meta o producto')
        .set('D10', 'Dependencia responsable')
        .set('G11', 'Fecha inicial')
        .set('H11', 'Fecha de finalización')
        .set('A10', 'ÍTEM'),
    'headings repeated in the middle of the data': () =>
      form().insertRow(14, form().rows[9]).insertRow(15, form().rows[10]),
    'the title printed again on a second page': () =>
      form().insertRow(14, form().rows[2]).insertRow(15, form().rows[3]).insertRow(16, form().rows[9]),
    'a row of totals and one of averages': () =>
      form()
        .insertRow(20, ['TOTAL', '', '', '', '', '', '', '', '', '', '', '', '', '28,6%'])
        .insertRow(21, ['', 'Promedio', '', '28,6%']),
    'blank rows at the top, between the headings and among the activities': () =>
      form().insertRow(11).insertRow(1).insertRow(15),
    'extra blank columns, inside the block too': () => {
      const variant = form();
      variant.rows = variant.rows.map((cells, index) =>
        index >= 9 && index < 19
          ? [...cells.slice(0, 3), '', ...cells.slice(3, 14), '', ...cells.slice(14)]
          : cells,
      );
      return variant;
    },
    'rows without their last tabs': () => {
      const variant = form();
      variant.rows = variant.rows.map((cells) =>
        cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1),
      );
      return variant;
    },
    'a third heading row that names the two cells of the block': () =>
      form().insertRow(12, [...Array<string>(13).fill(''), '% DE AVANCE', 'OBSERVACIONES']),
    'dates written in other ways': () =>
      form()
        .set('G12', '2022-01-01')
        .set('H12', '31-12-2022')
        .set('G13', '1 de enero de 2022')
        .set('H13', '31/dic/2022')
        .set('G14', '1/1/2022')
        .set('J7', ' 2022 '),
    'the code box in one cell': () =>
      form()
        .set('N3', 'CÓDIGO: PL-PC-01 VERSIÓN: 1.0 FECHA: 13/07/2020')
        .set('O3', '')
        .set('N4', '')
        .set('O4', '')
        .set('N5', '')
        .set('O5', ''),
    'labels and values in the same cell': () =>
      form()
        .set('A6', 'ALCALDIA LOCAL ISLA DEL CASCAJAL')
        .set('C6', '')
        .set('H7', 'VIGENCIA 2022')
        .set('J7', '')
        .set('A7', 'FECHA DE ELABORACIÓN: 31/01/2022')
        .set('C7', ''),
    'percentages written in other ways': () =>
      form().set('N12', '0 %').set('N13', '100').set('N14', '100,0 %').set('N16', '0.0%'),
    'the observation before the percentage': () =>
      form()
        .reorder('ABCDEFGHIJKLMON')
        .set('N10', 'PRIMER MONITOREO')
        .set('N11', 'CORTE MARZO 31')
        .set('O10', '')
        .set('O11', ''),
    'a label printed again: the first value counts': () => form().set('P3', 'CÓDIGO:').set('Q3', 'OTRO-9'),
    'a column of the form right of the block, its heading in the lower row': () =>
      form().reorder('ABCDEFGHIJKLNOM').set('O10', '').set('O11', 'RECURSOS'),
    'signatures side by side': () => {
      const variant = form();
      variant.rows = variant.rows.slice(0, 20);
      variant.rows.push(
        ['', 'ELABORÓ:', '', '', '', 'REVISÓ Y APROBÓ:'],
        ['', 'Nombre:', 'Aracelly Arboleda Urbano', '', '', 'Nombre: Julio Cesar Biojó Estacio'],
        ['', 'Cargo:', 'Profesional Universitario', '', '', 'Cargo:', 'Alcalde Local'],
      );
      return variant;
    },
  };
  for (const [name, variant] of Object.entries(same)) {
    it(name, () => {
      const reading = variant().read();
      expect(problemsOf(reading)).toEqual([]);
      expect({ ...formOf(reading), cuts: [] }).toEqual({ ...realForm(), cuts: [] });
      expect(formOf(reading).cuts.map(({ date }) => date)).toEqual(['2022-03-31']);
    });
  }
});
