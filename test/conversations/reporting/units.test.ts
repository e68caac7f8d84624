import { describe, expect, it } from 'vitest';
import { differingReports } from '../../../src/db/audit-check/reports.ts';
import { eq } from '../../../src/db/drizzle.ts';
import { activity } from '../../../src/db/schema/index.ts';
import { momentAt } from '../../../src/domain/dates.ts';
import { Talk } from './talk.ts';

const talleres = { measure: 'talleres', yearAmount: 4 } as const;

/** Ana reports n.º 1, counted in talleres, and n.º 2, a percentage. */
function asked(...rows: ConstructorParameters<typeof Talk>[0]): Talk {
  const talk = new Talk(
    rows.length > 0
      ? rows
      : [
          { number: '1', name: 'Talleres de liderazgo', ...talleres },
          { number: '2', name: 'Portal web' },
        ],
  );
  talk.say('/reportar');
  return talk;
}

describe('an activity with a measure', () => {
  it('is asked in units, with a button for each, and shown in units', () => {
    const ana = asked();
    expect(ana.last).toContain('¿Cuántos talleres van en total, de 4, en la n.º 1 al 31 de marzo?');
    expect(ana.labels).toEqual(['0', '1', '2', '3', '4', 'Omitir por ahora']);
    ana.tap('3');
    expect(ana.last).toContain('3 de 4 talleres (75 %). Describa en una o dos frases lo realizado');
    ana.say('Se dictaron con las juntas de acción comunal');
    expect(ana.last).toContain('✅ n.º 1: 3 de 4 talleres (75 %) · «Se dictaron con las juntas');
    expect(ana.stored('1')).toEqual({
      progress: 750,
      amount: 3,
      observation: 'Se dictaron con las juntas de acción comunal',
    });
    expect(differingReports(ana.db)).toEqual([]);
  });

  it.each([
    ['2', { progress: 500, amount: 2 }],
    ['tres talleres', { progress: 750, amount: 3 }],
    ['3 de 4', { progress: 750, amount: 3 }],
    ['5 de 4', { progress: 1000, amount: 5 }],
    ['75 %', { progress: 750, amount: 3 }],
    ['70 %', { progress: 700, amount: null }],
    ['ninguno', { progress: 0, amount: 0 }],
  ])('stores «%s» as what was meant', (text, figure) => {
    const ana = asked();
    ana.say(text);
    ana.say('Se dictaron con las juntas de acción comunal');
    expect(ana.stored('1')).toMatchObject(figure);
  });

  it('shows more than the year asks for, and counts it as all', () => {
    const ana = asked();
    ana.say('5 de 4 talleres, se dictó uno más');
    expect(ana.last).toContain('✅ n.º 1: 5 de 4 talleres (100 %) · «se dictó uno más»');
  });

  it('asks which a larger number is; a yes does not say it', () => {
    const ana = asked();
    ana.say('75');
    expect(ana.last).toContain('¿75 talleres o 75 % en total en la n.º 1?');
    expect(ana.labels).toEqual(['75 talleres', '75 %', 'No, otro']);
    ana.say('sí');
    expect(ana.last).toContain('Toque uno de los dos botones');
    ana.say('75 %');
    expect(ana.last).toContain('3 de 4 talleres (75 %). Describa');
  });

  it('asks about another whole, and a no asks again', () => {
    const ana = asked();
    ana.say('3 de 5');
    expect(ana.labels).toEqual(['3 talleres', '60 %', 'No, otro']);
    ana.tap('No, otro');
    expect(ana.last).toContain('¿Cuántos talleres van en total');
    ana.say('más de 3');
    expect(ana.last).toContain('¿Van en total 3 de 4 talleres (75 %) en la n.º 1?');
    ana.tap('Sí, 3 talleres');
    ana.say('Se dictaron con las juntas de acción comunal');
    expect(ana.stored('1')).toMatchObject({ progress: 750, amount: 3 });
  });

  it('keeps the units of a draft, and takes another figure at the words', () => {
    const ana = asked();
    ana.say('2');
    ana.say('/cancelar');
    ana.say('/reportar');
    expect(ana.last).toContain('2 de 4 talleres (50 %). Describa');
    ana.say('3 talleres');
    expect(ana.last).toContain('¿Cambiamos la n.º 1 de 2 de 4 talleres (50 %) a 3 de 4 talleres (75 %)');
    ana.tap('Cambiar a 3 talleres');
    ana.say('Se dictaron con las juntas de acción comunal');
    expect(ana.stored('1')).toMatchObject({ progress: 750, amount: 3 });
  });

  it('asks about fewer than at an earlier cut, and takes the same as before', () => {
    const ana = asked();
    ana.say('3 talleres, con las juntas de acción comunal');
    ana.now = momentAt('2022-06-16', 9);
    ana.say('/reportar');
    expect(ana.last).toContain('Antes: marzo, 3 de 4 talleres (75 %)');
    ana.say('2');
    expect(ana.last).toContain('reportó 3 de 4 talleres (75 %) y ahora 2 de 4 talleres (50 %)');
    ana.tap('No, corregir');
    ana.tap('Igual que antes');
    expect(ana.stored('1', 2)).toEqual({
      progress: 750,
      amount: 3,
      observation: 'con las juntas de acción comunal',
    });
  });

  it('is asked as a percentage without an amount of the year, and when it is permanent', () => {
    const ana = asked({ number: '1', measure: 'talleres', yearAmount: null });
    expect(ana.last).toContain('¿Qué porcentaje de avance lleva la n.º 1');
    const luz = asked({ number: '1', ...talleres, keeps: true });
    expect(luz.last).toContain('¿Qué porcentaje cumplió la n.º 1');
  });

  it.each([
    ['personas', 5000, '¿Cuántas personas van en total, de 5000'],
    ['jornadas de capacitación', 3, '¿Cuántas jornadas de capacitación van en total, de 3'],
    ['informes', 12, '¿Cuántos informes van en total, de 12'],
    ['km', 2.5, '¿Cuántos km van en total, de 2,5'],
    ['programas', 2, '¿Cuántos programas van en total, de 2'],
    ['reuniones', 20_000, '¿Cuántas reuniones van en total, de 20.000'],
    ['documento', 1, '¿Cuánto va en total, de 1 documento'],
  ])('asks for %s in good Spanish', (measure, yearAmount, question) => {
    expect(asked({ number: '1', measure, yearAmount }).last).toContain(question);
  });
});

