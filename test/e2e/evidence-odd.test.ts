import { describe, expect } from 'vitest';
import { type Actor, sentence, told } from '../world/story.ts';
import { another, jpeg, kept, pdf, send } from './evidence-sent.ts';

const item = (group: string, place: number, more: object = {}) => ({
  kind: 'photo' as const,
  mediaGroup: group,
  bytes: another(jpeg, place),
  name: '',
  ...more,
});
const received = (who: Actor) =>
  who.phone.chat
    .filter((message) => message.from === 'bot' && /^(Recibí|Guardé) /.test(message.text))
    .map((message) => message.text.split('\n')[0]);

describe('Odd ways of sending evidence', () => {
  sentence('Two albums at once from two people', async (story) => {
    const { ana, berta } = story;
    await ana.say('/reportar');
    await berta.say('/reportar');
    await ana.atOnce((phone) => {
      for (const place of [1, 2, 3]) {
        phone.sendFile(item('same', place));
        berta.phone.sendFile(item('same', place));
      }
    });
    await story.work();
    expect(received(ana)).toEqual(['Recibí 3 fotos de la n.º 1.']);
    expect(received(berta)).toEqual(['Recibí 3 fotos de la n.º 4.']);
    expect(kept(story)).toHaveLength(6);
  });

  sentence('An album while the bot is away and in two halves around a restart', async (story) => {
    const { ana, stored } = story;
    await ana.say('/reportar');
    await send(story, ana, item('a', 1, { caption: '30% tres talleres' }), item('a', 2));
    await story.stopBot();
    await ana.atOnce((phone) => void [3, 4].map((place) => phone.sendFile(item('a', place))));
    await story.startBot();
    await story.work();
    expect(received(ana)).toEqual(['Recibí 4 fotos de la n.º 1.']);
    expect(stored('1')).toEqual({ progress: 30, observation: 'tres talleres' });
    expect(ana.last).toContain('n.º 2');
  });

  sentence('Documents as an album of ten with captions on several', async (story) => {
    const { ana, stored } = story;
    await ana.say('/reportar');
    await ana.atOnce((phone) => {
      for (let place = 1; place <= 10; place++)
        phone.sendFile({
          kind: 'document',
          name: `acta-${place}.pdf`,
          bytes: another(pdf, place),
          mediaGroup: 'docs',
          ...(place === 1 ? { caption: '30% tres talleres' } : {}),
          ...(place === 4 ? { caption: 'acta del segundo taller firmada' } : {}),
        });
    });
    await story.work();
    expect(received(ana)).toEqual(['Recibí 10 documentos de la n.º 1.']);
    expect(stored('1')).toEqual({
      progress: 30,
      observation: 'tres talleres\nacta del segundo taller firmada',
    });
    expect(stored('2')).toBeNull();
  });

  sentence('A photo in reply to the question of another activity is asked about', async (story) => {
    const { ana } = story;
    await ana.say('/reportar');
    const first = ana.lastMessage;
    await ana.say('30% tres talleres');
    await story.minutes(1);
    await ana.tap('50');
    await story.minutes(1);
    await ana.atOnce((phone) => void phone.sendFile(item('a', 1), { replyTo: first.messageId }));
    await story.work();
    expect(kept(story)).toEqual([]);
    expect(ana.last).toContain('¿El archivo es de la n.º 1 o de la n.º 2?');
    await ana.tap('n.º 1');
    await story.work();
    expect(kept(story)).toEqual(['1: jpg']);
    expect(received(ana)).toEqual(['Recibí la foto de la n.º 1.']);
  });

  sentence('A caption that names another activity takes its photo there', async (story) => {
    const { ana, stored } = story;
    await ana.say('/reportar');
    await send(story, ana, { kind: 'photo', bytes: jpeg, caption: '5: 60% campaña en tres colegios' });
    expect(stored('5')).toEqual({ progress: 60, observation: 'campaña en tres colegios' });
    expect(kept(story)).toEqual(['5: jpg']);
    expect(stored('1')).toBeNull();
  });

  sentence(
    'A photo with words and no question: asked, then both belong to the activity chosen',
    async (story) => {
      const { ana, drafts, stored } = story;
      await send(story, ana, { kind: 'photo', bytes: jpeg, caption: 'se hizo el taller con la comunidad' });
      expect(kept(story)).toEqual([]);
      await ana.tap('n.º 3');
      await story.work();
      expect(kept(story)).toEqual(['3: jpg']);
      expect(drafts(ana)).toEqual([{ progress: null, observation: 'se hizo el taller con la comunidad' }]);
      await ana.say('75');
      expect(stored('3')).toEqual({ progress: 75, observation: 'se hizo el taller con la comunidad' });
    },
  );

  sentence('A photo with a figure and no question, and one with thanks', async (story) => {
    const { ana, stored, drafts } = story;
    await send(story, ana, { kind: 'photo', bytes: jpeg, caption: 'gracias' });
    await ana.tap('n.º 6');
    await story.work();
    expect(kept(story)).toEqual(['6: jpg']);
    expect(stored('6')).toBeNull();
    expect(drafts(ana)).toEqual([]);
    await story.minutes(5);
    await send(story, ana, {
      kind: 'photo',
      bytes: another(jpeg, 2),
      caption: '80% plan discutido con todos',
    });
    await ana.tap('n.º 2');
    await story.work();
    expect(stored('2')).toEqual({ progress: 80, observation: 'plan discutido con todos' });
  });

  sentence(
    'Stickers, voices, films and places between the items of an album change nothing',
    async (story) => {
      const { ana } = story;
      await ana.say('/reportar');
      await send(story, ana, item('a', 1));
      await send(story, ana, { kind: 'voice', bytes: Buffer.from('OggS') });
      await send(story, ana, { kind: 'video', bytes: Buffer.from('film'), mediaGroup: 'a' });
      await ana.atOnce((phone) => void phone.sendOther({ location: { latitude: 1, longitude: 1 } }));
      await send(story, ana, item('a', 2));
      expect(received(ana)).toEqual(['Recibí 2 fotos de la n.º 1.']);
      expect(kept(story)).toEqual(['1: jpg', '1: jpg']);
    },
  );

  sentence('Quitar before the bot has fetched the file, and again', async (story) => {
    const { ana } = story;
    await ana.say('/reportar');
    await ana.atOnce((phone) => void phone.sendFile(item('a', 1)));
    await ana.tap('Quitar');
    await story.work();
    expect(kept(story)).toEqual([]);
    expect(ana.last).toContain('Quité la foto de la n.º 1.');
    await send(story, ana, item('a', 1));
    expect(received(ana)).toEqual(['Recibí la foto de la n.º 1.']);
    expect(kept(story)).toEqual(['1: jpg']);
  });

  sentence('A forwarded album is refused once, with what to do', async (story) => {
    const { ana } = story;
    await ana.say('/reportar');
    await ana.atOnce((phone) => {
      for (const place of [1, 2, 3]) phone.sendFile(item('a', place), { forwardedFrom: { name: 'Alguien' } });
    });
    await story.work();
    expect(told(ana, 'reenviad')).toEqual([
      'Los archivos reenviados no se toman como soporte. Guárdelo y envíelo usted, por favor.',
    ]);
    expect(kept(story)).toEqual([]);
  });

  sentence('Who left hears no more than a stranger, and what they sent stays', async (story) => {
    const { ana } = story;
    await ana.say('/reportar');
    await send(story, ana, { kind: 'photo', bytes: jpeg });
    const photo = ana.lastMessage;
    await ana.say('/salir');
    await ana.tap(/^Sí/);
    await ana.tap('Quitar', photo);
    await send(story, ana, { kind: 'photo', bytes: another(jpeg, 2) });
    expect(kept(story)).toEqual(['1: jpg']);
    expect(told(ana, 'Este chat es solo para personas invitadas')).toHaveLength(1);
  });
});
