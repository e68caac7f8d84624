import { describe, expect } from 'vitest';
import { type Actor, type Story, sentence, textsOf } from '../world/story.ts';
import { another, jpeg, kept } from './evidence-sent.ts';

/** Every message of the bot from a revision on that asks whose something is. */
const asked = (who: Actor): readonly string[] => textsOf(who).filter((text) => text.includes('¿Es para la'));

describe('A text written before the next question could be seen does not answer it', () => {
  sentence('Plain words are added to the report just saved', async (story) => {
    const { ana, stored, drafts } = story;
    await ana.say('/reportar');
    await ana.tap('75');
    await ana.atOnce((phone) => {
      phone.say('Se realizó el taller con la comunidad de la isla');
      phone.say('y también la feria con los vendedores del muelle');
    });
    const observation =
      'Se realizó el taller con la comunidad de la isla\ny también la feria con los vendedores del muelle';
    expect(stored('1')).toEqual({ progress: 75, observation });
    expect(drafts(ana)).toEqual([]);
    expect(ana.last).toContain('Agregué a la n.º 1: «y también la feria con los vendedores del muelle»');
    expect(ana.last.trim().split('\n').at(-1)).toContain('n.º 2');
    expect(ana.buttons).toContain('Corregir la n.º 1');
    await ana.say('60 % plan publicado');
    expect(stored('2')).toEqual({ progress: 60, observation: 'plan publicado' });
  });

  sentence(
    'The figure and, in the next breath, the words complete the activity that they began',
    async (story) => {
      const { ana, stored } = story;
      await ana.say('/reportar');
      await ana.atOnce((phone) => {
        phone.say('80');
        phone.say('se hizo el taller');
      });
      expect(stored('1')).toEqual({ progress: 80, observation: 'se hizo el taller' });
      await ana.atOnce((phone) => {
        phone.say('se publicó el plan en la cartelera');
        phone.say('100 %');
      });
      expect(stored('2')).toEqual({ progress: 100, observation: 'se publicó el plan en la cartelera' });
    },
  );

  sentence('Four short texts: words are added, a number is asked about', async (story) => {
    const { ana, stored, drafts } = story;
    await ana.say('/reportar');
    await ana.atOnce((phone) => {
      phone.say('80%');
      phone.say('Se realizó el taller');
      phone.say('con 30 personas');
      phone.say('y acta firmada por todos');
    });
    expect(stored('1')).toEqual({ progress: 80, observation: 'Se realizó el taller' });
    expect(drafts(ana)).toEqual([]);
    expect(ana.last).toContain('Recibí: «con 30 personas y acta firmada por todos».');
    expect(ana.last).toContain('¿Es para la n.º 1 o la n.º 2?');
    expect(ana.buttons).toEqual(['n.º 1', 'n.º 2', 'De ninguna']);
    await ana.tap('n.º 1');
    expect(stored('1')).toEqual({
      progress: 80,
      observation: 'Se realizó el taller\ncon 30 personas\ny acta firmada por todos',
    });
    expect(ana.last).toContain('¿Qué porcentaje de avance lleva la n.º 2');
  });

  sentence('A figure is asked about, and answers the activity that is named', async (story) => {
    const { ana, stored } = story;
    await ana.say('/reportar');
    await ana.atOnce((phone) => {
      phone.say('80% taller realizado');
      phone.say('60% feria realizada');
    });
    expect(stored('1')).toEqual({ progress: 80, observation: 'taller realizado' });
    expect(stored('2')).toBeNull();
    expect(ana.last).toContain('¿Es para la n.º 1 o la n.º 2?');
    await ana.say('la 2');
    expect(stored('2')).toEqual({ progress: 60, observation: 'feria realizada' });
    expect(ana.last).toContain('n.º 3');
  });

  sentence('A message that is for none of them is not kept', async (story) => {
    const { ana, stored, drafts } = story;
    await ana.say('/reportar');
    await ana.atOnce((phone) => {
      phone.say('80% taller realizado');
      phone.say('60% feria realizada');
    });
    await ana.tap('De ninguna');
    expect(stored('2')).toBeNull();
    expect(drafts(ana)).toEqual([]);
    expect(ana.last).toContain('no guardé ese mensaje');
    expect(ana.last).toContain('¿Qué porcentaje de avance lleva la n.º 2');
  });

  sentence('A figure for what was just saved is asked about with both figures', async (story) => {
    const { ana, stored } = story;
    await ana.say('/reportar');
    await ana.atOnce((phone) => {
      phone.say('80% taller realizado');
      phone.say('60 %');
    });
    await ana.tap('n.º 1');
    expect(stored('1')).toEqual({ progress: 80, observation: 'taller realizado' });
    expect(ana.last).toContain('de 80 % a 60 %');
  });

  sentence(
    'Nothing was asked yet: the text waits until the person says that it is for this',
    async (story) => {
      const { ana, stored } = story;
      await ana.atOnce((phone) => {
        phone.say('/reportar');
        phone.say('80% taller realizado');
      });
      expect(stored('1')).toBeNull();
      expect(ana.last).toContain('¿Es para la n.º 1?');
      await ana.say('sí');
      expect(stored('1')).toEqual({ progress: 80, observation: 'taller realizado' });
    },
  );

  sentence(
    'A photo with words goes with the report just saved, one without is asked about',
    async (story) => {
      const { ana, stored, drafts } = story;
      await ana.say('/reportar');
      await ana.tap('75');
      await ana.atOnce((phone) => {
        phone.sendFile({ kind: 'photo', bytes: jpeg, caption: 'Taller en la escuela' });
        phone.sendFile({
          kind: 'photo',
          bytes: another(jpeg, 2),
          caption: 'Asistentes al taller de la escuela',
        });
        phone.sendFile({ kind: 'photo', bytes: another(jpeg, 3) });
      });
      await story.work();
      expect(kept(story)).toEqual(['1: jpg', '1: jpg']);
      expect(drafts(ana)).toEqual([]);
      expect(stored('1')?.observation).toBe('Taller en la escuela\nAsistentes al taller de la escuela');
      expect(ana.last).toBe('¿El archivo es de la n.º 1 o de la n.º 2?');
      await ana.tap('n.º 2');
      await story.work();
      expect(kept(story)).toEqual(['1: jpg', '1: jpg', '2: jpg']);
    },
  );

  sentence('A yes that was sent before the question confirms nothing', async (story) => {
    const { ana, stored } = story;
    await ana.say('/reportar');
    await ana.tap('75');
    await ana.atOnce((phone) => {
      phone.say('50');
      phone.say('sí');
    });
    expect(stored('1')).toBeNull();
    expect(textsOf(ana).at(-2)).toContain('«sí» llegó antes de mi última pregunta');
    expect(ana.last).toContain('de 75 % a 50 %');
    await ana.say('sí');
    expect(ana.last).toContain('50 %');
  });

  sentence('Words after the last report of a round are added to it', async (story) => {
    const { berta, stored } = story;
    await berta.say('/reportar');
    await berta.atOnce((phone) => {
      phone.say('100% informe publicado');
      phone.say('y acta firmada por todos');
    });
    expect(stored('4')).toEqual({
      progress: 100,
      observation: 'informe publicado\ny acta firmada por todos',
    });
  });

  sentence('A reply to the question, a line with its number and a tap are never early', async (story) => {
    const { ana, stored } = story;
    await ana.say('/reportar');
    await ana.say('80% taller realizado');
    const question = ana.lastMessage;
    await story.clock.step(-2_000);
    await ana.say('60% plan publicado', { replyTo: question.messageId });
    expect(stored('2')).toEqual({ progress: 60, observation: 'plan publicado' });
    await ana.atOnce((phone) => {
      phone.tap('100');
      phone.say('informe entregado a la comunidad');
    });
    expect(stored('3')).toEqual({ progress: 100, observation: 'informe entregado a la comunidad' });
  });

  sentence('A message sent while the bot was away counts from when it was sent', async (story) => {
    const { ana, stored } = story;
    await ana.say('/reportar');
    await story.stopBot();
    await ana.say('80% taller realizado');
    story.clock.step(10 * 60_000);
    await ana.say('60% feria realizada');
    story.clock.step(60 * 60_000);
    await story.startBot();
    expect(stored('1')).toEqual({ progress: 80, observation: 'taller realizado' });
    expect(stored('2')).toBeNull();
    expect(asked(ana).at(-1)).toContain('¿Es para la n.º 1 o la n.º 2?');
    await ana.say('2');
    expect(stored('2')).toEqual({ progress: 60, observation: 'feria realizada' });
  });

  sentence('An edit of an early message says what is stored', async (story) => {
    const { ana, stored } = story;
    await ana.say('/reportar');
    await ana.tap('75');
    await ana.say('Se realizó el taller');
    story.clock.step(-2_000);
    const message = await ana.say('y también la feria del muelle');
    expect(stored('1')?.observation).toContain('feria');
    await ana.atOnce((phone) => phone.edit(message, 'y también la feria del parque'));
    expect(stored('1')?.observation).toContain('muelle');
    expect(ana.last).toContain('Vimos que cambió un mensaje ya enviado');
    expect(ana.last).toContain('n.º 1');
  });
});

