import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderPdf, typeset } from '../../../src/forms/pdf/render-pdf.ts';
import { approved, hasPoppler, modelOf, pagesOf, preliminary, realModel, run, textSizes } from './setup.ts';

const words = (amount: number, of: string) =>
  Array.from({ length: amount }, (_, index) => `${of}${index}`).join(' ');

/** Every text of the form that a reader must find. */
function textsOf(model: ReturnType<typeof modelOf>): readonly string[] {
  const { form } = model;
  return [
    form.title,
    form.system,
    form.scope,
    form.objectives,
    ...form.activities.flatMap((each) => [
      each.name,
      each.target,
      each.responsible,
      each.indicator,
      each.phase,
      each.participationLevel,
      each.channels,
      each.stakeholderGroup,
      each.means,
      each.resources,
      ...each.extra.flatMap(({ heading, text }) => [heading, text]),
      ...each.monitoring.map(({ observation }) => observation),
    ]),
    ...[...form.drawnUpBy, ...form.approvedBy].flatMap(({ name, position }) => [name, position]),
  ];
}

describe('the official form as PDF', () => {
  it('is typeset without a word of complaint, tagged, in Spanish, as PDF/UA-1', async () => {
    const { bytes, warnings } = await typeset(realModel());
    expect(warnings).toEqual([]);
    const text = Buffer.from(bytes).toString('latin1');
    expect(text).toContain('/StructTreeRoot');
    expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(text).toContain('/Lang (es-CO)');
    expect(text).toContain('/DisplayDocTitle true');
  });

  it('has the same bytes each time for the same model', async () => {
    const hash = async () =>
      createHash('sha256')
        .update(await renderPdf(realModel()))
        .digest('hex');
    expect(await hash()).toBe(await hash());
  });

  it.each([
    ['the real form', realModel()],
    ['four blocks filled', modelOf({ blocks: 4, observation: () => 'palabra '.repeat(120) })],
  ])('prints no text under 7 pt: %s', async (_, model) => {
    const sizes = [...textSizes((await typeset(model)).bytes)];
    expect(sizes.length).toBeGreaterThan(2);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(7);
  });

  it('takes 700 activities, and refuses more than 3,000', async () => {
    expect((await typeset(modelOf({ activities: 700, blocks: 1 }))).warnings).toEqual([]);
    await expect(typeset(modelOf({ activities: 3_001 }))).rejects.toThrow(RangeError);
  });

  it('is made of whatever people wrote, in any script and of any length', async () => {
    const anything = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc
        .tuple(fc.constantFrom('a', '.', ' ', '1,', 'é-', '\n', '🎉', '\u200b'), fc.nat(6_000))
        .map(([of, times]) => of.repeat(times)),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(anything, { minLength: 8, maxLength: 8 }),
        fc.constantFrom(1, 4),
        async (texts, blocks) => {
          const [
            title = '',
            system = '',
            scope = '',
            name = '',
            target = '',
            heading = '',
            person = '',
            said = '',
          ] = texts;
          const model = modelOf({
            activities: 2,
            blocks,
            observation: () => said,
            extra: [{ heading, text: target }],
          });
          const activities = model.form.activities.map((each) => ({
            ...each,
            name,
            target,
            responsible: person,
          }));
          const drawnUpBy = [{ name: person, position: title }];
          expect(
            (
              await typeset({
                ...model,
                form: { ...model.form, title, system, scope, activities, drawnUpBy },
              })
            ).warnings,
          ).toEqual([]);
        },
      ),
      { numRuns: Number(process.env.RUNS ?? 15) },
    );
  });

  it('is never made of source that was joined from texts, and knows no packages', () => {
    const read = (name: string) =>
      readFileSync(new URL(`../../../src/forms/pdf/${name}`, import.meta.url), 'utf8');
    for (const template of ['official-form.typ', 'paper.typ', 'invitation-pages.typ', 'words.typ']) {
      const own = read(template).replace('#import "words.typ": fit', '');
      expect(own).not.toMatch(/@preview|@local|#import|#include|eval\(/);
    }
    expect(read('compile.ts')).not.toMatch(/mainFileContent|addSource|mapShadow/);
  });
});

