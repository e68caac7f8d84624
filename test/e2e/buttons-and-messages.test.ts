import { describe, expect } from 'vitest';
import { type Story, sentence } from '../world/story.ts';
import { assign } from './assignment-steps.ts';

describe('An activity with several positions', () => {
  sentence(
    'Any of them may report; the others are told who did and what, within the hours',
    async (story) => {
      const { berta, carlos, stored } = story;
      await berta.say('/reportar');
      await berta.say('30% afiches impresos');
      expect(stored('4')).toEqual({ progress: 30, observation: 'afiches impresos' });
      await story.tick();
      expect(carlos.last).toContain('Berta Ruiz reportó la n.º 4');
      expect(carlos.last).toContain('30 %');
      expect(carlos.last).toContain('afiches impresos');
    },
  );

  sentence('Not outside the hours: the next working day at 08:00', async (story) => {
    const { berta, carlos } = story;
    await story.at('2022-03-18', 20);
    await berta.say('/reportar');
    await berta.say('30% afiches impresos');
    await story.tick();
    expect(carlos.last).not.toContain('Berta');
    await story.at('2022-03-19', 10);
    expect(carlos.last).not.toContain('Berta');
    await story.at('2022-03-22', 8);
    expect(carlos.phone.chat.some((message) => message.text.includes('Berta Ruiz reportó'))).toBe(true);
  });

  sentence(
    'If someone else reported it after the question was shown, the bot shows that and asks ¿Lo deja así o lo cambia? before anything is stored',
    async ({ berta, carlos, stored, revisions }) => {
      await carlos.say('/reportar');
      await berta.say('/reportar');
      await berta.say('30% afiches impresos');
      await carlos.tap(
        '75',
        carlos.phone.chat.findLast((message) => message.buttons.length > 0),
      );
      expect(carlos.last).toContain('Berta Ruiz ya reportó la n.º 4: 30 %');
      expect(carlos.buttons).toEqual(['Dejar así', 'Cambiar']);
      expect(stored('4')).toEqual({ progress: 30, observation: 'afiches impresos' });
      await carlos.tap('Cambiar');
      await carlos.say('tres jornadas hechas');
      expect(stored('4')).toEqual({ progress: 75, observation: 'tres jornadas hechas' });
      expect(revisions('4')).toBe(2);
    },
  );

  sentence('Left as it is, nothing changes', async ({ berta, carlos, stored, revisions }) => {
    await carlos.say('/reportar');
    await berta.say('/reportar');
    await berta.say('30% afiches impresos');
    await carlos.say('80% todo listo');
    await carlos.tap('Dejar así');
    expect(stored('4')).toEqual({ progress: 30, observation: 'afiches impresos' });
    expect(revisions('4')).toBe(1);
    expect(carlos.phone.chat.some((message) => message.text.includes('queda como estaba'))).toBe(true);
  });
});

describe('Whoever reported is named', () => {
  sentence('also when their position has passed to somebody else', async (story) => {
    const { berta, carlos } = story;
    await carlos.say('/reportar');
    await berta.say('/reportar');
    await berta.say('30% afiches impresos');
    await assign(story, { position: 2, person: 1 });
    await carlos.say('80% tres jornadas hechas');
    expect(carlos.last).toContain('Berta Ruiz ya reportó la n.º 4: 30 %');
  });
});

