import { describe, expect } from 'vitest';
import { sentence, told } from '../world/story.ts';

describe('What a coordinator writes', () => {
  sentence(
    'reopens with one message and one tap: activities, day and reason; what is missing or unclear is asked',
    async ({ coordinator, ana, tick, cut }) => {
      await coordinator.say('reabrir 3 y 5 hasta el viernes: falta evidencia');
      expect(coordinator.last).toContain('las n.º 3 y 5');
      expect(coordinator.last).toContain('22 de abril');
      expect(coordinator.last).toContain('falta evidencia');
      await coordinator.tap('Sí, reabrir');
      expect(coordinator.last).toContain('recibe de nuevo');
      await tick();
      expect(told(ana, 'falta evidencia')).toHaveLength(1);

      await coordinator.say('/reabrir 7 hasta cuando puedan');
      expect(coordinator.last).toContain('¿Hasta qué día');
      await coordinator.say('el lunes');
      expect(coordinator.last).toContain('25 de abril');
      await coordinator.say('Falta el acta');
      expect(coordinator.last).toContain('Falta el acta');
      await coordinator.tap('Cancelar');
      await coordinator.say('reabrir la 99: falta el acta');
      expect(told(coordinator, '99')).toHaveLength(1);
      expect(coordinator.last).toContain('¿Cuáles se reabren?');
      await coordinator.say('1');
      expect(coordinator.buttons).toContain('Sí, reabrir');
      await coordinator.tap('Cancelar');
      await coordinator.say('/reabrir marzo');
      expect(coordinator.last).toContain('¿Cuáles se reabren?');
      await coordinator.say('1 y 2 hasta mañana: faltan las actas');
      expect(coordinator.last).toContain('21 de abril');
      expect(coordinator.buttons).toContain('Sí, reabrir');
      await coordinator.tap('Cancelar');
      await coordinator.say('reabrir el corte que cerró');
      expect(coordinator.last).toContain('¿Qué corte se reabre?');
      expect(cut().acts).toHaveLength(1);
    },
    { start: ['2022-04-20', 10] },
  );

  sentence(
    'reminds one person with one message and one tap; several are asked about, nobody is said',
    async ({ coordinator, ana, newcomer, tick }) => {
      await coordinator.say('recordar a Ana');
      expect(coordinator.last).toContain('Ana Arboleda');
      expect(coordinator.buttons).toContain('Sí, enviar');
      const before = told(ana, 'Le faltan').length;
      await coordinator.tap('Sí, enviar');
      await tick();
      expect(told(ana, 'Le faltan')).toHaveLength(before + 1);

      await newcomer('Ana Ruiz', { positions: ['2'] });
      await coordinator.say('recuérdele a Ana, por favor');
      expect(coordinator.last).toContain('Varias personas se llaman así.');
      expect(coordinator.buttons).toEqual(['Ana Arboleda', 'Ana Ruiz']);
      await coordinator.say('/recordar Xiomara');
      expect(told(coordinator, 'No encuentro a esa persona')).toHaveLength(1);
      expect(coordinator.last).toContain('¿A quién se lo recuerdo?');
      await coordinator.say('recordar a los que faltan');
      expect(coordinator.last).toContain('Berta');
    },
    { start: ['2022-03-17', 10] },
  );
});
