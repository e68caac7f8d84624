import { describe, expect } from 'vitest';
import { sentence, textsOf } from '../world/story.ts';
import { acts, correctFirst, heard, presentations, presented, reportAll } from './review-steps.ts';

describe('Returning', () => {
  sentence(
    'Returned with a remark it reopens the activities named, is told to all, and can be presented and approved again',
    async (story) => {
      const { ana, berta, coordinator, mayor } = story;
      await reportAll(story);
      await story.at('2022-04-08', 10);
      await presented(story);
      await mayor.tap('Devolver');
      expect(mayor.buttons).not.toContain('Seguir');
      await mayor.tap(/☐ 1\./);
      expect(mayor.last).toContain('Se reabre 1 actividad');
      await mayor.tap('Seguir');
      expect(mayor.last.trim()).toMatch(/¿Cuál es su observación\?$/);
      await mayor.say('👍');
      expect(mayor.last).toContain('Escriba su observación en palabras');
      await mayor.say('Falta el soporte de la encuesta');
      expect(mayor.last).toContain('«Falta el soporte de la encuesta»');
      expect(mayor.last).toContain('hasta el 19 de abril');
      expect(presentations(story)[0]?.outcome).toBe(null);
      await mayor.tap('Sí, devolver');
      expect(presentations(story)[0]).toMatchObject({
        outcome: 'returned',
        remark: 'Falta el soporte de la encuesta',
      });
      expect(acts(story)).toContain('returned');
      await story.minutes(31);
      expect(ana.last).toMatch(
        /^Ana, Julio Biojó devolvió su actividad n\.º 1, en el primer monitoreo .*: «Falta el soporte de la encuesta»\./,
      );
      expect(ana.last).toContain('n.º 1: 25 % · «caracterización en curso»');
      expect(ana.last).toContain('hasta el 19 de abril');
      expect(ana.last).toMatch(/¿La deja en 25 % o la corrige\?$/);
      expect(ana.buttons).toEqual(['Dejar 25 %', 'Corregir']);
      expect(heard(berta, 'devolvió')).toHaveLength(0);
      expect(heard(coordinator, 'Julio Biojó devolvió el primer monitoreo')).toHaveLength(1);
      await coordinator.say('/resumen');
      expect(coordinator.last).toContain(
        'Preliminar · devuelto por Julio Biojó el 8 de abril: «Falta el soporte',
      );
      await coordinator.say('/presentar');
      expect(coordinator.last).toContain('¿Cerrar ya?');
      await coordinator.tap('Esperar');
      await correctFirst(story, '35% con el soporte');
      await presented(story);
      await mayor.tap('Aprobar');
      await mayor.tap('Sí, aprobar');
      expect(presentations(story).map((each) => each.outcome)).toEqual(['returned', 'approved']);
    },
  );

  sentence('Numbers choose the activities and are never the remark', async (story) => {
    const { mayor } = story;
    await reportAll(story);
    await story.at('2022-04-08', 10);
    await presented(story);
    await mayor.tap('Devolver');
    await mayor.say('9');
    expect(mayor.last).toContain('no se pregunta la n.º 9');
    await mayor.say('la 1 y la 4');
    expect(mayor.last).toContain('Devolver el primer monitoreo (corte 31 de marzo)');
    expect(mayor.last).toMatch(/n\.º 1 y 4[\s\S]*¿Cuál es su observación\?$/);
    await mayor.say('Falta el acta');
    expect(mayor.last).toContain('«Falta el acta»');
    expect(mayor.last).toContain('Se reabren las n.º 1 y 4 hasta el 19 de abril');
    await mayor.say('4');
    expect(mayor.last).toContain('«Falta el acta»');
    await mayor.say('sí');
    expect(mayor.last).toContain('Se reabrió la n.º 4');
    expect(presentations(story)[0]).toMatchObject({ outcome: 'returned', remark: 'Falta el acta' });
  });

  sentence('The remark is required, may come first, and nothing is returned without a yes', async (story) => {
    const { mayor } = story;
    await reportAll(story);
    await presented(story);
    await mayor.tap('Devolver');
    await mayor.say('Revisen los porcentajes');
    expect(mayor.last).toContain('Observación: «Revisen los porcentajes»');
    await mayor.tap('Todas');
    await mayor.tap('Seguir');
    expect(mayor.last).toContain('Se reabren las n.º 1, 2, 3, 4, 5, 6 y 7');
    await mayor.tap('Cancelar');
    expect(mayor.last).toContain('No se decidió nada');
    expect(presentations(story)[0]?.outcome).toBe(null);
    await mayor.tap('Devolver');
    await mayor.say('x'.repeat(1_001));
    expect(mayor.last).toContain('1000 caracteres');
    await mayor.say('/resumen');
    expect(presentations(story)[0]?.outcome).toBe(null);
  });

  sentence('Written in one message it is shown as understood and done with one tap', async (story) => {
    const { mayor } = story;
    await reportAll(story);
    await presented(story);
    await mayor.say('devolver 7: falta el enlace');
    expect(mayor.last).toContain('Observación: «falta el enlace»');
    expect(mayor.last).toContain('Se reabre la n.º 7 hasta el');
    expect(presentations(story)[0]?.outcome).toBe(null);
    await mayor.tap('Cancelar');
    await mayor.say('Devuelvo la 3 y la 5 porque faltan las actas');
    expect(mayor.last).toContain('«faltan las actas»');
    expect(mayor.last).toContain('Se reabren las n.º 3 y 5 hasta el');
    await mayor.tap('Cancelar');
    await mayor.say('devolver 9: no existe');
    expect(textsOf(mayor).at(-2)).toContain('no se pregunta la n.º 9');
    await mayor.say('7');
    await mayor.tap('Sí, devolver');
    expect(presentations(story)[0]).toMatchObject({ outcome: 'returned', remark: 'no existe' });
  });

  sentence('The responsible leaves it as it is with one tap, which ends what is pending', async (story) => {
    const { ana, berta, mayor } = story;
    await reportAll(story);
    await presented(story);
    await mayor.tap('Devolver');
    await mayor.say('1, 4 y 5: ¿es el porcentaje de marzo?');
    await mayor.tap('Sí, devolver');
    await story.minutes(31);
    expect(berta.buttons).toEqual(['Dejar 40 %', 'Corregir']);
    const returned = ana.lastMessage;
    expect(ana.buttons).toEqual([
      'n.º 1: dejar 25 %',
      'Corregir n.º 1',
      'n.º 5: dejar 30 %',
      'Corregir n.º 5',
    ]);
    await ana.tap('n.º 1: dejar 25 %');
    expect(ana.last).toContain('✅ n.º 1: queda en 25 % · «caracterización en curso»');
    expect(story.stored('1')).toEqual({ progress: 25, observation: 'caracterización en curso' });
    expect(story.revisions('1')).toBe(2);
    expect(await ana.tap('n.º 1: dejar 25 %', returned)).toBe('Esa pregunta ya quedó cerrada.');
    expect(story.revisions('1')).toBe(2);
    await ana.tap('Corregir n.º 5', returned);
    await ana.say('45% veedurías convocadas y dos actas');
    expect(story.stored('5')).toEqual({ progress: 45, observation: 'veedurías convocadas y dos actas' });
    await ana.tap('n.º 5: dejar 30 %', returned);
    expect(story.stored('5')?.progress).toBe(45);
    await berta.tap('Dejar 40 %');
    await story.coordinator.say('/presentar');
    expect(story.coordinator.buttons).toContain('Presentar');
  });

  sentence('The remark may be one of the usual ones', async (story) => {
    const { mayor } = story;
    await reportAll(story);
    await presented(story);
    await mayor.tap('Devolver');
    await mayor.say('7');
    await mayor.tap('Falta el soporte');
    await mayor.tap('Sí, devolver');
    expect(presentations(story)[0]).toMatchObject({ outcome: 'returned', remark: 'Falta el soporte' });
  });

  sentence('A typed yes or no answers the question and is never taken for the remark', async (story) => {
    const { mayor } = story;
    await reportAll(story);
    await presented(story);
    await mayor.tap('Devolver');
    await mayor.say('todas');
    await mayor.tap('Seguir');
    await mayor.say('Revisen los porcentajes');
    await mayor.say('no');
    expect(mayor.last).toContain('No se decidió nada');
    expect(presentations(story)[0]?.outcome).toBe(null);
    await mayor.tap('Devolver');
    await mayor.say('Revisen los porcentajes');
    await mayor.tap('Todas');
    await mayor.tap('Seguir');
    await mayor.say('Sí.');
    expect(presentations(story)[0]).toMatchObject({ outcome: 'returned', remark: 'Revisen los porcentajes' });
  });

  sentence('Devolver and Aprobar open at once: the first decision counts', async (story) => {
    const { mayor } = story;
    await reportAll(story);
    await presented(story);
    await mayor.tap('Devolver');
    await mayor.say('7');
    await mayor.say('Revisen los porcentajes');
    const returning = mayor.lastMessage;
    await mayor.tap('Aprobar');
    await mayor.tap('Sí, aprobar');
    await mayor.tap('Sí, devolver', returning);
    expect(presentations(story)[0]?.outcome).toBe('approved');
    expect(acts(story)).not.toContain('returned');
  });

  sentence('A returned presentation cannot be approved with an old button', async (story) => {
    const { mayor } = story;
    await reportAll(story);
    await presented(story);
    const asked = mayor.lastMessage;
    await mayor.tap('Devolver');
    await mayor.say('7');
    await mayor.say('Revisen los porcentajes');
    await mayor.tap('Sí, devolver');
    await mayor.tap('Aprobar', asked);
    expect(mayor.last).toContain('Julio Biojó ya devolvió');
    expect(presentations(story)[0]?.outcome).toBe('returned');
  });
});