describe('Several answers at once, one of which a colleague reported meanwhile', () => {
  sentence(
    'The others are saved, and of that one both are shown: kept or changed with what was written',
    async ({ berta, carlos, stored, revisions }) => {
      await carlos.say('4- 80 % tres jornadas hechas');
      await berta.say('/reportar');
      await berta.say('30% afiches impresos');
      await carlos.tap(/^Guardar est/);
      expect(stored('4')).toEqual({ progress: 30, observation: 'afiches impresos' });
      expect(carlos.last).toContain('Berta Ruiz ya reportó la n.º 4: 30 %');
      expect(carlos.buttons).toEqual(['Dejar así', 'Cambiar']);
      await carlos.tap('Cambiar');
      expect(stored('4')).toEqual({ progress: 80, observation: 'tres jornadas hechas' });
      expect(revisions('4')).toBe(2);
    },
  );

  sentence('Left as it is, nothing changes', async ({ berta, carlos, stored, revisions }) => {
    await carlos.say('4- 80 % tres jornadas hechas');
    await berta.say('4: 30 % afiches impresos');
    await carlos.tap(/^Guardar est/);
    await carlos.say('dejar así');
    expect(stored('4')).toEqual({ progress: 30, observation: 'afiches impresos' });
    expect(revisions('4')).toBe(1);
  });
});

describe('A button carries the id of the one question it was asked with', () => {
  sentence(
    'The first answer closes the question, and a button of a closed question stores nothing: it says what is stored and offers Corregir',
    async (story) => {
      const { ana, stored, revisions } = story;
      await ana.say('/reportar');
      const question = ana.lastMessage;
      await ana.say('50% primera versión');
      await story.minutes(1);
      await ana.tap('100', question);
      expect(stored('1')).toEqual({ progress: 50, observation: 'primera versión' });
      expect(revisions('1')).toBe(1);
      expect(ana.last).toContain('La n.º 1 tiene guardado 50 % · primera versión');
      expect(ana.buttons).toEqual(['Corregir la n.º 1']);
      await ana.tap('Corregir la n.º 1');
      await ana.say('60% segunda versión');
      expect(stored('1')).toEqual({ progress: 60, observation: 'segunda versión' });
      expect(ana.last).toContain('n.º 2');
    },
  );

  sentence('Of one that was skipped, it says that nothing is stored and offers Reportar', async (story) => {
    const { ana, stored } = story;
    await ana.say('/reportar');
    const question = ana.lastMessage;
    await ana.say('omitir');
    await story.minutes(1);
    await ana.tap('100', question);
    expect(stored('1')).toBeNull();
    expect(ana.last).toContain('La n.º 1 no tiene reporte todavía');
    expect(ana.buttons).toEqual(['Reportar la n.º 1']);
    await ana.tap('Reportar la n.º 1');
    await ana.say('60% al fin se hizo');
    expect(stored('1')).toEqual({ progress: 60, observation: 'al fin se hizo' });
  });

  sentence('Of a past cut, the current list', async (story) => {
    const { ana } = story;
    await ana.say('/reportar');
    const question = ana.lastMessage;
    await story.at('2022-06-17', 9);
    await ana.tap('100', question);
    expect(ana.last).toContain('Ese botón era del corte de marzo, que ya cerró');
    expect(ana.last).toContain('Segundo monitoreo');
    expect(story.stored('1', 1)).toBeNull();
  });

  sentence('Forged data does nothing', async ({ ana, berta, stored, drafts }) => {
    await ana.say('/reportar');
    const question = ana.lastMessage;
    const data = question.buttons[0]?.[4]?.data ?? '';
    await berta.atOnce((phone) => {
      phone.forgeTap(data, phone.last()?.messageId ?? 1);
    });
    for (const forged of [
      '',
      'x',
      'q:1',
      'q:999999:p1000',
      'q:1:p555',
      'c:1:1',
      'c:99:99',
      'r:1:yes',
      'm:list:99',
      data.replace('p1000', 'p1001'),
      'é'.repeat(32),
    ]) {
      await berta.atOnce((phone) => {
        phone.forgeTap(forged, phone.last()?.messageId ?? 1);
      });
    }
    expect(stored('1')).toBeNull();
    expect(stored('4')).toBeNull();
    expect(drafts(ana)).toEqual([]);
    expect(drafts(berta)).toEqual([]);
  });

  sentence('Its validity never hangs on the message it sits on', async ({ ana, drafts }) => {
    await ana.say('/reportar');
    const data = ana.lastMessage.buttons[0]?.[2]?.data ?? '';
    await ana.atOnce((phone) => {
      phone.forgeTap(data, 1);
    });
    expect(drafts(ana)).toEqual([{ progress: 50, observation: null }]);
  });

  sentence('Two taps in a second, the first', async ({ ana, drafts }) => {
    await ana.say('/reportar');
    const question = ana.lastMessage;
    await ana.atOnce((phone) => {
      phone.tap(question, '25');
      phone.tap(question, '100');
    });
    expect(drafts(ana)).toEqual([{ progress: 25, observation: null }]);
    expect(ana.last).toContain('25 %. Describa');
  });
});

