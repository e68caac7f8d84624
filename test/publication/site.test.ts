import { execFileSync } from 'node:child_process';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { differingPublications } from '../../src/db/audit-check/publications.ts';
import { eq } from '../../src/db/drizzle.ts';
import { publishedCuts } from '../../src/db/publications.ts';
import { activity, audit, person, plan, publication } from '../../src/db/schema/index.ts';
import { momentAt } from '../../src/domain/dates.ts';
import { readCsv } from '../../src/forms/csv-cells.ts';
import { observationsOf } from '../../src/publication/observations.ts';
import { publish } from '../../src/publication/publish.ts';
import { type SiteFiles, siteFiles } from '../../src/publication/site.ts';
import { publishedSite, toPublish } from '../../src/publication/to-publish.ts';
import { columns } from '../../src/texts/publication/columns.ts';
import { hasPoppler } from '../forms/pdf/setup.ts';
import { drawn, everybody, realTown, type Town, undrawn } from './setup.ts';

const APPROVED_ON = '2022-04-12';
const now = momentAt('2022-04-20', 9);
const first = 'planes/PL-PC-01/2022/1';

function approvedTown(): Town {
  const town = realTown();
  town.approve(1, APPROVED_ON);
  return town;
}

const publishNow = ({ db }: Town, at = now) => publish(db, toPublish(db, at), 'operator', at);
const siteOf = ({ db }: Town) => siteFiles(publishedSite(db), null, undrawn);
const textOf = (files: SiteFiles, path: string) =>
  new TextDecoder().decode(files.get(path)).replaceAll('\u00a0', ' ');

describe('What is published', () => {
  it('is nothing before a cut is approved, however long it is closed', () => {
    const { db } = realTown();
    expect(toPublish(db, momentAt('2022-06-01', 9))).toEqual([]);
  });

  it('is a closed cut of a plan without approval, which says so', async () => {
    const town = realTown();
    town.db.update(plan).set({ needsApproval: false }).run();
    expect(toPublish(town.db, momentAt('2022-04-01', 9))).toEqual([]);
    publishNow(town);
    expect(textOf(await siteOf(town), `${first}/index.html`)).toContain(
      'Corte cerrado el 7 de abril de 2022, sin aprobación de la Alcaldía. Publicado el 20 de abril de 2022.',
    );
  });

  it('has a page, four files, a list, and the meaning of the columns, at fixed addresses', async () => {
    const town = approvedTown();
    publishNow(town);
    expect([...(await siteOf(town)).keys()].sort()).toEqual([
      'columnas/index.html',
      'estilo.css',
      'index.html',
      `${first}/datos.csv`,
      `${first}/datos.json`,
      `${first}/formato.pdf`,
      `${first}/formato.xlsx`,
      `${first}/index.html`,
      'sitio.json',
    ]);
  });

  it('says first, in one sentence, how the plan is doing, with the approved figures', async () => {
    const town = approvedTown();
    town.report(1, '1', 1000, 'cambió después de la aprobación', momentAt('2022-04-18', 9));
    publishNow(town);
    const page = textOf(await siteOf(town), `${first}/index.html`);
    expect(page).toContain(
      'Al 31 de marzo de 2022 el plan lleva 28,6 % de avance; para esa fecha se esperaba 24,7 %. De 7 actividades, 2 van al día y 5 van atrasadas.',
    );
    expect(page).toContain('Aprobado por la Alcaldía el 12 de abril de 2022.');
    expect(page).not.toContain('cambió después');
  });

  it('says what was programmed and how many were done, as the document has it', async () => {
    const town = realTown();
    const set = { measure: 'talleres', yearAmount: 12, programmed: [{ date: '2022-03-31', amount: 3 }] };
    town.db.update(activity).set(set).where(eq(activity.number, '1')).run();
    town.report(1, '1', 500, 'seis talleres', momentAt('2022-03-21', 9), 6);
    town.approve(1, APPROVED_ON);
    publishNow(town);
    const files = await siteOf(town);
    expect(textOf(files, `${first}/index.html`)).toContain('6 de 12 talleres (50 %)');
    expect(textOf(files, `${first}/index.html`)).toContain('<dd>talleres, 12 en el año</dd>');
    expect(JSON.parse(textOf(files, `${first}/datos.json`)).filas[0]).toMatchObject({
      esperado: 25,
      esperado_segun: 'programado',
      medida: 'talleres',
      cantidad_anual: 12,
      cantidad_programada: 3,
      cantidad_reportada: 6,
    });
    expect(textOf(files, `${first}/formato.pdf`)).toContain('"measure":"talleres"');
  });

  it('shows no report of an earlier cut that is not published itself', () => {
    const town = realTown();
    town.report(2, '1', 500, 'segundo corte', momentAt('2022-06-20', 9));
    town.approve(2, '2022-07-12');
    const later = momentAt('2022-07-20', 9);
    expect(toPublish(town.db, later).map(({ content }) => content.cuts)).toEqual([
      [{ number: 2, date: '2022-06-30' }],
    ]);
    expect(toPublish(town.db, later)[0]?.content.previous).toBeNull();
    town.approve(1, '2022-07-19');
    expect(toPublish(town.db, later).map(({ content }) => content.cuts.length)).toEqual([1, 2]);
  });

  it('keeps a position whose holder was entered under its name', () => {
    const town = approvedTown();
    town.db
      .update(person)
      .set({ name: 'Profesional Gestion Participacion Ciudadana' })
      .where(eq(person.id, 1))
      .run();
    const [cut] = toPublish(town.db, now);
    expect(cut?.content.activities[0]?.responsible).toBe('Profesional Gestion Participacion Ciudadana');
  });

  it('lists every observation as it would stand there, each once', () => {
    const town = approvedTown();
    town.report(2, '1', 500, 'segundo corte', momentAt('2022-06-20', 9));
    town.approve(2, '2022-07-12');
    const [one, two] = observationsOf(toPublish(town.db, momentAt('2022-07-20', 9)));
    const listed = one?.observations ?? [];
    expect(listed).toHaveLength(7);
    expect(two?.observations.map(({ text }) => text)).toEqual(['segundo corte']);
    expect(listed[0]).toEqual({
      cutNumber: 1,
      activity: '1',
      text: 'Taller con [nombre omitido]. Actas en [dirección omitida].',
    });
  });
});

