import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { differencesFromAudit } from '../../src/db/audit-check/index.ts';
import { type SQL, sql } from '../../src/db/drizzle.ts';
import type { Db } from '../../src/db/open.ts';
import { plannedCuts } from '../../src/db/plans.ts';
import { revisionsOfCuts } from '../../src/db/reports.ts';
import { setWorkbook } from '../../src/db/workbooks.ts';
import { momentAt } from '../../src/domain/dates.ts';
import { readFormFile } from '../../src/forms/read-file.ts';
import { makeWorkbook } from '../../src/forms/xlsx/make-workbook.ts';
import { readExport } from '../../src/summary/export-cut.ts';
import { livedOnce, type Story } from '../world/story.ts';
import { acts, approved, correctFirst, heard, presentations, presented, reportAll } from './review-steps.ts';

const ownWorkbook = readFileSync(join(import.meta.dirname, '../data/PL-PC-01-2022.xlsx'));
const madeAt = momentAt('2022-05-02', 9);

/** What would be drawn is compared as the data it is drawn from. */
const rendering = {
  chart: async (model: unknown) => Buffer.from(JSON.stringify(model)),
  pdf: async (model: unknown) => Buffer.from(JSON.stringify(model)),
  xlsx: makeWorkbook,
};

async function fileOf(story: Story, format: 'chart' | 'pdf' | 'xlsx' | 'csv'): Promise<Buffer> {
  const cutId = plannedCuts(story.db)[0]?.cut.id ?? 0;
  const { files } = await readExport(story.db, { cutId, format, moment: madeAt, entityName: null })(
    rendering,
  );
  return Buffer.from(files[0] ?? []);
}

const formats = ['chart', 'pdf', 'xlsx', 'csv'] as const;
const filesOf = (story: Story) => Promise.all(formats.map((format) => fileOf(story, format)));

/** The form comes in again with another title and another text, as another workbook. */
function importAnother(story: Story): void {
  story.importAnother([['Realizar y publicar Informe', 'Realizar, publicar y socializar Informe']]);
  setWorkbook(
    story.db,
    plannedCuts(story.db)[0]?.plan.id ?? 0,
    Buffer.from('another'),
    {},
    story.clock.now(),
  );
}

describe('What was approved, against the audit', () => {
  livedOnce('Shows a presentation, an approval or evidence that was changed since', async (story) => {
    await approved(story);
    const { db } = story;
    expect(differencesFromAudit(db)).toEqual([]);
    const [row] = presentations(story);
    if (!row) throw new Error('nothing was presented');
    const found = () =>
      differencesFromAudit(db).map((each) => (each.of === 'trigger' ? each.name : `${each.of} ${each.what}`));
    const undone = (statement: SQL, then: () => void) =>
      expect(() =>
        db.transaction(() => {
          db.run(statement);
          then();
          throw new Error('undone');
        }),
      ).toThrow('undone');
    undone(sql`update presentation set document = replace(document, '0', '1')`, () =>
      expect(found()).toContain('presentation changed'),
    );
    undone(sql`update presentation set auditHash = ${'0'.repeat(64)}`, () =>
      expect(found()).toEqual(['presentation anchor']),
    );
    undone(sql`update presentation set decidedBy = presentedBy`, () =>
      expect(found()).toEqual(['presentation changed']),
    );
    undone(sql`update presentation set appointedBy = presentedBy`, () =>
      expect(found()).toEqual(['presentation changed']),
    );
    const { cutId, personId, activityId } = anyReport(db);
    undone(
      sql`insert into evidence (activityId, cutId, personId, kind, url, state, moment, recordedAt)
          values (${activityId}, ${cutId}, ${personId}, 'link', 'https://example.org', 'stored', 1, 1)`,
      () => expect(found()).toEqual(['evidence unrecorded']),
    );
    undone(
      sql`insert into verification (reportId, verdict, personId, at) select id, 'endorsed', personId, 1 from report limit 1`,
      () => expect(found()).toEqual(['verdict unrecorded']),
    );
  });
});

/** Somebody's report, whichever. */
function anyReport(db: Db) {
  const [found] = revisionsOfCuts(db, [1, 2, 3, 4]).filter(({ personId }) => personId !== null);
  if (!found) throw new Error('nobody reported');
  return found;
}

describe('What /cortes gives to take home', () => {
  livedOnce('The calendar, and the site once every observation was shown', async (story) => {
    const { coordinator, mayor } = story;
    await coordinator.say('/cortes');
    await coordinator.tap('Publicar');
    expect(coordinator.last).toContain('Todavía no hay cortes que publicar');
    await approved(story);
    // What goes out with pictures has gone.
    await story.work();
    await coordinator.say('/cortes');
    await coordinator.tap('Publicar');
    expect(coordinator.last).toContain('n.º 2: plan publicado');
    await coordinator.tap('Publicar 7 observaciones');
    expect(coordinator.last).toContain('En un momento le llega el sitio');
    await coordinator.say('/cortes');
    await coordinator.tap('Calendario (.ics)');
    await story.work();
    const names = coordinator.phone.chat.flatMap(({ message }) => message.document?.file_name ?? []);
    expect(names.slice(-2)).toEqual(['sitio_2022-03-16.zip', 'cortes.ics']);
    expect(acts(story)).toContain('published');
    await mayor.say('/cortes');
    expect(mayor.last).toContain('no está disponible para usted');
  });
});

