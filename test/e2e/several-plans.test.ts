import { describe, expect } from 'vitest';
import { closeCut, reopenCut } from '../../src/actions/cut-acts.ts';
import { presentation } from '../../src/db/schema/index.ts';
import { type LocalDate, localDate } from '../../src/domain/dates.ts';
import { type Changes, cutsOn } from '../world/form.ts';
import { livedOnce, type Story, sentence } from '../world/story.ts';
import { eachMorning, remindersOf } from './reminders-seen.ts';

/** Programa de Transparencia y Ética Pública: every four months. */
const ptep: Changes = [
  ['PL-PC-01', 'PTEP-01'],
  ['PLAN DE PARTICIPACION CIUDADANA', 'PROGRAMA DE TRANSPARENCIA Y ETICA PUBLICA'],
  ...cutsOn('ABRIL 30', 'AGOSTO 31', 'DICIEMBRE 31'),
];
/** Plan de Acción: every two months. */
const action: Changes = [
  ['PL-PC-01', 'PL-AC-02'],
  ['PLAN DE PARTICIPACION CIUDADANA', 'PLAN DE ACCION'],
  ...cutsOn('FEBRERO 28', 'ABRIL 30', 'JUNIO 30', 'AGOSTO 31', 'OCTUBRE 31', 'DICIEMBRE 31'),
];

const dayOf = (message: { readonly date: number }): LocalDate => localDate(message.date * 1000);

async function report({ berta }: Story): Promise<void> {
  await berta.say('/reportar');
  await berta.say('60% dos jornadas con acta');
  await berta.say('/cancelar');
}

async function close(story: Story): Promise<void> {
  await story.minutes(1);
  const by = { reason: 'era otro corte', personId: null };
  expect(closeCut(story.db, story.cut(), by, story.clock.now()).ok).toBe(true);
}

