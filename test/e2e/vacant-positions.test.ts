import { describe, expect } from 'vitest';
import { closeCut } from '../../src/actions/cut-acts.ts';
import { plannedCuts } from '../../src/db/plans.ts';
import { lastReport } from '../../src/db/reports.ts';
import { type Story, sentence } from '../world/story.ts';

/** Positions 2 and 3 share the n.º 4; with neither enrolled it is nobody's. */
const nobodyForFour = { start: ['2022-03-16', 9], notEnrolled: ['berta', 'carlos'] } as const;

async function reportsFour({ coordinator }: Story): Promise<void> {
  await coordinator.say('/reportar');
  await coordinator.tap(/Lider de rendicion/);
  await coordinator.tap('75');
  await coordinator.say('Tres campañas de cuatro');
}

function allChat(of: { readonly phone: { readonly chat: readonly { readonly text: string }[] } }): string {
  return of.phone.chat.map((message) => message.text).join('\n');
}

describe('For a position without an enrolled holder', () => {
  sentence(
    'The coordinator may report, and it is marked *registrado por Planeación* everywhere',
    async (story) => {
      const { coordinator, mayor } = story;
      await coordinator.say('/reportar');
      expect(coordinator.last).toContain('Estos cargos están sin responsable');
      expect(coordinator.buttons).toEqual([
        'Lider de rendicion de cuentas · 1',
        'lider de participacion ciudadana · 1',
      ]);
      await coordinator.tap(/Lider de rendicion/);
      expect(coordinator.last).toContain('queda como «registrado por Planeación»');
      expect(coordinator.last).toContain('Por el cargo sin responsable: Lider de rendicion de cuentas');
      expect(coordinator.last).toContain('Actividad 1 de 1 · n.º 4');
      await coordinator.tap('75');
      await coordinator.say('Tres campañas de cuatro');
      expect(coordinator.last).toContain('1 de 1');
      expect(lastReport(story.db, 4, 1)).toMatchObject({ origin: 'planning', progress: 750, late: false });
      await mayor.say('/resumen');
      expect(mayor.last).toContain('75 % · verde · registrado por Planeación · Tres campañas');
      expect(mayor.last).toContain('Reportadas 1 de 7, 1 a tiempo (1 registrada por Planeación)');
      await mayor.tap('Detalle');
      await mayor.tap(/4\. Realizar/);
      expect(mayor.last).toContain('registrado por Planeación (Diana Mina)');
      expect(JSON.parse(await story.types('report', 'list', '--json'))).toMatchObject([
        { activity: '4', progress: 75, reportedBy: 'Diana Mina', late: false, origin: 'planning' },
      ]);
      const summary = JSON.parse(await story.types('summary', '--cut', '1', '--json'));
      expect(summary.coverage).toMatchObject({ onTime: 1, late: 0, missing: 6, planning: 1 });
      await coordinator.say('/reportar');
      expect(coordinator.last).toContain('No hay cargos sin responsable con actividades pendientes');
    },
    nobodyForFour,
  );

  sentence(
    'They are never the coordinator’s own pending ones: no reminder on any day',
    async (story) => {
      const { coordinator } = story;
      for (const date of ['2022-03-16', '2022-03-24', '2022-03-28', '2022-03-30', '2022-03-31', '2022-04-01'])
        await story.at(date, 8);
      expect(allChat(coordinator)).not.toContain('Le falta');
      await coordinator.say('/misactividades');
      expect(coordinator.last).toContain('no está disponible para usted');
    },
    { ...nobodyForFour, start: ['2022-03-15', 9] },
  );

  sentence(
    'As soon as somebody enrolled holds it, no longer: the open question answers nothing',
    async (story) => {
      const { coordinator, berta } = story;
      await coordinator.say('/reportar');
      await coordinator.tap(/Lider de rendicion/);
      await coordinator.tap('75');
      await berta.say(story.invite('Berta Ruiz'));
      await berta.tap('Autorizo');
      await story.minutes(1);
      await story.newcomer('Carla Solís', { positions: ['3'] });
      await coordinator.say('Tres campañas de cuatro');
      expect(allChat(coordinator)).toContain('ya tiene quien la reporte');
      expect(story.stored('4')).toBeNull();
      await coordinator.say('/reportar');
      expect(coordinator.last).toContain('No hay cargos sin responsable');
      await berta.say('/reportar');
      await berta.say('80% cuatro campañas hechas');
      expect(lastReport(story.db, 4, 1)).toMatchObject({ origin: 'chat', progress: 800 });
    },
    nobodyForFour,
  );

  sentence(
    'Whoever enrols afterwards may correct it, and sees Planeación’s word',
    async (story) => {
      const { berta } = story;
      await reportsFour(story);
      await berta.say(story.invite('Berta Ruiz'));
      await berta.tap('Autorizo');
      await berta.say('/misactividades');
      expect(berta.last).toContain('reportada, 75 %');
      await berta.tap('n.º 4');
      await berta.tap('Corregir');
      await berta.say('80% cuatro campañas hechas');
      expect(lastReport(story.db, 4, 1)).toMatchObject({ origin: 'chat', progress: 800, late: false });
    },
    nobodyForFour,
  );

  sentence(
    'A half is kept; what Planeación corrects of its own stays *registrado por Planeación*',
    async (story) => {
      const { coordinator } = story;
      await coordinator.say('/reportar');
      await coordinator.tap(/Lider de rendicion/);
      await coordinator.tap('75');
      await coordinator.say('/cancelar');
      expect(coordinator.last).toContain('1 actividad quedó a medias');
      await coordinator.say('/reportar');
      await coordinator.tap(/Lider de rendicion/);
      expect(coordinator.last).toContain('75 %. Describa');
      await coordinator.say('Tres campañas https://example.org/acta');
      expect(coordinator.last).toContain('Puede corregirla hasta el 7 de abril desde el detalle de /resumen');
      await coordinator.say('/resumen');
      await coordinator.tap('Detalle');
      await coordinator.tap(/4\. Realizar/);
      await coordinator.tap('Corregir por la entidad');
      await coordinator.say('60');
      await coordinator.say('Tres de cinco');
      await coordinator.say('conté mal');
      await coordinator.tap('Sí, corregir');
      expect(story.stored('4')).toEqual({ progress: 60, observation: 'Tres de cinco' });
      await coordinator.say('/resumen');
      expect(coordinator.last).toContain('1 a tiempo (1 registrada por Planeación)');
    },
    nobodyForFour,
  );

  sentence(
    'With everything in, the last of it by Planeación, the mayor gets the summary by itself',
    async (story) => {
      const { ana, mayor } = story;
      await ana.say('/reportar');
      for (let each = 0; each < 6; each++) await ana.say('100% hecho y publicado');
      await story.minutes(1);
      expect(allChat(mayor)).not.toContain('Reportadas');
      await reportsFour(story);
      await story.minutes(1);
      expect(mayor.last).toContain('Reportadas 7 de 7, todas a tiempo (1 registrada por Planeación)');
    },
    nobodyForFour,
  );

  sentence(
    'Closed while Planeación was writing: nothing is taken, in words; an answer of before the close counts',
    async (story) => {
      const { coordinator } = story;
      const [first] = plannedCuts(story.db);
      if (!first) throw new Error('no cut');
      await coordinator.say('/reportar');
      await coordinator.tap(/Lider de rendicion/);
      await coordinator.tap('75');
      await story.stopBot();
      await coordinator.say('Tres campañas de cuatro');
      story.clock.advance(60_000);
      expect(closeCut(story.db, first, { personId: null, reason: 'ya' }, story.clock.now()).ok).toBe(true);
      story.clock.advance(60_000);
      await story.startBot();
      expect(lastReport(story.db, 4, 1)).toMatchObject({ origin: 'planning', progress: 750 });
      await coordinator.say('90% otra cosa');
      expect(lastReport(story.db, 4, 1)).toMatchObject({ progress: 750 });
    },
    nobodyForFour,
  );
});
