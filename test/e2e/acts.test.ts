import { describe, expect } from 'vitest';
import { closeCut, reopenCut } from '../../src/actions/cut-acts.ts';
import { lastReport } from '../../src/db/reports.ts';
import { sentence } from '../world/story.ts';

describe('Acts that come too late', () => {
  sentence('A reminder’s button after the lock says that the cut closed', async (story) => {
    const { ana, berta } = story;
    await berta.say('/reportar');
    await berta.say('50% campaña en tres colegios');
    const reminder = ana.lastMessage;
    await story.at('2022-04-11', 9);
    await ana.tap('Reportar ahora', reminder);
    expect(ana.last).toContain('El corte del 31 de marzo ya cerró y no recibe más reportes.');
    expect(ana.last).toContain('no tiene actividades pendientes');
    await berta.say('/reportar');
    expect(berta.last).not.toContain('ya cerró');
  });
});

describe('Acts on a cut', () => {
  sentence(
    'Reabrir names the activities and a last day, reminds at once and on that day; a first report then is extemporáneo, and it closes by itself',
    async (story) => {
      const { ana, berta } = story;
      await story.at('2022-04-19', 10);
      await ana.say('/reportar');
      expect(ana.last).toContain('no tiene actividades pendientes');
      const done = reopenCut(
        story.db,
        story.cut(),
        { numbers: ['1', '2'], lastDay: '2022-04-22', reason: 'faltó el soporte', personId: null },
        story.clock.now(),
      );
      expect(done.ok).toBe(true);
      await story.minutes(31);
      expect(ana.last).toContain('se reabrió el primer monitoreo');
      expect(ana.last).toContain('n.º 1 y 2');
      expect(ana.last).toContain('22 de abril');
      expect(berta.phone.chat.some((message) => message.text.includes('reabrió'))).toBe(false);
      await ana.tap('Reportar ahora');
      await ana.say('40% entregado con soporte');
      expect(story.stored('1')).toEqual({ progress: 40, observation: 'entregado con soporte' });
      expect(lastReport(story.db, 1, 1)?.late).toBe(true);
      await ana.say('/cancelar');
      await story.at('2022-04-22', 8);
      expect(ana.last).toContain('Le falta 1 actividad');
      await story.at('2022-04-23', 9);
      await ana.say('/reportar');
      expect(ana.last).toContain('no tiene actividades pendientes');
      expect(story.stored('2')).toBeNull();
    },
  );

  sentence(
    'A reopened activity with a draft shows the draft, not the report that it replaces',
    async (story) => {
      const { ana } = story;
      await ana.say('/reportar');
      await ana.say('0% nada todavía');
      await ana.say('/cancelar');
      await story.at('2022-04-19', 10);
      const of = { numbers: ['1'], lastDay: '2022-04-22', reason: 'faltó el soporte', personId: null };
      expect(reopenCut(story.db, story.cut(), of, story.clock.now()).ok).toBe(true);
      await ana.say('/reportar');
      await ana.tap('75');
      await ana.say('/misactividades');
      expect(ana.last).toMatch(/n\.º 1 .*: a medias, 75 %/);
    },
  );

  sentence(
    'Cierre anticipado closes the cut at that moment, without grace: an answer whose moment is earlier still counts',
    async (story) => {
      const { ana } = story;
      await ana.say('/reportar');
      await ana.tap('50');
      await story.stopBot();
      await ana.say('escrito antes del cierre');
      story.clock.advance(60_000);
      expect(
        closeCut(story.db, story.cut(), { reason: 'lo pidió el alcalde', personId: null }, story.clock.now()),
      ).toEqual({ ok: true });
      story.clock.advance(60_000);
      await story.startBot();
      expect(story.stored('1')).toEqual({ progress: 50, observation: 'escrito antes del cierre' });
      await ana.say('30% esto ya es tarde');
      expect(story.stored('2')).toBeNull();
    },
  );
});

describe('Positions without an enrolled holder', () => {
  sentence(
    'The coordinator hears of such positions on the opening day',
    async (story) => {
      const { coordinator, mayor } = story;
      const heard = () =>
        coordinator.phone.chat.filter((message) => message.text.includes('están sin responsable'));
      await story.at('2022-03-16', 8);
      expect(heard()).toHaveLength(1);
      expect(heard()[0]?.text).toContain('Lider de rendicion de cuentas: n.º 4');
      expect(heard()[0]?.text).not.toContain('Profesional');
      await story.at('2022-03-17', 8);
      await story.at('2022-03-24', 8);
      expect(heard()).toHaveLength(1);
      expect(mayor.phone.chat.some((message) => message.text.includes('sin responsable:'))).toBe(false);
    },
    { start: ['2022-03-15', 9], notEnrolled: ['berta'] },
  );
});
