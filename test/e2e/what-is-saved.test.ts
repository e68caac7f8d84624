import { describe, expect } from 'vitest';
import { type Actor, type Story, sentence, textsOf } from '../world/story.ts';

const cutDay = ['2022-03-16', 9] as const;
const sixLines = [
  '1: 10 % caracterización en borrador',
  '2: 100 % plan publicado',
  '3: 100 % informe publicado',
  '5: 20 % ejercicio convocado',
  '6: 30 % mesa instalada',
  '7: 40 % cartelera montada',
].join('\n');

/** What the bot said after so many of its messages. */
const since = (who: Actor, before: number): readonly string[] => textsOf(who).slice(before);

describe('What is saved is shown', () => {
  sentence('Figure and words, with Corregir, above the next question', async ({ ana }) => {
    await ana.say('/reportar');
    await ana.tap('75');
    await ana.say('se hicieron tres talleres');
    expect(ana.last.split('\n')[0]).toBe('✅ n.º 1: 75 % · «se hicieron tres talleres» (1 de 6)');
    expect(ana.buttons.at(-1)).toBe('Corregir la n.º 1');
    await ana.tap('50');
    expect(ana.last.split('\n')[0]).toBe('✅ n.º 1: 75 % · «se hicieron tres talleres» (1 de 6)');
    expect(ana.buttons.at(-1)).toBe('Corregir la n.º 1');
  });

  sentence('It is said once', async ({ ana }) => {
    await ana.say('/reportar');
    await ana.say('75% se hicieron tres talleres');
    await ana.say('se publicó el plan en la cartelera');
    expect(ana.last).toContain('Guardé su texto como observación');
    await ana.say('30');
    await ana.say('70 % informe en borrador');
    expect(textsOf(ana).filter((text) => text.includes('✅ n.º 1'))).toHaveLength(1);
    expect(textsOf(ana).filter((text) => text.includes('✅ n.º 2'))).toHaveLength(1);
  });

  sentence('Long words end at a word on the phone, and are kept whole', async ({ ana, stored }) => {
    const words = Array.from({ length: 60 }, (_, place) => `palabra${place}`).join(' ');
    await ana.say('/reportar');
    await ana.say(`80% ${words}`);
    const shown = /^✅ n\.º 1: 80 % · «(.+)…» \(1 de 6\)$/m.exec(ana.last)?.[1] ?? '';
    expect(shown.length).toBeGreaterThan(150);
    expect(words.startsWith(`${shown} `)).toBe(true);
    expect(stored('1')?.observation).toBe(words);
  });

  sentence('After a correction too', async ({ ana, stored }) => {
    await ana.say('/reportar');
    await ana.say('70% tres talleres');
    await ana.tap('Corregir la n.º 1');
    await ana.say('60% dos talleres con la comunidad');
    expect(ana.last).toContain('✅ n.º 1: 60 % · «dos talleres con la comunidad» (corregida)');
    expect(ana.buttons.at(-1)).toBe('Corregir la n.º 1');
    await ana.say('perdón, era 65 %');
    await ana.tap('Sí, 65 %');
    expect(ana.last).toContain('✅ n.º 1: 65 % · «dos talleres con la comunidad» (corregida)');
    expect(stored('1')?.progress).toBe(65);
  });

  sentence('With the end of the round, in one message and once', async ({ berta }) => {
    await berta.say('/reportar');
    const before = textsOf(berta).length;
    await berta.say('50% dos campañas en colegios');
    expect(since(berta, before)).toHaveLength(1);
    expect(berta.last).toContain('✅ n.º 4: 50 % · «dos campañas en colegios» (1 de 1)\n\nListo, Berta');
    expect(berta.last.match(/50 %/g)).toHaveLength(1);
    expect(berta.buttons).toContain('Corregir la n.º 4');
    await berta.tap('Corregir la n.º 4');
    await berta.say('90% cinco campañas en colegios');
    expect(berta.last).toContain('✅ n.º 4: 90 % · «cinco campañas en colegios» (corregida)');
  });

  sentence(
    'To a coordinator who reports for a position without anybody',
    async ({ coordinator }) => {
      await coordinator.say('/reportar');
      await coordinator.tap(/Lider de rendicion/);
      await coordinator.say('75% tres campañas de cuatro');
      expect(coordinator.last).toContain('✅ n.º 4: 75 % · «tres campañas de cuatro» (1 de 1)');
      expect(coordinator.buttons).toContain('Corregir la n.º 4');
    },
    { start: cutDay, notEnrolled: ['berta', 'carlos'] },
  );

  sentence('When it was said afterwards which activity words are for', async ({ ana, stored }) => {
    await ana.say('/reportar');
    await ana.atOnce((phone) => {
      phone.say('80% se hizo el taller');
      phone.say('con 30 personas y acta');
    });
    await ana.tap('n.º 1');
    expect(stored('1')?.observation).toBe('se hizo el taller\ncon 30 personas y acta');
    expect(ana.last).toContain('Agregué a la n.º 1: «con 30 personas y acta»');
    expect(ana.buttons.at(-1)).toBe('Corregir la n.º 1');
    expect(ana.last).not.toContain('✅');
  });
});

