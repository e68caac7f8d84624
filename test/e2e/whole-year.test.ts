import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { verifyAudit } from '../../src/db/audit.ts';
import { readFormFile } from '../../src/forms/read-file.ts';
import { realFormBytes } from '../world/form.ts';
import { type Actor, livedOnce, type Story } from '../world/story.ts';
import { assign, endAssignment } from './assignment-steps.ts';
import {
  acts,
  correctFirst,
  heard,
  presentAndApprove,
  presentations,
  presentedWithFiles,
  reportAll,
} from './review-steps.ts';

/** One clear line is saved at once; several are shown first. */
async function answer(who: Actor, ...lines: readonly string[]): Promise<void> {
  await who.say(lines.join('\n'));
  if (lines.length > 1) await who.tap(/^Guardar est/);
}

const latenessOf = async (story: Story, cut: number) =>
  new Map(
    (JSON.parse(await story.types('report', 'list', '--json')) as readonly Reported[])
      .filter((each) => each.cut === cut)
      .map((each) => [each.activity, each.late]),
  );
/** How many messages of each kind the bot sent somebody. */
const countKinds = (who: Actor) => {
  const kinds = who.phone.chat.filter((each) => each.from === 'bot').map((each) => each.kind);
  return Object.fromEntries(
    Map.groupBy(kinds, (kind) => kind)
      .entries()
      .map(([kind, all]) => [kind, all.length]),
  );
};

type Reported = { readonly activity: string; readonly cut: number; readonly late: boolean };