/** The first activity is reported and being corrected when its responsible taps 75 % under the second. @returns the correction's question */
async function correctionLeftForSecond({ ana }: Story) {
  await ana.say('/reportar');
  await ana.say('50% primera');
  const second = ana.lastMessage;
  await ana.tap('Corregir la n.º 1');
  const correcting = ana.lastMessage;
  await ana.tap('75', second);
  return correcting;
}

describe('A person has at most one open question', () => {
  sentence('Asking another suspends it, and it is asked again afterwards', async ({ ana, stored }) => {
    await ana.say('/reportar');
    await ana.say('50% primera');
    expect(ana.last).toContain('n.º 2');
    await ana.tap('Corregir la n.º 1');
    await ana.say('55% primera corregida');
    expect(stored('1')).toEqual({ progress: 55, observation: 'primera corregida' });
    expect(ana.last).toContain('✅ n.º 1: 55 %');
    expect(ana.last).toContain('n.º 2');
    await ana.say('60% segunda');
    expect(stored('2')).toEqual({ progress: 60, observation: 'segunda' });
  });

  sentence(
    'What replies to the question of another activity is asked about first, and never filed to this one unasked',
    async ({ ana, stored, drafts }) => {
      await ana.say('/reportar');
      const first = ana.lastMessage;
      await ana.say('omitir');
      const second = ana.lastMessage;
      await ana.say('50% censo de la primera', { replyTo: first.messageId });
      expect(ana.last).toContain('Respondió al mensaje de la n.º 1: «50% censo de la primera»');
      expect(ana.last).toContain('¿Es para la n.º 2?');
      await ana.tap('No');
      expect(ana.last).toContain('La n.º 1 puede reportarla o corregirla en /misactividades');
      expect([stored('1'), stored('2'), drafts(ana)]).toEqual([null, null, []]);
      await ana.say('60% plan de la segunda', { replyTo: second.messageId });
      expect(stored('2')).toEqual({ progress: 60, observation: 'plan de la segunda' });
      await ana.say('70% es de la tercera', { replyTo: second.messageId });
      await ana.tap('Sí, es para esta');
      expect(stored('3')).toEqual({ progress: 70, observation: 'es de la tercera' });
    },
  );

  sentence('A correction that leaves both as they are is none', async ({ ana, stored, revisions }) => {
    await ana.say('/reportar');
    await ana.say('50% primera');
    await ana.tap('Corregir la n.º 1');
    await ana.tap('Dejar 50 %');
    await ana.tap('Dejar el texto');
    expect(ana.last).toContain('La n.º 1 queda como estaba: 50 %');
    expect(ana.last).toContain('n.º 2');
    expect(stored('1')).toEqual({ progress: 50, observation: 'primera' });
    expect(revisions('1')).toBe(1);
    await ana.say('60% segunda');
    expect(ana.last).toContain('✅ n.º 2: 60 % · «segunda» (2 de 6)');
  });

  sentence(
    'A tap that no longer applies shows its question again: what is typed next is for the one that is shown',
    async (story) => {
      const { ana, stored } = story;
      const correcting = await correctionLeftForSecond(story);
      await story.types('report', 'void', '--cut', 'marzo', '--activity', '1', '--reason', 'no corresponde');
      await ana.tap('Dejar 50 %', correcting);
      expect(ana.last).toContain('lleva la n.º 1');
      await ana.say('40% lo que se mostró de último');
      expect(stored('1')).toEqual({ progress: 40, observation: 'lo que se mostró de último' });
      expect(stored('2')).toBeNull();
    },
  );

  sentence(
    'A tap on a suspended question of an activity without a newer answer makes it the open one and answers it',
    async (story) => {
      const { ana, stored } = story;
      await correctionLeftForSecond(story);
      expect(ana.last).toContain('75 %. Describa');
      await ana.say('segunda descrita');
      expect(stored('2')).toEqual({ progress: 75, observation: 'segunda descrita' });
      expect(stored('1')).toEqual({ progress: 50, observation: 'primera' });
    },
  );

  sentence('Every open question names its activity in its last lines', async ({ ana }) => {
    await ana.say('/reportar');
    const lastLine = () => ana.last.trimEnd().split('\n').at(-1) ?? '';
    expect(lastLine()).toContain('n.º 1');
    await ana.say('nada');
    expect(lastLine()).toContain('n.º 1');
    await ana.say('50 % de los asistentes firmaron');
    expect(lastLine()).toContain('n.º 1');
    await ana.say('no');
    expect(lastLine()).toContain('n.º 1');
    await ana.say('40');
    await ana.tap('25');
    expect(lastLine()).toContain('n.º 2');
    await ana.say('30');
    expect(lastLine()).toContain('n.º 2');
    await ana.say('x'.repeat(1100));
    expect(lastLine()).toContain('n.º 2');
  });
});