describe('A correction is two acts', () => {
  const begin = async ({ ana }: Story): Promise<void> => {
    await ana.say('/reportar');
    await ana.say('70% tres talleres con la junta');
    await ana.tap('Corregir la n.º 1');
    expect(ana.last).toContain('Ahora: 70 % · tres talleres con la junta');
    expect(ana.last).toContain('¿Qué corrige de la n.º 1: el porcentaje, lo realizado o ambas cosas?');
  };

  sentence('Corregir and a figure, typed or tapped: the words stay', async (story) => {
    const { ana, stored } = story;
    await begin(story);
    await ana.say('60');
    expect(stored('1')).toEqual({ progress: 60, observation: 'tres talleres con la junta' });
    expect(ana.last).toContain('✅ n.º 1: 60 % · «tres talleres con la junta» (corregida)');
    await ana.tap('Corregir la n.º 1');
    await ana.tap('25');
    expect(stored('1')).toEqual({ progress: 25, observation: 'tres talleres con la junta' });
    expect(ana.last).toContain('¿Qué porcentaje de avance lleva la n.º 2');
  });

  sentence('Corregir and words, also few: the figure stays', async (story) => {
    const { ana, stored } = story;
    await begin(story);
    await ana.say('Dos talleres');
    expect(stored('1')).toEqual({ progress: 70, observation: 'Dos talleres' });
    await ana.tap('Corregir la n.º 1');
    await ana.say('Se hicieron cuatro talleres en la isla');
    expect(stored('1')).toEqual({ progress: 70, observation: 'Se hicieron cuatro talleres en la isla' });
  });

  sentence('Corregir and what is no answer changes nothing', async (story) => {
    const { ana, stored } = story;
    await begin(story);
    for (const text of ['gracias', 'ok', '?', '150']) await ana.say(text);
    expect(stored('1')).toEqual({ progress: 70, observation: 'tres talleres con la junta' });
    await ana.say('falta el 20 %');
    expect(ana.last).toContain('¿Cambio la n.º 1 de 70 % a 80 %?');
    expect(stored('1')?.progress).toBe(70);
    await ana.tap('No corregir');
    expect(stored('1')?.progress).toBe(70);
  });

  sentence('Words after the figure may be for either: it is asked', async (story) => {
    const { ana, stored, drafts } = story;
    await begin(story);
    await ana.say('60');
    await story.minutes(1);
    await ana.say('se hicieron dos talleres con la comunidad');
    expect(ana.last).toContain('¿Es para la n.º 1 o la n.º 2?');
    expect(drafts(ana)).toEqual([]);
    await ana.tap('n.º 1');
    expect(stored('1')).toMatchObject({ progress: 60 });
    expect(stored('1')?.observation).toContain('dos talleres con la comunidad');
    expect(stored('2')).toBeNull();
  });

  sentence('In words: the message and a yes', async (story) => {
    const { ana, stored } = story;
    await ana.say('/reportar');
    await ana.say('70% tres talleres con la junta');
    for (const [text, figure] of [
      ['perdón, era 60 %', 60],
      ['me equivoqué, en la anterior es 65', 65],
      ['1: 40 % dos talleres', 40],
    ] as const) {
      await ana.say(text);
      await ana.tap(`Sí, ${figure} %`);
      expect(stored('1')?.progress).toBe(figure);
      expect(ana.last).toContain(`✅ n.º 1: ${figure} % · «`);
    }
    await ana.say('la 1 es 50 no 70');
    expect(ana.last).toContain('¿Cambio la n.º 1 de 40 % a 50 %?');
    await ana.tap('No corregir');
    await ana.say('corregir la 1');
    expect(ana.last).toContain('¿Qué corrige de la n.º 1');
  });

  sentence('Corregir in words asks at once when there is one report, else which', async ({ ana, stored }) => {
    await ana.say('/reportar');
    await ana.say('70% tres talleres con la junta');
    await ana.say('me equivoqué');
    expect(ana.last).toContain('¿Qué corrige de la n.º 1');
    await ana.say('60');
    expect(stored('1')?.progress).toBe(60);
    await ana.say('100% plan publicado');
    await ana.say('quiero corregir');
    expect(ana.last).toContain('Toque la que quiere corregir, o escríbalo: «la 2 es 60 %».');
    expect(ana.buttons).toEqual(['Corregir la n.º 2', 'Corregir la n.º 1']);
    await ana.say('la 1 es 65 %');
    await ana.tap('Sí, 65 %');
    expect(stored('1')?.progress).toBe(65);
  });

  sentence('Also when nothing is pending, by a line with the number', async (story) => {
    const { berta, stored } = story;
    await berta.say('/reportar');
    await berta.say('50% dos campañas en colegios');
    await story.minutes(5);
    await berta.say('4: 70 % tres campañas en colegios');
    expect(berta.last).toContain('Escribió: «tres campañas en colegios».\n¿Cambio la n.º 4 de 50 % a 70 %?');
    await berta.tap('Sí, 70 %');
    expect(stored('4')).toEqual({ progress: 70, observation: 'tres campañas en colegios' });
    await story.minutes(1);
    await berta.say('se me olvidó decir que hubo refrigerio');
    expect(berta.last).toContain('no guardé ese mensaje');
    expect(berta.buttons).toEqual(['Corregir la n.º 4']);
  });

  sentence('And several of them, one after another', async ({ ana, stored }) => {
    await ana.say(sixLines);
    await ana.tap('Guardar estas 6');
    await ana.say('1: 15 % caracterización revisada\n2: 90 % plan en ajustes');
    expect(ana.last).toContain('¿Cambio la n.º 1 de 10 % a 15 %?');
    await ana.tap('Sí, 15 %');
    expect(ana.last).toContain('✅ n.º 1: 15 % · «caracterización revisada» (corregida)');
    expect(ana.last).toContain('¿Cambio la n.º 2 de 100 % a 90 %?');
    await ana.tap('Sí, 90 %');
    expect(stored('2')).toEqual({ progress: 90, observation: 'plan en ajustes' });
  });
});