describe('A whole year through chat and command line', () => {
  livedOnce(
    'four cuts, a replacement, an encargo, a late report, a reopening, a returned approval, a corrected form',
    async (story) => {
      const { ana, berta, carlos, coordinator, mayor } = story;

      // March: everything in time, presented and approved.
      await reportAll(story);
      await presentAndApprove(story, presentedWithFiles);
      const march = await story.types('summary', '--cut', '1');
      expect(march).toContain('48,6 %');

      // May: Carlos leaves and Elena takes his position; Carmen comes to Control Interno.
      await story.at('2022-05-02', 9);
      await story.types('person', 'add', '--name', 'Elena Cuero', '--position', '3', '--role', 'responsible');
      await endAssignment(story, { position: 3, person: 3 });
      const elena = await story.enrols('Elena Cuero');
      story.add('Carmen Control', { roles: ['control'] });
      const carmen = await story.enrols('Carmen Control');

      // June: Berta stands in for Ana for a week; Elena is late; the mayor returns the cut once.
      await story.at('2022-06-15', 8);
      expect(heard(carlos, 'segundo monitoreo')).toHaveLength(0);
      expect(elena.last).toContain('30 de junio');
      const encargo = { from: '2022-06-21', until: '2022-06-24' };
      await assign(story, { position: 1, person: 2, ...encargo });
      await story.at('2022-06-22', 9);
      await ana.say('1: 50% dos barrios');
      expect(story.stored('1', 2)).toBeNull();
      await answer(berta, '1: 50% dos barrios caracterizados');
      await story.at('2022-06-28', 9);
      await answer(
        ana,
        '2: 100% plan publicado',
        '3: 100% informe publicado',
        '5: 40% veedurías en marcha',
        '6: 40% en curso',
        '7: 50% en curso',
      );
      await story.at('2022-07-05', 9);
      await story.work();
      await answer(elena, '4: 60% dos campañas hechas');
      expect((await latenessOf(story, 2)).get('4')).toBe(true);
      expect((await latenessOf(story, 2)).get('1')).toBe(false);
      await story.work();
      await story.at('2022-07-11', 9);
      await presentedWithFiles(story);
      await mayor.tap('Devolver');
      await mayor.tap(/☐ 1\./);
      await mayor.tap('Seguir');
      await mayor.say('Falta decir cuáles barrios');
      await mayor.tap('Sí, devolver');
      await story.minutes(31);
      expect(heard(ana, 'Falta decir cuáles barrios')).toHaveLength(1);
      await correctFirst(story, '50% barrios La Playita y Lleras caracterizados');
      await presentAndApprove(story, presentedWithFiles);
      expect(presentations(story).map((each) => each.outcome)).toEqual(['approved', 'returned', 'approved']);

      // September: the form comes corrected; one activity is missed and reopened; Control Interno verifies.
      await story.work();
      await story.at('2022-09-01', 9);
      const corrected = join(story.filesPath, '..', 'corregido.txt');
      const name = 'Realizar campañas informativas sobre Rendición de Cuentas';
      const text = realFormBytes.toString('utf8');
      expect(text).toContain(name);
      writeFileSync(corrected, text.replace(name, `${name} y control social`));
      const approvedThen = presentations(story);
      await story.types('plan', 'import', corrected, '--without-monitoring');
      expect(presentations(story)).toEqual(approvedThen);
      expect(await story.types('summary', '--cut', '1')).toContain('48,6 %');
      await story.work();
      await story.at('2022-09-20', 9);
      await answer(
        ana,
        '1: 70% tres barrios',
        '2: 100% plan publicado',
        '3: 100% informe publicado',
        '5: 70% veedurías en marcha',
        '6: 70% en curso',
      );
      await answer(elena, '4: 80% tres campañas hechas');
      await story.work();
      await story.at('2022-10-10', 9);
      await story.work();
      await coordinator.say('/reabrir');
      await coordinator.tap('Corte 3 · 30 de septiembre');
      await coordinator.say('7');
      await coordinator.tap(/^Hasta el/);
      await coordinator.say('Ana estuvo incapacitada');
      await coordinator.tap('Sí, reabrir');
      await story.minutes(1);
      await answer(ana, '7: 75% en curso');
      expect((await latenessOf(story, 3)).get('7')).toBe(true);
      await story.minutes(1);
      await story.work();
      await carmen.say('/verificar septiembre');
      await carmen.tap('Avalar');
      await carmen.tap('Terminar');
      await story.work();
      await story.at('2022-10-21', 9);
      await presentAndApprove(story, presentedWithFiles);

      // December: closes on 2 January; a report is corrected by the entity before the last approval.
      await story.at('2022-12-20', 9);
      await answer(
        ana,
        '1: 100% cuatro barrios',
        '2: 90% plan publicado',
        '3: 100% informe publicado',
        '5: 100% veedurías cerradas',
        '6: 100% acta publicada',
        '7: 100% informe entregado',
      );
      await answer(elena, '4: 100% todas las campañas hechas');
      await story.types(
        ...['report', 'correct', '--cut', '4', '--activity', '2', '--progress', '100'],
        ...['--observation', 'plan publicado y socializado', '--reason', 'El acta dice 100 %'],
      );
      await story.work();
      await story.at('2023-01-11', 9);
      expect(heard(ana, 'El acta dice 100 %')).toHaveLength(1);
      await presentAndApprove(story, presentedWithFiles);
      expect(mayor.last).toContain('Aprobado');

      // The mayor, who has no other role, got at most 40 messages in the year; each file once.
      await story.work();
      expect(countKinds(mayor)).toEqual({ photo: 10, document: 10, text: expect.any(Number) });
      expect(mayor.phone.chat.filter((each) => each.from === 'bot').length).toBeLessThanOrEqual(40);

      // What is left: a full form that reads back, and a record that holds.
      const out = join(story.filesPath, '..', 'final.xlsx');
      await story.types('export', '--format', 'xlsx', '--cut', '4', '--out', out);
      const reading = readFormFile(readFileSync(out));
      if (!reading.ok) throw new Error('the exported form cannot be read');
      expect(reading.form.activities.map((each) => each.monitoring.length)).toEqual([4, 4, 4, 4, 4, 4, 4]);
      expect(verifyAudit(story.db)).toMatchObject({ brokenAt: null });
      const all = [
        'approved',
        'returned',
        'reopened',
        'verified',
        'reportCorrected',
        'assigned',
        'assignmentEnded',
      ];
      expect(acts(story)).toEqual(expect.arrayContaining(all));
    },
  );
});
