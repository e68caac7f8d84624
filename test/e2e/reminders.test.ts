import { describe, expect } from 'vitest';
import { outbox } from '../../src/db/schema/index.ts';
import { addDays, type LocalDate } from '../../src/domain/dates.ts';
import { formWith } from '../world/form.ts';
import { type Actor, sentence, textsOf } from '../world/story.ts';
import { eachMorning, remindedOn, remindersOf } from './reminders-seen.ts';

const march = { start: ['2022-03-15', 9] } as const;

describe('Reminders, at 08:00', () => {
  sentence(
    'On the opening day, 7, 3 and 1 days before the closing date, on it, and on the first and third grace day',
    async (story) => {
      await eachMorning(story, '2022-03-15', '2022-04-12');
      const days = [
        '2022-03-16',
        '2022-03-24',
        '2022-03-28',
        '2022-03-30',
        '2022-03-31',
        '2022-04-01',
        '2022-04-05',
      ];
      for (const who of [story.ana, story.berta, story.carlos]) expect(remindedOn(who)).toEqual(days);
      expect(remindedOn(story.mayor)).toEqual([]);
      expect(
        remindersOf(story.ana).map((message) => message.text.split('\n').slice(0, 2).join('\n')),
      ).toEqual([
        'Buenos días, Ana. El 31 de marzo cierra el primer monitoreo del Plan de Participación Ciudadana 2022.\nLe faltan 6 actividades, unos 5 minutos.',
        'Buenos días, Ana. El 31 de marzo cierra el primer monitoreo del Plan de Participación Ciudadana 2022.\nLe faltan 6 actividades, unos 5 minutos.',
        'Buenos días, Ana. El 31 de marzo cierra el primer monitoreo del Plan de Participación Ciudadana 2022.\nLe faltan 6 actividades, unos 5 minutos.',
        'Buenos días, Ana. Mañana, 31 de marzo, cierra el primer monitoreo del Plan de Participación Ciudadana 2022.\nLe faltan 6 actividades, unos 5 minutos.',
        'Buenos días, Ana. Hoy, 31 de marzo, cierra el primer monitoreo del Plan de Participación Ciudadana 2022.\nLe faltan 6 actividades, unos 5 minutos.',
        'Buenos días, Ana. El primer monitoreo del Plan de Participación Ciudadana 2022 cerró el 31 de marzo; todavía recibimos sus reportes hasta el 7 de abril.\nLe faltan 6 actividades, unos 5 minutos.',
        'Buenos días, Ana. El primer monitoreo del Plan de Participación Ciudadana 2022 cerró el 31 de marzo; todavía recibimos sus reportes hasta el 7 de abril.\nLe faltan 6 actividades, unos 5 minutos.',
      ]);
    },
    march,
  );

  const table: readonly (readonly [
    what: string,
    year: string,
    start: LocalDate,
    to: LocalDate,
    days: readonly LocalDate[],
  ])[] = [
    [
      '31 March 2024, Easter Sunday',
      '2024',
      '2024-03-15',
      '2024-04-09',
      ['2024-03-18', '2024-03-22', '2024-03-27', '2024-04-01', '2024-04-02', '2024-04-04'],
    ],
    [
      '30 June 2025, a holiday',
      '2025',
      '2025-06-13',
      '2025-07-09',
      ['2025-06-16', '2025-06-24', '2025-06-27', '2025-07-01', '2025-07-02', '2025-07-04'],
    ],
    [
      '31 March 2026',
      '2026',
      '2026-03-13',
      '2026-04-10',
      ['2026-03-16', '2026-03-24', '2026-03-27', '2026-03-30', '2026-03-31', '2026-04-01', '2026-04-07'],
    ],
    [
      '31 December 2022, a Saturday',
      '2022',
      '2022-12-15',
      '2023-01-11',
      ['2022-12-16', '2022-12-26', '2022-12-30', '2023-01-02', '2023-01-03', '2023-01-05'],
    ],
  ];
  for (const [what, year, start, to, days] of table) {
    sentence(
      `The table of examples: ${what}`,
      async (story) => {
        await eachMorning(story, addDays(start, 1), to);
        expect(remindedOn(story.berta)).toEqual(days);
        expect(remindedOn(story.ana)).toEqual(days);
      },
      {
        start: [start, 9],
        importedOn: `${year}-02-01`,
        form: formWith(['2022', year]),
      },
    );
  }

  sentence(
    'Nobody who is done gets one',
    async (story) => {
      const { ana, berta, carlos } = story;
      await story.at('2022-03-16', 8);
      await berta.tap('Reportar ahora');
      await berta.say('30% afiches impresos');
      await story.at('2022-03-24', 8);
      expect(remindedOn(ana)).toEqual(['2022-03-16', '2022-03-24']);
      expect(remindedOn(berta)).toEqual(['2022-03-16']);
      expect(remindedOn(carlos)).toEqual(['2022-03-16']);
    },
    march,
  );

  sentence(
    'Nothing at night, on weekends, on holidays',
    async (story) => {
      const { ana } = story;
      for (const [date, hour, minute] of [
        ['2022-03-16', 0, 1],
        ['2022-03-16', 6, 59],
        ['2022-03-16', 7, 0],
        ['2022-03-16', 7, 59],
      ] as const)
        await story.at(date, hour, minute);
      expect(remindedOn(ana)).toEqual([]);
      await story.at('2022-03-16', 8);
      expect(remindedOn(ana)).toEqual(['2022-03-16']);
      for (const [date, hour] of [
        ['2022-03-16', 19],
        ['2022-03-17', 3],
        ['2022-03-19', 8],
        ['2022-03-20', 8],
        ['2022-03-21', 8],
      ] as const)
        await story.at(date, hour);
      expect(remindedOn(ana)).toEqual(['2022-03-16']);
    },
    march,
  );

  sentence(
    'Merged in one message with everything that person has pending in every plan',
    async (story) => {
      const { ana, berta } = story;
      story.importAnother([
        ['PL-PC-01', 'PL-AC-02'],
        ['PLAN DE PARTICIPACION CIUDADANA', 'PLAN ANTICORRUPCION'],
        ['CORTE MARZO 31', 'CORTE ABRIL 8'],
      ]);
      await eachMorning(story, '2022-03-16', '2022-04-09');
      expect(remindedOn(ana)).toEqual([
        '2022-03-16',
        '2022-03-24',
        '2022-03-28',
        '2022-03-30',
        '2022-03-31',
        '2022-04-01',
        '2022-04-05',
        '2022-04-07',
        '2022-04-08',
      ]);
      const [, second, , , , overdue] = remindersOf(ana).map((message) => message.text);
      expect(second).toBe(
        [
          'Buenos días, Ana. Le faltan 12 actividades, unos 10 minutos.',
          '• Plan de Participación Ciudadana 2022, primer monitoreo: 6 actividades; cierra el 31 de marzo.',
          '• Plan Anticorrupción 2022, primer monitoreo: 6 actividades; cierra el 8 de abril.',
        ].join('\n'),
      );
      expect(overdue).toContain('6 actividades; cerró el 31 de marzo y recibe reportes hasta el 7 de abril.');
      await story.at('2022-04-11', 8);
      await berta.say('/reportar');
      expect(berta.last).toContain('Plan Anticorrupción 2022');
    },
    march,
  );
});