describe('Publishing again', () => {
  it('changes nothing when nothing changed: not a byte, and nothing on record', async () => {
    const town = approvedTown();
    publishNow(town);
    const before = await siteOf(town);
    publishNow(town, momentAt('2022-05-20', 9));
    expect(await siteOf(town)).toEqual(before);
    expect(publishedCuts(town.db)).toHaveLength(1);
    expect(
      town.db
        .select()
        .from(audit)
        .all()
        .filter(({ act }) => act === 'published'),
    ).toHaveLength(1);
  });

  it('replaces the page after a correction that was approved, and notes the date', async () => {
    const town = approvedTown();
    publishNow(town);
    town.report(1, '1', 300, 'ahora sí', momentAt('2022-05-02', 9));
    town.approve(1, '2022-05-03');
    expect(toPublish(town.db, momentAt('2022-05-04', 9)).map(({ state }) => state)).toEqual(['changed']);
    publishNow(town, momentAt('2022-05-04', 9));
    const files = await siteOf(town);
    expect(textOf(files, `${first}/index.html`)).toContain(
      'Publicado el 20 de abril de 2022. Corregido el 4 de mayo de 2022.',
    );
    expect(textOf(files, `${first}/index.html`)).toContain('ahora sí');
    expect(textOf(files, 'index.html')).toContain('Corregido el 4 de mayo de 2022.');
  });

  it('keeps a page whose cut could not be published any more', () => {
    const town = realTown();
    town.db.update(plan).set({ needsApproval: false }).run();
    publishNow(town);
    town.db.update(plan).set({ needsApproval: true }).run();
    const kept = toPublish(town.db, now);
    expect(kept.map(({ address, state }) => [address, state])).toEqual([[first, 'same']]);
  });
});

describe('The audit', () => {
  it('tells a publication that was changed, removed or put in since', () => {
    const town = approvedTown();
    publishNow(town);
    const found = () =>
      differingPublications(town.db).map((each) => (each.of === 'trigger' ? '' : each.what));
    expect(found()).toEqual([]);
    town.db.update(publication).set({ document: '{}' }).run();
    expect(found()).toEqual(['changed']);
    const [row] = town.db.delete(publication).returning().all();
    expect(found()).toEqual(['missing']);
    if (row)
      town.db
        .insert(publication)
        .values({ ...row, id: row.id + 1 })
        .run();
    expect(found()).toEqual(['missing', 'unrecorded']);
  });
});

describe('What is in the files', () => {
  it('names no person, no address and no evidence: pages, data, form and what files say of themselves', async () => {
    const town = approvedTown();
    publishNow(town);
    const files = await siteFiles(publishedSite(town.db), null, drawn);
    const texts = [...files].flatMap(([path, bytes]) => {
      if (path.endsWith('.xlsx'))
        return Object.entries(unzipSync(bytes)).map(([part, xml]) => [part, new TextDecoder().decode(xml)]);
      if (path.endsWith('.pdf')) return hasPoppler ? [[path, pdfTexts(bytes)]] : [];
      return [[path, new TextDecoder().decode(bytes)]];
    });
    expect(texts.length).toBeGreaterThan(10);
    for (const [path, text = ''] of texts) {
      const plain = text.replace(/\s+/g, ' ');
      for (const name of everybody) expect(plain, path).not.toMatch(new RegExp(name, 'i'));
      for (const kept of ['drive.google', 'berta@', 'cascajal.gov.co', 'drive/folders'])
        expect(plain, path).not.toContain(kept);
    }
    const page = textOf(files, `${first}/index.html`);
    expect(page).toContain('Profesional');
    expect(page).toContain('&lt;b&gt;listo&lt;/b&gt;');
    expect(page).not.toMatch(/<script|\son\w+=|javascript:/i);
  }, 60_000);

  it('is the same in CSV and JSON, and each of its columns is described', async () => {
    const town = approvedTown();
    publishNow(town);
    const files = await siteOf(town);
    const [head, ...rows] = readCsv(files.get(`${first}/datos.csv`) ?? new Uint8Array());
    const data = JSON.parse(textOf(files, `${first}/datos.json`));
    expect(head).toEqual([...columns]);
    expect(Object.keys(data.filas[0])).toEqual([...columns]);
    expect(rows).toEqual(
      data.filas.map((row: Record<string, unknown>) => columns.map((column) => String(row[column] ?? ''))),
    );
    const described = textOf(files, 'columnas/index.html');
    for (const column of columns) {
      expect(described).toContain(`<code>${column}</code>`);
    }
    const { avance, esperado, filas } = data;
    expect({ avance, esperado, row: filas[4] }).toMatchObject({
      avance: 28.6,
      esperado: 24.7,
      row: { actividad: '5', observacion: '=CMD() 30 % de las veedurías, tel. 315 456 7890', cuenta: 'sí' },
    });
  });
});

function pdfTexts(bytes: Uint8Array): string {
  const read = (tool: string, ...more: string[]) =>
    execFileSync(tool, more, { input: bytes, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] });
  return read('pdftotext', '-', '-') + read('pdfinfo', '-') + read('pdfinfo', '-meta', '-');
}