describe('Three plans with their own calendars, one person', () => {
  livedOnce(
    'exactly one reminder on each day that any of them asks for, with everything that is pending then',
    async (story) => {
      const { berta, coordinator } = story;
      story.importAnother(ptep);
      story.importAnother(action);
      await eachMorning(story, '2022-02-11', '2022-03-25');
      // February of the Plan de Acción: 28 February, grace until 7 March; then March of the first plan.
      expect(remindersOf(berta).map(dayOf)).toEqual([
        '2022-02-14',
        '2022-02-21',
        '2022-02-25',
        '2022-02-28',
        '2022-03-01',
        '2022-03-03',
        '2022-03-16',
        '2022-03-24',
      ]);
      await coordinator.say('/cortes');
      expect(coordinator.last).toContain('Cortes · página 1 de 2');
      expect(coordinator.last).toContain(
        'Programa de Transparencia y Ética Pública 2022\nPrimer monitoreo · 30 de abril',
      );
      await coordinator.tap('Siguientes');
      expect(coordinator.buttons).toContain('Corte 2 · 30 de abril · PL-AC-02/2022');
      await eachMorning(story, '2022-03-26', '2022-05-10');
      const days = remindersOf(berta)
        .map(dayOf)
        .filter((date) => date > '2022-03-25');
      expect(days).toEqual([
        '2022-03-28',
        '2022-03-30',
        '2022-03-31',
        '2022-04-01',
        '2022-04-05',
        // 30 April is a Saturday: both plans close on Monday, 2 May, and ask on the same days.
        '2022-04-18',
        '2022-04-25',
        '2022-04-29',
        '2022-05-02',
        '2022-05-03',
        '2022-05-05',
      ]);
      expect(new Set(days).size).toBe(days.length);
      for (const message of remindersOf(berta).filter((each) => dayOf(each) > '2022-04-10')) {
        expect(message.text).toContain('Le faltan 2 actividades');
        expect(message.text).toContain('Programa de Transparencia y Ética Pública 2022');
        expect(message.text).toContain('Plan de Acción 2022');
        expect(message.text).not.toContain('Plan de Participación Ciudadana');
      }
    },
    { start: ['2022-02-10', 9], importedOn: '2022-02-01' },
  );

  sentence(
    'Who reported in one is reminded of the others only; a reopening of one takes the place of that day’s reminder and names the others',
    async (story) => {
      const { berta, coordinator } = story;
      story.importAnother(ptep);
      story.importAnother(action);
      await story.at('2022-04-18', 7, 10);
      const before = remindersOf(berta).length;
      await coordinator.say('/reabrir');
      await coordinator.tap('Corte 1 · 31 de marzo · PL-PC-01/2022');
      await coordinator.say('4');
      await coordinator.tap('Hasta el 25 de abril');
      await coordinator.say('Falta el acta');
      await coordinator.tap('Sí, reabrir');
      await story.minutes(5);
      expect(berta.last).toContain('se reabrió el primer monitoreo del Plan de Participación Ciudadana 2022');
      expect(berta.last).toContain('Programa de Transparencia y Ética Pública 2022');
      expect(berta.last).toContain('segundo monitoreo del Plan de Acción 2022');
      await story.at('2022-04-18', 8);
      await story.at('2022-04-18', 8, 30);
      expect(remindersOf(berta)).toHaveLength(before);
      await berta.tap('Reportar ahora');
      expect(berta.last).toContain('Actividad 1 de 3');
      expect(berta.last).toContain('al 31 de marzo?');
      await berta.say('70% dos jornadas con acta');
      await berta.say('/cancelar');
      await story.at('2022-04-25', 8);
      expect(remindersOf(berta)).toHaveLength(before + 1);
      expect(berta.last).toContain('Le faltan 2 actividades');
      expect(berta.last).not.toContain('Plan de Participación Ciudadana');
    },
    { start: ['2022-04-16', 9], importedOn: '2022-02-01' },
  );

  for (const [how, end] of [
    ['was reported before it was told', report],
    ['was closed again before it was told', close],
  ] as const) {
    sentence(
      `A reopening that ${how} leaves that day its reminder of the other plans`,
      async (story) => {
        const { berta } = story;
        story.importAnother(ptep);
        await story.at('2022-04-16', 9);
        const of = { numbers: ['4'], lastDay: '2022-04-25', reason: 'falta el acta', personId: null };
        expect(reopenCut(story.db, story.cut(), of, story.clock.now()).ok).toBe(true);
        await end(story);
        const before = remindersOf(berta).length;
        await story.at('2022-04-18', 8);
        expect(remindersOf(berta)).toHaveLength(before + 1);
        expect(remindersOf(berta).at(-1)?.text).toContain('Programa de Transparencia');
        expect(berta.phone.chat.some((message) => message.text.includes('se reabrió'))).toBe(false);
      },
      { start: ['2022-04-15', 7], importedOn: '2022-02-01' },
    );
  }

  sentence(
    'A new plan whose cut is open is shown at once to who has to report in it',
    async (story) => {
      const { berta } = story;
      await story.at('2022-04-20', 9);
      story.importAnother(ptep);
      await story.tick();
      expect(berta.last).toContain('ahora está a su cargo la n.º 4');
      expect(berta.last).toContain('El 2 de mayo cierra el primer monitoreo del Programa de Transparencia');
      await story.at('2022-04-25', 8);
      expect(remindersOf(berta).map(dayOf).at(-1)).toBe('2022-04-25');
    },
    { start: ['2022-04-19', 9] },
  );

  sentence('Two plans of the same title are told apart by their code', async (story) => {
    story.importAnother([['PL-PC-01', 'PL-AC-02']]);
    await story.mayor.say('/resumen');
    expect(story.mayor.buttons).toEqual([
      'PL-PC-01 · Plan de Participación Ciudadana 2022 · 31 de marzo',
      'PL-AC-02 · Plan de Participación Ciudadana 2022 · 31 de marzo',
    ]);
  });

  sentence('/exportar and /presentar ask of which plan, and go on with what was asked for', async (story) => {
    const { mayor, coordinator } = story;
    story.importAnother([
      ['PL-PC-01', 'PL-AC-02'],
      ['PLAN DE PARTICIPACION CIUDADANA', 'PLAN DE ACCION'],
    ]);
    await mayor.say('/exportar');
    expect(mayor.last).toBe('¿De cuál plan?');
    await mayor.tap('Plan de Acción 2022 · 31 de marzo');
    expect(mayor.last).toContain(
      'Plan de Acción 2022 · Primer monitoreo, 31 de marzo. ¿Qué archivo necesita?',
    );
    await mayor.tap('Datos (CSV)');
    await story.work();
    const sent = mayor.phone.chat.findLast((message) => message.document);
    expect(sent?.document?.name).toContain('PL-AC-02');
    await mayor.say('/exportar 9');
    expect(mayor.last).toContain('por ejemplo /exportar marzo o /exportar 1.');
    await mayor.tap('Plan de Acción 2022 · 31 de marzo');
    expect(mayor.last).toContain('¿Qué archivo necesita?');
    await mayor.say('/exportar PL-AC-02');
    expect(mayor.last).toContain(
      'Plan de Acción 2022 · Primer monitoreo, 31 de marzo. ¿Qué archivo necesita?',
    );
    await coordinator.say('/presentar 9');
    expect(coordinator.last).toContain('por ejemplo /presentar marzo');
    await coordinator.tap('Plan de Acción 2022 · 31 de marzo');
    expect(coordinator.last).toContain('¿Cerrar ya?');
  });

  sentence(
    'A written word decides of the cut that is chosen, where two plans of one title wait',
    async (story) => {
      const { mayor, coordinator } = story;
      story.importAnother([['PL-PC-01', 'PL-PC-02']]);
      await story.at('2022-04-08', 10);
      for (const code of ['PL-PC-01', 'PL-PC-02']) {
        await coordinator.say(`/presentar ${code} marzo`);
        await coordinator.tap('Presentar');
      }
      await story.minutes(1);
      await mayor.say('devolver');
      expect(mayor.last).toBe('¿De cuál corte?');
      const label = 'Plan de Participación Ciudadana 2022 · 31 de marzo';
      expect(mayor.buttons).toEqual([`PL-PC-01 · ${label}`, `PL-PC-02 · ${label}`]);
      await mayor.tap(`PL-PC-02 · ${label}`);
      await mayor.say('1');
      await mayor.say('faltan los soportes');
      await mayor.tap('Sí, devolver');
      const outcomes = story.db.select({ outcome: presentation.outcome }).from(presentation).all();
      expect(outcomes.map((each) => each.outcome)).toEqual([null, 'returned']);
    },
  );
});
