import { existsSync, readdirSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { sql } from '../../src/db/drizzle.ts';
import { EVIDENCE } from '../../src/domain/constants.ts';
import { type Story, sentence, textsOf, told } from '../world/story.ts';
import { another, jpeg, kept, pdf, send } from './evidence-sent.ts';

const MB = 1024 * 1024;
const large = (which: number): Buffer => Buffer.concat([pdf, Buffer.alloc(0.6 * MB, which)]);
const files = (story: Story): readonly string[] =>
  existsSync(story.filesPath) ? readdirSync(story.filesPath) : [];

describe('The bytes of a file are kept once', () => {
  sentence('However often it is sent, by however many', async (story) => {
    const { ana, berta } = story;
    await ana.say('/reportar');
    await send(story, ana, {}, {}, {}, {}, {});
    expect(told(ana, 'Recibí el documento de la n.º 1.')).toHaveLength(5);
    await berta.say('/reportar');
    await send(story, berta, {}, {});
    expect(kept(story)).toEqual(['1: pdf', '4: pdf']);
    expect(files(story)).toHaveLength(1);
  });
});

describe('What a person may leave as evidence of a cut', () => {
  const options = { evidence: { limit: MB, reserve: 0 } };

  sentence(
    'Is said with what to do, and the caption still counts',
    async (story) => {
      const { ana, berta, stored } = story;
      await ana.say('/reportar');
      await send(story, ana, { bytes: large(1) });
      await send(story, ana, { bytes: large(2), caption: '70% acta firmada' });
      expect(told(ana, 'No guardé')).toEqual([
        'No guardé el archivo de la n.º 1: sus soportes de este corte pasarían de 1 MB, que es el límite. Envíe uno más liviano o un enlace.',
      ]);
      expect(stored('1')).toEqual({ progress: 70, observation: 'acta firmada' });
      await ana.tap('50');
      await send(story, ana, { bytes: another(pdf, 3) });
      await berta.say('/reportar');
      await send(story, berta, { bytes: large(4) });
      expect(kept(story)).toEqual(['1: pdf', '2: pdf', '4: pdf']);
    },
    options,
  );

  sentence(
    'Counts what is on its way, and is said once of an album',
    async (story) => {
      const { ana } = story;
      const album = { kind: 'document', name: 'a.pdf', mediaGroup: 'album' } as const;
      await ana.say('/reportar');
      await ana.atOnce((phone) => {
        for (const which of [1, 2, 3, 4]) phone.sendFile({ ...album, bytes: large(which) });
      });
      await story.work();
      expect(told(ana, 'pasarían de 1 MB')).toHaveLength(1);
      expect(kept(story)).toEqual(['1: pdf']);
    },
    options,
  );

  sentence(
    'Also of files that were asked about',
    async (story) => {
      const { ana } = story;
      await ana.say('/reportar');
      await ana.say('30% tres talleres');
      await story.minutes(1);
      await send(story, ana, { bytes: large(1) }, { bytes: large(2) });
      await ana.tap('n.º 1');
      await story.work();
      expect(told(ana, 'Recibí el documento de la n.º 1.')).toHaveLength(1);
      expect(ana.last).toContain('pasarían de 1 MB');
      expect(kept(story)).toEqual(['1: pdf']);
    },
    options,
  );

  sentence('Links are pieces too, and only so many are kept', async (story) => {
    const { ana, db } = story;
    const links = (from: number) =>
      Array.from({ length: 280 }, (_, place) => `http://a.co/${from + place}`).join(' ');
    await ana.say('/reportar');
    await ana.say(links(100));
    expect(ana.last).toContain('Guardé 24 enlaces de la n.º 1.');
    await ana.say(links(400));
    expect(ana.last).toContain(
      `No guardé más soportes de la n.º 1: ya envió ${EVIDENCE.piecesOfACut} en este corte, que es el límite.`,
    );
    await send(story, ana, { caption: '50% plan en marcha' });
    expect(told(ana, 'No guardé más soportes')).toHaveLength(2);
    expect(story.stored('1')).toEqual({ progress: 50, observation: 'plan en marcha' });
    expect(db.all(sql`select 1 from evidence where state = 'stored'`)).toHaveLength(EVIDENCE.piecesOfACut);
  });
});

describe('While less than the reserve is free', () => {
  const evidence = { limit: 200 * MB, reserve: 0 };

  sentence(
    'Evidence is declined in words, answers go on, and it is taken again when there is room',
    async (story) => {
      const { ana, stored } = story;
      evidence.reserve = Number.MAX_SAFE_INTEGER;
      await ana.say('/reportar');
      await send(story, ana, { caption: '70% acta firmada' });
      expect(textsOf(ana).at(-2)).toBe(
        'No guardé ese archivo: queda poco espacio para archivos. Sus respuestas sí se guardan. Envíe un enlace, o el archivo más adelante.',
      );
      expect(stored('1')).toEqual({ progress: 70, observation: 'acta firmada' });
      await send(story, ana, {}, {}, {});
      expect(told(ana, 'queda poco espacio')).toHaveLength(2);
      await ana.say('https://example.org/acta');
      await ana.say('100% plan publicado');
      expect(stored('2')).toEqual({ progress: 100, observation: 'plan publicado' });
      expect(kept(story)).toEqual(['2: https://example.org/acta']);
      expect(files(story)).toEqual([]);
      evidence.reserve = 0;
      await story.minutes(1);
      await ana.tap('50');
      await send(story, ana, {});
      expect(kept(story)).toEqual(['2: https://example.org/acta', '3: pdf']);
    },
    { evidence },
  );
});

describe('While it is asked whose the files are', () => {
  sentence('Only so many wait, and the next one hears so', async (story) => {
    const { ana } = story;
    await ana.say('/reportar');
    await ana.say('30% tres talleres');
    await story.minutes(1);
    const all = Array.from({ length: EVIDENCE.filesAsked + 5 }, (_, place) => ({
      bytes: another(jpeg, place),
    }));
    await send(story, ana, ...all);
    expect(told(ana, `ya hay ${EVIDENCE.filesAsked} archivos en espera`)).toHaveLength(1);
    expect(ana.last).toBe(
      'Este último no lo guardé: ya hay 20 archivos en espera.\n\nResponda con el número de la actividad (1 o 2), o No.',
    );
    await ana.tap('n.º 1');
    await story.work();
    expect(kept(story)).toEqual(Array(EVIDENCE.filesAsked).fill('1: jpg'));
  });
});