describe('Ver mis actividades', () => {
  sentence(
    'Opens the list beside the reminder, which stays with its buttons; pages turn the list itself',
    async (story) => {
      const { ana } = story;
      await story.at('2022-03-16', 8);
      const reminder = ana.lastMessage;
      const before = ana.phone.chat.length;
      await ana.tap('Ver mis actividades');
      expect(ana.phone.chat).toHaveLength(before + 1);
      expect(ana.last).toContain('n.º 1 Realizar una caracterización');
      await ana.tap('n.º 1');
      await ana.tap('Ver todas');
      expect(ana.phone.chat).toHaveLength(before + 1);
      const now = ana.phone.chat.find((message) => message.messageId === reminder.messageId);
      expect(now?.text).toContain('Le faltan 6 actividades');
      expect(now?.buttons.flat().map((button) => button.text)).toEqual([
        'Reportar ahora',
        'Ver mis actividades',
        'Recordarme mañana',
      ]);
    },
    march,
  );

  sentence(
    'So does the offer to report',
    async (story) => {
      const { ana } = story;
      await story.at('2022-03-16', 9);
      await ana.say('80');
      const offer = ana.lastMessage;
      await ana.tap('Ver mis actividades');
      expect(ana.last).toContain('n.º 1 Realizar una caracterización');
      const now = ana.phone.chat.find((message) => message.messageId === offer.messageId);
      expect(now?.text).toContain('No hay una pregunta abierta');
    },
    march,
  );
});

