import { describe, expect, it } from 'vitest';
import { describeMending } from '../../src/forms/findings.ts';
import type { Grid } from '../../src/forms/grid.ts';
import { menderOf } from '../../src/forms/mend-splits.ts';
import { formOf, Variant } from './real-form.ts';

function mended(text: string, ...elsewhere: string[]): string {
  const grid: Grid = { sheet: '', rows: [[{ text }], ...elsewhere.map((other) => [{ text: other }])] };
  return menderOf(grid)(text).text;
}

describe('a word split by a space', () => {
  it('is joined when the joined word stands elsewhere, accents and case aside', () => {
    expect(mended('Humanos, fisicos,tecnologi cos', 'Tecnológicos')).toBe('Humanos, fisicos,tecnologicos');
    expect(mended('de sarrollo', 'Desarrollo local')).toBe('desarrollo');
  });

  it('is joined over a line break', () => {
    expect(mended('partici\npación', 'participacion')).toBe('participación');
  });

  it('is joined however often the same split stands in the form', () => {
    expect(mended('tecnologi cos', 'tecnologi cos', 'tecnologi cos', 'tecnologicos')).toBe('tecnologicos');
  });

  it('stays when the joined word stands nowhere', () => {
    expect(mended('tecnologi cos', 'tecnologia')).toBe('tecnologi cos');
  });

  it('stays when both halves stand elsewhere by themselves', () => {
    expect(mended('contra parte', 'contraparte', 'contra todos', 'una parte')).toBe('contra parte');
  });

  it('is joined when only one half stands elsewhere by itself', () => {
    expect(mended('con stancia', 'constancia', 'con todos')).toBe('constancia');
  });

  it('stays when it is right both in one piece and in two', () => {
    expect(mended('en torno a la plaza', 'el entorno')).toBe('en torno a la plaza');
    expect(mended('por que no', 'porque')).toBe('por que no');
  });

  it('leaves everything else alone: double spaces, digits, hyphens, short words', () => {
    const others = ['tecnologicos', 'meta2', 'dela', 'plan1'];
    expect(mended('tecnologi  cos y plan 1, meta-2; de l a', ...others)).toBe(
      'tecnologi  cos y plan 1, meta-2; de l a',
    );
  });

  it('is told with its cell, and only headings are left as they are', () => {
    const reading = new Variant()
      .set('B16', 'Realizar campa ñas informativas')
      .set('N10', 'PRIMER MONI TOREO')
      .read();
    expect(formOf(reading).activities[3]?.name).toBe('Realizar campañas informativas');
    expect(reading).toMatchObject({
      mendings: expect.arrayContaining([
        { sheet: '', row: 16, column: 'B', before: 'campa ñas', after: 'campañas' },
      ]),
    });
    expect(reading.ok && reading.mendings.map(describeMending)).toContain(
      'Fila 16, columna B: «campa ñas» se lee «campañas».',
    );
    expect(formOf(reading).cuts[0]?.label).toBe('PRIMER MONI TOREO');
  });
});
