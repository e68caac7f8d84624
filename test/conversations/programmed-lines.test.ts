import { describe, expect, it } from 'vitest';
import { programmedLines } from '../../src/conversations/importing/programmed-lines.ts';
import type { FormFigure } from '../../src/forms/form.ts';
import { realForm } from '../world/form.ts';

/** The real form whose activities 1, 2… program these amounts in the four cuts. */
function told(target: string, ...amounts: readonly (readonly number[])[]) {
  const form = realForm();
  const cuts = ['03-31', '06-30', '09-30', '12-31'].map((day, place) => {
    return { number: place + 1, date: `2022-${day}`, label: '', headingDate: '' };
  });
  const activities = form.activities.map((each, index) => {
    const planned = amounts[index]?.map((amount, place): FormFigure => ({ cut: place + 1, amount }));
    return { ...each, target, ...(planned === undefined ? {} : { planned }) };
  });
  return { form: { activities, cuts }, lines: programmedLines({ activities, cuts }) };
}

describe('what an import says of what is programmed', () => {
  it('is nothing where all is clear', () => {
    expect(told('').lines).toEqual([]);
    expect(told('4 talleres', [1, 2, 3, 4]).lines).toEqual([]);
  });

  it('names what was added up, and what may be read in two ways', () => {
    expect(told('4 talleres', [1, 1, 1, 1], [1, 2, 3, 4], [0, 3, 0, 1]).lines).toEqual([
      'Lo programado viene por corte y se suma: n.º 1 y 3.',
    ]);
    expect(told('Talleres', [1, 1, 1, 1]).lines).toEqual([
      'Lo programado se puede leer de dos maneras y cuentan las fechas: n.º 1. Se programa en /cortes.',
    ]);
  });

  it('says that what Planeación set comes along', () => {
    const { form } = told('');
    const keeps = { basis: 'keeps', measure: null, yearAmount: null, figures: [] } as const;
    const activities = form.activities.map((each) => ({ ...each, programming: keeps }));
    expect(programmedLines({ ...form, activities })).toEqual([
      'Trae lo que Planeación programó: vale para las actividades nuevas y no cambia las guardadas.',
    ]);
  });
});