describe('The parts of a long text that a phone cut are one text', () => {
  const paste = async (story: Story, who: Actor, text: string) => {
    await who.atOnce((phone) => void phone.say(text));
    await story.work();
  };
  const long = `${'Jornada con la comunidad '.repeat(166).trim()} y`;

  sentence('At the observation', async (story) => {
    const { ana, stored } = story;
    await ana.say('/reportar');
    await ana.tap('75');
    await paste(story, ana, long);
    expect(stored('1')).toBeNull();
    expect(ana.last).toContain(`${long.length}`);
    await ana.tap('Guardar recortado');
    expect(stored('1')?.observation).toMatch(/^Jornada con la comunidad Jornada/);
    expect(stored('1')?.observation.length).toBeGreaterThan(900);
  });

  sentence('In three parts, with the figure first, and at the percentage', async (story) => {
    const { ana, stored, drafts } = story;
    await ana.say('/reportar');
    await paste(story, ana, `80% ${'Jornada con la comunidad. '.repeat(330)}50% de lo previsto`);
    expect(stored('1')).toBeNull();
    await ana.say('Jornadas con la comunidad en los barrios');
    expect(stored('1')).toEqual({ progress: 80, observation: 'Jornadas con la comunidad en los barrios' });
    await paste(story, ana, `${'Jornada con la comunidad. '.repeat(160)}acta firmada`);
    expect(stored('2')).toBeNull();
    const [draft] = drafts(ana);
    expect(draft?.progress).toBeNull();
    expect(ana.last).toContain('n.º 2');
  });

  sentence('A caption that goes on in a text', async (story) => {
    const { ana, stored } = story;
    const text = 'Jornada con la comunidad del muelle. '.repeat(40);
    await ana.say('/reportar');
    await ana.tap('75');
    await ana.atOnce((phone) => {
      phone.sendFile({ kind: 'photo', bytes: jpeg, caption: text.slice(0, 1_024) });
      phone.say(text.slice(1_024));
    });
    await story.work();
    expect(stored('1')).toBeNull();
    expect(kept(story)).toEqual(['1: jpg']);
    expect(ana.last).toContain(`${text.trim().length}`);
  });
});

