import { describe, expect } from 'vitest';
import { sentence } from '../world/story.ts';

describe('What counts as a percentage, typed', () => {
  sentence(
    'A message that is only a number 0..100 with at most one decimal kept, with or without sign, or in words',
    async ({ ana, stored }) => {
      const typed = [
        ['50', 50],
        ['33,3', 33.3],
        ['33.33', 33.3],
        ['cincuenta', 50],
        ['cincuenta por ciento', 50],
        ['100 %', 100],
      ] as const;
      await ana.say('/reportar');
      for (const [text, percent] of typed) {
        await ana.say(text);
        expect(ana.last).toContain(`${String(percent).replace('.', ',')} %. Describa`);
        await ana.say('hecho con la comunidad');
      }
      expect(stored('3')).toEqual({ progress: 33.3, observation: 'hecho con la comunidad' });
    },
  );

  sentence('With other words it answers both questions when it stands first', async ({ ana, stored }) => {
    await ana.say('/reportar');
    await ana.say('80% se realizó la campaña en tres colegios');
    expect(stored('1')).toEqual({ progress: 80, observation: 'se realizó la campaña en tres colegios' });
    await ana.say('40 - se contrató al equipo');
    expect(ana.last).toContain('¿40 % de avance en la n.º 2?');
    await ana.tap('Sí, 40 %');
    expect(stored('2')).toEqual({ progress: 40, observation: 'se contrató al equipo' });
    await ana.say('25\nborrador listo');
    expect(stored('3')).toEqual({ progress: 25, observation: 'borrador listo' });
  });

  sentence(
    'Before de or del it asks ¿50 %? first and the whole text is the observation',
    async ({ ana, stored }) => {
      await ana.say('/reportar');
      await ana.say('50 % de los asistentes votaron');
      expect(ana.last).toContain('¿50 % de avance en la n.º 1?');
      expect(stored('1')).toBeNull();
      await ana.tap('Sí, 50 %');
      expect(stored('1')).toEqual({ progress: 50, observation: '50 % de los asistentes votaron' });
    },
  );

  sentence(
    'With the sign or word elsewhere in the text and only once, it asks first',
    async ({ ana, stored }) => {
      await ana.say('/reportar');
      await ana.say('la encuesta lleva un avance del 30 por ciento');
      expect(ana.last).toContain('¿30 %');
      await ana.say('no');
      expect(ana.last).toContain('¿Qué porcentaje');
      await ana.say('35');
      expect(stored('1')).toEqual({
        progress: 35,
        observation: 'la encuesta lleva un avance del 30 por ciento',
      });
    },
  );

  sentence('Ranges and lists are never a percentage', async ({ ana, stored, drafts }) => {
    await ana.say('/reportar');
    await ana.say('20-25 personas');
    expect(ana.last).toContain('No encontré un porcentaje');
    await ana.say('15, 16 y 17 de marzo');
    expect(stored('1')).toBeNull();
    expect(drafts(ana).every((half) => half.progress === null)).toBe(true);
  });

  sentence(
    'A text of four words or more is kept as the observation, the bot says so and asks only for the percentage',
    async ({ ana, stored, drafts }) => {
      await ana.say('/reportar');
      await ana.say('150 personas asistieron a la campaña');
      expect(ana.last).toContain('Guardé su texto como observación: «150 personas asistieron a la campaña»');
      expect(ana.last).toContain('¿Qué porcentaje');
      expect(drafts(ana)).toEqual([{ progress: null, observation: '150 personas asistieron a la campaña' }]);
      await ana.tap('75');
      expect(stored('1')).toEqual({ progress: 75, observation: '150 personas asistieron a la campaña' });
    },
  );

  sentence(
    'Not a percentage, or outside 0..100: says what is expected with an example; nothing is lost',
    async ({ ana, stored, drafts }) => {
      await ana.say('/reportar');
      await ana.say('ya casi');
      expect(ana.last).toContain('No encontré un porcentaje en «ya casi»');
      expect(ana.last).toContain('por ejemplo 75');
      await ana.say('150');
      expect(ana.last).toContain('150 pasa de 100');
      await ana.say('-5');
      expect(stored('1')).toBeNull();
      expect(drafts(ana)).toEqual([]);
      await ana.say('60% listo el informe');
      expect(stored('1')).toEqual({ progress: 60, observation: 'listo el informe' });
    },
  );

  sentence('Several at once: shown as understood and saved with one tap', async ({ ana, stored, drafts }) => {
    await ana.say('2: 100 % plan publicado\n5: 0% no se ha realizado\n7: en construcción todavía');
    expect(ana.last).toContain('n.º 2: 100 % · plan publicado');
    expect(ana.last).toContain('n.º 7: «en construcción todavía», falta el porcentaje');
    expect(stored('2')).toBeNull();
    await ana.tap(/^Guardar est/);
    expect(stored('2')).toEqual({ progress: 100, observation: 'plan publicado' });
    expect(stored('5')).toEqual({ progress: 0, observation: 'no se ha realizado' });
    expect(stored('7')).toBeNull();
    expect(drafts(ana)).toEqual([{ progress: null, observation: 'en construcción todavía' }]);
  });

  sentence(
    'Several at once: the same number twice is told once, and neither is kept',
    async ({ ana, stored }) => {
      await ana.say('1: 50% caracterización\n1: 60% caracterización');
      expect(ana.last.split('está dos veces')).toHaveLength(2);
      await ana.say('1: 50% caracterización\n2: 20% plan\n1: 60% caracterización');
      expect(ana.last.split('está dos veces')).toHaveLength(2);
      await ana.tap(/^Guardar est/);
      expect(stored('1')).toBeNull();
      expect(stored('2')).toEqual({ progress: 20, observation: 'plan' });
    },
  );

  sentence('Several at once in the middle of a round go on with the round', async ({ ana, stored }) => {
    await ana.say('/reportar');
    await ana.say('1: 10% usuarios\n2: 20% plan\n3: 30% informe');
    await ana.tap(/^Guardar est/);
    expect(stored('1')).toEqual({ progress: 10, observation: 'usuarios' });
    expect(ana.last).toContain('Actividad 4 de 6 · n.º 5');
    await ana.say('40% ejercicio');
    expect(stored('5')).toEqual({ progress: 40, observation: 'ejercicio' });
  });

  sentence(
    'Progress lower than at an earlier cut: asks for confirmation, naming both figures, before it is saved',
    async (story) => {
      const { ana } = story;
      await story.at('2022-06-16', 9);
      await ana.say('/reportar');
      await ana.tap('Omitir por ahora');
      await ana.say('60% se retiró una parte del plan');
      expect(ana.last).toContain('En marzo reportó 100 % y ahora 60 % en la n.º 2. ¿Es correcto?');
      expect(story.stored('2', 2)).toBeNull();
      await ana.tap('Sí, 60 %');
      expect(story.stored('2', 2)).toEqual({ progress: 60, observation: 'se retiró una parte del plan' });
      await ana.tap('50');
      expect(ana.last).toContain('En marzo reportó 100 % y ahora 50 %');
      await ana.tap('No, corregir');
      await ana.tap('100');
      await ana.say('informe publicado');
      expect(story.stored('3', 2)).toEqual({ progress: 100, observation: 'informe publicado' });
    },
    { withMonitoring: true },
  );
});