describe('Several lines', () => {
  sentence('Six activities are two acts, and each is shown as it was saved', async ({ ana, stored }) => {
    await ana.say(sixLines);
    expect(ana.buttons).toEqual(['Guardar estas 6', 'No']);
    const before = textsOf(ana).length;
    await ana.tap('Guardar estas 6');
    for (const number of ['1', '2', '3', '5', '6', '7']) expect(stored(number)).not.toBeNull();
    expect(since(ana, before)).toHaveLength(1);
    expect(ana.last).toContain('✅ Guardadas 6.\nn.º 1: 10 % · «caracterización en borrador»\nn.º 2: 100 %');
    expect(ana.last).toContain('Listo, Ana: 6 de 6 reportadas.');
    expect(ana.last.match(/n\.º 2: 100 %/g)).toHaveLength(1);
    expect(ana.buttons).toEqual(expect.arrayContaining(['Corregir la n.º 1', 'Corregir la n.º 7']));
  });

  sentence('After them the rest is asked, and nothing says Listo before it is', async ({ ana, stored }) => {
    await ana.say('1: 10 % caracterización en borrador\n2: 100 % plan publicado\n3: 50 % informe a medias');
    await ana.tap('Guardar estas 3');
    expect(ana.last).toContain('✅ Guardadas 3. Le faltan 3: las n.º 5, 6 y 7.');
    expect(ana.last).toContain('n.º 3: 50 % · «informe a medias»');
    expect(ana.last).toContain('¿Qué porcentaje de avance lleva la n.º 5');
    expect(ana.buttons).toContain('Corregir la n.º 3');
    expect(textsOf(ana).filter((text) => text.includes('Listo'))).toEqual([]);
    await ana.say('5: 20 % ejercicio convocado\n6: 30 % mesa instalada');
    await ana.say('guardar estas 2');
    expect(ana.last).toContain('✅ Guardadas 2. Le falta la n.º 7.');
    await ana.say('40 % cartelera montada');
    expect(stored('7')?.progress).toBe(40);
    expect(ana.last).toContain('Listo, Ana: 6 de 6 reportadas.');
  });

  sentence('Halves are kept and named', async ({ ana, drafts }) => {
    await ana.say('1: 20 %\n2: 30 %\n3: 150 % informe a medias');
    expect(ana.last).toContain('n.º 1: 20 %, falta decir qué se hizo');
    expect(ana.last).toContain('n.º 3: «informe a medias», falta el porcentaje');
    await ana.tap('Guardar estas 3');
    expect(ana.last).toContain('Le faltan 6: las n.º 1, 2, 3, 5, 6 y 7.\nA medias: n.º 1, 2 y 3.');
    expect(drafts(ana)).toHaveLength(3);
  });

  sentence('One clear line is saved at once, and the rest goes on', async ({ ana }) => {
    await ana.say('2: 100 % plan publicado');
    expect(ana.last).toContain('✅ n.º 2: 100 % · «plan publicado» (1 de 6)');
    expect(ana.last).toContain('¿Qué porcentaje de avance lleva la n.º 1');
  });

  sentence('What could not be read is said line by line and kept', async ({ ana, stored, drafts }) => {
    await ana.say('/reportar');
    await ana.say(
      'se entregaron los refrigerios a la junta\n2: 100 % plan publicado\n3: ya se recogieron los datos',
    );
    expect(ana.last).toContain('n.º 3: «ya se recogieron los datos», falta el porcentaje');
    await ana.tap(/^Guardar est/);
    expect(stored('2')).toEqual({ progress: 100, observation: 'plan publicado' });
    expect(drafts(ana)).toContainEqual({ progress: null, observation: 'ya se recogieron los datos' });
  });

  sentence(
    'Whose a line is that names no activity is asked when the others are saved',
    async ({ ana, stored }) => {
      await ana.say(
        'Se entregaron los refrigerios a la junta\n2: 100 % plan publicado\n3: 50 % informe a medias',
      );
      expect(ana.last).toContain('«Se entregaron los refrigerios a la junta»: no supe de cuál actividad es');
      await ana.tap('Guardar estas 2');
      expect(textsOf(ana).at(-2)).toContain('✅ Guardadas 2. Le faltan 4: las n.º 1, 5, 6 y 7.');
      expect(ana.last).toContain('Recibí: «Se entregaron los refrigerios a la junta».');
      expect(ana.buttons).toEqual(['n.º 1', 'n.º 5', 'n.º 6', 'n.º 7', 'De ninguna']);
      await ana.tap('n.º 5');
      expect(ana.last).toContain('Guardé su texto como observación');
      await ana.say('35');
      expect(stored('5')).toEqual({
        progress: 35,
        observation: 'Se entregaron los refrigerios a la junta',
      });
      expect(ana.last).toContain('¿Qué porcentaje de avance lleva la n.º 1');
    },
  );

  sentence(
    'A reported activity among them is asked afterwards with both figures',
    async ({ ana, stored }) => {
      await ana.say('/reportar');
      await ana.say('70 % tres talleres');
      await ana.say('1: 60 % dos talleres\n2: 100 % plan publicado');
      expect(ana.last).toContain('n.º 1: ya está reportada con 70 %; ¿la cambio a 60 %?');
      await ana.tap('Guardar esta');
      expect(stored('1')?.progress).toBe(70);
      expect(ana.last).toContain('✅ n.º 2: 100 % · «plan publicado»');
      expect(ana.last).toContain('Escribió: «dos talleres».\n¿Cambio la n.º 1 de 70 % a 60 %?');
      await ana.tap('Sí, 60 %');
      expect(stored('1')).toEqual({ progress: 60, observation: 'dos talleres' });
      expect(ana.last).toContain('¿Qué porcentaje de avance lleva la n.º 3');
    },
  );
});

describe('Nothing says that all is done while something is pending', () => {
  sentence('A round that ends with skipped activities says how many are reported', async ({ ana }) => {
    await ana.say('/reportar');
    await ana.say('50 % primera visita hecha');
    for (let skipped = 0; skipped < 10; skipped += 1) await ana.tap('Omitir por ahora');
    expect(ana.last).toContain('Ana, lleva 1 de 6 reportadas.');
    expect(ana.last).toContain('Quedan pendientes las n.º 2, 3, 5, 6 y 7.');
    expect(textsOf(ana).filter((text) => text.includes('Listo'))).toEqual([]);
  });
});