describe('Recordarme mañana', () => {
  sentence(
    'Two taps in a second confirm once',
    async (story) => {
      const { ana } = story;
      await story.at('2022-03-16', 8);
      await ana.atOnce((phone) => {
        phone.tap('Recordarme mañana');
        phone.tap('Recordarme mañana');
      });
      const confirmed = ana.phone.chat.filter((message) => message.text.startsWith('De acuerdo.'));
      expect(confirmed).toHaveLength(1);
      expect(ana.phone.taps.at(-1)?.answer?.text).toBe('Ya quedó hecho.');
    },
    march,
  );

  sentence(
    'At 08:00 of the next working day on which the cut still takes reports',
    async (story) => {
      const { ana, berta } = story;
      await story.at('2022-03-16', 8);
      await ana.tap('Recordarme mañana');
      await ana.tap('Recordarme mañana');
      expect(ana.last).toBe('De acuerdo. Le recordaremos el 17 de marzo a las 8:00 a. m.');
      await eachMorning(story, '2022-03-17', '2022-03-17');
      await story.at('2022-03-18', 8);
      await ana.tap('Recordarme mañana');
      await story.at('2022-03-18', 10);
      await ana.tap('Recordarme mañana');
      expect(ana.last).toBe('De acuerdo. Le recordaremos el 22 de marzo a las 8:00 a. m.');
      await eachMorning(story, '2022-03-19', '2022-03-23');
      await ana.tap('Recordarme mañana');
      expect(ana.last).toContain('24 de marzo');
      await eachMorning(story, '2022-03-24', '2022-03-25');
      expect(remindedOn(ana)).toEqual(['2022-03-16', '2022-03-17', '2022-03-22', '2022-03-24']);
      expect(remindedOn(berta)).toEqual(['2022-03-16', '2022-03-24']);
    },
    march,
  );

  sentence(
    'Not when no such day is left',
    async (story) => {
      const { ana } = story;
      await story.at('2022-04-05', 8);
      await story.at('2022-04-07', 8);
      await ana.tap('Recordarme mañana');
      expect(ana.last).toContain('Ya no queda un día hábil para recordárselo antes de que cierre el corte');
      await story.at('2022-04-08', 8);
      expect(remindedOn(ana)).toEqual(['2022-04-05']);
    },
    march,
  );

  sentence(
    'Nor when nothing is pending any more',
    async (story) => {
      const { berta } = story;
      await story.at('2022-03-16', 8);
      const reminder = berta.lastMessage;
      await berta.tap('Recordarme mañana');
      await berta.say('/reportar');
      await berta.say('30% afiches impresos');
      await story.at('2022-03-17', 8);
      expect(remindedOn(berta)).toEqual(['2022-03-16']);
      await berta.tap('Recordarme mañana', reminder);
      expect(berta.last).toContain('no tiene actividades pendientes');
    },
    march,
  );
});

describe('A reminder never breaks into a conversation under way', () => {
  sentence(
    'It waits until the person has been silent for 30 minutes, and its text is true then',
    async (story) => {
      const { ana } = story;
      await story.at('2022-03-24', 7, 50);
      await ana.say('/reportar');
      await story.at('2022-03-24', 8);
      await ana.say('0% aún no se realiza');
      await story.at('2022-03-24', 8, 20);
      await ana.say('100% plan publicado');
      await story.at('2022-03-24', 8, 49);
      expect(remindedOn(ana)).toEqual([]);
      await story.at('2022-03-24', 8, 51);
      expect(remindedOn(ana)).toEqual(['2022-03-24']);
      expect(ana.last).toContain('Le faltan 4 actividades');
    },
    march,
  );

  sentence(
    'Or until the person is done',
    async (story) => {
      const { ana } = story;
      await story.at('2022-03-24', 7, 50);
      await ana.say('/reportar');
      await story.at('2022-03-24', 8);
      await ana.say('/cancelar');
      await story.at('2022-03-24', 8, 1);
      expect(remindedOn(ana)).toEqual(['2022-03-24']);
    },
    march,
  );

  sentence(
    'What is no longer needed ends as ya no hacía falta',
    async (story) => {
      const { berta } = story;
      await story.at('2022-03-24', 7, 50);
      await berta.say('/reportar');
      await story.at('2022-03-24', 8);
      await berta.say('30% afiches impresos');
      await story.at('2022-03-24', 9);
      expect(remindedOn(berta)).toEqual([]);
      const rows = story.db
        .select()
        .from(outbox)
        .all()
        .filter((row) => row.kind === 'reminder');
      expect(rows.filter((row) => row.chatId === berta.id).map((row) => [row.state, row.reason])).toEqual([
        ['notNeeded', 'done'],
      ]);
    },
    march,
  );

  sentence(
    'It ends at 19:00 of its day',
    async (story) => {
      const { ana } = story;
      await story.at('2022-03-24', 7, 50);
      await ana.say('/reportar');
      for (let minute = 8 * 60; minute < 19 * 60; minute += 29) {
        await story.at('2022-03-24', Math.floor(minute / 60), minute % 60);
        await ana.say('ya casi');
      }
      await story.at('2022-03-24', 18, 59);
      for (const [date, hour] of [
        ['2022-03-24', 19],
        ['2022-03-24', 20],
        ['2022-03-25', 8],
        ['2022-03-25', 9],
      ] as const)
        await story.at(date, hour);
      expect(remindedOn(ana)).toEqual([]);
      const row = story.db
        .select()
        .from(outbox)
        .all()
        .find((each) => each.kind === 'reminder' && each.chatId === ana.id);
      expect(row?.state).toBe('expired');
      await story.at('2022-03-28', 8);
      expect(remindedOn(ana)).toEqual(['2022-03-28']);
    },
    march,
  );
});

