import { describe, expect, it } from 'vitest';
import { readCorrection } from '../../../src/domain/answers/corrections.ts';
import { planNumbers } from '../../../src/domain/answers/plan-numbers.ts';

const numbers = planNumbers(['1', '2', '3', 'C2-1.1']);

describe('a correction in words', () => {
  it.each([
    ['perdón, era 60 %', 'unsaid', 600],
    ['me equivoqué, en la anterior es 60', 'last', 600],
    ['no, era 60', 'unsaid', 600],
    ['la 3 es 70 no 60', '3', 700],
    ['cambie la n.º 1 de 80% a 60%', '1', 600],
    ['en la C2-1.1 era 45 por ciento', 'C2-1.1', 450],
    ['la anterior ya está cumplida', 'last', 1000],
    ['corregir la 1', '1', null],
    ['la 2 quedó mal', '2', null],
  ])('%j is of %s, %s', (text, of, tenths) => {
    const read = readCorrection(text, () => numbers);
    expect(read?.of.kind === 'number' ? read.of.number : read?.of.kind).toBe(of);
    expect(read?.tenths).toBe(tenths);
  });

  it('brings what was done along', () => {
    expect(readCorrection('la 2 es 75 %, se publicó ayer', () => numbers)).toMatchObject({
      tenths: 750,
      observation: 'se publicó ayer',
    });
  });

  it.each([
    '80 %',
    '80% se corrigió el informe anterior',
    'Se corrigió el informe del año anterior',
    'La vigencia anterior quedó publicada en la web',
    'Era necesario convocar a la JAC y se hizo',
    'Perdón público realizado con las víctimas',
    'póngale 80',
  ])('%j is none', (text) => {
    expect(readCorrection(text, () => numbers)).toBeNull();
  });
});
