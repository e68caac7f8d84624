import { describe, expect } from 'vitest';
import { inArray } from '../../src/db/drizzle.ts';
import { allPeople } from '../../src/db/people.ts';
import { assignment, presentation } from '../../src/db/schema/index.ts';
import { momentAt } from '../../src/domain/dates.ts';
import { cutSummary } from '../../src/summary/cut-summary.ts';
import { sealed } from '../../src/summary/review/document.ts';
import { liveDocument } from '../../src/summary/review/live-document.ts';
import { sentence } from '../world/story.ts';
import { acts, approved, correctFirst, heard, presentations, presented, reportAll } from './review-steps.ts';

describe('After the approval', () => {
  sentence(
    'A later change leaves the approval on record, shows how many changes, and asks the mayor anew',
    async (story) => {
      const { coordinator, mayor } = story;
      await approved(story);
      await story.minutes(31);
      await correctFirst(story);
      await mayor.say('/resumen');
      // The picture follows; what changed is told at the minute, not when the picture happens to be done.
      await story.work();
      expect(mayor.last).toContain('Aprobado por Julio Biojó el 16 de marzo · 1 cambio desde la aprobación');
      expect(mayor.last).toContain('48,6 %; para esta fecha');
      expect(mayor.last).toContain('25 % · verde · caracterización en curso');
      await mayor.tap('Ver los cambios');
      expect(mayor.last).toContain('n.º 1: 25 %, ahora 35 %');
      expect(mayor.last).toContain('el avance es 50 %');
      await story.minutes(31);
      expect(heard(mayor, 'le pediremos la aprobación otra vez')).toHaveLength(1);
      expect(heard(coordinator, '1 cambio desde la aprobación')).toHaveLength(1);
      await coordinator.tap('Presentar de nuevo');
      await coordinator.tap('Presentar');
      await story.minutes(1);
      expect(heard(mayor, 'ya lo había aprobado. 1 cambio desde la aprobación')).toHaveLength(1);
      expect(mayor.last).toContain('50 %; para esta fecha');
      await mayor.say('/resumen');
      expect(mayor.last).toContain('presentado de nuevo el 16 de marzo');
      expect(mayor.last).toContain('48,6 %; para esta fecha');
      await mayor.tap('Aprobar');
      await mayor.tap('Sí, aprobar');
      expect(presentations(story).map((each) => each.outcome)).toEqual(['approved', 'approved']);
      await mayor.say('/resumen');
      expect(mayor.last).toContain('50 %; para esta fecha');
      expect(mayor.last).not.toContain('desde la aprobación');
    },
  );

  sentence('Corrected back to what was approved, nothing has changed', async (story) => {
    const { mayor } = story;
    await approved(story);
    await correctFirst(story);
    await correctFirst(story, '25% caracterización en curso');
    await mayor.say('/resumen');
    expect(mayor.last).not.toContain('desde la aprobación');
  });

  sentence('An import touches neither the figures nor the files of an approved cut', async (story) => {
    const { mayor } = story;
    await approved(story);
    const before = cutSummary(story.db, story.cut().cut.id, story.clock.now());
    story.importAnother([
      [
        'Realizar y publicar Informe de Gestión de la vigencia anterior',
        'Realizar, publicar y socializar Informe de Gestión de la vigencia anterior',
      ],
    ]);
    const after = cutSummary(story.db, story.cut().cut.id, story.clock.now());
    expect(after.rows).toEqual(before.rows);
    expect(after.overall).toBe(before.overall);
    await mayor.say('/resumen');
    expect(mayor.last).toContain('1 cambio desde la aprobación');
    await mayor.tap('Ver los cambios');
    expect(mayor.last).toContain('n.º 3: el texto, las fechas, el peso');
  });

  sentence('The previous figure of an approved cut comes from its document', async (story) => {
    const { ana, mayor } = story;
    await approved(story);
    await correctFirst(story);
    await story.at('2022-06-16', 9);
    await ana.say('1: 50% mitad\n2: 100% plan');
    await ana.tap(/^Guardar est/);
    await mayor.say('/resumen');
    expect(mayor.last).toContain('Frente al corte del 31 de marzo (48,6 %)');
  });
});