describe('Nothing of the past', () => {
  sentence(
    'The bot was down at 08:00: each person gets one when it is back',
    async (story) => {
      const { ana } = story;
      await story.stopBot();
      await story.at('2022-03-24', 10, 30);
      await story.startBot();
      await story.tick();
      await story.minutes(1);
      expect(remindedOn(ana)).toEqual(['2022-03-24']);
      expect(new Date((remindersOf(ana)[0]?.date ?? 0) * 1000).toISOString()).toBe(
        '2022-03-24T15:30:00.000Z',
      );
    },
    { start: ['2022-03-23', 18] },
  );

  sentence(
    'Down over several reminder days: at most one, and what they wrote may be lost',
    async (story) => {
      const { ana } = story;
      await story.stopBot();
      await story.at('2022-03-30', 7, 30);
      await story.startBot();
      await story.tick();
      expect(remindedOn(ana)).toEqual([]);
      await story.at('2022-03-30', 8);
      await eachMorning(story, '2022-03-31', '2022-03-31');
      expect(remindedOn(ana)).toEqual(['2022-03-30', '2022-03-31']);
      const [first, second] = remindersOf(ana).map((message) => message.text);
      expect(first).toContain('Mañana, 31 de marzo,');
      expect(first).toContain('Estuvimos fuera de servicio desde el 23 de marzo');
      expect(second).not.toContain('fuera de servicio');
    },
    { start: ['2022-03-23', 18] },
  );

  sentence(
    'Down over the closing: the most recent one that still makes sense',
    async (story) => {
      const { ana } = story;
      await story.stopBot();
      await story.at('2022-04-04', 9);
      await story.startBot();
      await story.tick();
      expect(remindedOn(ana)).toEqual(['2022-04-04']);
      expect(remindersOf(ana)[0]?.text).toContain(
        'cerró el 31 de marzo; todavía recibimos sus reportes hasta el 7 de abril',
      );
    },
    { start: ['2022-03-29', 18] },
  );

  sentence(
    'Down until the cut is closed: none',
    async (story) => {
      const { ana } = story;
      await story.stopBot();
      await story.at('2022-04-08', 9);
      await story.startBot();
      await story.tick();
      await eachMorning(story, '2022-04-09', '2022-04-12');
      expect(remindedOn(ana)).toEqual([]);
    },
    { start: ['2022-03-29', 18] },
  );

  sentence(
    'Down on a night over a weekend: nothing until 08:00 of the working day',
    async (story) => {
      const { ana } = story;
      await story.at('2022-03-15', 18);
      await story.stopBot();
      await story.at('2022-03-19', 9);
      await story.startBot();
      await story.tick();
      await eachMorning(story, '2022-03-20', '2022-03-21');
      await story.at('2022-03-22', 7, 30);
      expect(remindedOn(ana)).toEqual([]);
      await story.at('2022-03-22', 8);
      expect(remindedOn(ana)).toEqual(['2022-03-22']);
    },
    march,
  );

  sentence(
    'A plan imported after the opening day starts with its next reminder',
    async (story) => {
      await story.tick();
      await eachMorning(story, '2022-03-23', '2022-03-24');
      expect(remindedOn(story.ana)).toEqual(['2022-03-24']);
    },
    { start: ['2022-03-22', 10, 30], importedOn: '2022-03-22' },
  );

  sentence(
    'A cut already closed when its plan is imported gets no reminder',
    async (story) => {
      await story.tick();
      await eachMorning(story, '2022-04-19', '2022-04-25');
      expect(remindedOn(story.ana)).toEqual([]);
      await eachMorning(story, '2022-06-14', '2022-06-15');
      expect(remindedOn(story.ana)).toEqual(['2022-06-15']);
    },
    { start: ['2022-04-18', 10, 30], importedOn: '2022-04-18' },
  );
});

