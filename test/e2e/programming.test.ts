import { describe, expect } from 'vitest';
import { verifyAudit } from '../../src/db/audit.ts';
import { activitiesOf, allPlans } from '../../src/db/plans.ts';
import { type Actor, type Story, sentence, textsOf } from '../world/story.ts';

const stored = (story: Story, number: string) =>
  activitiesOf(story.db, allPlans(story.db)[0]?.id ?? 0).find((each) => each.number === number);

async function open(coordinator: Actor, number: string): Promise<void> {
  await coordinator.say('/cortes');
  await coordinator.tap('Corte 1 · 31 de marzo');
  await coordinator.tap('Ajustes del plan');
  await coordinator.tap('Lo programado por actividad');
  await coordinator.tap(`n.º ${number}`);
}

describe('Programming an activity', () => {
  sentence(
    'One message programs an activity: shown first, then the figures, the reminders and the summary follow it',
    async (story) => {
      const { coordinator, ana, mayor } = story;
      await open(coordinator, '1');
      expect(coordinator.last).toContain('Hoy: por sus fechas');
      expect(coordinator.last).toContain('«25, 50, 75, 100»');
      await coordinator.say('0, 0, 50, 100');
      expect(coordinator.last).toContain(
        'Al 31 de marzo: 0 %\nAl 30 de junio: 0 %\nAl 30 de septiembre: 50 %',
      );
      await coordinator.tap('Sí, programar');
      expect(coordinator.last).toBe('Listo: quedó programada la n.º 1.');
      await ana.say('/misactividades');
      expect(ana.last).toMatch(/n\.º 1 .*: empieza después/);
      await ana.say('/reportar');
      expect(ana.last).not.toContain('n.º 1');
      await mayor.say('/resumen');
      expect(textsOf(mayor).join('\n')).toContain('Empieza después: n.º 1');
      await ana.say('1: 20% caracterización adelantada');
      expect(story.stored('1')).toEqual({ progress: 20, observation: 'caracterización adelantada' });
      await mayor.say('/resumen');
      expect(textsOf(mayor).at(-1) ?? '').not.toContain('Empieza después');
      expect(verifyAudit(story.db).brokenAt).toBeNull();
    },
  );

  sentence(
    'Who has only what starts later is not reminded, hears so, and may report it all the same',
    async (story) => {
      const { coordinator, berta } = story;
      await story.types('activity', 'set', '--activity', '4', '--program', '0, 50, 75, 100');
      const before = berta.phone.chat.length;
      await story.at('2022-03-24', 9);
      expect(berta.phone.chat).toHaveLength(before);
      await berta.say('/reportar');
      expect(berta.last).toContain('La n.º 4 empieza después: al 31 de marzo no tiene nada programado.');
      await coordinator.say('/pendientes');
      expect(coordinator.last).toContain('Faltan 6 actividades');
      expect(coordinator.last).not.toContain('n.º 4');
      await coordinator.say('/cortes');
      expect(coordinator.last).toContain('0 de 6');
      await story.ana.say([1, 2, 3, 5, 6, 7].map((number) => `${number}: 25% se va haciendo`).join('\n'));
      await story.ana.tap(/^Guardar est/);
      await coordinator.say('/presentar');
      expect(coordinator.last).not.toContain('Falta');
      await berta.say('4: 10% campaña en diseño');
      expect(story.stored('4')).toEqual({ progress: 10, observation: 'campaña en diseño' });
      await coordinator.say('/cortes');
      expect(coordinator.last).toContain('7 de 7');
    },
  );

  sentence(
    'Amounts of a measure, shares added up, and what cannot be read is said and changes nothing',
    async (story) => {
      const { coordinator, ana, mayor } = story;
      await open(coordinator, '2');
      await coordinator.say('según el cronograma');
      expect(coordinator.last).toContain('No entendí lo programado');
      await coordinator.say('4 talleres: 1, 1');
      expect(coordinator.last).toContain('Este plan tiene 4 cortes: escriba 4 cifras.');
      await coordinator.say('4 talleres: 1, 1, 1, 1');
      expect(coordinator.last).toContain('Al 30 de junio: 2 de 4 talleres');
      expect(coordinator.last).toContain('Sumé lo de cada corte.');
      expect(stored(story, '2')?.programmed).toBeNull();
      await coordinator.tap('Sí, programar');
      expect(stored(story, '2')).toMatchObject({ measure: 'talleres', yearAmount: 4 });
      await open(coordinator, '2');
      await coordinator.say('5 talleres');
      expect(coordinator.last).toContain('Se cuenta en talleres: 5 talleres en el año.\nLo esperado cambia:');
      expect(coordinator.last).toContain('Al 31 de diciembre: 4 de 5 talleres');
      await coordinator.tap('Cancelar');
      await open(coordinator, '2');
      await coordinator.tap('Por sus fechas');
      expect(coordinator.last).toContain('Ya no se cuenta en talleres: se pregunta el porcentaje.');
      await coordinator.tap('Cancelar');
      await open(coordinator, '3');
      await coordinator.say('2 mesas');
      expect(coordinator.last).toContain('2 mesas en el año. Lo esperado sigue igual.');
      await coordinator.tap('Cancelar');
      await coordinator.tap('Programar otra');
      expect(coordinator.last).toMatch(/n\.º 2 .*: 1, 2, 3 y 4 de 4 talleres/);
      await ana.say('2: 2 talleres, con las juntas');
      expect(ana.last).toContain('✅ n.º 2: 2 de 4 talleres (50 %) · «con las juntas»');
      await mayor.say('/resumen');
      expect(textsOf(mayor).join('\n')).toContain('2 de 4 talleres (50 %)');
      expect(verifyAudit(story.db).brokenAt).toBeNull();
    },
  );

  sentence('One to keep is asked about this cut alone, and compared with no other', async (story) => {
    const { coordinator, ana, mayor } = story;
    await open(coordinator, '2');
    await coordinator.tap('Permanente');
    await coordinator.tap('Sí, programar');
    await ana.say('1: 50% caracterización en curso');
    await ana.say('2: 100% portal al día');
    await story.at('2022-06-16', 9);
    await ana.say('/reportar');
    await ana.say('40% caracterización en curso');
    expect(ana.last).toContain('En marzo reportó 50 % y ahora 40 %');
    await ana.tap('No, corregir');
    await ana.say('60% caracterización en curso');
    expect(ana.last).not.toContain('Antes:');
    expect(ana.last).toContain(
      'Es permanente: cuenta solo este corte. ¿Qué porcentaje cumplió la n.º 2 en este corte, al 30 de junio?',
    );
    expect(ana.lastMessage.buttons.flat().map(({ text }) => text)).not.toContain('Igual que antes');
    await ana.say('80% portal caído dos días');
    expect(ana.last).toContain('✅ n.º 2: 80 %');
    expect(story.stored('2', 2)).toEqual({ progress: 80, observation: 'portal caído dos días' });
    await mayor.say('/resumen');
    expect(textsOf(mayor).join('\n')).toContain('1 permanente');
  });

  sentence('One to keep expects everything at every cut, and goes back to its dates', async (story) => {
    const { coordinator } = story;
    await open(coordinator, '3');
    await coordinator.tap('Permanente');
    expect(coordinator.last).toContain('cada corte espera el 100 %');
    await coordinator.tap('Sí, programar');
    expect(stored(story, '3')?.keeps).toBe(true);
    await open(coordinator, '3');
    expect(coordinator.last).toContain('Hoy: permanente');
    await coordinator.tap('Por sus fechas');
    await coordinator.tap('Sí, programar');
    expect(stored(story, '3')).toMatchObject({ keeps: false, programmed: null });
    await coordinator.say('/auditoria');
    expect(coordinator.last).toContain('programó la actividad');
  });
});
