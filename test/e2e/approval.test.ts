import { describe, expect } from 'vitest';
import { verifyAudit } from '../../src/db/audit.ts';
import { eq } from '../../src/db/drizzle.ts';
import { audit, plan } from '../../src/db/schema/index.ts';
import { sentence } from '../world/story.ts';
import { acts, approved, correctFirst, heard, presentations, presented, reportAll } from './review-steps.ts';

describe('Presenting', () => {
  sentence('Written instead of tapped it is asked once more all the same', async (story) => {
    const { mayor, ana } = story;
    await mayor.say('Aprobar');
    expect(mayor.last).toContain('Esto puede hacer aquí');
    await reportAll(story);
    await presented(story);
    await ana.say('aprobar');
    expect(ana.last).not.toContain('¿Aprueba');
    await mayor.say('Apruebo.');
    expect(mayor.buttons).toEqual(['Sí, aprobar', 'Todavía no']);
    expect(presentations(story)[0]?.outcome).toBeNull();
    await mayor.say('no');
    await mayor.say('devolver');
    expect(mayor.last).toContain('¿Cuáles son?');
    await mayor.tap('Cancelar');
    await mayor.say('APROBADO');
    await mayor.say('sí');
    expect(presentations(story)[0]?.outcome).toBe('approved');
    await mayor.say('aprobar');
    expect(mayor.last).toContain('Julio Biojó ya aprobó el primer monitoreo');
  });

  sentence(
    'Once everything is reported the coordinator presents, and the mayor gets the summary with the buttons',
    async (story) => {
      const { coordinator, mayor } = story;
      await reportAll(story);
      await story.minutes(1);
      await coordinator.say('/presentar');
      expect(coordinator.last).toContain('48,6 %; para esta fecha');
      expect(coordinator.last).toContain('Todavía se puede corregir hasta el 7 de abril');
      expect(coordinator.last.trim()).toMatch(/¿Lo presenta\?$/);
      expect(presentations(story)).toHaveLength(0);
      await coordinator.tap('Presentar');
      await story.minutes(1);
      expect(heard(mayor, 'Diana Mina presentó este corte para su aprobación')).toHaveLength(1);
      expect(mayor.last).toMatch(/^48,6 %; para esta fecha[\s\S]*\n\n¿Lo aprueba\?$/);
      expect(mayor.lastMessage.buttons.flat().map(({ text, style }) => [text, style])).toEqual([
        ['Aprobar', 'success'],
        ['Devolver', 'danger'],
      ]);
      await story.work();
      await story.tick();
      expect(mayor.phone.chat.filter((message) => message.kind === 'photo')).not.toHaveLength(0);
      await story.minutes(5);
      expect(heard(mayor, 'presentó este corte para su aprobación')).toHaveLength(1);
      await mayor.say('/resumen');
      expect(mayor.buttons).toContain('Aprobar');
      await coordinator.say('/resumen');
      expect(coordinator.buttons).not.toContain('Aprobar');
      await coordinator.say('/presentar');
      expect(coordinator.last).toContain('Ya está presentado');
      expect(presentations(story)).toHaveLength(1);
    },
  );

  sentence(
    'Before everything is in it asks ¿cerrar ya?, closes, and tells those who could still report or correct',
    async (story) => {
      const { ana, berta, coordinator } = story;
      await berta.say('/reportar');
      await berta.say('40% audiencia preparada');
      await coordinator.say('/presentar');
      expect(coordinator.last).toContain('Faltan las n.º 1, 2, 3, 5, 6 y 7');
      expect(coordinator.last.trim()).toMatch(/¿Cerrar ya\?$/);
      await coordinator.tap('Esperar');
      expect(presentations(story)).toHaveLength(0);
      await ana.say('/reportar');
      await coordinator.say('/presentar');
      await coordinator.tap('Sí, cerrar ya');
      expect(coordinator.last).toContain('¿Lo cierra y lo presenta?');
      expect(presentations(story)).toHaveLength(0);
      await coordinator.tap('Sí, cerrar y presentar');
      expect(presentations(story)).toHaveLength(1);
      await ana.say('30% esto ya es tarde');
      expect(story.stored('1')).toBeNull();
    },
  );

  sentence(
    'Reported whole and presented on one weekend, the mayor reads one summary on the working day: the one to approve',
    async (story) => {
      const { mayor } = story;
      await reportAll(story);
      await presented(story);
      await story.at('2022-03-22', 8);
      await story.minutes(1);
      expect(heard(mayor, '48,6 %; para esta fecha')).toHaveLength(1);
      expect(mayor.buttons).toEqual(['Aprobar', 'Devolver']);
      await story.minutes(30);
      expect(heard(mayor, '48,6 %; para esta fecha')).toHaveLength(1);
    },
    { start: ['2022-03-19', 10] },
  );

  sentence('After the grace it is presented as it is, with what is missing counted as 0', async (story) => {
    const { berta, coordinator, mayor } = story;
    await berta.say('/reportar');
    await berta.say('40% audiencia preparada');
    await story.at('2022-04-08', 10);
    await presented(story);
    expect(coordinator.last).toContain('Listo: presentado');
    expect(mayor.last).toContain('Reportadas 1 de 7');
  });

  sentence('Presented at night, the mayor hears of it at 08:00 of the next working day', async (story) => {
    const { mayor } = story;
    await reportAll(story);
    await story.at('2022-03-18', 20);
    await presented(story);
    expect(heard(mayor, 'presentó este corte para su aprobación')).toHaveLength(0);
    await story.at('2022-03-19', 9);
    expect(heard(mayor, 'presentó este corte para su aprobación')).toHaveLength(0);
    await story.at('2022-03-22', 8);
    expect(heard(mayor, 'presentó este corte para su aprobación')).toHaveLength(1);
  });

  sentence('What changes between the question and its answer is shown again', async (story) => {
    const { coordinator } = story;
    await reportAll(story);
    await coordinator.say('/presentar');
    await correctFirst(story);
    await coordinator.tap('Presentar');
    expect(coordinator.last).toContain('Algo cambió mientras tanto');
    expect(coordinator.last).toContain('50 %; para esta fecha');
    expect(presentations(story)).toHaveLength(0);
    await coordinator.tap('Presentar');
    expect(presentations(story)).toHaveLength(1);
  });

  sentence('Of a plan that does without approval there is nothing to present', async (story) => {
    const { coordinator } = story;
    story.db.update(plan).set({ needsApproval: false }).run();
    await reportAll(story);
    await coordinator.say('/presentar');
    expect(coordinator.last).toContain('no necesita aprobación');
    await story.at('2022-04-08', 10);
    await coordinator.say('/resumen');
    expect(coordinator.last).toContain('Cerrado · sin aprobación de la Alcaldía');
    expect(coordinator.buttons).not.toContain('Presentar para aprobación');
  });
});