describe('One that could not be delivered', () => {
  sentence(
    'Is listed in /pendientes and can be sent again',
    async (story) => {
      const { ana, coordinator } = story;
      await ana.atOnce((phone) => phone.block());
      await story.at('2022-03-24', 8);
      expect(remindedOn(ana)).toEqual([]);
      await coordinator.say('/pendientes');
      expect(coordinator.last).toContain('No se les puede escribir: Ana Arboleda (bloqueó el chat).');
      await coordinator.tap('Recordar a los que faltan');
      expect(coordinator.last).toContain('Hoy ya tienen recordatorio: Berta Ruiz y Carlos Peña.');
      expect(coordinator.last).toContain('No se les puede escribir: Ana Arboleda (bloqueó el chat).');
      await ana.atOnce((phone) => phone.unblock());
      await coordinator.say('/pendientes');
      expect(coordinator.last).not.toContain('No se les puede escribir');
      expect(coordinator.last).toContain('No se pudo entregar el recordatorio: Ana Arboleda el 24 de marzo');
      await coordinator.tap('Recordar a los que faltan');
      await coordinator.tap('Sí, enviar');
      await story.minutes(1);
      expect(remindedOn(ana)).toEqual(['2022-03-24']);
      await coordinator.say('/pendientes');
      expect(coordinator.last).not.toContain('No se pudo entregar');
      expect(textsOf(ana).filter((text) => text.startsWith('Buenos días, Ana'))).toHaveLength(1);
    },
    { start: ['2022-03-23', 18] },
  );

  sentence(
    'Blocked without Telegram having said so: found at the sending',
    async (story) => {
      const { berta, coordinator, simulator } = story;
      simulator.faults.add({
        kind: 'refuse',
        code: 403,
        description: 'Forbidden: bot was blocked by the user',
        chatId: berta.id,
        times: 1,
      });
      await story.at('2022-03-24', 8);
      await coordinator.say('/pendientes');
      expect(coordinator.last).toContain('No se les puede escribir: Berta Ruiz (bloqueó el chat).');
      await berta.say('/start');
      await story.at('2022-03-28', 8);
      expect(remindedOn(berta)).toEqual(['2022-03-28']);
    },
    { start: ['2022-03-23', 18] },
  );
});

describe('What falls due outside the hours is dropped when no longer true', () => {
  const told = (who: Actor) => textsOf(who).filter((text) => text.startsWith('Berta Ruiz reportó'));

  sentence(
    'Of several revisions at night only the last is told, at 08:00',
    async (story) => {
      const { berta, carlos } = story;
      await story.at('2022-03-18', 20);
      await berta.say('/reportar');
      await berta.say('30% afiches impresos');
      await berta.say('/misactividades');
      await berta.tap('n.º 4');
      await berta.tap('Corregir');
      await berta.say('40% afiches impresos y repartidos');
      await story.at('2022-03-22', 7, 30);
      expect(told(carlos)).toEqual([]);
      await story.at('2022-03-22', 8);
      expect(told(carlos)).toEqual([
        'Berta Ruiz reportó la n.º 4, que también es suya: 40 % · afiches impresos y repartidos',
      ]);
    },
    march,
  );

  sentence(
    'Who was shown the report of the other in the conversation is not told again',
    async (story) => {
      const { berta, carlos } = story;
      await story.at('2022-03-18', 20);
      await carlos.say('/reportar');
      await berta.say('/reportar');
      await berta.say('30% afiches impresos');
      await carlos.say('80% todo listo');
      expect(carlos.last).toContain('Berta Ruiz ya reportó la n.º 4: 30 %');
      await carlos.tap('Dejar así');
      await story.at('2022-03-22', 8);
      expect(told(carlos)).toEqual([]);
    },
    march,
  );
});