describe('Nobody approves their own figures', () => {
  sentence('The mayor who is also coordinator may not approve what they presented', async (story) => {
    const { mayor, coordinator } = story;
    await reportAll(story);
    const person = allPeople(story.db).find((each) => each.telegramUserId === mayor.id);
    story.db
      .insert(assignment)
      .values({ personId: person?.id ?? 0, office: 'coordinator', fromAt: 0 })
      .run();
    await mayor.say('/presentar');
    expect(mayor.last).toContain(
      'Tenga en cuenta: Julio Biojó no podrá aprobarlo, porque presentó este corte',
    );
    await mayor.tap('Presentar');
    await story.minutes(1);
    await mayor.tap('Aprobar');
    expect(mayor.last).toContain('debe aprobarlo otra persona, porque usted presentó este corte');
    expect(presentations(story)[0]?.outcome).toBe(null);
    await coordinator.say('/presentar');
    expect(coordinator.last).toContain('Ya está presentado');
  });

  sentence('A person who reported in the cut may return it, but not approve it', async (story) => {
    const { ana, mayor } = story;
    await reportAll(story);
    const people = allPeople(story.db);
    const julio = people.find((each) => each.telegramUserId === mayor.id);
    const reporter = people.find((each) => each.telegramUserId === ana.id);
    story.db
      .update(assignment)
      .set({ untilAt: story.clock.now() })
      .where(inArray(assignment.personId, [julio?.id ?? 0]))
      .run();
    story.db
      .insert(assignment)
      .values({ personId: reporter?.id ?? 0, office: 'mayor', fromAt: story.clock.now() })
      .run();
    await presented(story);
    await story.minutes(31);
    await ana.tap('Aprobar');
    expect(ana.last).toContain('porque usted reportó o corrigió en este corte');
    await ana.tap('Devolver');
    await ana.tap('Todas');
    await ana.tap('Seguir');
    await ana.say('Revisar todo');
    await ana.tap('Sí, devolver');
    expect(presentations(story)[0]?.outcome).toBe('returned');
  });

  sentence('By account, too: the same Telegram account under another name', async (story) => {
    const { ana, mayor } = story;
    await reportAll(story);
    await ana.say('/salir');
    await ana.tap(/^Sí/);
    const julio = allPeople(story.db).find((each) => each.telegramUserId === mayor.id);
    story.db
      .update(assignment)
      .set({ untilAt: story.clock.now() })
      .where(inArray(assignment.personId, [julio?.id ?? 0]))
      .run();
    story.add('Alcaldesa Nueva', { roles: ['mayor'] });
    const link = story.invite('Alcaldesa Nueva');
    await ana.say(link);
    await ana.tap('Autorizo');
    await presented(story);
    await story.minutes(31);
    await ana.tap('Aprobar');
    expect(ana.last).toContain('desde su misma cuenta de Telegram se reportó o corrigió');
    expect(presentations(story)[0]?.outcome).toBe(null);
    expect(story.whereStored(ana.id).filter((place) => place.startsWith('held_account'))).toEqual([]);
  });

  sentence(
    'A mayor replaced between presenting and approving: the new one is asked, the old one is not heard',
    async (story) => {
      const { mayor } = story;
      await reportAll(story);
      await presented(story);
      const asked = mayor.lastMessage;
      const julio = allPeople(story.db).find((each) => each.telegramUserId === mayor.id);
      story.db
        .update(assignment)
        .set({ untilAt: story.clock.now() })
        .where(inArray(assignment.personId, [julio?.id ?? 0]))
        .run();
      story.clock.step(1);
      await mayor.tap('Aprobar', asked);
      expect(mayor.lastMessage.text).toBe(asked.text);
      const nueva = await story.newcomer('Alcaldesa Nueva', { roles: ['mayor'] });
      await story.minutes(31);
      await story.minutes(1);
      expect(nueva.last).toContain('Diana Mina presentó este corte para su aprobación');
      await nueva.tap('Aprobar');
      await nueva.tap('Sí, aprobar');
      expect(presentations(story)[0]?.outcome).toBe('approved');
    },
  );
});

describe('The fingerprint', () => {
  sentence(
    'Is the same for the same data, another for any change, and is checked when it is read',
    async (story) => {
      await reportAll(story);
      const planned = story.cut();
      const once = sealed(liveDocument(story.db, planned));
      expect(sealed(liveDocument(story.db, planned))).toEqual(once);
      await presented(story);
      expect(presentations(story)[0]?.fingerprint).toBe(once.fingerprint);
      await correctFirst(story);
      expect(sealed(liveDocument(story.db, planned)).fingerprint).not.toBe(once.fingerprint);
      expect(once.document).not.toMatch(/"(id|personId|planId)"/);
      story.db
        .update(presentation)
        .set({ document: once.document.replace('"progress":250', '"progress":990') })
        .run();
      expect(() => cutSummary(story.db, planned.cut.id, momentAt('2022-03-16', 12))).toThrow('fingerprint');
      story.db.update(presentation).set({ document: once.document }).run();
      expect(acts(story)).toContain('presented');
    },
  );
});
