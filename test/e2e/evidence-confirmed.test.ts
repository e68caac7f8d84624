import { describe, expect } from 'vitest';
import { type Actor, sentence, textsOf, told } from '../world/story.ts';
import { another, jpeg, kept, pdf, send } from './evidence-sent.ts';

/** Items of an album, as a phone sends them. */
const album = (group: string, amount: number, kind: 'photo' | 'document' = 'photo') =>
  Array.from({ length: amount }, (_, place) => ({
    kind,
    mediaGroup: group,
    bytes: another(kind === 'photo' ? jpeg : pdf, place),
    name: kind === 'photo' ? '' : `acta-${place}.pdf`,
  }));
/** The messages that confirm something, as they are now, with their buttons. */
const confirmations = (who: Actor) =>
  who.phone.chat
    .filter(
      (message) => message.from === 'bot' && /^(Recibí|Guardé|Quité (?!ese soporte))/.test(message.text),
    )
    .map(
      ({ text, buttons }) =>
        `${text.split('\n')[0]} ${buttons
          .flat()
          .map((button) => `[${button.text}]`)
          .join('')}`,
    );

describe('What arrived is confirmed once', () => {
  sentence('An album, however its items arrive', async (story) => {
    const { ana } = story;
    await ana.say('/reportar');
    await ana.atOnce((phone) => {
      for (const item of album('a', 3)) phone.sendFile(item);
    });
    await story.work();
    expect(confirmations(ana)).toEqual(['Recibí 3 fotos de la n.º 1. [Quitar]']);
    expect(ana.last).toContain('¿Qué porcentaje lleva la n.º 1, de 0 a 100?');
    await send(story, ana, ...album('b', 10));
    expect(confirmations(ana)[1]).toBe('Recibí 10 fotos de la n.º 1. [Quitar]');
    expect(kept(story)).toHaveLength(10);
  });

  sentence('With a caption, beside what the caption saved', async (story) => {
    const { ana, stored } = story;
    const [first, ...others] = album('a', 3);
    await ana.say('/reportar');
    await ana.atOnce((phone) => {
      if (first) phone.sendFile({ ...first, caption: '30% tres talleres' });
      for (const item of others) phone.sendFile(item);
    });
    await story.work();
    expect(stored('1')).toEqual({ progress: 30, observation: 'tres talleres' });
    expect(confirmations(ana)).toEqual(['Recibí 3 fotos de la n.º 1. [Quitar]']);
    expect(ana.last).toContain('✅ n.º 1: 30 %');
    expect(ana.last).toContain('¿Qué porcentaje de avance lleva la n.º 2');
    await ana.say('50% plan en marcha');
    await send(story, ana, { kind: 'photo', bytes: another(jpeg, 9), caption: '75% informe en revisión' });
    expect(confirmations(ana)[1]).toBe('Recibí la foto de la n.º 3. [Quitar]');
    expect(stored('3')).toEqual({ progress: 75, observation: 'informe en revisión' });
  });

  sentence('Of mixed kinds', async (story) => {
    const { ana } = story;
    const [one, two] = album('a', 2);
    await ana.say('/reportar');
    for (const item of [one, two]) if (item) await send(story, ana, item);
    await send(story, ana, { kind: 'document', name: 'acta.pdf', bytes: pdf, mediaGroup: 'a' });
    expect(confirmations(ana)).toEqual(['Recibí 2 fotos y un documento de la n.º 1. [Quitar]']);
  });

  sentence('Also when its activity was asked, after one tap', async (story) => {
    const { ana } = story;
    await send(story, ana, ...album('a', 2), { bytes: pdf });
    await ana.tap('n.º 5');
    await story.work();
    expect(confirmations(ana)).toEqual(['Recibí 2 fotos y un documento de la n.º 5. [Quitar]']);
    await send(story, ana, { ...album('a', 3)[2] });
    expect(confirmations(ana)).toEqual(['Recibí 3 fotos y un documento de la n.º 5. [Quitar]']);
    expect(kept(story)).toEqual(['5: jpg', '5: jpg', '5: pdf', '5: jpg']);
  });

  sentence('What proves to be no evidence is taken out of the count', async (story) => {
    const { ana } = story;
    const [one, two] = album('a', 2);
    await ana.say('/reportar');
    await ana.atOnce((phone) => {
      for (const item of [one, two]) if (item) phone.sendFile(item);
      phone.sendFile({ kind: 'photo', mediaGroup: 'a', bytes: Buffer.from('MZ') });
    });
    await story.work();
    expect(confirmations(ana)).toEqual(['Recibí 2 fotos de la n.º 1. [Quitar]']);
    expect(told(ana, 'no se guardó')).toHaveLength(1);
    expect(kept(story)).toEqual(['1: jpg', '1: jpg']);
  });

  sentence('The same photo again counts as received, is kept once, and goes with Quitar', async (story) => {
    const { ana } = story;
    const [one] = album('a', 1);
    await ana.say('/reportar');
    for (const item of [one, one, one]) if (item) await send(story, ana, item);
    expect(confirmations(ana)).toEqual(['Recibí 3 fotos de la n.º 1. [Quitar]']);
    expect(kept(story)).toEqual(['1: jpg']);
    await ana.tap('Quitar');
    await ana.tap('Sí, quitar todo');
    expect(kept(story)).toEqual([]);
    await send(story, ana, { kind: 'photo', bytes: jpeg }, { kind: 'photo', bytes: jpeg });
    await ana.tap('Quitar');
    expect(kept(story)).toEqual([]);
    const [, first] = ana.phone.chat.filter((message) => /(Recibí|Quité) la foto/.test(message.text));
    expect(first?.text).toContain('Quité');
  });

  sentence('A link alone too', async (story) => {
    const { ana } = story;
    await ana.say('/reportar');
    await ana.say('https://example.org/acta');
    expect(confirmations(ana)).toEqual(['Guardé el enlace de la n.º 1. [Quitar]']);
    await ana.say('https://example.org/acta');
    expect(ana.last).toBe('Ese enlace ya estaba entre los soportes de la n.º 1.');
    await ana.tap('Quitar');
    expect(kept(story)).toEqual([]);
    expect(confirmations(ana)).toEqual(['Quité el enlace de la n.º 1. ']);
  });
});