describe('several lines and corrections', () => {
  const plan = [
    { number: '1', name: 'Talleres de liderazgo', ...talleres },
    { number: '2', name: 'Portal web' },
    { number: '3', name: 'Informes', measure: 'informes', yearAmount: 12 },
    { number: '4', name: 'Emisora' },
  ] as const;

  it('reads each line in its own measure', () => {
    const ana = asked(...plan);
    ana.say('1: 3 talleres, con las juntas\n2: 80 % portal publicado\n3: 9 informes, en la página');
    expect(ana.last).toContain('n.º 1: 3 de 4 talleres (75 %) · con las juntas');
    expect(ana.last).toContain('n.º 2: 80 % · portal publicado');
    expect(ana.last).toContain('n.º 3: 9 de 12 informes (75 %) · en la página');
    ana.tap('Guardar estas 3');
    expect(ana.last).toContain('n.º 3: 9 de 12 informes (75 %) · «en la página»');
    expect(ana.stored('1')).toEqual({ progress: 750, amount: 3, observation: 'con las juntas' });
    expect(ana.stored('2')).toEqual({ progress: 800, amount: null, observation: 'portal publicado' });
    expect(ana.stored('3')).toEqual({ progress: 750, amount: 9, observation: 'en la página' });
  });

  it('reads them in one line too, and shows a bare number first', () => {
    const ana = asked(...plan);
    ana.say('1: 3 talleres con las juntas, 3: 9 informes publicados en la página');
    expect(ana.last).toContain('n.º 1: 3 de 4 talleres (75 %)');
    expect(ana.last).toContain('n.º 3: 9 de 12 informes (75 %)');
    expect(ana.stored('1')).toBeUndefined();
    ana.tap('No');
    ana.say('3: 9');
    expect(ana.stored('3')).toBeUndefined();
  });

  it('saves one clear line at once', () => {
    const ana = asked(...plan);
    ana.say('3: 2 informes, se publicaron en la página');
    expect(ana.stored('3')).toEqual({ progress: 167, amount: 2, observation: 'se publicaron en la página' });
    expect(ana.last).toContain('✅ n.º 3: 2 de 12 informes (16,7 %)');
  });

  it('answers what is asked when the number is an amount', () => {
    const ana = asked(...plan);
    for (const text of ['3 de 4', '3/4', '3 talleres', '3']) {
      ana.say(text);
      expect(ana.last).toMatch(/3 de 4 talleres \(75 %\)/);
      expect(ana.stored('3')).toBeUndefined();
    }
  });

  it('asks which a number of a line or a correction is', () => {
    const ana = asked(...plan);
    ana.say('3: 50');
    expect(ana.last).toContain('¿50 informes o 50 % en total en la n.º 3?');
    ana.tap('50 %');
    ana.say('se publicaron en la página');
    expect(ana.stored('3')).toMatchObject({ progress: 500, amount: 6 });
    ana.say('la 3 es 75');
    expect(ana.last).toContain('¿Cambio la n.º 3 de 6 de 12 informes (50 %) a 75 informes o a 75 %?');
    ana.tap('75 %');
    expect(ana.stored('3')).toMatchObject({ progress: 750, amount: 9 });
    ana.say('1: 3 de 4: se dictaron en la comuna');
    expect(ana.stored('1')).toEqual({ progress: 750, amount: 3, observation: 'se dictaron en la comuna' });
  });

  it('corrects in words, by the button and by a line', () => {
    const ana = asked(...plan);
    ana.say('3 talleres, con las juntas de acción comunal');
    ana.say('perdón, eran 2 talleres');
    expect(ana.last).toContain('¿Cambio la n.º 1 de 3 de 4 talleres (75 %) a 2 de 4 talleres (50 %)?');
    ana.tap('Sí, 2 talleres');
    expect(ana.stored('1')).toMatchObject({ progress: 500, amount: 2 });
    ana.say('la 1 es 4 no 2');
    expect(ana.last).toContain('de 2 de 4 talleres (50 %) a 4 de 4 talleres (100 %)?');
    ana.tap('Sí, 4 talleres');
    expect(ana.stored('1')).toMatchObject({ progress: 1000, amount: 4 });
    ana.say('corregir la 1');
    expect(ana.last).toContain('¿Qué corrige de la n.º 1: la cantidad, lo realizado o ambas cosas?');
    ana.tap('1');
    expect(ana.stored('1')).toMatchObject({ progress: 250, amount: 1 });
    ana.say('1: 3 talleres');
    expect(ana.last).toContain('a 3 de 4 talleres (75 %)?');
  });
});

