import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect } from 'vitest';
import { evidenceOfCuts } from '../../src/db/evidence.ts';
import { external, docx as realDocx, relation } from '../forms/office/packages.ts';
import { type Actor, type Story, sentence, textsOf } from '../world/story.ts';
import { another, jpeg, kept, pdf, send } from './evidence-sent.ts';

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 9]);
const zipped = (...names: readonly string[]) =>
  Buffer.from(zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<x/>')]))));
const docx = zipped('[Content_Types].xml', 'word/document.xml');
const xlsx = zipped('[Content_Types].xml', 'xl/workbook.xml', 'xl/printerSettings/printerSettings1.bin');

function files(story: Story): readonly string[] {
  return existsSync(story.filesPath) ? readdirSync(story.filesPath) : [];
}

describe('Evidence belongs to the activity being asked', () => {
  sentence('A file without caption keeps the question open; several are kept', async (story) => {
    const { ana, stored } = story;
    await ana.say('/reportar');
    await send(story, ana, {}, { kind: 'photo', bytes: jpeg });
    expect(textsOf(ana).at(-2)).toContain('Recibí el documento de la n.º 1.');
    expect(ana.last).toContain('Recibí la foto de la n.º 1.');
    expect(ana.last).toContain('¿Qué porcentaje lleva la n.º 1, de 0 a 100?');
    expect(kept(story)).toEqual(['1: pdf', '1: jpg']);
    expect(stored('1')).toBeNull();
    await ana.tap('50');
    await send(story, ana, { bytes: png });
    await ana.say('caracterización a la mitad');
    expect(stored('1')).toEqual({ progress: 50, observation: 'caracterización a la mitad' });
    expect(kept(story)).toEqual(['1: pdf', '1: jpg', '1: png']);
  });

  sentence('A caption is an answer like a text', async (story) => {
    const { ana, stored, drafts } = story;
    await ana.say('/reportar');
    await send(story, ana, { caption: '70% acta firmada' });
    expect(stored('1')).toEqual({ progress: 70, observation: 'acta firmada' });
    expect(ana.last).toContain('✅ n.º 1: 70 %');
    await send(story, ana, { caption: 'plan publicado en la cartelera' });
    expect(drafts(ana)).toEqual([{ progress: null, observation: 'plan publicado en la cartelera' }]);
    await ana.say('100');
    expect(stored('2')).toEqual({ progress: 100, observation: 'plan publicado en la cartelera' });
    expect(kept(story)).toEqual(['1: pdf', '2: pdf']);
  });

  sentence('Without an open question it is asked whose it is, by buttons', async (story) => {
    const { ana } = story;
    await send(story, ana, {});
    expect(ana.last).toBe('¿De qué actividad es el archivo?');
    expect(ana.buttons).toEqual(['n.º 1', 'n.º 2', 'n.º 3', 'n.º 5', 'n.º 6', 'n.º 7', 'De ninguna']);
    expect(kept(story)).toEqual([]);
    await ana.tap('n.º 5');
    await story.work();
    expect(ana.last).toBe('Recibí el documento de la n.º 5.');
    expect(kept(story)).toEqual(['5: pdf']);
  });

  sentence('Also when nothing is pending but a report still takes corrections', async (story) => {
    const { berta } = story;
    await berta.say('/reportar');
    await berta.say('100% campañas hechas');
    await story.minutes(30);
    await berta.say('/start');
    await story.minutes(5);
    await send(story, berta, {});
    expect(berta.last).toBe('¿El archivo es de la n.º 4?');
    await berta.tap('n.º 4');
    await story.work();
    expect(kept(story)).toEqual(['4: pdf']);
  });

  sentence('What stands below such a file is read like a text', async (story) => {
    const { ana, stored } = story;
    await send(story, ana, { caption: '1: 50% mesa instalada' });
    expect(textsOf(ana).at(-2)).toBe('Recibí el documento de la n.º 1.');
    expect(ana.last).toContain('✅ n.º 1: 50 %');
    expect(stored('1')).toEqual({ progress: 50, observation: 'mesa instalada' });
    expect(kept(story)).toEqual(['1: pdf']);
  });
});

describe('Items of an album go to the report of its first item', () => {
  sentence('Also when the others arrive after the answer', async (story) => {
    const { ana, stored } = story;
    const album = { kind: 'photo', bytes: jpeg, mediaGroup: 'album-1' } as const;
    await ana.say('/reportar');
    await send(story, ana, { ...album, caption: '30% tres talleres' }, { ...album, bytes: another(jpeg, 2) });
    expect(stored('1')).toEqual({ progress: 30, observation: 'tres talleres' });
    expect(ana.last).toContain('¿Qué porcentaje de avance lleva la n.º 2');
    await ana.say('100% plan publicado');
    await send(story, ana, { ...album, bytes: another(jpeg, 3) });
    expect(kept(story)).toEqual(['1: jpg', '1: jpg', '1: jpg']);
    expect(ana.last).toContain('n.º 3');
  });

  sentence('With the caption on a later item', async (story) => {
    const { ana, stored } = story;
    const album = { kind: 'photo', bytes: jpeg, mediaGroup: 'album-2' } as const;
    await ana.say('/reportar');
    await send(
      story,
      ana,
      album,
      { ...album, bytes: another(jpeg, 2), caption: '30% tres talleres' },
      { ...album, bytes: another(jpeg, 3) },
    );
    expect(stored('1')).toEqual({ progress: 30, observation: 'tres talleres' });
    expect(kept(story)).toEqual(['1: jpg', '1: jpg', '1: jpg']);
  });
});

describe('A file just after Guardado and before anything else is asked about', () => {
  sentence('By button, and the question waits', async (story) => {
    const { ana, stored } = story;
    await ana.say('/reportar');
    await ana.say('30% tres talleres');
    await story.minutes(1);
    await send(story, ana, {});
    expect(ana.last).toBe('¿El archivo es de la n.º 1 o de la n.º 2?');
    expect(ana.buttons).toEqual(['n.º 1', 'n.º 2', 'De ninguna']);
    expect(kept(story)).toEqual([]);
    await ana.tap('n.º 1');
    await story.work();
    expect(kept(story)).toEqual(['1: pdf']);
    expect(textsOf(ana).at(-2)).toBe('Recibí el documento de la n.º 1.');
    expect(ana.last).toContain('¿Qué porcentaje de avance lleva la n.º 2');
    await ana.say('100% plan publicado');
    expect(stored('2')).toEqual({ progress: 100, observation: 'plan publicado' });
  });

  sentence('An album is asked about once', async (story) => {
    const { ana } = story;
    const album = { kind: 'photo', bytes: jpeg, mediaGroup: 'album-3' } as const;
    await ana.say('/reportar');
    await ana.say('30% tres talleres');
    await story.minutes(1);
    await send(story, ana, album, { ...album, bytes: another(jpeg, 2) });
    const asked = ana.phone.chat.filter((message) => message.text.startsWith('¿El archivo es'));
    expect(asked).toHaveLength(1);
    await ana.say('de la primera');
    expect(ana.last).toContain('Responda con el número de la actividad');
    await ana.say('2');
    await send(story, ana, { ...album, bytes: another(jpeg, 3) });
    expect(kept(story)).toEqual(['2: jpg', '2: jpg', '2: jpg']);
  });

  sentence('Of none is not kept', async (story) => {
    const { ana } = story;
    await ana.say('/reportar');
    await ana.say('30% tres talleres');
    await story.minutes(1);
    await send(story, ana, {});
    await ana.tap('De ninguna');
    await story.work();
    expect(kept(story)).toEqual([]);
    expect(ana.last).toContain('no guardé el archivo');
    expect(ana.last).toContain('n.º 2');
  });

  sentence('After the last one only that one is offered', async (story) => {
    const { berta } = story;
    await berta.say('/reportar');
    await berta.say('100% campañas hechas');
    await story.minutes(1);
    await send(story, berta, {});
    expect(berta.last).toBe('¿El archivo es de la n.º 4?');
    await berta.say('sí');
    await story.work();
    expect(kept(story)).toEqual(['4: pdf']);
  });

  sentence('Not once something else was said', async (story) => {
    const { ana } = story;
    await ana.say('/reportar');
    await ana.say('30% tres talleres');
    await story.minutes(1);
    await ana.tap('50');
    await story.minutes(1);
    await send(story, ana, {});
    expect(ana.last).toContain('Recibí el documento de la n.º 2.');
    expect(kept(story)).toEqual(['2: pdf']);
  });
});

describe('Accepted by content', () => {
  sentence('PDF, JPEG, PNG, DOCX, XLSX, whatever their names say', async (story) => {
    const { ana } = story;
    await ana.say('/reportar');
    await send(
      story,
      ana,
      { name: 'foto.exe', bytes: pdf },
      { name: 'a.pdf', bytes: jpeg },
      { name: '', bytes: png },
      { name: 'informe.docx', bytes: docx },
      { name: 'tabla.xlsx', bytes: xlsx },
    );
    expect(kept(story)).toEqual(['1: pdf', '1: jpg', '1: png', '1: docx', '1: xlsx']);
  });

  sentence('A PDF that begins within its first 1,024 bytes is a PDF', async (story) => {
    const { ana } = story;
    const after = (junk: number) => Buffer.concat([Buffer.alloc(junk, '\r\n'), pdf]);
    await ana.say('/reportar');
    await send(story, ana, { bytes: after(1) }, { bytes: after(1_023) });
    expect(kept(story)).toEqual(['1: pdf', '1: pdf']);
    await send(story, ana, { bytes: after(1_024) });
    expect(ana.last).toContain('no se guardó: se reciben PDF');
    expect(kept(story)).toEqual(['1: pdf', '1: pdf']);
  });

  sentence('Macros, other zips, films and anything else are refused, saying what is taken', async (story) => {
    const { ana, stored } = story;
    const refused = [
      zipped('[Content_Types].xml', 'xl/workbook.xml', 'xl/vbaProject.bin'),
      zipped('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'),
      zipped('[Content_Types].xml', 'xl/workbook.xml', 'xl/macrosheets/sheet1.xml'),
      zipped('fotos/1.jpg'),
      Buffer.from('MZ programa'),
      Buffer.from('GIF89a'),
      Buffer.from('<html></html>'),
      Buffer.from('PK\u0003\u0004 cortado'),
      Buffer.alloc(0),
    ];
    await ana.say('/reportar');
    for (const bytes of refused) {
      await send(story, ana, { name: 'soporte.pdf', bytes });
      expect(ana.last).toBe(
        'El archivo de la n.º 1 no se guardó: se reciben PDF, JPEG, PNG, Word (.docx) o Excel (.xlsx) sin macros, de hasta 20 MB.',
      );
    }
    await send(story, ana, { kind: 'video', bytes: Buffer.from('film') });
    await send(story, ana, { kind: 'voice', bytes: Buffer.from('OggS') });
    expect(kept(story)).toEqual([]);
    expect(files(story)).toEqual([]);
    await ana.say('40% la pregunta sigue abierta');
    expect(stored('1')).toEqual({ progress: 40, observation: 'la pregunta sigue abierta' });
  });

  sentence(
    'A document that fetches or holds something that it opens by itself goes back with a way out',
    async (story) => {
      const { ana } = story;
      await ana.say('/reportar');
      for (const relations of [
        external('attachedTemplate', 'https://example.org/a.dotm'),
        relation('oleObject', 'x'),
      ]) {
        await send(story, ana, { name: 'acta.docx', bytes: realDocx({ relations }) });
        expect(ana.last).toBe(
          'El archivo de la n.º 1 no se guardó: tiene objetos incrustados o partes que trae de otro lugar al abrirlo. Guárdelo como PDF y envíelo.',
        );
      }
      expect(files(story)).toEqual([]);
      await send(story, ana, { name: 'acta.pdf', bytes: realDocx({}) });
      expect(kept(story)).toEqual(['1: docx']);
    },
  );

  sentence('Up to 20 MB; of a larger one the caption still counts', async (story) => {
    const { ana, stored } = story;
    await ana.say('/reportar');
    await send(story, ana, { size: 20 * 1024 * 1024 + 1, caption: '60% video del evento' });
    expect(ana.phone.chat.some((message) => message.text.includes('pasa de 20 MB'))).toBe(true);
    expect(stored('1')).toEqual({ progress: 60, observation: 'video del evento' });
    expect(kept(story)).toEqual([]);
    await ana.tap('50');
    await send(story, ana, { size: 20 * 1024 * 1024 });
    expect(kept(story)).toEqual(['2: pdf']);
  });
});

describe('Kept', () => {
  sentence('Under a name of our own with its SHA-256, read by nobody else', async (story) => {
    const { ana } = story;
    await ana.say('/reportar');
    await send(story, ana, { name: '../../etc/acta de Juan Pérez.pdf' });
    const [row] = evidenceOfCuts(story.db, [1]);
    expect(row?.sha256).toBe(createHash('sha256').update(pdf).digest('hex'));
    expect(row?.bytes).toBe(pdf.byteLength);
    expect(row?.storedName).toBe(`${row?.sha256}.pdf`);
    expect(files(story)).toEqual([row?.storedName]);
    expect(readFileSync(join(story.filesPath, row?.storedName ?? ''))).toEqual(pdf);
    expect(story.whereStored('Juan Pérez')).toEqual([]);
  });

  sentence('Links http(s) as text, never fetched', async (story) => {
    const { ana, simulator, stored } = story;
    await ana.say('/reportar');
    await ana.say('http://127.0.0.1:9/acta.pdf');
    await story.work();
    expect(ana.last).toContain('Guardé el enlace de la n.º 1.');
    expect(stored('1')).toBeNull();
    await ana.say('50% publicado en https://example.org/informe?x=1&y=2.');
    expect(stored('1')?.progress).toBe(50);
    await ana.tap('25');
    await ana.say('ver ftp://example.org/no y javascript:alert(1) nada más');
    expect(kept(story)).toEqual(['1: http://127.0.0.1:9/acta.pdf', '1: https://example.org/informe?x=1&y=2']);
    expect(simulator.calls.filter(({ method }) => method === 'getFile')).toEqual([]);
    expect(files(story)).toEqual([]);
  });
});

describe('A link behind words is kept as one written out', () => {
  const behind = (text: string, words: string, url: string) => [
    { type: 'text_link', offset: text.indexOf(words), length: words.length, url },
  ];

  sentence('In a text and in a caption', async (story) => {
    const { ana, stored } = story;
    await ana.say('/reportar');
    const text = '50 % informe publicado aquí';
    await ana.atOnce(
      (phone) =>
        void phone.sendOther({ text, entities: behind(text, 'aquí', 'https://example.org/informe') }),
    );
    expect(stored('1')).toEqual({
      progress: 50,
      observation: 'informe publicado aquí https://example.org/informe',
    });
    await story.minutes(1);
    const caption = '70% plan publicado en la página';
    const captionEntities = behind(caption, 'la página', 'http://example.org/plan');
    await send(story, ana, { caption, captionEntities });
    expect(stored('2')?.observation).toBe('plan publicado en la página http://example.org/plan');
    expect(kept(story)).toEqual(['1: https://example.org/informe', '2: pdf', '2: http://example.org/plan']);
  });

  sentence('An invitation too', async (story) => {
    const eve = story.stranger('Eve');
    const url = `https://t.me/cascajal_bot?start=${'A'.repeat(22)}`;
    await eve.atOnce(
      (phone) => void phone.sendOther({ text: 'Entre', entities: behind('Entre', 'Entre', url) }),
    );
    expect(eve.last).toContain('invitación');
    expect(eve.last).not.toContain('Este chat es solo para personas invitadas');
  });
});

describe('After 12 hours of silence', () => {
  sentence('A file is asked about before it is kept', async (story) => {
    const { ana } = story;
    await ana.say('/reportar');
    await story.at('2022-03-17', 9);
    await send(story, ana, {});
    expect(ana.last).toBe('¿El archivo es de la n.º 1?');
    expect(kept(story)).toEqual([]);
    await ana.tap('n.º 1');
    await story.work();
    expect(kept(story)).toEqual(['1: pdf']);
    expect(ana.last).toContain('¿Qué porcentaje de avance lleva la n.º 1');
  });
});

describe('Listed in the detail of an activity', () => {
  /** Files whose reading a person may ask for: what the phone shows as documents. */
  const documents = (who: Actor) => who.phone.chat.filter((message) => message.kind === 'document');

  sentence('How many, links as text, and each file by its button; only to who may read', async (story) => {
    const { ana, coordinator } = story;
    await ana.say('/reportar');
    await send(story, ana, {}, { bytes: docx });
    await ana.say('50% publicado en https://example.org/informe?x=1&y=2');
    await coordinator.say('/resumen');
    await story.work();
    await coordinator.tap('Detalle');
    await coordinator.tap(/ 1\. /);
    expect(coordinator.last).toContain('Soportes: 3\nhttps://example.org/informe?x=1&y=2');
    expect(coordinator.buttons).toEqual([
      'Soporte 1 · PDF',
      'Soporte 2 · Word',
      'Corregir por la entidad',
      'Anular',
      'Ver todas',
    ]);
    const before = documents(coordinator).length;
    await coordinator.tap('Soporte 1 · PDF');
    const [document, ...more] = documents(coordinator).slice(before);
    expect(more).toEqual([]);
    expect(document?.text).toBe(
      'Soporte de la n.º 1 · corte 31 de marzo · Ana Arboleda, 16 de marzo, 9:00 a. m.',
    );
    expect(document?.document?.name).toBe('soporte_1_2022-03-31_1.pdf');
    expect(document?.document?.bytes).toEqual(pdf);
    expect(coordinator.buttons).toContain('Soporte 2 · Word');
    const kept = documents(ana).length;
    await ana.atOnce((phone) => void phone.forgeTap('v:1', ana.lastMessage.messageId));
    expect(documents(ana)).toHaveLength(kept);
    await coordinator.atOnce((phone) => void phone.forgeTap('v:3', coordinator.lastMessage.messageId));
    await coordinator.atOnce((phone) => void phone.forgeTap('v:999', coordinator.lastMessage.messageId));
    expect(documents(coordinator)).toHaveLength(before + 1);
  });

  sentence('Eight a page, and nothing is said where there is none', async (story) => {
    const { ana, mayor } = story;
    await ana.say('/reportar');
    await send(story, ana, ...Array.from({ length: 10 }, (_, place) => ({ bytes: another(pdf, place) })));
    await mayor.say('/resumen');
    await mayor.tap('Detalle');
    await mayor.tap(/ 2\. /);
    expect(mayor.last).not.toContain('Soportes');
    await mayor.tap('Ver todas');
    await mayor.tap(/ 1\. /);
    expect(mayor.last).toContain('Soportes: 10 (página 1 de 2)');
    expect(mayor.buttons).toHaveLength(10);
    await mayor.tap('Más soportes');
    expect(mayor.last).toContain('Soportes: 10 (página 2 de 2)');
    expect(mayor.buttons).toEqual([
      'Soporte 9 · PDF',
      'Soporte 10 · PDF',
      'Soportes anteriores',
      'Ver todas',
    ]);
  });
});
