import { describe, expect } from 'vitest';
import { eq } from '../../src/db/drizzle.ts';
import { audit, invitation, stranger as strangers } from '../../src/db/schema/index.ts';
import { type Actor, sentence, textsOf, told } from '../world/story.ts';

/** Nothing is due by itself at this hour: the cut opened the day before. */
const quiet = { start: ['2022-03-17', 10], notEnrolled: ['ana'] } as const;

const tokenOf = (link: string): string => link.split('start=')[1] ?? '';
const times = (who: Actor, words: string): number =>
  textsOf(who).filter((text) => text.includes(words)).length;

describe('Opening an invitation', () => {
  const ways: readonly (readonly [way: string, say: (link: string) => string])[] = [
    ['by its link', (link) => `/start ${tokenOf(link)}`],
    ['by pasting the link', (link) => link],
    ['by pasting what came around the link', (link) => `Diana le envía su invitación: ${link}`],
    ['by pasting the bare token', tokenOf],
  ];
  for (const [way, say] of ways) {
    sentence(
      `Opened ${way}, it shows who is inviting whom to what, and the notice of Ley 1581`,
      async ({ ana, invite }) => {
        await ana.say(say(invite('Ana Arboleda')));
        expect(ana.last).toContain(
          'Buenos días, Ana Arboleda. La Alcaldía Local Isla del Cascajal le envía esta invitación para reportar',
        );
        expect(ana.last).toContain('Plan de Participación Ciudadana 2022');
        expect(ana.last).toContain('como Profesional Gestion Participacion Ciudadana');
        expect(ana.last).toContain('Ley 1581 de 2012');
        expect(ana.last).toContain('El responsable es la Alcaldía Local Isla del Cascajal');
        expect(ana.last).toContain('fuera de Colombia');
        expect(ana.last).toContain('registro público');
        expect(ana.last).toContain('conocer, actualizar y corregir');
        expect(ana.last).toContain('/misdatos');
        expect(ana.last).toContain('/salir');
        expect(ana.last).toContain('Contacto: datos@example.org');
        expect(ana.last.split('\n').at(-1)).toBe('¿Autoriza el tratamiento de estos datos?');
        expect(ana.buttons).toEqual(['Autorizo', 'No autorizo']);
      },
      quiet,
    );
  }

  sentence(
    "A stranger's bare /start says that the link or the token can be pasted",
    async ({ ana }) => {
      await ana.say('/start');
      expect(ana.last).toContain('Si recibió una invitación');
      expect(ana.last).toContain('péguela aquí');
    },
    quiet,
  );

  sentence(
    'Opening spends nothing; only Autorizo enrols and spends it',
    async ({ ana, stranger, invite }) => {
      const link = invite('Ana Arboleda');
      await ana.say(link);
      await ana.say(link);
      const notice = ana.lastMessage;
      await ana.say('/misactividades');
      expect(textsOf(ana).at(-1)).toContain('Este chat es solo para personas invitadas');
      await ana.tap('Autorizo', notice);
      expect(textsOf(ana)[1]).toContain('Gracias, Ana');
      const other = stranger('Otra');
      await other.say(link);
      expect(other.last).toContain('ya se usó');
      await ana.say(link);
      expect(ana.last).toContain('usted ya ingresó');
    },
    quiet,
  );

  sentence(
    'No autorizo leaves it valid, records the time on the invitation and no account, and tells the coordinator',
    async (story) => {
      const { ana, coordinator, invite } = story;
      const link = invite('Ana Arboleda');
      await ana.say(link);
      const openedAt = story.clock.now();
      await ana.tap('No autorizo');
      expect(ana.last).toContain('no guardamos ningún dato suyo');
      expect(ana.buttons).toEqual([]);
      const [row] = story.db.select().from(invitation).all();
      expect(row?.declinedAt).toBeGreaterThanOrEqual(openedAt);
      expect(row?.declinedAt).toBeLessThanOrEqual(story.clock.now());
      expect(row?.usedAt).toBeNull();
      expect(story.whereStored(ana.id)).toEqual([]);
      await story.tick();
      expect(ana.last).toContain(
        'Puede entregar su avance por escrito a Planeación, que lo registra por usted.',
      );
      expect(coordinator.last).toBe(
        'Ana Arboleda no autorizó el tratamiento de sus datos. La invitación sigue vigente. Mientras tanto, Planeación puede registrar su avance.',
      );
      const told = coordinator.lastMessage;
      await coordinator.tap('Registrar su avance', told);
      expect(coordinator.last).toContain('Reporta por el cargo Profesional Gestion Participacion Ciudadana');
      await coordinator.say('30% entregado en papel');
      expect(story.stored('1')).toEqual({ progress: 30, observation: 'entregado en papel' });
      await coordinator.say('/cancelar');
      expect(coordinator.phone.chat.find(({ messageId }) => messageId === told.messageId)?.text).toBe(
        told.text,
      );
      await ana.say(link);
      await ana.tap('Autorizo');
      expect(ana.last).toContain('Gracias, Ana');
    },
    quiet,
  );

  sentence(
    'No autorizo said again and again is told and put on record once a day',
    async (story) => {
      const { ana, coordinator, invite, db } = story;
      await ana.say(invite('Ana Arboleda', coordinator));
      const notice = ana.lastMessage;
      const no = notice.buttons.flat().find((button) => button.text === 'No autorizo')?.data ?? '';
      const refuseAgain = () =>
        ana.atOnce((phone) => {
          for (let times = 0; times < 60; times++) void phone.forgeTap(no, notice.messageId);
        });
      const onRecord = () => db.select().from(audit).where(eq(audit.act, 'declined')).all().length;
      await refuseAgain();
      await story.tick();
      expect([told(coordinator, 'no autorizó').length, onRecord()]).toEqual([1, 1]);
      expect(ana.phone.chat.filter((message) => message.from === 'bot').length).toBeLessThan(13);
      await story.at('2022-03-18', 9);
      await refuseAgain();
      await story.tick();
      expect([told(coordinator, 'no autorizó').length, onRecord()]).toEqual([2, 2]);
    },
    quiet,
  );

  sentence(
    'Expired, used, withdrawn and wrong ones are answered',
    async (story) => {
      const { ana, berta, stranger, invite } = story;
      const visitor = stranger('Visitante');
      await visitor.say(`/start ${'x'.repeat(22)}`);
      expect(visitor.last).toContain('Esta invitación no existe');
      const old = invite('Ana Arboleda');
      const link = invite('Ana Arboleda');
      await visitor.say(old);
      expect(visitor.last).toContain('fue anulada');
      await berta.say(link);
      expect(berta.last).toContain('ya ingresó otra persona');
      await story.at('2022-03-24', 9, 59);
      await ana.say(link);
      const inTime = ana.lastMessage;
      expect(ana.buttons).toContain('Autorizo');
      await story.at('2022-03-24', 10, 1);
      await ana.tap('Autorizo', inTime);
      expect(ana.last).toContain('ya venció');
      await ana.say(link);
      expect(ana.last).toContain('ya venció');
      const fresh = invite('Ana Arboleda');
      await ana.say(fresh);
      await ana.tap('Autorizo');
      await visitor.say(fresh);
      expect(visitor.last).toContain('ya se usó');
    },
    quiet,
  );

  sentence(
    'It is always answered, up to 10 times an hour',
    async (story) => {
      const { ana, invite } = story;
      const link = invite('Ana Arboleda');
      for (let times = 0; times < 12; times++) {
        await ana.say(times % 2 === 0 ? link : `/start ${'y'.repeat(22)}`);
        await story.minutes(1);
      }
      expect(textsOf(ana)).toHaveLength(10);
      await story.minutes(49);
      await ana.say(link);
      expect(textsOf(ana)).toHaveLength(11);
    },
    quiet,
  );

  sentence(
    'A forged Autorizo does nothing: it is tied to the account that was shown the notice',
    async (story) => {
      const { ana, berta, stranger, invite } = story;
      await berta.say('/start');
      await ana.say(invite('Ana Arboleda'));
      const yes = ana.lastMessage.buttons.flat()[0]?.data ?? '';
      expect(yes).toMatch(/^e:\d+:yes:/);
      const thief = stranger('Intruso');
      await thief.atOnce((phone) => void phone.say('hola'));
      const before = textsOf(thief).length;
      const on = thief.lastMessage.messageId;
      const guesses = [
        yes,
        yes.replace(':yes:', ':no:'),
        'e:1:yes:AAAAAAAAAAAAAAAAAAAAAA',
        'e:2:yes:',
        'e:x',
        '',
      ];
      for (const data of guesses) await thief.atOnce((phone) => void phone.forgeTap(data, on));
      await berta.atOnce((phone) => void phone.forgeTap(yes, berta.lastMessage.messageId));
      expect(textsOf(thief)).toHaveLength(before);
      expect(story.whereStored(thief.id)).toEqual([]);
      const [row] = story.db.select().from(invitation).all();
      expect([row?.usedAt, row?.declinedAt]).toEqual([null, null]);
      await ana.tap('Autorizo');
      expect(ana.last).toContain('Gracias, Ana');
    },
    quiet,
  );
});

