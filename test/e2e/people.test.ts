import { describe, expect } from 'vitest';
import { draft, question } from '../../src/db/schema/index.ts';
import { type Actor, sentence, textsOf, told } from '../world/story.ts';
import { assign, endAssignment } from './assignment-steps.ts';

const quiet = { start: ['2022-03-17', 10] } as const;

const notForYou = 'Eso no está disponible para usted. Escriba /ayuda para ver lo que puede hacer aquí.';
const stranger = 'Este chat es solo para personas invitadas';

describe('Personal data', () => {
  sentence(
    '/misdatos shows a person what is stored',
    async ({ ana }) => {
      await ana.say('/reportar');
      await ana.say('0% aún no se realiza');
      await ana.tap('Corregir la n.º 1');
      await ana.say('5% se busca quién la haga');
      await ana.say('/cancelar');
      await ana.say('/misdatos');
      expect(ana.last).toContain('Nombre: Ana Arboleda');
      expect(ana.last).toContain('Cargo: Profesional Gestion Participacion Ciudadana');
      expect(ana.last).toContain(`Número de usuario en Telegram: ${ana.id} («Ana»)`);
      expect(ana.last).toContain('Autorización: 1 de marzo de 2022, aviso test');
      expect(ana.last).toContain('Reportes y correcciones: 2');
      expect(ana.last).toContain('datos@example.org');
      expect(ana.last).toContain('/salir');
    },
    quiet,
  );

  sentence(
    '/salir (confirmed) erases account, conversation and the texts of messages; reports stay; the coordinator is told',
    async (story) => {
      const { ana, coordinator, stored } = story;
      await ana.say('/reportar');
      await ana.say('0% aún no se realiza');
      await ana.say('30%');
      await ana.say('/salir');
      expect(ana.last).toContain('Sus reportes, con su nombre y cargo, quedan como registro público.');
      expect(ana.last).toContain('También queda un seudónimo de su cuenta');
      expect(ana.last).toContain(
        'Lo borrado sigue un tiempo en las copias de seguridad: por lo general 30 días, y 7 en la copia continua.',
      );
      expect(ana.last).toMatch(/¿Desea retirarse\?$/);
      expect(ana.buttons).toEqual(['Sí, retirarme', 'No']);
      expect(story.whereStored(ana.id)).not.toEqual([]);
      await ana.tap('Sí, retirarme');
      expect(ana.last).toContain('su cuenta y esta conversación quedaron borradas');
      expect(story.whereStored(ana.id)).toEqual([]);
      expect(story.whereStored('Buenos días, Ana')).toEqual([]);
      expect(story.whereStored('Hola, Ana')).toEqual([]);
      expect(story.db.select().from(question).all()).toEqual([]);
      expect(story.db.select().from(draft).all()).toEqual([]);
      expect(stored('1')).toEqual({ progress: 0, observation: 'aún no se realiza' });
      await story.tick();
      expect(textsOf(coordinator)).toContain(
        'Ana Arboleda se retiró y ya no recibe mensajes de este bot (Profesional Gestion Participacion Ciudadana). Sus reportes se conservan. Puede enviarle otra invitación, o dar el cargo a otra persona.',
      );
      await coordinator.say('/resumen');
      expect(coordinator.last).toContain('aún no se realiza');
    },
    quiet,
  );

  sentence(
    'The only coordinator is told what leaving means, and the other offices hear that nobody coordinates',
    async (story) => {
      const { coordinator, mayor, ana } = story;
      const luis = await story.newcomer('Luis Caicedo', { roles: ['coordinator'] });
      await luis.say('/salir');
      expect(luis.last).not.toContain('la única persona que coordina');
      await luis.tap('Sí, retirarme');
      await coordinator.say('/salir');
      expect(coordinator.last).toContain('Usted es la única persona que coordina');
      expect(coordinator.last).toMatch(/¿Desea retirarse\?$/);
      await coordinator.tap('Sí, retirarme');
      await story.tick();
      expect(told(mayor, 'Diana Mina se retiró y ya nadie coordina')).toHaveLength(1);
      expect(told(mayor, 'Luis Caicedo se retiró')).toEqual([]);
      expect(told(ana, 'se retiró')).toEqual([]);
    },
    quiet,
  );

  sentence(
    'What waited for the morning is cancelled for whoever lost the office over the weekend: notices, files',
    async (story) => {
      const { ana, mayor, carlos } = story;
      const luis = await story.newcomer('Luis Caicedo', { roles: ['coordinator'] });
      await story.tick();
      await story.at('2022-03-19', 10);
      await mayor.say('/exportar');
      await story.add('Rosa Mosquera', { roles: ['control'] });
      const rosa = story.stranger('Rosa');
      await rosa.say(story.invite('Rosa Mosquera', luis));
      await rosa.tap('Autorizo');
      await ana.say('/salir');
      await ana.tap('Sí, retirarme');
      await mayor.atOnce((phone) => void phone.tap('Excel'));
      const luisId = story.people().find(({ name }) => name === 'Luis Caicedo')?.id;
      await endAssignment(story, { role: 'coordinator', person: luisId ?? 0 });
      const carlosId = story.people().find(({ name }) => name === 'Carlos Peña')?.id;
      await assign(story, { role: 'mayor', person: carlosId ?? 0 });
      await story.work();
      await story.at('2022-03-22', 8);
      expect(told(luis, 'Ana Arboleda se retiró')).toEqual([]);
      expect(told(luis, 'Rosa Mosquera aceptó')).toEqual([]);
      expect(told(luis, 'ya no está a su cargo')).toHaveLength(1);
      expect(told(carlos, 'queda a su cargo la Alcaldía')).toHaveLength(1);
      expect(told(story.coordinator, 'Ana Arboleda se retiró')).toHaveLength(1);
    },
    quiet,
  );

  sentence(
    'Afterwards a stranger, whom no reminder reaches, until invited again',
    async (story) => {
      const { ana, invite } = story;
      await ana.say('/salir');
      const asked = ana.lastMessage;
      await ana.tap('Sí, retirarme');
      await ana.tap('Sí, retirarme', asked);
      const before = textsOf(ana).length;
      await ana.say('/misactividades');
      await ana.say('50% algo');
      await story.at('2022-03-24', 8);
      expect(textsOf(ana).slice(before)).toEqual([expect.stringContaining(stranger)]);
      await ana.say(invite('Ana Arboleda'));
      await ana.tap('Autorizo');
      await ana.say('/misactividades');
      expect(ana.last).toContain('n.º 7');
    },
    quiet,
  );

  sentence(
    '/salir with No changes nothing',
    async ({ ana }) => {
      await ana.say('/salir');
      await ana.tap('No');
      expect(ana.last).toBe('De acuerdo, todo sigue igual.');
      expect(ana.buttons).toEqual([]);
      await ana.say('/misactividades');
      expect(ana.last).toContain('n.º 1');
    },
    quiet,
  );

  sentence(
    'After No what was interrupted is asked again, and nothing of /salir is left open',
    async (story) => {
      const { ana, stored } = story;
      await ana.say('/reportar');
      await ana.tap('50');
      await ana.say('/salir');
      await ana.say('/salir');
      const asked = ana.lastMessage;
      await ana.say('no');
      expect(ana.last).toContain('De acuerdo, todo sigue igual.');
      expect(ana.last).toContain('n.º 1');
      await ana.say('caracterización a la mitad');
      expect(stored('1')).toEqual({ progress: 50, observation: 'caracterización a la mitad' });
      await ana.tap('25');
      expect(await ana.tap('Sí, retirarme', asked)).toBe('Esa pregunta ya quedó cerrada.');
      await ana.say('plan en borrador todavía');
      expect(stored('2')).toEqual({ progress: 25, observation: 'plan en borrador todavía' });
    },
    quiet,
  );

  sentence(
    'A No long after leaves the question of now alone',
    async (story) => {
      const { ana, stored } = story;
      await ana.say('/reportar');
      await ana.say('/salir');
      const asked = ana.lastMessage;
      await ana.say('/reportar');
      await ana.tap('50');
      await ana.tap('No', asked);
      await ana.say('caracterización a la mitad');
      expect(stored('1')).toEqual({ progress: 50, observation: 'caracterización a la mitad' });
    },
    quiet,
  );

  sentence(
    'A yes typed the next day is asked about once more before anything is erased',
    async (story) => {
      const { ana } = story;
      await ana.say('/salir');
      await story.at('2022-03-18', 9);
      await ana.say('ok');
      expect(ana.last).toContain('¿Desea retirarse?');
      expect(ana.buttons).toEqual(['Sí, retirarme', 'No']);
      await ana.say('sí');
      expect(ana.last).toContain('su cuenta y esta conversación quedaron borradas');
    },
    quiet,
  );

  sentence(
    'What waited for somebody who left is not sent',
    async (story) => {
      const { berta, carlos } = story;
      await story.at('2022-03-18', 20);
      await berta.say('/reportar');
      await berta.say('30% afiches impresos');
      await carlos.say('/salir');
      await carlos.tap('Sí, retirarme');
      const before = textsOf(carlos).length;
      await story.at('2022-03-22', 8);
      expect(textsOf(carlos)).toHaveLength(before);
    },
    quiet,
  );
});