describe('Quitar removes what its message confirms', () => {
  sentence('One piece at once', async (story) => {
    const { ana } = story;
    await ana.say('/reportar');
    await send(story, ana, { kind: 'photo', bytes: jpeg }, {});
    const [, photo] = ana.phone.chat.filter((message) => message.from === 'bot').slice(-2);
    await ana.tap(
      'Quitar',
      ana.phone.chat.find((message) => message.text.startsWith('Recibí la foto')),
    );
    await story.work();
    expect(photo).toBeDefined();
    expect(confirmations(ana)).toEqual([
      'Quité la foto de la n.º 1. ',
      'Recibí el documento de la n.º 1. [Quitar]',
    ]);
    expect(ana.last).toContain('¿Qué porcentaje lleva la n.º 1, de 0 a 100?');
    expect(kept(story)).toEqual(['1: pdf']);
    await ana.say('40% la pregunta sigue abierta');
    expect(story.stored('1')?.progress).toBe(40);
  });

  sentence('Several after asking: all, one of them, or none', async (story) => {
    const { ana } = story;
    await ana.say('/reportar');
    await send(story, ana, ...album('a', 3));
    await ana.tap('Quitar');
    expect(ana.last).toContain('¿Quito las 3 fotos de la n.º 1?');
    expect(ana.buttons).toEqual(['Sí, quitar todo', 'Elegir cuál', 'No quitar']);
    await ana.tap('No quitar');
    expect(confirmations(ana)).toEqual(['Recibí 3 fotos de la n.º 1. [Quitar]']);
    await ana.tap('Quitar');
    await ana.tap('Elegir cuál');
    expect(ana.last).toContain('Sus soportes: 3');
    await ana.tap('Quitar 2');
    expect(kept(story)).toHaveLength(2);
    await ana.tap('Quitar');
    await ana.tap('Sí, quitar todo');
    await story.work();
    expect(kept(story)).toEqual([]);
    expect(confirmations(ana)).toEqual(['Quité 2 fotos de la n.º 1. ']);
  });

  sentence('And says why it does not: removed, locked, somebody else’s, not theirs', async (story) => {
    const { ana, berta } = story;
    await ana.say('/reportar');
    await send(story, ana, {}, { kind: 'photo', bytes: jpeg });
    const photo = ana.phone.chat.find((message) => message.text.startsWith('Recibí la foto'));
    if (!photo) throw new Error('no confirmation');
    await ana.say('/misactividades');
    await ana.tap('n.º 1');
    await ana.tap('Quitar 2');
    await ana.tap('Quitar', photo);
    expect(told(ana, 'Lo que envió aquí de la n.º 1 ya no está entre sus soportes.')).toHaveLength(1);
    await berta.atOnce((phone) => void phone.forgeTap('x:evundo:1:1', berta.lastMessage.messageId));
    expect(berta.last).toBe('Ese soporte ya no está.');
    await story.at('2022-04-11', 9);
    await ana.tap('Quitar');
    expect(ana.last).toBe(
      'La n.º 1 ya no recibe cambios en ese corte, así que sus soportes quedan como están.',
    );
    expect(kept(story)).toEqual(['1: pdf']);
    expect(textsOf(ana).some((text) => text.includes('Quité'))).toBe(true);
  });
});

describe('Evidence in /misactividades', () => {
  sentence('All of it is reached, seen and removed, page by page', async (story) => {
    const { ana } = story;
    const documents = () =>
      ana.phone.chat.filter((message) => message.kind === 'document' && message.from === 'bot');
    await ana.say('/reportar');
    await send(story, ana, ...album('a', 10), ...album('b', 7, 'document'));
    await ana.say('/misactividades');
    await ana.tap('n.º 1');
    expect(ana.last).toContain('Sus soportes: 17 (página 3 de 3)\n17. PDF');
    await ana.tap('Anteriores');
    await ana.tap('Anteriores');
    expect(ana.last).toContain('Sus soportes: 17 (página 1 de 3)\n1. foto');
    const before = documents().length;
    await ana.tap('Ver 1');
    expect(documents()).toHaveLength(before + 1);
    await ana.tap('Siguientes');
    await ana.tap('Quitar 9');
    await story.work();
    expect(ana.last).toContain('Sus soportes: 16 (página 2 de 2)');
    expect(kept(story)).toHaveLength(16);
  });
});
