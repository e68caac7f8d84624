import { describe, expect } from 'vitest';
import { type Actor, sentence } from '../world/story.ts';

const said = (who: Actor, text: string | RegExp) =>
  who.phone.chat.some(
    (message) =>
      message.from === 'bot' &&
      (typeof text === 'string' ? message.text.includes(text) : text.test(message.text)),
  );

describe('An answer is never taken for something else', () => {
  sentence('A link with start= in an answer is no invitation', async ({ ana, stored }) => {
    await ana.say('/reportar');
    await ana.tap('100');
    await ana.say('Plan publicado en https://www.alcaldia.gov.co/noticias?start=20 y socializado');
    expect(stored('1')).toEqual({
      progress: 100,
      observation: 'Plan publicado en https://www.alcaldia.gov.co/noticias?start=20 y socializado',
    });
  });

  sentence('A line about a reported activity is not filed under the asked one', async ({ ana, stored }) => {
    await ana.say('/reportar');
    await ana.say('100% primera lista');
    await ana.say('100% segunda lista');
    await ana.tap('50');
    await ana.say('2: 100 % plan publicado\n5: 20 % ejercicio hecho');
    expect(stored('3')).toBeNull();
    expect(ana.last).toContain('n.º 2: ya está reportada');
    await ana.tap(/^Guardar est/);
    expect(stored('5')).toEqual({ progress: 20, observation: 'ejercicio hecho' });
    expect(stored('2')).toEqual({ progress: 100, observation: 'segunda lista' });
    expect(ana.last).toContain('✅ n.º 5: 20 % · «ejercicio hecho»\nLe faltan 3: las n.º 3, 6 y 7.');
    expect(ana.last).toContain('Escribió: «plan publicado».\n¿Cambio el texto de la n.º 2?');
  });

  sentence('A greeting above the lines and n.º before the number are understood', async ({ ana, stored }) => {
    await ana.say('/reportar');
    await ana.say('Buenos días:\nn.º 2: 100 % plan publicado\nNo. 3: 40% en borrador');
    await ana.tap(/^Guardar est/);
    expect(stored('2')).toEqual({ progress: 100, observation: 'plan publicado' });
    expect(stored('3')).toEqual({ progress: 40, observation: 'en borrador' });
  });

  sentence(
    'A line without its words is a draft: its observation is asked, then the open question again',
    async ({ ana, stored, drafts }) => {
      await ana.say('/reportar');
      await ana.say('2: 100 %');
      expect(ana.last).toContain('100 %. Describa en una o dos frases lo realizado en la n.º 2.');
      expect(drafts(ana)).toEqual([{ progress: 100, observation: null }]);
      await ana.say('plan publicado');
      expect(stored('2')).toEqual({ progress: 100, observation: 'plan publicado' });
      await ana.say('50% primera a medias');
      expect(stored('1')).toEqual({ progress: 50, observation: 'primera a medias' });
    },
  );

  sentence('Typed labels are taps, not observations', async ({ ana, stored }) => {
    await ana.say('/reportar');
    await ana.tap('50');
    await ana.say('80');
    await ana.say('Cambiar a 80 %');
    await ana.say('palabra '.repeat(150).trim());
    await ana.say('guardar recortado');
    expect(stored('1')?.progress).toBe(80);
    expect(stored('1')?.observation).toMatch(/^palabra .* palabra$/);
    await ana.tap('Corregir la n.º 1');
    await ana.tap('100');
    await ana.say('Dejar el texto');
    expect(stored('1')?.progress).toBe(100);
    expect(stored('1')?.observation).toMatch(/^palabra/);
  });

  sentence('A typed no to /salir leaves the open question alone', async ({ ana, stored }) => {
    await ana.say('/reportar');
    await ana.tap('50');
    await ana.say('/salir');
    await ana.say('No');
    expect(stored('1')).toBeNull();
    await ana.say('cuatro barrios visitados');
    expect(stored('1')).toEqual({ progress: 50, observation: 'cuatro barrios visitados' });
  });

  sentence('Every typed answer is answered', async ({ ana }) => {
    await ana.say('/reportar');
    for (const text of ['igual que antes', 'igual', '???', 'sí', 'no']) {
      const before = ana.phone.chat.length;
      await ana.say(text);
      expect(ana.phone.chat.length).toBeGreaterThan(before + 1);
      expect(ana.last).toContain('n.º 1');
    }
  });
});