describe('Who may do what', () => {
  const watching = ['/resumen', '/pendientes'];
  const reporting = ['/misactividades', '/reportar'];
  const everybody = ['/start', '/ayuda', '/misdatos', '/salir', '/cancelar'];

  const can = async (who: Actor, allowed: readonly string[], refused: readonly string[]) => {
    for (const command of allowed) {
      const before = textsOf(who).length;
      await who.say(command);
      expect(textsOf(who).length, command).toBeGreaterThan(before);
      expect(who.last, command).not.toBe(notForYou);
    }
    for (const command of refused) {
      await who.say(command);
      expect(who.last, command).toBe(notForYou);
    }
  };

  sentence(
    'A responsible reports and corrects, and reads no summary',
    async ({ ana }) => {
      await can(ana, [...everybody, ...reporting], watching);
      await ana.say('/ayuda');
      expect(ana.last).toContain('/reportar');
      expect(ana.last).not.toContain('/resumen');
    },
    quiet,
  );

  sentence(
    'The mayor and the coordinator read, and have people reminded; a coordinator may report for a vacant position',
    async ({ mayor, coordinator }) => {
      await can(mayor, [...everybody, ...watching], reporting);
      await can(coordinator, [...everybody, ...watching, '/reportar'], ['/misactividades']);
      for (const who of [mayor, coordinator]) {
        await who.say('/pendientes');
        expect(who.buttons).toEqual(['Recordar a los que faltan', 'Por qué no llegó un recordatorio']);
        await who.say('/ayuda');
        expect(who.last).toContain('/pendientes · quiénes faltan, y qué pasó con los recordatorios');
        expect(who.last).not.toContain('/misactividades');
        await who.say('hola');
        expect(who.last).toContain('Esto puede hacer aquí');
      }
    },
    quiet,
  );

  sentence(
    'Control reads everything and reminds nobody',
    async (story) => {
      const { ana } = story;
      const rosa = await story.newcomer('Rosa Control', { roles: ['control'] });
      await can(rosa, [...everybody, ...watching], reporting);
      await rosa.say('/resumen');
      expect(rosa.buttons).toEqual(['Detalle', 'Otros cortes', 'PDF', 'Excel', 'Quiénes faltan']);
      await rosa.tap('Quiénes faltan');
      expect(rosa.buttons).toEqual([]);
      await rosa.say('/pendientes');
      expect(rosa.buttons).toEqual(['Por qué no llegó un recordatorio']);
      await rosa.say('/ayuda');
      expect(rosa.last).toContain('quiénes faltan');
      expect(rosa.last).not.toContain('recordárselo');
      const before = textsOf(ana).length;
      for (const data of ['r:1', 'r:1:yes', 'r:all:yes'])
        await rosa.atOnce((phone) => void phone.forgeTap(data, rosa.lastMessage.messageId));
      await story.minutes(1);
      expect(textsOf(ana)).toHaveLength(before);
    },
    quiet,
  );

  sentence(
    'One person may hold several',
    async (story) => {
      const { add, invite } = story;
      add('Luis Caicedo', { positions: ['3'], roles: ['coordinator'] });
      const luis = story.stranger('Luis');
      await luis.say(invite('Luis Caicedo'));
      expect(luis.last).toContain('lider de participacion ciudadana y Coordinación (Planeación)');
      await luis.tap('Autorizo');
      await can(luis, [...everybody, ...reporting, ...watching], []);
      await luis.say('/ayuda');
      expect(luis.last).toContain('/reportar');
      expect(luis.last).toContain('/resumen');
      await luis.say('/reportar');
      await luis.say('50% campañas a la mitad');
      expect(story.stored('4')).toEqual({ progress: 50, observation: 'campañas a la mitad' });
    },
    quiet,
  );

  sentence(
    'Forged buttons of what is not theirs do nothing',
    async (story) => {
      const { ana, berta, mayor, simulator, stored } = story;
      await ana.say('/start');
      await mayor.say('/resumen');
      await story.work();
      await berta.say('/reportar');
      const question = berta.lastMessage.buttons.flat()[0]?.data ?? '';
      const before = [ana, berta, mayor].map((who) => textsOf(who).length);
      const on = ana.lastMessage.messageId;
      const notHers = [
        's:1',
        'd:1',
        'd:1:1',
        'd:1:p:1',
        'f:1',
        'o:1',
        'r:1',
        'r:1:yes',
        'r:all',
        'r:all:yes',
        'g:1:pdf',
        'v:1',
        'v:1:1:1',
      ];
      const nonsense = [
        question,
        'q:999:50',
        'n:2:1646143200000',
        's:999',
        'x',
        'x:maybe',
        '',
        'ñ'.repeat(32),
        'e:1:yes:x',
      ];
      for (const data of [...notHers, ...nonsense])
        await ana.atOnce((phone) => void phone.forgeTap(data, on));
      expect([ana, berta, mayor].map((who) => textsOf(who).length)).toEqual(before);
      for (const data of ['c:4:1', 'a:4:1', 'a:999:999'])
        await ana.atOnce((phone) => void phone.forgeTap(data, on));
      expect(ana.last).not.toContain('n.º 4');
      expect(ana.last).toContain('Primer monitoreo, cierra el 31 de marzo');
      expect(stored('4')).toBeNull();
      await berta.say('40% se hizo la reunión');
      expect(stored('4')).toEqual({ progress: 40, observation: 'se hizo la reunión' });
      for (const data of ['s:999', 'd:999', 'f:999', 'o:999', 'r:999:yes'])
        await mayor.atOnce((phone) => void phone.forgeTap(data, mayor.lastMessage.messageId));
      expect(simulator.mistakes()).toEqual([]);
    },
    quiet,
  );

  sentence(
    'Only the coordinator undoes an enrolment, and only the one it was told of',
    async (story) => {
      const { ana, mayor, coordinator, invite } = story;
      const second = story.stranger('Segunda');
      await mayor.say('/start');
      await second.say(invite('Ana Arboleda', coordinator));
      await second.tap('Autorizo');
      await story.tick();
      const undo = coordinator.lastMessage.buttons.flat()[0]?.data ?? '';
      expect(undo).toMatch(/^n:/);
      for (const who of [mayor, second])
        await who.atOnce((phone) => void phone.forgeTap(undo, who.lastMessage.messageId));
      const forged = undo.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
      await coordinator.atOnce((phone) => void phone.forgeTap(forged, coordinator.lastMessage.messageId));
      await second.say('/misactividades');
      expect(second.last).toContain('n.º 1');
      await coordinator.tap('No es esa persona');
      await coordinator.tap('Sí, no es esa persona');
      await second.say('/misactividades');
      expect(second.last).toContain(stranger);
      await ana.say('/misactividades');
      expect(ana.last).toContain(stranger);
    },
    quiet,
  );

  sentence(
    'Identity is the numeric user id, never the name',
    async (story) => {
      const twin = story.stranger('Ana', 'Arboleda');
      await twin.say('/misactividades');
      expect(twin.last).toContain(stranger);
    },
    quiet,
  );
});