describe('Approving', () => {
  sentence(
    'A typed yes to ¿Cerrar ya? goes on to what would be presented; nothing is closed by it',
    async (story) => {
      const { coordinator } = story;
      await coordinator.say('/presentar');
      expect(coordinator.last).toMatch(/¿Cerrar ya\?$/);
      await coordinator.say('sí');
      expect(coordinator.buttons).toContain('Sí, cerrar y presentar');
      expect(presentations(story)).toEqual([]);
      await coordinator.say('no');
      expect(presentations(story)).toEqual([]);
    },
  );

  sentence(
    'The mayor approves by button, confirmed: who, when, the fingerprint and the last audit hash are kept',
    async (story) => {
      const { coordinator, mayor } = story;
      await approved(story);
      const [row] = presentations(story);
      expect(mayor.last).toContain('Aprobado: el primer monitoreo');
      expect(mayor.last).not.toContain(row?.fingerprint ?? '');
      expect(row?.outcome).toBe('approved');
      const approval = story.db.select().from(audit).where(eq(audit.act, 'approved')).get();
      expect(row?.auditHash).toBe(approval?.hash);
      expect(approval?.after).toEqual({ presentation: row?.id, fingerprint: row?.fingerprint });
      expect(verifyAudit(story.db).brokenAt).toBe(null);
      await story.minutes(31);
      expect(heard(coordinator, 'Julio Biojó aprobó el primer monitoreo')).toHaveLength(1);
      await coordinator.say('/resumen');
      expect(coordinator.last).toContain('Aprobado por Julio Biojó el 16 de marzo');
      expect(coordinator.buttons).not.toContain('Presentar para aprobación');
      await coordinator.say('/presentar');
      expect(coordinator.last).toContain('Ya está aprobado');
    },
  );

  sentence('Two taps approve once, and an old button says what holds', async (story) => {
    const { mayor } = story;
    await reportAll(story);
    await presented(story);
    const asked = mayor.lastMessage;
    await mayor.tap('Aprobar');
    const confirm = mayor.lastMessage;
    await mayor.atOnce((phone) => {
      phone.tap(confirm, 'Sí, aprobar');
      phone.tap(confirm, 'Sí, aprobar');
    });
    expect(acts(story).filter((act) => act === 'approved')).toHaveLength(1);
    await mayor.tap('Aprobar', asked);
    expect(mayor.last).toContain('Julio Biojó ya aprobó');
    await mayor.tap('Devolver', asked);
    expect(mayor.last).toContain('Julio Biojó ya aprobó');
    expect(presentations(story)[0]?.outcome).toBe('approved');
  });

  sentence('A button of a superseded presentation offers the one that holds', async (story) => {
    const { coordinator, mayor } = story;
    await reportAll(story);
    await presented(story);
    const old = mayor.lastMessage;
    await correctFirst(story);
    await mayor.tap('Aprobar', old);
    expect(mayor.last).toContain('n.º 1: 25 %, ahora 35 %');
    expect(mayor.last).toContain('Planeación debe presentarlo de nuevo');
    await story.minutes(31);
    expect(heard(coordinator, '1 cambio desde que se presentó')).toHaveLength(1);
    expect(heard(mayor, '1 cambio desde que se presentó')).toHaveLength(1);
    await coordinator.tap('Presentar de nuevo');
    await coordinator.tap('Presentar');
    await story.minutes(1);
    await mayor.tap('Aprobar', old);
    expect(mayor.last).toContain('Ese botón era de una presentación anterior');
    expect(mayor.buttons).toEqual(['Aprobar', 'Devolver']);
    await mayor.tap('Aprobar');
    await mayor.tap('Sí, aprobar');
    expect(presentations(story).map((each) => each.outcome)).toEqual([null, 'approved']);
  });

  sentence('What changed between the question and Sí, aprobar is not approved', async (story) => {
    const { mayor } = story;
    await reportAll(story);
    await presented(story);
    await mayor.tap('Aprobar');
    await correctFirst(story);
    await mayor.tap('Sí, aprobar');
    expect(heard(mayor, 'Solo se aprueba lo que se presenta')).toHaveLength(1);
    expect(presentations(story)[0]?.outcome).toBe(null);
  });

  sentence('A forged approval of somebody else does nothing', async (story) => {
    const { ana, coordinator, mayor } = story;
    await reportAll(story);
    await presented(story);
    const said = coordinator.phone.chat.length;
    const row = presentations(story)[0];
    for (const who of [ana, coordinator])
      for (const data of [`x:approve:${row?.id}`, `x:return:${row?.id}`])
        await who.atOnce((phone) => void phone.forgeTap(data, phone.last()?.messageId ?? 1));
    expect(coordinator.phone.chat).toHaveLength(said);
    for (const data of ['x:approve:999999', 'x:approve', 'x:return:0'])
      await mayor.atOnce((phone) => void phone.forgeTap(data, phone.last()?.messageId ?? 1));
    expect(mayor.last).toContain('no está disponible');
    expect(presentations(story)[0]?.outcome).toBe(null);
  });
});