describe('Planeación', () => {
  it('corrects in units, by button and in words', () => {
    const talk = asked();
    talk.say('3 talleres, con las juntas de acción comunal');
    talk.asCoordinator();
    const correct = () => {
      talk.say('/resumen');
      talk.tap('Detalle');
      talk.tap('🟢');
      talk.tap('Corregir por la entidad');
    };
    correct();
    expect(talk.last).toContain('3 de 4 talleres (75 %)');
    expect(talk.last).toContain('¿Cuántos talleres van en total, de 4, en la n.º 1?');
    expect(talk.labels).toEqual(['0', '1', '2', '3', '4', 'Dejar 3 talleres', 'No corregir']);
    talk.say('75');
    expect(talk.last).toBe('¿75 talleres o 75 %? Escríbalo así, con la unidad o con %.');
    talk.say('2 talleres');
    talk.tap('Dejar el texto');
    talk.say('Contado dos veces');
    expect(talk.last).toContain('Quedará: 2 de 4 talleres (50 %)');
    talk.tap('Sí, corregir');
    expect(talk.stored('1')).toMatchObject({ progress: 500, amount: 2 });
    expect(differingReports(talk.db)).toEqual([]);
  });
});

describe('a measure that changes between the question and its answer', () => {
  const change = (talk: Talk, to: { measure: string | null; yearAmount: number | null }) =>
    talk.db.update(activity).set(to).where(eq(activity.number, '1')).run();

  it.each([
    [
      'a percentage, now units',
      { measure: null, yearAmount: null },
      { measure: 'personas', yearAmount: 5000 },
      '50',
    ],
    [
      'units, now a percentage',
      { measure: 'personas', yearAmount: 40 },
      { measure: null, yearAmount: null },
      '30',
    ],
    ['of 4, now of 6', { measure: 'talleres', yearAmount: 4 }, { measure: 'talleres', yearAmount: 6 }, '3'],
  ])('%s: a number is asked again, a percentage counts', (_, then, now, number) => {
    const ana = asked({ number: '1', ...then });
    change(ana, now);
    ana.say(number);
    expect(ana.last).toContain('Planeación cambió cómo se mide la n.º 1 y no guardé esa cifra.');
    ana.say(number);
    expect(ana.last).not.toContain('Planeación cambió');
    const luz = asked({ number: '1', ...then });
    change(luz, now);
    luz.say('50 %, con las juntas');
    expect(luz.stored('1')).toMatchObject({ progress: 500, observation: 'con las juntas' });
  });

  it('asks again for an amount that waited for its words', () => {
    const ana = asked({ number: '1', ...talleres });
    ana.tap('2');
    change(ana, { measure: 'talleres', yearAmount: 6 });
    ana.say('Se dictaron con las juntas');
    expect(ana.stored('1')).toBeUndefined();
    expect(ana.last).toContain('¿Cuántos talleres van en total, de 6, en la n.º 1?');
    ana.say('/cancelar');
    ana.say('/reportar');
    expect(ana.last).toContain('¿Cuántos talleres van en total, de 6');
    ana.say('2');
    expect(ana.stored('1')).toEqual({ progress: 333, amount: 2, observation: 'Se dictaron con las juntas' });
  });

  it('asks again for a tapped amount, and keeps the words that came with a number', () => {
    const ana = asked({ number: '1', ...talleres });
    change(ana, { measure: 'talleres', yearAmount: 6 });
    ana.tap('3');
    expect(ana.last).toContain('¿Cuántos talleres van en total, de 6, en la n.º 1?');
    change(ana, { measure: 'talleres', yearAmount: 8 });
    ana.say('3 talleres, con las juntas');
    ana.say('4');
    expect(ana.stored('1')).toEqual({ progress: 500, amount: 4, observation: 'con las juntas' });
  });
});
