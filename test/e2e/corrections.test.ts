import { describe, expect } from 'vitest';
import { correctReport } from '../../src/actions/correct-report.ts';
import { eq } from '../../src/db/drizzle.ts';
import { plannedCuts } from '../../src/db/plans.ts';
import { lastReport } from '../../src/db/reports.ts';
import { assignment } from '../../src/db/schema/index.ts';
import { type Actor, type Story, sentence } from '../world/story.ts';
import { acts } from './review-steps.ts';

const open = { start: ['2022-03-16', 9] } as const;

async function anaReports(story: Story): Promise<void> {
  const { ana } = story;
  await ana.say('/reportar');
  await ana.say('50% caracterización en curso');
  await ana.say('/cancelar');
}

async function openDetail(coordinator: Actor, number: RegExp): Promise<void> {
  await coordinator.say('/resumen 1');
  await coordinator.tap('Detalle');
  await coordinator.tap(number);
}

async function correctFirst(story: Story, progress: string, words: string, reason: string): Promise<void> {
  const { coordinator } = story;
  await openDetail(coordinator, /1\. Realizar una/);
  await coordinator.tap('Corregir por la entidad');
  await coordinator.say(progress);
  await coordinator.say(words);
  await coordinator.say(reason);
  await coordinator.tap('Sí, corregir');
}

