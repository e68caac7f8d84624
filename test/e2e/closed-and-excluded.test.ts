import { describe, expect } from 'vitest';
import { correctReport, voidReportOf } from '../../src/actions/correct-report.ts';
import { closeCut, reopenCut } from '../../src/actions/cut-acts.ts';
import { excludeActivities, includeActivities } from '../../src/actions/exclusions.ts';
import { verifyAudit } from '../../src/db/audit.ts';
import { audit, outbox } from '../../src/db/schema/index.ts';
import { type Story, sentence, textsOf } from '../world/story.ts';

function close(story: Story): void {
  const by = { reason: 'lo pidió el alcalde', personId: null };
  expect(closeCut(story.db, story.cut(), by, story.clock.now())).toEqual({ ok: true });
}

const reminders = (story: Story) =>
  story.db
    .select()
    .from(outbox)
    .all()
    .filter((row) => row.kind === 'reminder')
    .map((row) => [row.state, row.reason]);

describe('Cierre anticipado', () => {
  sentence(
    'Who is in the middle of an answer is told at once, what they write next is answered in words, and nothing more is asked of them',
    async (story) => {
      const { ana, berta, carlos } = story;
      await ana.say('/reportar');
      await ana.say('60% caracterización en curso');
      await ana.tap('25');
      await berta.say('/reportar');
      await berta.say('40% una jornada hecha');
      close(story);
      await story.minutes(1);
      expect(ana.last).toContain(
        'Planeación cerró el 16 de marzo el primer monitoreo del Plan de Participación',
      );
      expect(ana.last).toContain('Motivo: lo pidió el alcalde');
      expect(ana.last).toContain('Quedaron sin reporte las n.º 2, 3, 5, 6 y 7');
      expect(ana.last).toContain('Su reporte queda como está.');
      expect(berta.last).toContain('Su reporte queda como está.');
      expect(berta.last).not.toContain('sin reporte la');
      expect(carlos.last).toContain('Su reporte queda como está.');
      await ana.say('plan publicado en la página');
      expect(ana.last).toContain('no guardé ese mensaje');
      expect(story.stored('2')).toBeNull();
      expect(story.stored('1')).toEqual({ progress: 60, observation: 'caracterización en curso' });
      const told = textsOf(ana).length;
      await story.at('2022-03-17', 8);
      await story.at('2022-03-24', 8);
      expect(textsOf(ana)).toHaveLength(told);
    },
  );

  sentence(
    'What was queued for it is cancelled in the same transaction; a reminder that has something else to say stays',
    async (story) => {
      const { ana, berta } = story;
      story.importAnother([
        ['PL-PC-01', 'PL-AC-02'],
        ['PLAN DE PARTICIPACION CIUDADANA', 'PLAN ANTICORRUPCION'],
        [/lider de (rendicion de cuentas|participacion ciudadana)/gi, 'Otro cargo de $1'],
      ]);
      await story.at('2022-03-23', 9);
      await story.at('2022-03-24', 7, 50);
      for (const who of [ana, berta]) await who.say('/reportar');
      await story.at('2022-03-24', 8);
      const waiting = reminders(story).filter(([state]) => state === 'waiting').length;
      expect(waiting).toBe(2);
      close(story);
      expect(reminders(story).filter(([, reason]) => reason === 'closedEarly')).toHaveLength(1);
      await story.minutes(31);
      expect(textsOf(ana).at(-2)).toMatch(/^Buenos días, Ana\. El 31 de marzo cierra .*Plan Anticorrupción/);
      expect(ana.last).toContain('De otros cortes tiene 6 actividades pendientes');
      expect(reminders(story).filter(([state]) => state === 'waiting')).toHaveLength(0);
    },
    { start: ['2022-03-22', 9] },
  );

  sentence('A notice of a reopening that still waits is cancelled with it', async (story) => {
    await story.at('2022-04-23', 10);
    const of = { numbers: ['1'], lastDay: null, reason: 'faltó el soporte', personId: null };
    expect(reopenCut(story.db, story.cut(), of, story.clock.now()).ok).toBe(true);
    close(story);
    await story.at('2022-04-25', 8);
    expect(textsOf(story.ana).some((text) => text.includes('se reabrió'))).toBe(false);
    expect(story.ana.last).toContain('Planeación cerró el 23 de abril');
  });

  sentence(
    'What waits for the morning about a report that was voided or corrected is still told, without a day that is no longer so',
    async (story) => {
      const { ana } = story;
      const of = { personId: null, basedOn: null };
      await ana.say('/reportar');
      await ana.say('60% caracterización en curso');
      await ana.say('30% plan en borrador');
      await ana.say('/cancelar');
      await story.at('2022-03-16', 20);
      const [cut, now] = [story.cut(), story.clock.now()];
      voidReportOf(story.db, cut, { ...of, number: '1', reason: 'es de otro año' }, now);
      const words = { progress: 250, observation: 'plan en borrador' };
      correctReport(story.db, cut, { ...of, ...words, number: '2', reason: 'según el acta' }, now);
      await story.minutes(30);
      close(story);
      await story.at('2022-03-17', 8);
      const told = textsOf(ana).slice(-3);
      expect(told).toEqual([
        expect.stringContaining('Planeación anuló su reporte de la n.º 1, primer monitoreo: 60 %'),
        expect.stringContaining('Planeación corrigió su reporte de la n.º 2, primer monitoreo: 25 %'),
        expect.stringContaining('Planeación cerró el 16 de marzo'),
      ]);
      expect(told[0]).toContain('Motivo: es de otro año');
      expect(told[0]).toContain('Queda sin reporte en este corte.');
      expect(told[1]).toContain('Antes: 30 % · plan en borrador');
      expect(told[1]).toContain('Motivo: según el acta');
      expect(told.join(' ')).not.toContain('7 de abril');
      expect(told.map((text) => text.includes('puede'))).toEqual([false, false, false]);
    },
  );

  sentence(
    'A report voided on the last evening is told in the morning, when nobody can report it any more, as missing',
    async (story) => {
      const { ana } = story;
      await ana.say('/reportar');
      await ana.say('60% caracterización en curso');
      await ana.say('/cancelar');
      await story.at('2022-04-07', 20);
      const of = { personId: null, basedOn: null, number: '1', reason: 'es de otro año' };
      voidReportOf(story.db, story.cut(), of, story.clock.now());
      await story.at('2022-04-08', 8);
      expect(ana.last).toContain('Planeación anuló su reporte');
      expect(ana.last).toContain('Queda sin reporte en este corte.');
      expect(ana.buttons).toEqual([]);
    },
  );

  sentence(
    'Put back on the last evening, nobody hears in the morning of a day that is over',
    async (story) => {
      const { ana } = story;
      const by = { personId: null, numbers: ['1'] };
      excludeActivities(story.db, story.cut(), { ...by, reason: 'empieza en mayo' }, story.clock.now());
      await story.at('2022-04-07', 20);
      expect(includeActivities(story.db, story.cut(), by, story.clock.now()).ok).toBe(true);
      await story.at('2022-04-08', 8);
      expect(textsOf(ana).join(' ')).not.toContain('vuelve a pedirse');
    },
  );

  sentence(
    'That an activity is asked again, or until when, waits for nobody once the cut is closed',
    async (story) => {
      const { ana, coordinator } = story;
      const by = { personId: null, numbers: ['1'] };
      excludeActivities(story.db, story.cut(), { ...by, reason: 'empieza en mayo' }, story.clock.now());
      await story.minutes(1);
      await story.at('2022-03-16', 20);
      expect(includeActivities(story.db, story.cut(), by, story.clock.now()).ok).toBe(true);
      await story.types('plan', 'set', '--grace-days', '3');
      close(story);
      const before = textsOf(ana).length;
      await story.at('2022-03-17', 8);
      expect(textsOf(ana).slice(before)).toEqual([
        expect.stringContaining('Planeación cerró el 16 de marzo'),
      ]);
      expect(textsOf(coordinator).join(' ')).not.toContain('vuelve a pedirse');
    },
  );
});