describe('Waiting words are not lost and overwrite nothing newer', () => {
  sentence('An old Guardar estas 2 does not overwrite a newer answer', async (story) => {
    const { ana, stored } = story;
    await ana.say('/reportar');
    const first = ana.lastMessage;
    await ana.say('2- 10 % borrador');
    const offered = ana.lastMessage;
    await ana.tap('25', first);
    await ana.say('primera hecha');
    await ana.say('no');
    await ana.say('100% plan publicado');
    expect(stored('2')).toEqual({ progress: 100, observation: 'plan publicado' });
    await story.minutes(1);
    if (offered.buttons.length > 0)
      await ana.atOnce((phone) => phone.forgeTap(offered.buttons[0]?.[0]?.data ?? '', offered.messageId));
    expect(stored('2')).toEqual({ progress: 100, observation: 'plan publicado' });
  });

  sentence(
    'A line about an activity of a colleague is told apart, and is nobody’s observation',
    async (story) => {
      const { ana, stored, drafts } = story;
      await ana.say('/reportar');
      await ana.say('1: 50% censo\n4: 30% campaña');
      expect(ana.last).toContain('n.º 1: 50 % · censo');
      expect(ana.last).toContain('Esto no lo guardaré:\nn.º 4: no es de las que usted puede reportar ahora');
      await ana.tap(/^Guardar est/);
      expect([stored('1'), stored('4')]).toEqual([{ progress: 50, observation: 'censo' }, null]);
      await ana.say('4: 30% campaña');
      expect(ana.last).toContain(
        'No guardé ese mensaje:\n\nn.º 4: no es de las que usted puede reportar ahora',
      );
      expect(ana.last).toContain('«2: 80 %');
      expect([stored('2'), stored('4'), drafts(ana)]).toEqual([null, null, []]);
    },
  );

  sentence(
    'A line with a number that none of theirs has stores nothing, and the question is asked again',
    async (story) => {
      const { ana, stored, drafts } = story;
      await ana.say('/reportar');
      await ana.say('9: 50 % hecho');
      expect(ana.last).toMatch(
        /^No guardé ese mensaje:\n\nn\.º 9: no hay ninguna con ese número entre las suyas\n/,
      );
      expect(ana.last.split('\n').at(-1)).toBe('¿Qué porcentaje lleva la n.º 1, de 0 a 100?');
      expect([stored('1'), drafts(ana)]).toEqual([null, []]);
      await ana.tap('25');
      await ana.say('9: 50 % hecho');
      expect(ana.last.split('\n').at(-1)).toBe(
        '25 %. Describa en una o dos frases lo realizado en la n.º 1.',
      );
      await ana.say('8:30 a. m. reunión con la comunidad, llegó el 50 % de los citados');
      expect(stored('1')).toEqual({
        progress: 25,
        observation: '8:30 a. m. reunión con la comunidad, llegó el 50 % de los citados',
      });
      await ana.say('2: 100 % plan publicado\n9: 50 % hecho');
      expect(ana.last).toContain('n.º 2: 100 % · plan publicado');
      expect(ana.last).toContain(
        'Esto se lo pregunto después:\nn.º 9: no hay ninguna con ese número entre las suyas',
      );
      await ana.tap(/^Guardar est/);
      expect(stored('2')).toEqual({ progress: 100, observation: 'plan publicado' });
      expect(ana.last).toContain('Recibí: «50 % hecho».');
      await ana.tap('De ninguna');
      expect(ana.last).toContain('¿Qué porcentaje de avance lleva la n.º 3');
      await ana.say('4: 30% campaña');
      expect(ana.last.split('\n').at(-1)).toBe('¿Qué porcentaje lleva la n.º 3, de 0 a 100?');
    },
  );

  sentence(
    'A line with a number of nobody is told apart when nothing is asked, and the question that waits for a yes waits on',
    async ({ ana, stored }) => {
      await ana.say('9: 50 % hecho');
      expect(ana.last).toContain('n.º 9: no hay ninguna con ese número entre las suyas');
      expect(ana.last).not.toContain('¿');
      await ana.say('/reportar');
      await ana.say('se hizo el 40 % de las encuestas en tres barrios');
      expect(ana.last).toContain('¿40 % de avance en la n.º 1?');
      await ana.say('9: 50 % hecho');
      expect(ana.last).toContain('¿40 % de avance en la n.º 1?');
      await ana.tap('Sí, 40 %');
      expect(stored('1')?.progress).toBe(40);
    },
  );

  sentence('Several lines wait for their tap while something else is corrected', async ({ ana, stored }) => {
    await ana.say('1: 10% usuarios');
    await ana.say('2: 100 % plan publicado\n3: 50 % borrador');
    const offered = ana.lastMessage;
    await ana.say('/misactividades');
    await ana.tap('n.º 1');
    await ana.tap('Corregir');
    await ana.say('20% usuarios nuevos');
    expect(ana.last).toContain('Esto entendí');
    await ana.tap(/^Guardar est/, offered);
    expect(stored('2')).toEqual({ progress: 100, observation: 'plan publicado' });
    expect(stored('3')).toEqual({ progress: 50, observation: 'borrador' });
  });

  sentence(
    'The question what holds things back waits while a number is corrected',
    async ({ ana, mayor }) => {
      await ana.say('/reportar');
      for (const text of [
        '0% taller a',
        '100% taller b',
        '100% taller c',
        '0% taller d',
        '100% taller e',
        '100% taller f',
      ])
        await ana.say(text);
      const closing = ana.lastMessage;
      await ana.say('/misactividades');
      await ana.tap('n.º 5');
      await ana.tap('Corregir');
      await ana.say('5% d corregida');
      await ana.tap('Recursos', closing);
      await mayor.say('/resumen');
      expect(mayor.last.match(/causa: recursos/g)).toHaveLength(2);
    },
  );

  sentence(
    'Too long a text survives a percentage, a confirmation and /cancelar',
    async ({ ana, stored, drafts }) => {
      const long = 'palabra '.repeat(150).trim();
      await ana.say('/reportar');
      await ana.say(long);
      await ana.say('60');
      expect(ana.last).toContain('sobran');
      await ana.say('/cancelar');
      expect(drafts(ana)).toEqual([{ progress: 60, observation: long }]);
      await ana.say('/reportar');
      expect(ana.last).toContain('sobran');
      await ana.tap('Guardar recortado');
      expect(stored('1')?.progress).toBe(60);
    },
  );

  sentence('A draft reached through the list is asked for its missing half', async ({ ana, stored }) => {
    await ana.say('/reportar');
    await ana.tap('75');
    await ana.say('/cancelar');
    await ana.say('/misactividades');
    await ana.tap('n.º 1');
    await ana.tap('Reportar');
    expect(ana.last).toContain('75 %. Describa');
    await ana.say('cuatro barrios ya visitados');
    expect(stored('1')).toEqual({ progress: 75, observation: 'cuatro barrios ya visitados' });
  });

  sentence('A second message before it is said whose it is stands with the first', async (story) => {
    const { ana, stored } = story;
    await ana.say('/reportar');
    await ana.tap('50');
    await story.at('2022-03-17', 9);
    await ana.say('tres colegios visitados');
    await ana.say('y dos juntas de acción comunal');
    expect(stored('1')).toBeNull();
    await ana.tap('Sí, es para esta');
    expect(stored('1')?.observation).toBe('tres colegios visitados\ny dos juntas de acción comunal');
  });

  sentence('An edit of several lines is answered with what is stored', async ({ ana, stored }) => {
    const lines = await ana.say('2: 10 % borrador\n3: 20 % borrador');
    await ana.tap(/^Guardar est/);
    await ana.atOnce((phone) => phone.edit(lines, '2: 100 % plan publicado'));
    expect(stored('2')).toEqual({ progress: 10, observation: 'borrador' });
    expect(said(ana, 'no cambia lo guardado')).toBe(true);
  });

  sentence(
    'A percentage lower than before is asked about also when the words are too long',
    async (story) => {
      const { ana } = story;
      await story.at('2022-06-16', 9);
      await ana.say('/reportar');
      await ana.tap('Omitir por ahora');
      await ana.say(`60% ${'palabra '.repeat(150).trim()}`);
      expect(ana.last).toContain('En marzo reportó 100 % y ahora 60 %');
      await ana.say('/cancelar');
      await ana.say('/reportar');
      await ana.say('texto corto ya escrito');
      expect(story.stored('2', 2)).toBeNull();
    },
    { withMonitoring: true },
  );
});