describe('A coordinator corrects a report with a reason', () => {
  sentence(
    'Asked step by step and once more before it is done; the former revision stays, and the responsible is told',
    async (story) => {
      const { ana, coordinator } = story;
      await anaReports(story);
      await openDetail(coordinator, /1\. Realizar una/);
      expect(coordinator.buttons).toEqual(['Corregir por la entidad', 'Anular', 'Ver todas']);
      await coordinator.tap('Corregir por la entidad');
      expect(coordinator.last).toContain('Ahora dice: 50 % · caracterización en curso');
      await coordinator.say('muchísimo');
      expect(coordinator.last).toContain('Escriba solo el porcentaje');
      await coordinator.tap('25');
      await coordinator.tap('Dejar el texto');
      await coordinator.say('El acta muestra la cuarta parte');
      expect(coordinator.last).toContain('Quedará: 25 % · caracterización en curso');
      expect(story.stored('1')).toEqual({ progress: 50, observation: 'caracterización en curso' });
      await coordinator.tap('Sí, corregir');
      expect(coordinator.last).toContain('✅ Corregida la n.º 1: 25 %');
      expect(story.stored('1')).toEqual({ progress: 25, observation: 'caracterización en curso' });
      expect(story.revisions('1')).toBe(2);
      expect(acts(story)).toContain('reportCorrected');
      await story.minutes(31);
      expect(ana.last).toContain('Ana, Planeación corrigió su reporte de la n.º 1, primer monitoreo: 25 %');
      expect(ana.last).toContain('Antes: 50 % · caracterización en curso');
      expect(ana.last).toContain('Motivo: El acta muestra la cuarta parte');
      expect(ana.last).toContain('puede cambiarlo hasta el 7 de abril');
      await coordinator.say('/resumen 1');
      expect(coordinator.last).toContain('25 % · verde · corregido por Planeación');
      expect(coordinator.last).toContain('Reportadas 1 de 7, 1 a tiempo (1 corregida por Planeación)');
      await openDetail(coordinator, /1\. Realizar una/);
      expect(coordinator.last).toContain('corregido por Planeación (Diana Mina)');
      expect(coordinator.last).toContain('Motivo: El acta muestra la cuarta parte');
      expect(coordinator.last).toContain('Antes decía:\n50 % · caracterización en curso (Ana Arboleda');
    },
    open,
  );

  sentence(
    'The responsible sees it before writing over it: *¿Lo deja así o lo cambia?*',
    async (story) => {
      const { ana } = story;
      await anaReports(story);
      await correctFirst(story, '25', 'una cuarta parte', 'según el acta');
      await story.minutes(31);
      await ana.tap('Corregir la n.º 1');
      expect(ana.last).toContain('Planeación corrigió la n.º 1: 25 % · una cuarta parte');
      expect(ana.last).toContain('Motivo: según el acta');
      await ana.tap('Dejar así');
      expect(story.stored('1')).toEqual({ progress: 25, observation: 'una cuarta parte' });
      await ana.say('/misactividades');
      await ana.tap('n.º 1');
      await ana.tap('Corregir');
      await ana.tap('Cambiar');
      await ana.say('60% hay un acta nueva');
      expect(story.stored('1')).toEqual({ progress: 60, observation: 'hay un acta nueva' });
      expect(story.revisions('1')).toBe(3);
    },
    open,
  );

  sentence(
    'Corrected while the responsible was being asked: nothing is written over unseen',
    async (story) => {
      const { ana } = story;
      await anaReports(story);
      await ana.say('/misactividades');
      await ana.tap('n.º 1');
      await ana.tap('Corregir');
      await correctFirst(story, '25', 'una cuarta parte', 'según el acta');
      await ana.say('70% casi todo');
      expect(ana.last).toContain('Planeación corrigió la n.º 1: 25 % · una cuarta parte');
      expect(story.stored('1')).toEqual({ progress: 25, observation: 'una cuarta parte' });
      await ana.tap('Cambiar');
      expect(story.stored('1')).toEqual({ progress: 70, observation: 'casi todo' });
      await story.minutes(31);
      const told = ana.phone.chat.filter((message) =>
        message.text.includes('Planeación corrigió su reporte'),
      );
      expect(told).toEqual([]);
    },
    open,
  );

  sentence(
    'Also in a closed cut, with neither lateness nor anybody’s word changed; never in one that has not opened',
    async (story) => {
      const { ana, coordinator } = story;
      await anaReports(story);
      await story.at('2022-04-19', 10);
      await correctFirst(story, '33,3', 'un tercio', 'revisión de fin de trimestre');
      expect(story.stored('1')).toEqual({ progress: 33.3, observation: 'un tercio' });
      expect(lastReport(story.db, 1, 1)).toMatchObject({ late: false, origin: 'correction' });
      await story.minutes(31);
      expect(ana.last).toContain('corrigió su reporte de la n.º 1');
      expect(ana.last).not.toContain('puede cambiarlo');
      expect(ana.buttons).toEqual([]);
      const [, second] = plannedCuts(story.db);
      if (!second) throw new Error('no second cut');
      const of = { personId: null, number: '1', reason: 'porque sí', basedOn: null };
      const words = { progress: 10, observation: 'antes de tiempo' };
      expect(correctReport(story.db, second, { ...of, ...words }, story.clock.now())).toEqual({
        ok: false,
        refusal: { why: 'notOpened' },
      });
      await coordinator.say('/resumen 1');
      expect(coordinator.last).toContain('Reportadas 1 de 7, 1 a tiempo (1 corregida por Planeación)');
    },
    open,
  );

  sentence(
    'Another report that came meanwhile is not written over: the coordinator is told and nothing changes',
    async (story) => {
      const { ana, coordinator } = story;
      await anaReports(story);
      await openDetail(coordinator, /1\. Realizar una/);
      await coordinator.tap('Corregir por la entidad');
      await coordinator.say('25');
      await coordinator.say('una cuarta parte');
      await ana.say('/misactividades');
      await ana.tap('n.º 1');
      await ana.tap('Corregir');
      await ana.say('80% terminada casi toda');
      await coordinator.say('según el acta');
      await coordinator.tap('Sí, corregir');
      expect(coordinator.last).toContain('mientras tanto llegó otro reporte');
      expect(story.stored('1')).toEqual({ progress: 80, observation: 'terminada casi toda' });
    },
    open,
  );

  sentence(
    'Only a coordinator: the mayor sees no such buttons, and one that lost the office can confirm nothing',
    async (story) => {
      const { mayor, coordinator } = story;
      await anaReports(story);
      await openDetail(mayor, /1\. Realizar una/);
      expect(mayor.buttons).toEqual(['Ver todas']);
      await openDetail(coordinator, /1\. Realizar una/);
      await coordinator.tap('Corregir por la entidad');
      await coordinator.say('25');
      await coordinator.say('una cuarta parte');
      await coordinator.say('según el acta');
      story.db
        .update(assignment)
        .set({ untilAt: story.clock.now() })
        .where(eq(assignment.office, 'coordinator'))
        .run();
      await coordinator.tap('Sí, corregir');
      expect(coordinator.last).toContain('no está disponible para usted');
      expect(story.stored('1')).toEqual({ progress: 50, observation: 'caracterización en curso' });
    },
    open,
  );

  sentence(
    'On the command line the same, listed with whose word it is',
    async (story) => {
      const { ana } = story;
      await anaReports(story);
      const of = ['--cut', '1', '--activity', '1'];
      await expect(
        story.types('report', 'correct', ...of, '--progress', '130', '--observation', 'x', '--reason', 'y'),
      ).rejects.toThrow('el avance es un porcentaje de 0 a 100');
      await expect(
        story.types('report', 'correct', ...of, '--progress', '50', '--observation', 'bien', '--reason', ' '),
      ).rejects.toThrow('falta el motivo');
      expect(
        await story.types(
          ...['report', 'correct', ...of, '--progress', '33,3 %', '--observation', 'un tercio'],
          ...['--reason', 'según el acta'],
        ),
      ).toContain('Quedó corregida la actividad 1 en el corte 1 de PL-PC-01/2022: de 50 % a 33,3 %.');
      const all = JSON.parse(await story.types('report', 'list', '--all', '--json'));
      expect(all).toMatchObject([
        { activity: '1', progress: 50, reportedBy: 'Ana Arboleda', late: false },
        {
          activity: '1',
          progress: 33.3,
          reportedBy: 'Planeación',
          late: false,
          origin: 'correction',
          reason: 'según el acta',
        },
      ]);
      expect(all[0]).not.toHaveProperty('origin');
      expect(await story.types('report', 'list')).toContain('Planeación (corregido por Planeación)');
      await story.minutes(31);
      expect(ana.last).toContain('Planeación corrigió su reporte de la n.º 1');
    },
    open,
  );
});