describe('Edited, forwarded and duplicated messages', () => {
  sentence(
    'An edited message never changes what is stored: the bot says what is stored and offers Corregir',
    async ({ ana, stored, revisions }) => {
      await ana.say('/reportar');
      const answer = await ana.say('50% primera versión');
      await ana.atOnce((phone) => phone.edit(answer, '90% segunda versión'));
      expect(stored('1')).toEqual({ progress: 50, observation: 'primera versión' });
      expect(revisions('1')).toBe(1);
      expect(ana.last).toContain('no cambia lo guardado');
      expect(ana.buttons).toEqual(['Corregir la n.º 1']);
    },
  );

  sentence('An edit that changes no word is not answered', async ({ ana }) => {
    await ana.say('/reportar');
    const answer = await ana.say('50% primera versión');
    const before = ana.phone.chat.length;
    await ana.atOnce((phone) => phone.edit(answer, '50% primera versión '));
    expect(ana.phone.chat).toHaveLength(before);
  });

  sentence('A forwarded message is never an answer', async ({ ana, drafts, stored }) => {
    await ana.say('/reportar');
    await ana.say('100% hecho por otra persona', { forwardedFrom: { name: 'Alguien' } });
    expect(stored('1')).toBeNull();
    expect(drafts(ana)).toEqual([]);
    expect(ana.last).toContain('reenviados');
  });

  sentence('A message that arrives twice counts once', async ({ ana, simulator, stored, revisions }) => {
    await ana.say('/reportar');
    simulator.faults.duplicateUpdates();
    await ana.say('50% una sola vez');
    simulator.faults.clear();
    expect(stored('1')).toEqual({ progress: 50, observation: 'una sola vez' });
    expect(revisions('1')).toBe(1);
    expect(stored('2')).toBeNull();
    expect(ana.phone.chat.filter((message) => message.text.includes('✅'))).toHaveLength(1);
  });

  sentence('A link to another bot, within an answer, is a part of the answer', async ({ ana, stored }) => {
    await ana.say('/reportar');
    await ana.say('80% se abrió el canal https://t.me/otra_entidad_bot?start=participa para la comunidad');
    expect(stored('1')?.observation).toContain('https://t.me/otra_entidad_bot?start=participa');
    await ana.say('tg://resolve?domain=otra_entidad_bot&start=participa');
    expect(ana.last).not.toContain('invitación');
    await ana.say(`Me llegó https://t.me/Cascajal_Bot?start=${'y'.repeat(22)}`);
    expect(ana.last).toContain('invitación');
  });

  sentence('A voice note or a sticker: a short word on what is expected', async ({ ana, stored }) => {
    await ana.say('/reportar');
    await ana.atOnce((phone) => phone.sendFile({ kind: 'voice', bytes: Buffer.from('OggS') }));
    expect(ana.last).toContain('aquí sirven textos, fotos y documentos. Escriba su respuesta');
    await ana.atOnce((phone) => phone.sendOther({ location: { latitude: 1, longitude: 2 } } as object));
    expect(ana.last).toContain('aquí sirven textos, fotos y documentos. Escriba su respuesta');
    await ana.say('50% sigue abierta');
    expect(stored('1')).toEqual({ progress: 50, observation: 'sigue abierta' });
  });
});