describe('The files of a cut', () => {
  livedOnce(
    'Say PRELIMINAR until it is approved, afterwards who drew up, who approved, when, and both hashes',
    async (story) => {
      await reportAll(story);
      expect((await fileOf(story, 'pdf')).toString()).toContain('Estado: PRELIMINAR, el monitoreo no es');
      expect((await fileOf(story, 'chart')).toString()).toContain('"standing":"Preliminar"');
      await story.coordinator.say('/presentar');
      await story.coordinator.tap('Presentar');
      await story.minutes(1);
      expect((await fileOf(story, 'pdf')).toString()).toMatch(
        /PRELIMINAR, presentado por Diana Mina[\s\S]*Ancla de la auditoría: [1-9]\d*:[0-9a-f]{64}/,
      );
      expect((await fileOf(story, 'csv')).toString()).toContain('PRELIMINAR');
      await story.mayor.tap('Aprobar');
      await story.mayor.tap('Sí, aprobar');
      const [row] = presentations(story);
      for (const format of ['pdf', 'csv'] as const) {
        const text = (await fileOf(story, format)).toString();
        expect(text).not.toContain('PRELIMINAR');
        expect(text).toContain(
          'Elaboró el consolidado: Diana Mina. Aprobó: Julio Biojó, el 16 de marzo de 2022',
        );
        expect(text).toContain(`Huella (SHA-256): ${row?.fingerprint}`);
        expect(text).toMatch(new RegExp(`Ancla de la auditoría: [1-9]\\d*:${row?.auditHash}`));
      }
    },
  );

  livedOnce('Are those that were approved, whatever is imported afterwards', async (story) => {
    setWorkbook(story.db, plannedCuts(story.db)[0]?.plan.id ?? 0, ownWorkbook, {}, 0);
    await approved(story);
    const before = await filesOf(story);
    importAnother(story);
    const after = await filesOf(story);
    const [picture, pdf] = after.map((bytes) => bytes.toString());
    expect(picture).toBe(
      before[0]?.toString().replace('16 de marzo"', '16 de marzo · 1 cambio desde la aprobación"'),
    );
    expect(pdf).toBe(
      before[1]
        ?.toString()
        .replace('9:01 a. m. Documento', '9:01 a. m. 1 cambio desde la aprobación. Documento'),
    );
    const read = (bytes: Buffer | undefined) => {
      const reading = readFormFile(bytes ?? Buffer.alloc(0));
      return reading.ok ? reading.form : null;
    };
    expect(before[2]?.includes('xl/media')).toBe(true);
    expect(after[2]?.includes('xl/media')).toBe(true);
    expect(read(after[2])).not.toBeNull();
    expect(read(after[2])).toEqual(read(before[2]));
  });

  livedOnce(
    'Keep the figures that were approved when a report is corrected, and say how many changes there are',
    async (story) => {
      await approved(story);
      await correctFirst(story);
      const pdf = (await fileOf(story, 'pdf')).toString();
      expect(pdf).toContain('1 cambio desde la aprobación');
      expect(pdf).toContain('caracterización en curso');
      expect(pdf).not.toContain('más avanzada');
      expect((await fileOf(story, 'csv')).toString()).not.toContain('más avanzada');
    },
  );
});

describe('Approval that is switched off before a cut is presented', () => {
  livedOnce('is told to the mayor, and the files say that it is final without them', async (story) => {
    const { mayor, coordinator } = story;
    await reportAll(story);
    await coordinator.say('/cortes');
    await coordinator.tap('Ajustes del plan');
    await coordinator.tap('Sin aprobación');
    expect(coordinator.last).toContain('«sin aprobación de la Alcaldía». A la Alcaldía se le avisa');
    await coordinator.tap('Sí, cambiar');
    await story.tick();
    expect(heard(mayor, 'Diana Mina quitó la aprobación de los cortes')).toHaveLength(1);
    await story.at('2022-04-08', 10);
    for (const format of ['pdf', 'csv'] as const) {
      const text = (await fileOf(story, format)).toString();
      expect(text).not.toContain('PRELIMINAR');
      expect(text).toContain('Estado: corte del 31 de marzo de 2022 cerrado, sin aprobación de la Alcaldía.');
    }
    await mayor.say('/resumen');
    expect(heard(mayor, 'Cerrado · sin aprobación de la Alcaldía').length).toBeGreaterThan(0);
  });

  livedOnce(
    'after the mayor returned it, says that too; by the operator it is told as well',
    async (story) => {
      const { mayor } = story;
      await reportAll(story);
      await presented(story);
      await mayor.tap('Devolver');
      await mayor.say('la 1');
      await mayor.say('Falta el acta');
      await mayor.tap('Sí, devolver');
      await story.types('plan', 'set', '--approval', 'no');
      expect(heard(mayor, 'Quien administra el bot quitó la aprobación')).toHaveLength(1);
      await story.at('2022-04-08', 10);
      expect((await fileOf(story, 'pdf')).toString()).toContain(
        'sin aprobación de la Alcaldía. Lo devolvió Julio Biojó el 16 de marzo de 2022',
      );
    },
  );
});
