import { describe, expect } from 'vitest';
import { sentence } from '../world/story.ts';
import { another, jpeg, kept, pdf, send } from './evidence-sent.ts';

describe('A file of a doubtful activity is asked about', () => {
  sentence('The words of a button may be typed', async (story) => {
    const { ana } = story;
    await ana.say('/reportar');
    await ana.say('30% tres talleres');
    await story.minutes(1);
    await send(story, ana, {});
    await ana.say('n.º 2');
    await story.work();
    expect(kept(story)).toEqual(['2: pdf']);
  });
  sentence('Two files just after Guardado are asked about once and both kept', async (story) => {
    const { ana } = story;
    await ana.say('/reportar');
    await ana.say('30% tres talleres');
    await story.minutes(1);
    await send(story, ana, {});
    await story.minutes(1);
    await send(story, ana, { bytes: another(pdf, 2) });
    expect(ana.last).not.toContain('no guardé');
    await ana.tap('n.º 1');
    await story.work();
    expect(kept(story)).toEqual(['1: pdf', '1: pdf']);
  });
  sentence('After 12 hours of silence a file with a caption is asked about', async (story) => {
    const { ana } = story;
    await ana.say('/reportar');
    await story.at('2022-03-17', 9);
    await send(story, ana, { caption: 'acta del comité de la otra dependencia' });
    expect(ana.last).toContain('un archivo con este texto: «acta del comité de la otra dependencia»');
    expect(ana.last).toContain('¿Es para la n.º 1?');
    await ana.tap('De ninguna');
    await story.work();
    expect(kept(story)).toEqual([]);
  });
  sentence('A caption on a later item of an album that is asked about is not lost', async (story) => {
    const { ana, drafts, stored } = story;
    const album = { kind: 'photo', bytes: jpeg, mediaGroup: 'album-4' } as const;
    await ana.say('/reportar');
    await ana.say('30% tres talleres');
    await story.minutes(1);
    await send(story, ana, album, {
      ...album,
      bytes: another(jpeg, 2),
      caption: '80% plan discutido con la comunidad',
    });
    await ana.tap('n.º 2');
    await story.work();
    expect(kept(story)).toEqual(['2: jpg', '2: jpg']);
    expect(stored('2') ?? drafts(ana)).toEqual({
      progress: 80,
      observation: 'plan discutido con la comunidad',
    });
  });
  sentence('Late items of an album without an activity go to none either', async (story) => {
    const { ana } = story;
    const album = { kind: 'photo', bytes: jpeg, mediaGroup: 'album-5' } as const;
    await ana.say('/reportar');
    await ana.say('30% tres talleres');
    await story.minutes(1);
    await send(story, ana, album);
    await ana.tap('De ninguna');
    await send(story, ana, album);
    expect(kept(story)).toEqual([]);
  });
  sentence(
    'A file while several answers wait for Guardar estas 2 is not said to have no question open',
    async (story) => {
      const { ana } = story;
      await ana.say('1: 10 % uno dos tres\n2: 20 % cuatro cinco seis');
      await send(story, ana, {});
      expect(ana.last).not.toContain('No hay una pregunta abierta');
    },
  );
  sentence('A person without activities is not sent to any', async (story) => {
    const { coordinator } = story;
    await send(story, coordinator, { kind: 'photo', bytes: jpeg });
    expect(coordinator.last).toBe(
      'No sé de qué actividad es ese archivo, así que no lo guardé. Escriba /ayuda para ver lo que puede hacer aquí.',
    );
    expect(kept(story)).toEqual([]);
  });
});