describe('An album is one message: its captions belong to the activity of its first item', () => {
  const album = { kind: 'photo', mediaGroup: 'g' } as const;

  sentence('Captions after the first are asked about, or added', async (story) => {
    const { ana, stored, drafts } = story;
    await ana.say('/reportar');
    await ana.atOnce((phone) => {
      phone.sendFile({ ...album, bytes: jpeg, caption: '80% taller realizado' });
      phone.sendFile({ ...album, bytes: another(jpeg, 2), caption: '60% de asistencia, feria realizada' });
      phone.sendFile({ ...album, bytes: another(jpeg, 3), caption: '90% acta firmada' });
    });
    await story.work();
    expect(stored('1')).toEqual({ progress: 80, observation: 'taller realizado' });
    expect(stored('2')).toBeNull();
    expect(stored('3')).toBeNull();
    expect(drafts(ana)).toEqual([]);
    expect(ana.last).toContain('¿Es para la n.º 1?');
    expect(kept(story)).toEqual(['1: jpg', '1: jpg', '1: jpg']);
  });

  sentence('Also when they arrive long after the next question', async (story) => {
    const { ana, stored, drafts } = story;
    await ana.say('/reportar');
    await ana.atOnce((phone) => phone.sendFile({ ...album, bytes: jpeg, caption: '80% taller realizado' }));
    await story.work();
    await story.minutes(3);
    await ana.atOnce((phone) =>
      phone.sendFile({ ...album, bytes: another(jpeg, 2), caption: 'acta firmada por los asistentes' }),
    );
    await story.work();
    expect(stored('1')).toEqual({
      progress: 80,
      observation: 'taller realizado\nacta firmada por los asistentes',
    });
    await ana.atOnce((phone) =>
      phone.sendFile({ ...album, bytes: another(jpeg, 3), caption: '60% de asistencia' }),
    );
    await story.work();
    expect(stored('2')).toBeNull();
    expect(drafts(ana)).toEqual([]);
    expect(ana.last).toContain('¿Es para la n.º 1?');
  });

  sentence('The first item without a caption', async (story) => {
    const { ana, stored } = story;
    await ana.say('/reportar');
    await ana.atOnce((phone) => {
      phone.sendFile({ ...album, bytes: jpeg });
      phone.sendFile({ ...album, bytes: another(jpeg, 2), caption: '80% taller realizado' });
      phone.sendFile({ ...album, bytes: another(jpeg, 3), caption: 'con toda la comunidad' });
    });
    await story.work();
    expect(stored('1')).toEqual({ progress: 80, observation: 'taller realizado\ncon toda la comunidad' });
    expect(kept(story)).toEqual(['1: jpg', '1: jpg', '1: jpg']);
  });

  sentence('Also when the first item could not be kept', async (story) => {
    const { ana, stored, drafts } = story;
    const tooBig = { kind: 'document', name: 'acta.pdf', mediaGroup: 'g', size: 21 * 1_024 * 1_024 } as const;
    await ana.say('/reportar');
    await ana.atOnce((phone) =>
      phone.sendFile({ ...tooBig, bytes: Buffer.alloc(21 * 1_024 * 1_024), caption: '80% taller realizado' }),
    );
    expect(stored('1')).toEqual({ progress: 80, observation: 'taller realizado' });
    await story.minutes(3);
    await ana.atOnce((phone) => phone.sendFile({ ...album, bytes: jpeg, caption: '60% feria realizada' }));
    await story.work();
    expect(kept(story)).toEqual(['1: jpg']);
    expect(stored('2')).toBeNull();
    expect(drafts(ana)).toEqual([]);
    expect(ana.last).toContain('¿Es para la n.º 1?');
  });

  sentence('A caption of an album without an activity answers nothing', async (story) => {
    const { ana, stored, drafts } = story;
    await ana.say('/reportar');
    await ana.say('80% taller realizado');
    await ana.atOnce((phone) => phone.sendFile({ ...album, bytes: jpeg }));
    await ana.tap('De ninguna');
    await ana.atOnce((phone) =>
      phone.sendFile({ ...album, bytes: another(jpeg, 2), caption: '60% feria realizada' }),
    );
    await story.work();
    expect(kept(story)).toEqual([]);
    expect(stored('2')).toBeNull();
    expect(drafts(ana)).toEqual([]);
    expect(ana.last).toContain('no guardé ese mensaje');
  });
});