describe('The bot says only what is true', () => {
  sentence('An answer sent before the lock and fetched after it is confirmed', async (story) => {
    const { ana, clock } = story;
    await story.at('2022-04-07', 23, 50);
    await ana.say('/reportar');
    await story.stopBot();
    await ana.say('50% enviado a tiempo');
    clock.advance(20 * 60_000);
    await story.startBot();
    expect(story.stored('1')).toEqual({ progress: 50, observation: 'enviado a tiempo' });
    expect(said(ana, 'n.º 1: 50 %')).toBe(true);
  });

  sentence('A round of a past cut does not stand in the way of the next cut', async (story) => {
    const { ana } = story;
    await ana.say('/reportar');
    await ana.say('10% primera');
    await story.at('2022-06-17', 9);
    await ana.say('/misactividades');
    await ana.tap('n.º 1');
    await ana.tap('Reportar');
    await ana.say('40% visitas hechas');
    expect(story.stored('1', 2)).toEqual({ progress: 40, observation: 'visitas hechas' });
    expect(said(ana, '✅ n.º 1: 40 %')).toBe(true);
    expect(said(ana, /\b0 de \d/)).toBe(false);
  });

  sentence('After the lock the closing still says what was reported', async (story) => {
    const { ana } = story;
    await ana.say('/reportar');
    for (const text of ['10% uso', '20% plan', '30% informe']) await ana.say(text);
    await story.at('2022-04-08', 9);
    await ana.say('40% ejercicio tarde');
    expect(story.stored('5')).toBeNull();
    expect(said(ana, '0 de 6')).toBe(false);
    expect(said(ana, 'n.º 3: 30 %')).toBe(true);
  });

  sentence('A person who leaves another’s report as it is hears no 0 de 1', async ({ berta, carlos }) => {
    await carlos.say('/reportar');
    await berta.say('/reportar');
    await berta.say('30% afiches impresos');
    await carlos.say('80% todo listo');
    await carlos.tap('Dejar así');
    expect(said(carlos, '0 de 1')).toBe(false);
  });

  sentence('A report that another corrected meanwhile is shown again before it is changed', async (story) => {
    const { berta, carlos, stored } = story;
    await carlos.say('/reportar');
    await berta.say('/reportar');
    await berta.say('30% afiches impresos');
    await carlos.say('80% todo listo');
    await berta.say('/misactividades');
    await berta.tap('n.º 4');
    await berta.tap('Corregir');
    await berta.say('90% afiches y perifoneo');
    await carlos.tap(
      'Cambiar',
      carlos.phone.chat.findLast((message) =>
        message.buttons.flat().some((button) => button.text === 'Cambiar'),
      ),
    );
    expect(stored('4')).toEqual({ progress: 90, observation: 'afiches y perifoneo' });
    expect(said(carlos, /ya reportó la n\.º 4: 90 %/)).toBe(true);
  });

  sentence('A person with nothing pending is told that a text was not kept', async ({ berta, stored }) => {
    await berta.say('/start');
    await berta.say('/reportar');
    await berta.say('100% todo hecho');
    await berta.say('también se hizo la feria');
    expect(berta.last).toContain('no guardé ese mensaje');
    expect(stored('4')).toEqual({ progress: 100, observation: 'todo hecho' });
  });

  sentence('A person with nothing pending corrects in words', async ({ berta, stored }) => {
    await berta.say('/reportar');
    await berta.say('100% todo hecho');
    await berta.say('me equivoqué, es 80 %');
    expect(berta.last).toContain('¿Cambio la n.º 4 de 100 % a 80 %?');
    expect(stored('4')).toEqual({ progress: 100, observation: 'todo hecho' });
    await berta.tap('Sí, 80 %');
    expect(stored('4')).toEqual({ progress: 80, observation: 'todo hecho' });
  });

  sentence('The interrupted question comes back whole', async ({ ana }) => {
    await ana.say('/reportar');
    await ana.say('50% primera');
    await ana.tap('Corregir la n.º 1');
    await ana.tap('No corregir');
    expect(ana.last).toContain('Formular de forma colaborativa');
    expect(ana.last).toContain('al 31 de marzo');
  });

  sentence('Several lines without a round have their closing and its question', async ({ ana }) => {
    await ana.say(
      '1: 0% taller a\n2: 100% taller b\n3: 100% taller c\n5: 0% taller d\n6: 100% taller e\n7: 100% taller f',
    );
    await ana.tap(/^Guardar est/);
    expect(said(ana, '6 de 6 reportadas')).toBe(true);
    expect(said(ana, '¿Qué las está frenando?')).toBe(true);
  });
});