describe('A coordinator voids a report with a reason', () => {
  sentence(
    'It is missing again and asked again; what it said stays, marked as voided; a new one is as punctual as the first was',
    async (story) => {
      const { ana, coordinator } = story;
      await anaReports(story);
      await story.at('2022-04-04', 9);
      await openDetail(coordinator, /1\. Realizar una/);
      await coordinator.tap('Anular');
      await coordinator.say('Era de otra actividad');
      expect(coordinator.last).toContain('volverá a estar pendiente, con plazo hasta el 7 de abril');
      expect(story.stored('1')).not.toBeNull();
      await coordinator.tap('Sí, anular');
      expect(story.stored('1')).toBeNull();
      expect(acts(story)).toContain('reportVoided');
      await story.minutes(31);
      expect(ana.last).toContain('Planeación anuló su reporte de la n.º 1');
      expect(ana.last).toContain('Motivo: Era de otra actividad');
      await openDetail(coordinator, /1\. Realizar una/);
      expect(coordinator.last).toContain('Sin reporte');
      expect(coordinator.last).toContain('anulado por Planeación: Era de otra actividad');
      expect(coordinator.buttons).toEqual(['Ver todas']);
      await ana.tap('Reportar ahora');
      await ana.say('40% la caracterización va en la mitad');
      expect(story.stored('1')).toEqual({ progress: 40, observation: 'la caracterización va en la mitad' });
      expect(lastReport(story.db, 1, 1)?.late).toBe(false);
    },
    open,
  );

  sentence(
    'In a closed cut it stays without a report, and the summary says so',
    async (story) => {
      const { ana, coordinator } = story;
      await anaReports(story);
      await story.at('2022-04-19', 10);
      const line = await story.types(
        ...['report', 'void', '--cut', 'marzo', '--activity', '1', '--reason', 'no corresponde'],
      );
      expect(line).toContain('Quedó anulado el reporte de la actividad 1');
      await expect(
        story.types('report', 'void', '--cut', 'marzo', '--activity', '1', '--reason', 'otra vez'),
      ).rejects.toThrow('esa actividad no tiene reporte en ese corte');
      expect(JSON.parse(await story.types('report', 'list', '--json'))).toEqual([]);
      expect(JSON.parse(await story.types('report', 'list', '--all', '--json'))).toMatchObject([
        { activity: '1', voided: true, voidReason: 'no corresponde' },
      ]);
      await story.minutes(31);
      expect(ana.last).toContain('Queda sin reporte en este corte.');
      await coordinator.say('/resumen 1');
      expect(coordinator.last).toContain('No se recibieron reportes de las 7 actividades');
    },
    open,
  );

  sentence(
    'Said no to, nothing happens',
    async (story) => {
      const { coordinator } = story;
      await anaReports(story);
      await openDetail(coordinator, /1\. Realizar una/);
      await coordinator.tap('Anular');
      await coordinator.say('me equivoqué de botón');
      await coordinator.say('no');
      expect(coordinator.last).toContain('la n.º 1 queda como está');
      expect(story.stored('1')).toEqual({ progress: 50, observation: 'caracterización en curso' });
    },
    open,
  );
});