describe('Enrolled', () => {
  sentence(
    'Who enrols while a cut is open is shown at once what is pending, and that counts as that day’s reminder',
    async (story) => {
      const { ana, berta, invite } = story;
      await story.at('2022-03-24', 7, 30);
      await ana.say(invite('Ana Arboleda'));
      await ana.tap('Autorizo');
      expect(ana.last).toContain('Profesional Gestion Participacion Ciudadana');
      expect(ana.last).toContain(
        'El 31 de marzo cierra el primer monitoreo del Plan de Participación Ciudadana 2022. Le faltan 6 actividades (n.º 1, 2, 3, 5, 6 y 7).',
      );
      expect(ana.buttons).toEqual(['Reportar ahora']);
      const before = textsOf(ana).length;
      await story.at('2022-03-24', 8);
      expect(berta.last).toContain('Le falta 1 actividad');
      expect(textsOf(ana)).toHaveLength(before);
      await story.at('2022-03-28', 8);
      expect(ana.last).toContain('Le faltan 6 actividades');
      expect(ana.buttons).toContain('Recordarme mañana');
    },
    quiet,
  );

  sentence(
    'Who enrols with nothing open is told that we will write',
    async ({ ana, invite }) => {
      await ana.say(invite('Ana Arboleda'));
      await ana.tap('Autorizo');
      expect(ana.last).toContain(
        'Por ahora no tiene nada pendiente. Le escribiremos cuando abra el próximo corte.',
      );
    },
    { ...quiet, start: ['2022-03-10', 10] },
  );

  sentence(
    'The inviter is told at once the Telegram name that came in, with No es esa persona, which undoes it and voids what it reported',
    async (story) => {
      const { coordinator, invite, stored, stranger } = story;
      const wrong = stranger('Peter', 'Pan');
      await wrong.say(invite('Ana Arboleda', coordinator));
      await wrong.tap('Autorizo');
      await wrong.say('/reportar');
      await wrong.say('100% todo listo');
      expect(stored('1')).not.toBeNull();
      await story.tick();
      expect(coordinator.last).toContain(
        'Ana Arboleda aceptó la invitación. En Telegram aparece como «Peter Pan».',
      );
      await coordinator.tap('No es esa persona');
      await coordinator.tap('Sí, no es esa persona');
      expect(coordinator.last).toContain(
        'esa cuenta ya no es de Ana Arboleda y lo que dejó (reportes, soportes, causas) quedó anulado',
      );
      expect(coordinator.buttons).toEqual([]);
      expect(stored('1')).toBeNull();
      await story.tick();
      expect(wrong.last).toContain('quedó sin acceso');
      expect(story.whereStored(wrong.id)).toEqual([]);
      const before = textsOf(wrong).length;
      await wrong.say('/misactividades');
      expect(textsOf(wrong).slice(before)).toEqual([
        expect.stringContaining('Este chat es solo para personas invitadas'),
      ]);
      const { ana } = story;
      await ana.say(invite('Ana Arboleda', coordinator));
      await ana.tap('Autorizo');
      expect(ana.last).toContain('Le faltan 6 actividades');
    },
    quiet,
  );

  sentence(
    'Undone twice, or after the person enrolled anew, it undoes nothing',
    async (story) => {
      const { ana, coordinator, invite, stranger } = story;
      const wrong = stranger('Peter', 'Pan');
      await wrong.say(invite('Ana Arboleda', coordinator));
      await wrong.tap('Autorizo');
      await story.tick();
      const told = coordinator.lastMessage;
      await ana.say(invite('Ana Arboleda', coordinator));
      await ana.tap('Autorizo');
      await story.tick();
      await coordinator.tap('No es esa persona', told);
      expect(coordinator.last).toBe('Ese ingreso ya no está vigente, así que no hay nada que deshacer.');
      await ana.say('/misactividades');
      expect(ana.last).toContain('n.º 1');
    },
    quiet,
  );

  sentence(
    'Told within the hours: at night it waits for 08:00 of the next working day',
    async (story) => {
      const { ana, coordinator, invite } = story;
      await story.at('2022-03-18', 20);
      await ana.say(invite('Ana Arboleda', coordinator));
      await ana.tap('Autorizo');
      expect(ana.last).toContain('Gracias, Ana');
      const told = () => times(coordinator, 'aceptó la invitación');
      for (const [date, hour] of [
        ['2022-03-18', 21],
        ['2022-03-19', 9],
        ['2022-03-21', 10],
        ['2022-03-22', 7],
      ] as const) {
        await story.at(date, hour);
        expect(told()).toBe(0);
      }
      await story.at('2022-03-22', 8);
      expect(told()).toBe(1);
    },
    quiet,
  );

  sentence(
    'An invitation of the command line is told to every coordinator; of a coordinator, to that one',
    async (story) => {
      const { ana, coordinator, invite } = story;
      const olga = await story.newcomer('Olga Ríos', { roles: ['coordinator'] });
      await ana.say(invite('Ana Arboleda', coordinator));
      await ana.tap('Autorizo');
      await story.tick();
      expect(times(coordinator, 'Ana Arboleda aceptó')).toBe(1);
      expect(times(olga, 'Ana Arboleda aceptó')).toBe(0);
    },
    quiet,
  );

  sentence(
    'Every appointment to an office is told to whoever holds one',
    async (story) => {
      const { ana, mayor, coordinator, add, invite, stranger } = story;
      add('Rosa Control', { roles: ['control'] });
      const rosa = stranger('Rosa');
      await rosa.say(invite('Rosa Control', coordinator));
      expect(rosa.last).toContain('le envía esta invitación para seguir el avance');
      expect(rosa.last).toContain('como Control Interno');
      await rosa.tap('Autorizo');
      expect(rosa.last).toContain('falta que alguien más lo confirme');
      await story.tick();
      expect(times(mayor, 'Diana Mina pidió pasar el ingreso de Rosa Control')).toBe(1);
      await mayor.tap('Sí, de acuerdo');
      await story.tick();
      expect(mayor.last).toBe('Rosa Control ingresó como Control Interno.');
      expect(rosa.last).toContain('Su ingreso quedó listo: Control Interno');
      expect(times(coordinator, 'Rosa Control aceptó la invitación')).toBe(1);
      expect(times(coordinator, 'ingresó como')).toBe(0);
      expect(textsOf(ana)).toEqual([]);
    },
    quiet,
  );

  sentence(
    'A second account of the same person ends the first, which is told',
    async (story) => {
      const { ana, coordinator, invite, stored, stranger } = story;
      await ana.say('/reportar');
      const question = ana.lastMessage;
      const second = stranger('Ana (nuevo)');
      await second.say(invite('Ana Arboleda', coordinator));
      await second.tap('Autorizo');
      expect(second.last).toContain('Le faltan 6 actividades');
      await story.tick();
      expect(ana.last).toContain('pasó a otra cuenta de Telegram');
      expect(story.whereStored(ana.id)).toEqual([]);
      await ana.tap('100', question);
      await ana.say('75% desde la cuenta vieja');
      expect(stored('1')).toBeNull();
      await second.say('hola');
      expect(second.last).toContain('Tiene 6 actividades pendientes');
      await second.say('/reportar');
      await second.say('75% desde la cuenta nueva');
      expect(stored('1')).toEqual({ progress: 75, observation: 'desde la cuenta nueva' });
      expect(times(coordinator, 'Ana Arboleda aceptó')).toBe(1);
    },
    { start: ['2022-03-17', 10] },
  );

  sentence(
    'An account of another person is refused',
    async ({ ana, berta, invite }) => {
      await berta.say(invite('Ana Arboleda'));
      expect(berta.last).toContain('Con esta cuenta de Telegram ya ingresó otra persona');
      expect(berta.buttons).toEqual([]);
      await berta.say('/misactividades');
      expect(berta.last).toContain('n.º 4');
      expect(textsOf(ana)).toEqual([]);
    },
    quiet,
  );
});