describe('A question about no activity gets nothing of an earlier text', () => {
  sentence(
    'A yes does not confirm a step; a remark of Control Interno is not of the next report',
    async (story) => {
      const { coordinator } = story;
      await coordinator.say('/cortes');
      await coordinator.tap('Días no hábiles');
      await coordinator.tap('Agregar un día');
      await coordinator.atOnce((phone) => {
        phone.say('14 de julio, fiesta patronal');
        phone.say('sí');
      });
      expect(coordinator.last).toContain('«sí» llegó antes de mi última pregunta');
      expect(coordinator.last).toContain('Responda a esa pregunta, por favor.');
      expect(coordinator.phone.chat.some(({ text }) => text.includes('14 de julio'))).toBe(true);
      await coordinator.say('sí');
      expect(coordinator.last).not.toContain('llegó antes');
    },
  );

  sentence('Leaving', async (story) => {
    const { ana, people } = story;
    await ana.atOnce((phone) => {
      phone.say('/salir');
      phone.say('sí');
    });
    expect(ana.last).toContain('«sí» llegó antes de mi última pregunta');
    expect(people().length).toBeGreaterThan(0);
    await ana.say('no');
    expect(ana.last).not.toContain('llegó antes');
  });

  sentence('A sticker and a command in the same breath answer nothing and lose nothing', async (story) => {
    const { ana, stored } = story;
    await ana.say('/reportar');
    await ana.atOnce((phone) => {
      phone.say('80% taller realizado');
      phone.sendOther({ sticker: {} } as never);
      phone.say('/misactividades');
    });
    expect(stored('1')).toEqual({ progress: 80, observation: 'taller realizado' });
    await ana.say('60% plan publicado');
    expect(stored('2')).toEqual({ progress: 60, observation: 'plan publicado' });
  });
});
