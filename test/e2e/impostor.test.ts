import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect } from 'vitest';
import { eq } from '../../src/db/drizzle.ts';
import { audit, draft, evidence, question } from '../../src/db/schema/index.ts';
import { sentence } from '../world/story.ts';
import { another, kept, pdf, send } from './evidence-sent.ts';

const quiet = { start: ['2022-03-17', 10], notEnrolled: ['ana'] } as const;

describe('What an account left that was not that person', () => {
  sentence(
    'Goes with No es esa persona: files, links, causes and halves; what others sent stays',
    async (story) => {
      const { berta, coordinator, mayor, db } = story;
      const wrong = story.stranger('Peter', 'Pan');
      await wrong.say(story.invite('Ana Arboleda', coordinator));
      await wrong.tap('Autorizo');
      await wrong.say('/reportar');
      await send(story, wrong, {}, { bytes: another(pdf, 2) });
      await wrong.say('https://example.org/acta');
      await wrong.say('10% apenas empieza, ver https://example.org/foto');
      await wrong.tap('50');
      await berta.say('/reportar');
      await send(story, berta, {});
      expect(kept(story)).toEqual([
        '1: pdf',
        '1: pdf',
        '1: https://example.org/acta',
        '1: https://example.org/foto',
        '4: pdf',
      ]);
      expect(readdirSync(story.filesPath)).toHaveLength(2);
      expect(db.select().from(draft).all()).toHaveLength(1);
      await story.tick();
      await coordinator.tap('No es esa persona');
      expect(coordinator.last).toContain('lo que dejó (reportes, soportes, causas) quedó anulado');
      await story.work();
      expect(kept(story)).toEqual(['4: pdf']);
      expect(readdirSync(story.filesPath).filter((name) => name.endsWith('.pdf'))).toHaveLength(1);
      expect(db.select().from(draft).all()).toEqual([]);
      expect(db.select().from(audit).where(eq(audit.act, 'evidenceVoided')).all()).toHaveLength(4);
      await mayor.say('/resumen');
      await mayor.tap('Detalle');
      await mayor.tap(/ 1\. /);
      expect(mayor.last).not.toContain('Soportes');
      const pack = join(story.filesPath, '..', 'paquete.zip');
      await story.types('export', '--cut', '1', '--format', 'zip', '--out', pack);
      const list = strFromU8(unzipSync(readFileSync(pack))['soportes.csv'] ?? new Uint8Array());
      expect(list.trim().split('\r\n').slice(1)).toEqual([expect.stringMatching(/^4,1,archivo,/)]);
      expect(await story.types('doctor').catch((error: Error) => error.message)).not.toContain(
        'evidencia no está',
      );
      const { ana } = story;
      await ana.say(story.invite('Ana Arboleda', coordinator));
      await ana.tap('Autorizo');
      await ana.say('/misdatos');
      expect(ana.last).not.toContain('Soportes enviados');
    },
    quiet,
  );

  sentence(
    'Is not kept when it comes afterwards, nor asked about',
    async (story) => {
      const { coordinator, db, simulator } = story;
      const wrong = story.stranger('Peter', 'Pan');
      await wrong.say(story.invite('Ana Arboleda', coordinator));
      await wrong.tap('Autorizo');
      await wrong.say('/reportar');
      await wrong.say('30% tres talleres');
      await story.tick();
      simulator.faults.add({ kind: 'delay', ms: 1_500, method: 'getFile' });
      await wrong.atOnce((phone) =>
        phone.sendFile({
          kind: 'document',
          name: 'a.pdf',
          bytes: pdf,
          caption: 'acta de la reunión firmada',
        }),
      );
      await wrong.atOnce((phone) =>
        phone.sendFile({ kind: 'document', name: 'b.pdf', bytes: another(pdf, 2) }),
      );
      await coordinator.tap('No es esa persona');
      await story.work();
      expect(kept(story)).toEqual([]);
      expect(
        db
          .select()
          .from(evidence)
          .all()
          .filter((row) => row.state === 'stored'),
      ).toEqual([]);
      expect(db.select().from(question).where(eq(question.kind, 'evidence')).all()).toEqual([]);
    },
    quiet,
  );
});