describe('Groups and strangers', () => {
  sentence(
    'Posted in a group an invitation is withdrawn; in a group the bot only says to write in private',
    async (story) => {
      const { ana, coordinator, simulator, settle, invite } = story;
      const group = simulator.group({ title: 'Equipo', readsEverything: true });
      group.add(coordinator.phone);
      group.add(ana.phone);
      group.addBot(coordinator.phone);
      const link = invite('Ana Arboleda', coordinator);
      group.say(ana.phone, 'buenos días a todos');
      await settle();
      group.say(coordinator.phone, `Ana, su invitación: ${link}`);
      await settle();
      group.say(ana.phone, '/start');
      await settle();
      group.say(coordinator.phone, '/resumen');
      await settle();
      const said = group.chat.filter((message) => message.from === 'bot').map((message) => message.text);
      expect(said).toEqual([
        'Esa invitación quedó anulada por haberse publicado en un grupo. Pida otra a Planeación y ábrala en privado.',
        'Por favor escríbame en privado: @cascajal_bot.',
      ]);
      await ana.say(link);
      expect(ana.last).toContain('fue anulada');
    },
    quiet,
  );

  sentence(
    'However an invitation stands in a group it is withdrawn: also with a caption, hidden, edited in, or without a name',
    async (story) => {
      const { coordinator, ana, simulator, settle, invite } = story;
      const group = simulator.group({ title: 'Equipo', type: 'supergroup', readsEverything: true });
      group.add(coordinator.phone);
      group.addBot(coordinator.phone);
      const by = coordinator.phone;
      const hidden = (link: string) => [{ type: 'text_link', offset: 0, length: 4, url: link }];
      const picture = { kind: 'photo', bytes: Buffer.from('x') } as const;
      const ways: Readonly<Record<string, (link: string, token: string) => void>> = {
        caption: (link) => group.sendFile(by, { ...picture, caption: `Ana: ${link}` }),
        'words over a link': (link) => group.post(by, { text: 'Aquí', entities: hidden(link) }),
        'words of a caption over a link': (link) =>
          group.edit(group.sendFile(by, picture), { caption: 'Aquí', caption_entities: hidden(link) }),
        'an anonymous administrator': (link) => group.say(by, link, { as: 'anonymous' }),
        'a channel': (link) => group.say(by, link, { as: { channel: 'Noticias' } }),
        'edited in': (link) => group.edit(group.say(by, 'ya casi'), { text: link }),
        'edited into a caption': (link) => group.edit(group.sendFile(by, picture), { caption: link }),
        forwarded: (link) =>
          group.post(by, {
            text: link,
            forward_origin: { type: 'hidden_user', date: 1, sender_user_name: 'X' },
          }),
        'a file name': (_, token) =>
          group.sendFile(by, { ...picture, kind: 'document', name: `${token}.pdf` }),
        'a contact': (link) => group.post(by, { contact: { phone_number: '1', first_name: link } }),
        'an option of a poll': (link) =>
          group.post(by, { poll: { question: '¿Cuál?', options: [{ text: link }] } } as object),
        'a button of another bot': (link) =>
          group.post(by, { text: 'a', reply_markup: { inline_keyboard: [[{ text: 'Abrir', url: link }]] } }),
        'a quoted part': (link) =>
          group.post(by, { text: 'mire', quote: { text: link, position: 0 } } as object),
        'two lines': (_, token) => group.say(by, `https://t.me/cascajal_bot?\nstart=\n${token}`),
        'a line broken within': (_, token) =>
          group.say(by, `t.me/cascajal_bot?start=${token.slice(0, 9)}\n${token.slice(9)}`),
        'without https': (_, token) => group.say(by, `t.me/cascajal_bot?start=${token}.`),
        'a link of the app': (_, token) => group.say(by, `tg://resolve?domain=cascajal_bot&start=${token}`),
        'packed into another link': (link) =>
          group.say(by, `https://t.me/share/url?url=${encodeURIComponent(link)}`),
        'a command': (_, token) => group.say(by, `/start@cascajal_bot ${token}`),
        'the token with a word': (_, token) => group.say(by, `su código es ${token}, Ana`),
      };
      for (const [way, post] of Object.entries(ways)) {
        const link = invite('Ana Arboleda', coordinator);
        post(link, link.slice(-22));
        await settle();
        expect(group.chat.at(-1)?.text, way).toContain('quedó anulada por haberse publicado en un grupo');
        await ana.say(link);
        expect(ana.last, way).toContain('fue anulada');
        await story.minutes(10);
      }
    },
    quiet,
  );

  sentence(
    'Posted in a channel that the bot reads it is withdrawn too',
    async ({ coordinator, ana, simulator, settle, invite }) => {
      const channel = simulator.group({ title: 'Avisos', type: 'channel', readsEverything: true });
      channel.add(coordinator.phone);
      channel.addBot(coordinator.phone);
      const link = invite('Ana Arboleda', coordinator);
      const post = channel.say(coordinator.phone, 'Bienvenidos');
      await settle();
      channel.edit(post, { text: `Entren por ${link}` });
      await settle();
      expect(channel.chat.at(-1)?.text).toContain('quedó anulada por haberse publicado en un canal');
      await ana.say(link);
      expect(ana.last).toContain('fue anulada');
    },
    quiet,
  );

  sentence(
    'A stranger gets one courteous refusal that reveals nothing, at most once in 24 hours',
    async (story) => {
      const { ana, stranger } = story;
      const eve = stranger('Eve');
      const refusal =
        'Este chat es solo para personas invitadas por la entidad. Si recibió una invitación, ábrala de nuevo o péguela aquí.';
      for (const text of [
        '/start',
        'hola',
        '/resumen',
        '/misactividades',
        '100% todo listo',
        '/ayuda',
        '/misdatos',
        '/salir',
      ])
        await eve.say(text);
      await eve.atOnce((phone) => void phone.sendFile({ kind: 'voice', bytes: Buffer.from('ogg') }));
      expect(textsOf(eve)).toEqual([refusal]);
      await story.at('2022-03-18', 9, 59);
      await eve.say('hola');
      expect(textsOf(eve)).toEqual([refusal]);
      await story.at('2022-03-18', 10, 1);
      await eve.say('hola');
      expect(textsOf(eve)).toEqual([refusal, refusal]);
      await ana.say('hola');
      expect(textsOf(ana)).toEqual([refusal]);
    },
    quiet,
  );

  sentence(
    'Of a stranger nothing is kept but a keyed hash of the id, for 24 hours; as long a notice waits for its answer',
    async (story) => {
      const { ana, invite, stranger } = story;
      const eve = stranger('Evelyn', 'Desconocida');
      await eve.say('mi secreto es caramelo');
      await ana.say(invite('Ana Arboleda'));
      await ana.say('caramelo otra vez');
      await eve.atOnce((phone) =>
        phone.edit(phone.chat.find((message) => message.from === 'me')?.messageId ?? 0, 'caramelo'),
      );
      for (const what of [eve.id, 'Evelyn', 'Desconocida', 'caramelo'])
        expect(story.whereStored(what)).toEqual([]);
      expect(story.whereStored(ana.id)).toEqual(['outbox.chatId']);
      expect(story.db.select().from(strangers).all()).toHaveLength(2);
      await story.at('2022-03-18', 10, 30);
      expect(story.db.select().from(strangers).all()).toEqual([]);
      expect(story.whereStored(ana.id)).toEqual([]);
    },
    quiet,
  );
});