describe('No programada en este corte', () => {
  sentence(
    'It is asked no more and not missing, its responsible is told, and what is asked about it ends; put back, it is asked again',
    async (story) => {
      const { ana, mayor } = story;
      const now = () => story.clock.now();
      const by = { personId: null, numbers: ['1', '7'] };
      await ana.say('/reportar');
      await ana.tap('25');
      const done = excludeActivities(story.db, story.cut(), { ...by, reason: 'empieza en mayo' }, now());
      expect(done.ok).toBe(true);
      await story.minutes(1);
      expect(ana.last).toContain('dejó las n.º 1 y 7 como no programadas en el primer monitoreo');
      expect(ana.last).toContain('Motivo: empieza en mayo');
      await ana.tap('Reportar ahora');
      expect(ana.last).toContain('Actividad 1 de 4 · n.º 2');
      await ana.say('/cancelar');
      await mayor.say('/resumen');
      expect(mayor.last).toContain('no hay reportes de las 5 actividades');
      expect(mayor.last).toContain('No están programadas en este corte: n.º 1 y 7');
      expect(includeActivities(story.db, story.cut(), { ...by, numbers: ['1'] }, now()).ok).toBe(true);
      await story.minutes(40);
      expect(ana.last).toContain('la n.º 1 vuelve a pedirse en el primer monitoreo');
      expect(ana.last).toContain('hasta el 7 de abril');
      await ana.tap('Reportar ahora');
      // What was half done before is asked first.
      expect(ana.last).toContain('Actividad 1 de 5 · n.º 1');
      expect(ana.last).toContain('25 %');
      const acts = story.db.select().from(audit).all();
      expect(acts.map((row) => row.act).filter((act) => /cluded$/.test(act))).toEqual([
        'excluded',
        'excluded',
        'included',
      ]);
      expect(verifyAudit(story.db).brokenAt).toBeNull();
    },
  );

  sentence(
    'A cut that takes no more reports stands as it is: nothing is taken out of it, nor put back',
    async (story) => {
      await story.at('2022-04-08', 9);
      const by = { personId: null, numbers: ['1'] };
      const now = story.clock.now();
      expect(excludeActivities(story.db, story.cut(), { ...by, reason: 'x' }, now)).toEqual({
        ok: false,
        refusal: { why: 'cutOver', numbers: ['1'] },
      });
      expect(excludeActivities(story.db, story.cut(2), { ...by, reason: 'x' }, now).ok).toBe(true);
      expect(excludeActivities(story.db, story.cut(2), { ...by, reason: 'x' }, now)).toMatchObject({
        refusal: { why: 'alreadyOut' },
      });
      expect(includeActivities(story.db, story.cut(2), { ...by, numbers: ['2'] }, now)).toMatchObject({
        refusal: { why: 'notOut' },
      });
    },
  );
});