describe('Silence and outages', () => {
  sentence(
    'After 12 hours of silence a typed answer is kept but not filed: the question is shown again with what was sent',
    async (story) => {
      const { ana, stored } = story;
      await ana.say('/reportar');
      await story.at('2022-03-17', 9);
      await ana.say('50% taller realizado');
      expect(stored('1')).toBeNull();
      expect(ana.last).toContain('«50% taller realizado»');
      expect(ana.last).toContain('¿Es para la n.º 1?');
      expect(ana.buttons).toEqual(['Sí, es para esta', 'No']);
      await ana.tap('Sí, es para esta');
      expect(stored('1')).toEqual({ progress: 50, observation: 'taller realizado' });
    },
  );

  sentence('And No asks the question again', async (story) => {
    const { ana, stored } = story;
    await ana.say('/reportar');
    await story.at('2022-03-17', 9);
    await ana.say('gracias por escribir a todos');
    await ana.tap('No');
    expect(stored('1')).toBeNull();
    expect(ana.last).toContain('¿Qué porcentaje de avance lleva la n.º 1');
    await ana.say('25% encuesta lista');
    expect(stored('1')).toEqual({ progress: 25, observation: 'encuesta lista' });
  });

  sentence('A tap names its own question and counts as always', async (story) => {
    const { ana, drafts } = story;
    await ana.say('/reportar');
    await story.at('2022-03-17', 9);
    await ana.tap(
      '50',
      ana.phone.chat.findLast((message) => message.buttons.flat().some((button) => button.text === '50')),
    );
    expect(drafts(ana)).toEqual([{ progress: 50, observation: null }]);
  });

  sentence(
    'After more than two minutes without it, once the backlog is handled, whoever was active in the 30 minutes before and still owes an answer is asked again, once',
    async (story) => {
      const { ana, berta, clock } = story;
      await berta.say('/start');
      await ana.say('/reportar');
      await ana.tap('50');
      await story.stopBot();
      clock.advance(5 * 60_000);
      await story.startBot();
      await story.tick();
      expect(ana.last).toContain('Estuvimos fuera de servicio');
      expect(ana.last).toContain('Describa en una o dos frases lo realizado en la n.º 1');
      const asked = () =>
        ana.phone.chat.filter((message) => message.text.includes('fuera de servicio')).length;
      expect(asked()).toBe(1);
      expect(berta.phone.chat.some((message) => message.text.includes('fuera de servicio'))).toBe(false);
      await story.minutes(5);
      await story.restart();
      await story.tick();
      expect(asked()).toBe(1);
    },
  );

  sentence('A text written while the bot was down is taken when it is back', async (story) => {
    const { ana, clock, stored } = story;
    await ana.say('/reportar');
    await ana.tap('50');
    await story.stopBot();
    await ana.say('escrito mientras tanto');
    clock.advance(10 * 60_000);
    await story.startBot();
    expect(stored('1')).toEqual({ progress: 50, observation: 'escrito mientras tanto' });
    expect(ana.last).toContain('n.º 2');
  });
});