describe('Links, clocks and old taps', () => {
  sentence(
    'A percentage with only a link is an answer, and the link is kept with its report',
    async ({ ana, stored, drafts }) => {
      await ana.say('/reportar');
      await ana.say('80 % https://drive.google.com/x');
      expect(stored('1')?.progress === 80 || drafts(ana).some((half) => half.progress === 80)).toBe(true);
    },
  );

  sentence('An observation that begins with a time is no list', async ({ ana, stored }) => {
    await ana.say('/reportar');
    await ana.tap('50');
    await ana.say('2:30, reunión con líderes del barrio');
    expect(stored('1')).toEqual({ progress: 50, observation: '2:30, reunión con líderes del barrio' });
  });

  sentence('A yes weeks after the lock changes nothing', async (story) => {
    const { ana, stored } = story;
    await story.at('2022-03-31', 9);
    await ana.say('1- 100% todo hecho');
    const offered = ana.lastMessage;
    await story.at('2022-04-20', 9);
    await ana.tap(/^Guardar est/, offered);
    expect(stored('1')).toBeNull();
    expect(said(ana, 'ya no recibe reportes')).toBe(true);
  });

  sentence('Emoji count as what people see: a text that fits is not too long', async ({ ana }) => {
    await ana.say('/reportar');
    await ana.say(`se hizo el taller ${'😀'.repeat(600)} con la comunidad`);
    await ana.say('/cancelar');
    await ana.say('/reportar');
    expect(ana.last).not.toContain('sobran');
  });
});
