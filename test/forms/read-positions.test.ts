import { describe, expect, it } from 'vitest';
import { formOf, Variant, warningsOf } from './real-form.ts';

const form = () => new Variant();

describe('positions', () => {
  const positions = (cell: string, knownPositions: string[] = []) => {
    const reading = form().set('D12', cell).read({ knownPositions });
    return { positions: formOf(reading).activities[0]?.positions, warnings: warningsOf(reading) };
  };

  it('part at commas, semicolons and line breaks', () => {
    expect(positions('Alcalde, Secretario;Tesorera\nPersonero').positions).toEqual([
      'Alcalde',
      'Secretario',
      'Tesorera',
      'Personero',
    ]);
  });

  it('part at y and / where every part is a position of this form', () => {
    const both = ['Líder de Rendición de Cuentas', 'Lider de participacion ciudadana'];
    expect(positions(both.join(' y ')).positions).toEqual(both);
    expect(positions(both.join('/ ')).positions).toEqual(both);
  });

  it('part where every part is a position of an earlier form', () => {
    expect(positions('Alcalde y Secretario', ['ALCALDE', 'Secretario'])).toEqual({
      positions: ['Alcalde', 'Secretario'],
      warnings: [],
    });
  });

  it('stay whole, with a warning, where a part is no position by itself', () => {
    expect(positions('Secretaria de Gobierno y Convivencia')).toEqual({
      positions: ['Secretaria de Gobierno y Convivencia'],
      warnings: [
        'Fila 12, columna D: no se sabe si «Secretaria de Gobierno y Convivencia» es un cargo o varios; se deja como uno solo.',
      ],
    });
  });

  it('stay whole without a word when the whole name was a position before', () => {
    expect(
      positions('Gobierno y Convivencia', ['gobierno y convivencia', 'Gobierno', 'Convivencia']),
    ).toEqual({
      positions: ['Gobierno y Convivencia'],
      warnings: [],
    });
  });

  it('are told once each', () => {
    expect(positions('Alcalde, ALCALDE , alcalde').positions).toEqual(['Alcalde']);
  });
});