describe('Commands', () => {
  sentence(
    '/misactividades lists them with their state and earlier cuts; each can be corrected until the cut locks',
    async (story) => {
      const { ana, stored } = story;
      await ana.say('/reportar');
      await ana.say('50% encuesta lista');
      await ana.tap('25');
      await ana.say('/misactividades');
      expect(ana.last).toContain('n.º 1 Realizar una caracterización');
      expect(ana.last).toMatch(/n\.º 1 .*: reportada, 50 %/);
      expect(ana.last).toMatch(/n\.º 2 .*: a medias, 25 %/);
      expect(ana.last).toMatch(/n\.º 3 .*: pendiente/);
      await ana.tap('n.º 1');
      expect(ana.last).toContain('La n.º 1 tiene guardado 50 % · encuesta lista');
      await story.at('2022-04-07', 23, 59);
      await ana.tap(
        'Corregir',
        ana.phone.chat.findLast((message) =>
          message.buttons.flat().some((button) => button.text === 'Corregir'),
        ),
      );
      await ana.say('55% corregido a tiempo');
      expect(stored('1')).toEqual({ progress: 55, observation: 'corregido a tiempo' });
      await story.at('2022-04-08', 0);
      await ana.say('/misactividades');
      expect(ana.last).toContain('Primer monitoreo, cerró el 31 de marzo');
      expect(ana.last).toMatch(/n\.º 1 .*: reportada, 55 %/);
      expect(ana.last).toMatch(/n\.º 2 .*: sin reporte/);
      expect(ana.buttons).toEqual(['n.º 1', 'n.º 2', 'n.º 3', 'n.º 5', 'n.º 6', 'n.º 7', 'Mi informe']);
      await ana.tap('n.º 1');
      expect(ana.last).toContain('Quedó con 55 % · corregido a tiempo');
      expect(ana.buttons).toEqual(['Pedir un cambio del plan', 'Ver todas']);
      await ana.tap('Ver todas');
      await ana.tap('n.º 2');
      expect(ana.last).toContain('Quedó sin reporte.');
    },
  );

  sentence('/cancelar leaves at any point', async ({ ana, stored, drafts }) => {
    await ana.say('/reportar');
    await ana.tap('50');
    await ana.say('/cancelar');
    expect(ana.last).toContain('lo dejamos aquí');
    expect(drafts(ana)).toEqual([{ progress: 50, observation: null }]);
    await ana.say('esto no es una respuesta');
    expect(stored('1')).toBeNull();
    expect(ana.last).toContain('No hay una pregunta abierta');
  });

  sentence('/ayuda says what this person can do', async ({ ana, mayor }) => {
    await ana.say('/ayuda');
    expect(ana.last).toContain('/reportar');
    expect(ana.last).not.toContain('/resumen');
    await mayor.say('/ayuda');
    expect(mayor.last).toContain('/resumen');
    expect(mayor.last).not.toContain('/reportar');
  });

  sentence('What a person may not do is refused courteously', async ({ ana, mayor }) => {
    await ana.say('/resumen');
    expect(ana.last).toContain('no está disponible para usted');
    await mayor.say('/reportar');
    expect(mayor.last).toContain('no está disponible para usted');
    await ana.say('/loquesea');
    expect(ana.last).toContain('/ayuda');
  });

  sentence('An answer after the lock stores nothing', async (story) => {
    const { ana, stored } = story;
    await ana.say('/reportar');
    await ana.tap('50');
    await story.at('2022-04-08', 9);
    await ana.say('demasiado tarde para esto');
    expect(stored('1')).toBeNull();
  });

  sentence(
    'The moment of an answer is message.date: sent before the lock and fetched after it counts',
    async (story) => {
      const { ana, clock, stored } = story;
      await story.at('2022-04-07', 23, 50);
      await ana.say('/reportar');
      await ana.tap('50');
      await story.stopBot();
      await ana.say('enviado antes del cierre');
      clock.advance(30 * 60_000);
      await story.startBot();
      expect(stored('1')).toEqual({ progress: 50, observation: 'enviado antes del cierre' });
    },
  );
});