describe.skipIf(!hasPoppler /* poppler-utils is not installed */)(
  'the official form as another program reads it',
  () => {
    it('holds every word of the real form, with its pages numbered', async () => {
      const model = realModel();
      const pages = pagesOf((await typeset(model)).bytes);
      const all = run(pages.join(''));
      expect(textsOf(model).filter((text) => !all.includes(run(text)))).toEqual([]);
      pages.forEach((page, index) => {
        expect(page).toContain(`Página ${index + 1} de ${pages.length}`);
      });
    });

    it('says PRELIMINAR on every page until it is approved, and then never', async () => {
      const of = { blocks: 4, activities: 30 } as const;
      const before = pagesOf((await typeset(modelOf({ ...of, standing: preliminary }))).bytes);
      expect(before.length).toBeGreaterThan(4);
      expect(before.filter((page) => !page.includes('PRELIMINAR'))).toEqual([]);
      const after = pagesOf((await typeset(modelOf({ ...of, standing: approved }))).bytes).join('');
      expect(after).not.toContain('PRELIMINAR');
      expect(after).toContain('Julio Cesar Biojó Estacio, el 12 de abril de 2022, 3:05 p. m.');
      expect(after).toContain(
        `Huella (SHA-256): ${approved.kind === 'approved' ? approved.fingerprint : ''}`,
      );
    });

    it('repeats both header rows on every page of a table', async () => {
      const pages = pagesOf((await typeset(modelOf({ blocks: 1, activities: 40 }))).bytes);
      const tables = pages.filter((page) => /^\d+ Realizar/m.test(page));
      expect(tables.length).toBeGreaterThan(3);
      for (const page of tables) {
        expect(page).toContain('PROGRAMACION');
        expect(run(page)).toContain('FECHADEINICIO');
        expect(page).toContain('PRIMER MONITOREO');
        expect(page).toContain('OBSERVACIÓN');
      }
    });

    it('loses no word of an observation higher than a page, nor of what follows it', async () => {
      const long = words(600, 'palabra');
      expect(long.length).toBeGreaterThan(4_000);
      const observation = (activity: number, cut: number) =>
        activity === 2 && cut === 1 ? long : words(20, `a${activity}c${cut}x`);
      for (const blocks of [1, 4]) {
        const model = modelOf({ blocks, observation });
        const pages = pagesOf((await typeset(model)).bytes);
        const all = run(pages.join('').replace(/^.*Página \d+ de \d+$/gm, ''));
        const found = words(600, 'palabra')
          .split(' ')
          .filter((word) => all.includes(word));
        expect(found).toHaveLength(600);
        const others = model.form.activities
          .flatMap((each) => each.monitoring)
          .flatMap((each) => each.observation.split(' '));
        expect(others.filter((word) => !all.includes(word))).toEqual([]);
      }
    });

    it('loses no word of any observation, however high its row is estimated', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(fc.nat(2_000), fc.constantFrom('W', 'i', 'MÑ ', 'de la ', 'x\n')), {
            minLength: 3,
            maxLength: 8,
          }),
          async (drawn) => {
            const observation = (activity: number) => {
              const [length, filler] = drawn[activity] ?? [0, ''];
              return `${filler.repeat(length / filler.length)} fin${activity}`;
            };
            const { bytes } = await typeset(modelOf({ activities: drawn.length, blocks: 2, observation }));
            const all = run(
              pagesOf(bytes)
                .join('')
                .replace(/^.*Página \d+ de \d+$/gm, ''),
            );
            drawn.forEach((_, activity) => {
              expect(all).toContain(`fin${activity}`);
            });
            const count = (text: string, letter: string) => text.split(letter).length;
            const wanted = drawn
              .map((_, activity) => observation(activity))
              .join('')
              .repeat(2);
            for (const letter of ['W', 'Ñ'])
              expect(count(all, letter)).toBeGreaterThanOrEqual(count(wanted, letter));
          },
        ),
        { numRuns: Number(process.env.RUNS ?? 12) },
      );
    });

    it('repeats number and name where the monitoring has sheets of its own', async () => {
      const text = pagesOf((await typeset(modelOf({ blocks: 4 }))).bytes).join('');
      const name = run('Convocar a las veedurías ciudadanas, a participar dentro del desarrollo');
      expect(run(text).split(`6${name}`)).toHaveLength(3);
    });

    it('prints columns that we do not know, beside the others or on a sheet of their own', async () => {
      const extra = Array.from({ length: 8 }, (_, index) => ({
        heading: `Columna propia ${index}`,
        text: `dato${index}`,
      }));
      for (const amount of [1, 8]) {
        const model = modelOf({ blocks: 2, extra: extra.slice(0, amount) });
        const all = run(pagesOf((await typeset(model)).bytes).join(''));
        expect(textsOf(model).filter((text) => !all.includes(run(text)))).toEqual([]);
      }
    });

    it('keeps both signature blocks on one page, whatever stands before them', async () => {
      for (let activities = 3; activities <= 9; activities += 1) {
        const pages = pagesOf((await typeset(modelOf({ activities, blocks: 1 }))).bytes);
        const signed = pages.filter((page) =>
          /ELABORÓ|REVISÓ Y APROBÓ|Biojó Estacio\nCargo|Firma:/.test(page),
        );
        expect(signed).toHaveLength(1);
        expect(signed[0]?.match(/Firma:/g)).toHaveLength(2);
      }
    });

    it('shows that something could not be drawn, and takes markup for letters', async () => {
      const observation = () => 'Fiesta 🎉 con 👩‍👩‍👧, meta ≥ 5 #panic("x") *a* $x$ @preview <b> \\u{41}';
      const text = pagesOf((await typeset(modelOf({ activities: 1, observation }))).bytes).join('');
      expect(run(text)).toContain(run('Fiesta � con �, meta >= 5 #panic("x") *a* $x$ @preview <b> \\u{41}'));
      expect(text).toContain('El signo � ocupa el lugar');
    });

    it.each([7, 25, 60])(
      'has no nearly empty page for %i activities, with one to four cuts',
      async (activities) => {
        const long =
          'Se realizaron cuatro mesas de trabajo con las juntas del sector y se levantaron las actas; queda pendiente publicar el informe.';
        const observation = (activity: number, cut: number) =>
          (activity + cut) % 2 === 0 ? 'Se hizo la jornada con la comunidad' : `${long} ${long}`;
        for (const blocks of [1, 2, 3, 4]) {
          const pages = pagesOf((await typeset(modelOf({ activities, blocks, observation }))).bytes);
          const rows = pages.map((page) => page.match(/^\d+ [\p{Lu}]/gmu)?.length ?? 0);
          expect(Math.min(...rows.slice(0, -1)), `${blocks} cuts: ${rows}`).toBeGreaterThan(2);
          expect(rows.at(-1), `${blocks} cuts: ${rows}`).toBeGreaterThan(0);
        }
      },
    );

    it('never leaves the signatures alone, also after rows of almost half a page', async () => {
      for (const lines of [2, 5, 9, 12, 15]) {
        const observation = () => 'Se hizo la jornada con la comunidad del sector. '.repeat(lines);
        for (const activities of [4, 5, 6]) {
          const last = pagesOf((await typeset(modelOf({ activities, blocks: 4, observation }))).bytes).at(-1);
          expect(last, `${activities} of ${lines}`).toContain('Se hizo la jornada');
        }
      }
    });

    it('makes an address of the web a link and never puts a hyphen in one', async () => {
      const page = 'https://alcaldia.gov.co/participacion/caracterizacion/documentacion/institucionalizacion';
      const office = 'planeacioninstitucional@alcaldiadistritaldebuenaventura.gov.co';
      const observation = () => `Publicado (ver ${page}). También en www.buenaventura.gov.co, o ${office}`;
      const { bytes, warnings } = await typeset(modelOf({ activities: 2, blocks: 4, observation }));
      expect(warnings).toEqual([]);
      const text = pagesOf(bytes).join('').replace(/\s+/g, '');
      for (const address of [page, office]) expect(text.split(address)).toHaveLength(9);
      const links =
        Buffer.from(bytes)
          .toString('latin1')
          .match(/\/URI \([^)]*\)/g) ?? [];
      expect([...new Set(links)].sort()).toEqual([
        `/URI (${page})`,
        '/URI (https://www.buenaventura.gov.co)',
      ]);
    });

    it('breaks links and words without spaces inside their cell, and they are copied whole', async () => {
      const link =
        'https://www.ejemplo.gov.co/transparencia/participa?documento=12345678901234567890&vigencia=2022';
      const observation = () => `${link} ${'W'.repeat(90)}`;
      const { bytes } = await typeset(modelOf({ activities: 1, blocks: 4, observation }));
      const text = pagesOf(bytes).join('');
      expect(text).not.toContain('\u200b');
      expect(run(text)).toContain(run(link));
      expect(run(text)).toContain('W'.repeat(90));
    });
  },
);
