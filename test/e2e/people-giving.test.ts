import { describe, expect } from 'vitest';
import { assignment, person } from '../../src/db/schema/index.ts';
import { type Actor, sentence, textsOf, told } from '../world/story.ts';
import { agrees, assign, endAssignment } from './assignment-steps.ts';

/** Nothing is due by itself at this hour: the cut opened the day before. */
const quiet = { start: ['2022-03-17', 10] } as const;

const linkIn = (text: string): string => /https:\S+/.exec(text)?.[0] ?? '';

const buttonsUnder = (who: Actor, text: string): readonly string[] =>
  who.phone.chat
    .findLast((message) => message.from === 'bot' && message.text.includes(text))
    ?.buttons.flat()
    .map((button) => button.text) ?? [];

const first = 'Profesional Gestion Participacion Ciudadana';

describe('/asignar', () => {
  sentence(
    'gives a position to another person in the middle of a conversation: what is pending moves at once, both are told',
    async (story) => {
      const { ana, berta, coordinator, stored, drafts } = story;
      await ana.say('/reportar');
      await ana.say('0% aún no se realiza');
      await ana.tap('50');
      const question = ana.lastMessage;
      expect(drafts(ana)).toHaveLength(1);
      await coordinator.say('/asignar');
      expect(coordinator.last).toContain(`• ${first}: Ana Arboleda`);
      await coordinator.tap(first);
      expect(coordinator.last).toContain('¿A quién se lo asigna?');
      expect(coordinator.buttons).not.toContain('Ana Arboleda');
      await coordinator.tap('Berta Ruiz');
      expect(coordinator.buttons).toEqual(['En lugar de Ana Arboleda', 'Además', 'Dejar como está']);
      await coordinator.tap('En lugar de Ana Arboleda');
      expect(coordinator.last).toContain(`Berta Ruiz queda a cargo de ${first}, en lugar de Ana Arboleda.`);
      expect(coordinator.last).toContain('Pasan también 5 actividades pendientes.');
      await coordinator.tap('Sí, asignar');
      expect(coordinator.last).toBe(
        `Listo: Berta Ruiz queda a cargo de ${first}, en lugar de Ana Arboleda. Se les avisa, si ya ingresaron.`,
      );
      await story.tick();
      expect(berta.last).toContain(`Berta, desde hoy queda a su cargo ${first}, en lugar de Ana Arboleda.`);
      expect(berta.last).toContain('Le faltan 5 actividades (n.º 2, 3, 5, 6 y 7).');
      expect(berta.last).toContain('Con lo que ya tenía, le faltan 6 actividades.');
      expect(berta.buttons).toEqual(['Reportar ahora', 'Relación de entrega']);
      expect(ana.last).toContain(`Ana, desde hoy ${first} queda a cargo de Berta Ruiz.`);
      expect(ana.last).toContain('La pregunta sobre la n.º 2 quedó cerrada');
      expect(drafts(ana)).toEqual([]);
      await ana.tap('Omitir por ahora', question);
      expect(ana.last).toContain('La n.º 2 ya no está a su cargo');
      await ana.say('se publicó el plan en la página');
      expect(ana.last).not.toContain('✅');
      expect(stored('2')).toBeNull();
      expect(stored('1')).toEqual({ progress: 0, observation: 'aún no se realiza' });
      await berta.tap('Reportar ahora');
      await berta.say('40% plan en borrador');
      expect(stored('2')).toEqual({ progress: 40, observation: 'plan en borrador' });
      const before = [textsOf(ana).length, textsOf(berta).length];
      await story.at('2022-03-24', 8);
      expect(textsOf(ana)).toHaveLength(before[0] ?? 0);
      expect(textsOf(berta)).toHaveLength((before[1] ?? 0) + 1);
    },
    quiet,
  );

  sentence(
    'Typed into the closed question before the word of it came, the answer says whose it is now',
    async ({ ana, coordinator, stored }) => {
      await ana.say('/reportar');
      await ana.tap('50');
      await coordinator.say('/asignar');
      await coordinator.tap(first);
      await coordinator.tap('Berta Ruiz');
      await coordinator.tap('En lugar de Ana Arboleda');
      await coordinator.tap('Sí, asignar');
      await ana.say('se hizo la caracterización en tres barrios');
      expect(ana.last).toContain('La n.º 1 ya no está a su cargo');
      expect(stored('1')).toBeNull();
    },
    quiet,
  );

  sentence(
    'At night it is told at 08:00, and what it lists is the reminder of that day',
    async (story) => {
      const { ana, carlos, coordinator } = story;
      await story.at('2022-03-23', 20);
      await coordinator.say('/asignar');
      await coordinator.say('líder de participación ciudadana');
      await coordinator.tap('Ana Arboleda');
      await coordinator.tap('En lugar de Carlos Peña');
      const before = [textsOf(ana).length, textsOf(carlos).length];
      await coordinator.tap('Sí, asignar');
      await story.at('2022-03-24', 8);
      expect(textsOf(carlos).slice(before[1])).toEqual([
        expect.stringContaining('desde el 23 de marzo lider de participacion ciudadana queda a cargo de Ana'),
      ]);
      expect(textsOf(ana).slice(before[0])).toEqual([
        expect.stringContaining('Le falta 1 actividad (n.º 4)'),
      ]);
      expect(ana.last).toContain('Con lo que ya tenía, le faltan 7 actividades.');
      await story.minutes(5);
      expect(textsOf(ana)).toHaveLength((before[0] ?? 0) + 1);
    },
    quiet,
  );

  sentence(
    'Received at night, and the cut closed later that night: in the morning it is theirs, with nothing of it to do',
    async (story) => {
      const { ana, berta } = story;
      await story.at('2022-03-23', 20);
      const before = [textsOf(ana).length, textsOf(berta).length];
      await assign(story, { position: 1, person: 2 });
      await story.minutes(30);
      await story.types('cut', 'close', '--cut', '1', '--reason', 'lo pidió el alcalde');
      await story.at('2022-03-24', 8);
      expect(textsOf(berta).slice(before[1])).toEqual([
        `Berta, desde el 23 de marzo queda a su cargo ${first}, en lugar de Ana Arboleda.`,
        expect.stringMatching(
          /^Berta, Planeación cerró .*Quedaron sin reporte las n.º 1, 2, 3, 4, 5, 6 y 7/s,
        ),
      ]);
      expect(buttonsUnder(berta, 'queda a su cargo')).toEqual(['Relación de entrega']);
      expect(textsOf(ana).slice(before[0])).toEqual([expect.stringContaining('queda a cargo de Berta Ruiz')]);
    },
    quiet,
  );

  sentence(
    'What it no longer lists is reminded of that day, when something else is still pending',
    async (story) => {
      const { berta } = story;
      story.importAnother([
        ['PL-PC-01', 'PL-AC-02'],
        ['PLAN DE PARTICIPACION CIUDADANA', 'PLAN ANTICORRUPCION'],
        [new RegExp(first, 'gi'), 'Otro profesional'],
      ]);
      await story.minutes(1);
      await story.at('2022-03-23', 20);
      const before = textsOf(berta).length;
      await assign(story, { position: 1, person: 2 });
      await story.types(
        'cut',
        'close',
        '--plan',
        'PL-PC-01',
        '--cut',
        '1',
        '--reason',
        'lo pidió el alcalde',
      );
      await story.at('2022-03-24', 8);
      expect(textsOf(berta).slice(before)).toEqual([
        `Berta, desde el 23 de marzo queda a su cargo ${first}, en lugar de Ana Arboleda.`,
        expect.stringMatching(/^Berta, Planeación cerró/),
        expect.stringMatching(/^Buenos días, Berta\. El 31 de marzo cierra .*Plan Anticorrupción/),
      ]);
    },
    { start: ['2022-03-22', 10] },
  );

  sentence(
    'What a colleague reports before the morning is not listed; what is voided by then is, in place of the reminder',
    async (story) => {
      const { ana, berta, carlos } = story;
      await carlos.say('/reportar');
      await carlos.say('30% afiches impresos');
      await story.at('2022-03-23', 20);
      const before = textsOf(berta).length;
      await assign(story, { position: 1, person: 2, add: true });
      await assign(story, { position: 3, person: 1 });
      await ana.say('/reportar');
      await ana.say('15% usuarios encuestados');
      await ana.say('/cancelar');
      const answered = textsOf(ana).length;
      await story.types('report', 'void', '--activity', '4', '--cut', '1', '--reason', 'era de otro año');
      await story.at('2022-03-24', 8);
      expect(textsOf(berta).slice(before).join('\n')).toContain(
        'Le faltan 5 actividades (n.º 2, 3, 5, 6 y 7).',
      );
      expect(textsOf(ana).slice(answered)).toEqual([
        expect.stringMatching(
          /queda a su cargo lider.*Le falta 1 actividad \(n\.º 4\).*le faltan 6 actividades/s,
        ),
        expect.stringContaining('Planeación anuló el reporte de la n.º 4'),
      ]);
    },
    quiet,
  );

  sentence(
    'What was queued for who no longer holds it is cancelled',
    async (story) => {
      const { berta, carlos } = story;
      await story.at('2022-03-23', 20);
      await berta.say('/reportar');
      await berta.say('30% afiches impresos');
      const before = textsOf(carlos).length;
      await endAssignment(story, { position: 3, person: 3 });
      await story.at('2022-03-24', 8);
      expect(textsOf(carlos).slice(before)).toEqual([
        expect.stringContaining(
          'desde el 23 de marzo lider de participacion ciudadana ya no está a su cargo',
        ),
      ]);
    },
    quiet,
  );

  sentence(
    'Two people hold one position: either reports, the other hears of it',
    async (story) => {
      const { ana, berta, coordinator, stored } = story;
      await coordinator.say('/asignar');
      await coordinator.tap(first);
      await coordinator.tap('Berta Ruiz');
      await coordinator.tap('Además');
      expect(coordinator.last).toContain('además de Ana Arboleda');
      await coordinator.tap('Sí, asignar');
      await story.tick();
      expect(told(ana, 'queda a cargo')).toEqual([]);
      expect(berta.last).toContain('Le faltan 6 actividades');
      await berta.tap('Reportar ahora');
      await berta.say('40% encuestas en dos barrios');
      expect(stored('1')).toEqual({ progress: 40, observation: 'encuestas en dos barrios' });
      await story.minutes(1);
      expect(ana.last).toContain('Berta Ruiz reportó la n.º 1, que también es suya');
      await ana.say('/misactividades');
      expect(ana.last).toContain('n.º 1');
      await coordinator.say('/encargo');
      await coordinator.tap(first);
      await coordinator.tap('Carlos Peña');
      await coordinator.tap('Hoy');
      await coordinator.say('20 de marzo');
      expect(coordinator.buttons).toEqual([
        'En lugar de Ana Arboleda',
        'En lugar de Berta Ruiz',
        'Además',
        'Dejar como está',
      ]);
      await coordinator.tap('En lugar de Berta Ruiz');
      await coordinator.tap('Sí, encargar');
      await berta.say('/misactividades');
      expect(berta.last).not.toContain('n.º 2');
      await ana.say('/misactividades');
      expect(ana.last).toContain('n.º 2');
      await story.at('2022-03-22', 8);
      await berta.say('/misactividades');
      expect(berta.last).toContain('n.º 2');
    },
    quiet,
  );

  sentence(
    'Given to somebody new it ends in a link; nothing is done before the yes',
    async (story) => {
      const { ana, coordinator } = story;
      await coordinator.say('/asignar');
      await coordinator.tap(first);
      await coordinator.say('Rosa');
      expect(coordinator.last).toContain('nombre completo (nombre y apellido)');
      await coordinator.say('Rosa Mosquera');
      await coordinator.tap('En lugar de Ana Arboleda');
      expect(coordinator.last).toContain('Rosa Mosquera (persona nueva)');
      expect(coordinator.last).toContain('Le daré el enlace');
      expect(story.db.select().from(person).all()).toHaveLength(5);
      await coordinator.tap('Dejar como está');
      expect(coordinator.last).toBe('De acuerdo, no cambié nada.');
      expect(story.db.select().from(person).all()).toHaveLength(5);
      await coordinator.say('/asignar');
      await coordinator.tap(first);
      await coordinator.say('Rosa Mosquera');
      await coordinator.tap('En lugar de Ana Arboleda');
      await coordinator.say('sí');
      const [done = ''] = told(coordinator, 'Listo: Rosa Mosquera queda a cargo');
      const rosa = story.stranger('Rosa');
      await rosa.say(linkIn(done));
      await rosa.tap('Autorizo');
      expect(rosa.last).toContain('Le faltan 6 actividades (n.º 1, 2, 3, 5, 6 y 7)');
      await ana.say('/misactividades');
      expect(ana.last).toContain('Desde hoy reporta Rosa Mosquera (');
    },
    quiet,
  );

  sentence(
    'A name that is known already is asked about',
    async ({ coordinator, db }) => {
      await coordinator.say('/invitar');
      await coordinator.tap(first);
      await coordinator.say('berta ruíz');
      expect(coordinator.last).toContain('Ya hay berta ruíz entre las personas. ¿Es la misma?');
      await coordinator.tap(/^Es Berta Ruiz/);
      await coordinator.tap('En lugar de Ana Arboleda');
      await coordinator.tap('Sí, invitar');
      expect(coordinator.last).toContain('Berta Ruiz queda a cargo');
      expect(coordinator.last).not.toContain('https');
      expect(db.select().from(person).all()).toHaveLength(5);
    },
    quiet,
  );

  sentence(
    'Only who coordinates gives, ends and invites, also when the button is forged or the office was lost meanwhile',
    async (story) => {
      const { ana, mayor, coordinator } = story;
      for (const who of [ana, mayor])
        for (const command of ['/personas', '/invitar', '/asignar', '/encargo']) {
          await who.say(command);
          expect(who.last).toContain('Eso no está disponible para usted');
        }
      const assignments = () => story.db.select().from(assignment).all();
      const before = assignments();
      await ana.say('/ayuda');
      for (const data of [
        'x:give:1:3:1',
        'x:end:1',
        'x:contract:1',
        'x:link:2',
        'x:unlink:2:1',
        'x:people:1',
      ])
        await ana.atOnce((phone) => void phone.forgeTap(data, ana.lastMessage.messageId));
      expect(ana.last).toContain('Esto puede hacer aquí');
      await coordinator.say('/ayuda');
      for (const data of ['x:give:9:9:9', 'x:give', 'x:end:999', 'x:person:999', 'x:held:999', 'x:office:77'])
        await coordinator.atOnce((phone) => void phone.forgeTap(data, coordinator.lastMessage.messageId));
      expect(assignments()).toEqual(before);
      await coordinator.say('/asignar');
      await coordinator.tap(first);
      await coordinator.tap('Berta Ruiz');
      await coordinator.tap('En lugar de Ana Arboleda');
      await assign(story, { role: 'coordinator', person: 4 });
      await coordinator.tap('Sí, asignar');
      expect(told(coordinator, 'Eso no está disponible para usted')).toHaveLength(1);
      expect(assignments().filter((row) => row.personId === 2)).toHaveLength(1);
    },
    quiet,
  );
});

describe('/encargo', () => {
  sentence(
    'From a day until a day, over a reminder day, returning by itself; both are told what is pending when it begins and returns',
    async (story) => {
      const { ana, berta, coordinator, stored, drafts } = story;
      await ana.say('/reportar');
      await ana.tap('50');
      await ana.say('/cancelar');
      await coordinator.say('/encargo');
      await coordinator.tap(first);
      await coordinator.tap('Berta Ruiz');
      await coordinator.say('ayer');
      expect(coordinator.last).toContain('Escriba una fecha');
      await coordinator.say('16 de marzo de 2022');
      expect(coordinator.last).toContain('No puede ser: el 16 de marzo de 2022 ya pasó');
      await coordinator.say('24/03/2022');
      await coordinator.say('23 de marzo');
      expect(coordinator.last).toContain('es anterior al primero');
      await coordinator.say('29 de marzo');
      expect(coordinator.last).toContain(
        `Berta Ruiz queda a cargo de ${first}, del 24 al 29 de marzo, en lugar de Ana Arboleda.`,
      );
      expect(coordinator.last).toContain('Después vuelve solo a Ana Arboleda.');
      await coordinator.tap('Sí, encargar');
      await story.tick();
      expect(ana.last).toContain(
        `del 24 al 29 de marzo ${first} queda a cargo de Berta Ruiz; después vuelve a usted.`,
      );
      expect(berta.last).toContain('del 24 al 29 de marzo queda a su cargo');
      expect(berta.last).not.toContain('Le falta');
      const before = [textsOf(ana).length, textsOf(berta).length];
      await story.at('2022-03-24', 8);
      expect(textsOf(ana).slice(before[0])).toEqual([
        expect.stringContaining(
          'desde hoy hasta el 29 de marzo Profesional Gestion Participacion Ciudadana queda a cargo de Berta',
        ),
      ]);
      expect(textsOf(berta).slice(before[1])).toEqual([
        expect.stringContaining('Le faltan 6 actividades (n.º 1, 2, 3, 5, 6 y 7).'),
      ]);
      await berta.tap('Reportar ahora');
      await berta.say('30% en campo todavía');
      expect(stored('1')).toEqual({ progress: 30, observation: 'en campo todavía' });
      await berta.say('/cancelar');
      await ana.say('/misactividades');
      expect(ana.last).toBe('Hasta el 29 de marzo reporta Berta Ruiz por encargo; el 30 vuelve a usted.');
      const middle = textsOf(ana).length;
      await story.at('2022-03-28', 8);
      expect(berta.last).toContain('Le faltan 6 actividades');
      expect(textsOf(ana)).toHaveLength(middle);
      const bertaBefore = textsOf(berta).length;
      await story.at('2022-03-30', 8);
      expect(textsOf(ana).slice(middle)).toEqual([
        expect.stringContaining(`Ana, desde hoy vuelve a su cargo ${first}.`),
      ]);
      expect(ana.last).toContain('Le faltan 5 actividades (n.º 2, 3, 5, 6 y 7)');
      expect(textsOf(berta).slice(bertaBefore)).toEqual([
        expect.stringContaining(`su encargo de ${first} terminó y vuelve a Ana Arboleda.`),
        expect.stringContaining('Le falta 1 actividad'),
      ]);
      expect(drafts(ana)).toEqual([{ progress: 50, observation: null }]);
      await story.minutes(10);
      expect(textsOf(ana)).toHaveLength(middle + 1);
    },
    quiet,
  );

  sentence(
    'Ended before its last day it returns at once; called off before it begins, nothing changes',
    async (story) => {
      const { ana, berta, coordinator } = story;
      await coordinator.say('/encargo');
      await coordinator.tap(first);
      await coordinator.tap('Berta Ruiz');
      await coordinator.tap('Mañana');
      await coordinator.say('30 de marzo');
      await coordinator.tap('Sí, encargar');
      await story.tick();
      const planned = textsOf(berta).length;
      await coordinator.say('/personas');
      expect(coordinator.last).toContain(
        'encargo desde mañana hasta el 30 de marzo, en lugar de Ana Arboleda',
      );
      await coordinator.tap('Berta Ruiz');
      await coordinator.tap(first);
      await coordinator.tap('Terminar el encargo');
      expect(coordinator.last).toContain('Vuelve a Ana Arboleda.');
      await coordinator.tap('Sí, terminar');
      await story.tick();
      expect(textsOf(berta).slice(planned)).toEqual([
        expect.stringContaining('desde mañana hasta el 30 de marzo quedó sin efecto'),
      ]);
      expect(ana.last).toContain('Todo sigue a su cargo como antes.');
      await story.at('2022-03-18', 8);
      await ana.say('/misactividades');
      expect(ana.last).toContain('n.º 1');
      await assign(story, { position: 1, person: 2, until: '30 de marzo' });
      await ana.say('/misactividades');
      expect(ana.last).toBe('Hasta el 30 de marzo reporta Berta Ruiz por encargo; el 31 vuelve a usted.');
      await coordinator.say('/personas');
      await coordinator.tap('Berta Ruiz');
      await coordinator.tap(first);
      await coordinator.tap('Terminar el encargo');
      await coordinator.say('si');
      await story.tick();
      expect(ana.last).toContain(`Ana, desde hoy vuelve a su cargo ${first}.`);
      expect(ana.last).toContain('Le faltan 6 actividades');
      expect(berta.last).toContain(`su encargo de ${first} terminó y vuelve a Ana Arboleda`);
    },
    quiet,
  );

  sentence(
    'Until the day its giver is replaced for good, it still returns when it is ended or called off before',
    async (story) => {
      const { ana, berta, carlos, coordinator } = story;
      const acting = { position: 1, person: 2 };
      const days = { from: '2022-03-22', until: '2022-03-31' };
      await assign(story, { position: 1, person: 3, from: '2022-04-01' });
      await assign(story, { ...acting, ...days });
      await story.tick();
      expect(ana.last).toContain(`del 22 al 31 de marzo ${first} queda a cargo de Berta Ruiz.`);
      const list = await story.types('person', 'list');
      expect(list.split('\n').find((line) => line.includes('Ana'))).toContain(`${first} (hasta 2022-03-21)`);
      expect(list.match(new RegExp(first, 'g'))).toHaveLength(3);
      await endAssignment(story, acting);
      await story.tick();
      expect(ana.last).toContain('Todo sigue a su cargo como antes.');
      await assign(story, { ...acting, ...days });
      await story.at('2022-03-22', 8);
      await ana.say('/misactividades');
      expect(ana.last).toContain('Desde hoy reporta Berta Ruiz (');
      await coordinator.say('/personas');
      await coordinator.tap('Berta Ruiz');
      await coordinator.tap(first);
      await coordinator.tap('Terminar el encargo');
      expect(coordinator.last).toContain('Vuelve a Ana Arboleda.');
      await coordinator.tap('Sí, terminar');
      await story.tick();
      expect(ana.last).toContain(`Ana, desde hoy hasta el 31 de marzo vuelve a su cargo ${first}.`);
      expect(berta.last).toContain(`su encargo de ${first} terminó y vuelve a Ana Arboleda`);
      await ana.say('/misdatos');
      expect(ana.last.match(new RegExp(`• ${first}`, 'g'))).toHaveLength(2);
      const before = textsOf(berta).length;
      await story.at('2022-04-01', 8);
      expect(told(ana, `desde hoy ${first} queda a cargo de Carlos`)).toHaveLength(1);
      expect(told(carlos, `desde hoy queda a su cargo ${first}, en lugar de Ana Arboleda`)).toHaveLength(1);
      expect(told(berta, first)).toEqual(told(berta, first).slice(0, before));
    },
    quiet,
  );

  sentence(
    'Left to run until its giver is replaced for good, it passes on, and nobody hears that it returns',
    async (story) => {
      const { ana, berta, carlos } = story;
      await assign(story, { position: 1, person: 3, from: '2022-04-01' });
      await assign(story, { position: 1, person: 2, until: '2022-03-31' });
      await story.tick();
      const heard = textsOf(ana).length;
      await story.at('2022-04-01', 8);
      expect(textsOf(ana)).toHaveLength(heard);
      expect(told(ana, 'vuelve')).toEqual([]);
      expect(told(berta, `desde hoy ${first} queda a cargo de Carlos`)).toHaveLength(1);
      expect(told(carlos, `queda a su cargo ${first}, en lugar de Berta Ruiz`)).toHaveLength(1);
    },
    quiet,
  );

  sentence(
    'An office too: who acts as mayor gets the summary of those days, and the others hear of the appointment',
    async (story) => {
      const { berta, mayor, coordinator } = story;
      await coordinator.say('/encargo');
      await coordinator.tap('Alcaldía');
      await coordinator.tap('Berta Ruiz');
      await coordinator.say('30 de marzo');
      await coordinator.say('4 de abril');
      await coordinator.tap('Sí, encargar');
      await agrees(story, mayor);
      expect(mayor.last).toContain('del 30 de marzo al 4 de abril');
      expect(mayor.last).toContain('queda a cargo de Berta Ruiz; después vuelve a usted');
      await story.at('2022-03-30', 8);
      await mayor.say('/resumen');
      expect(mayor.last).toContain('Eso no está disponible');
      await story.at('2022-04-01', 8);
      expect(told(berta, 'para esta fecha se esperaba')).toHaveLength(1);
      expect(told(mayor, 'para esta fecha se esperaba')).toHaveLength(0);
      await story.at('2022-04-05', 8);
      expect(told(mayor, 'vuelve a su cargo la Alcaldía')).toHaveLength(1);
      await mayor.say('/resumen');
      expect(mayor.last).not.toContain('Eso no está disponible');
      await berta.say('/resumen');
      expect(berta.last).toContain('Eso no está disponible');
    },
    quiet,
  );

  sentence(
    'Given in the evening and taken again the same night, it takes nobody the reminder of what else is theirs',
    async (story) => {
      const { berta } = story;
      await assign(story, { position: 1, person: 2, add: true });
      await story.at('2022-03-23', 21);
      await assign(story, { position: 1, person: 3 });
      const before = told(berta, 'Le falta 1 actividad').length;
      await story.at('2022-03-24', 8);
      await story.minutes(1);
      expect(told(berta, 'Le falta 1 actividad').length).toBe(before + 1);
    },
    { start: ['2022-03-23', 20] },
  );

  sentence(
    'Two things begin on a reminder day: what the one lists is the reminder, also when the other lists nothing',
    async (story) => {
      const { berta } = story;
      const onThe24th = { person: 2, from: '2022-03-24', until: '2022-03-29' };
      await assign(story, { position: 1, ...onThe24th });
      await assign(story, { role: 'mayor', ...onThe24th });
      const before = textsOf(berta).length;
      await story.at('2022-03-24', 8);
      expect(textsOf(berta).slice(before)).toEqual([
        expect.stringContaining('Le faltan 6 actividades (n.º 1, 2, 3, 5, 6 y 7).'),
        expect.stringContaining('queda a su cargo la Alcaldía'),
      ]);
    },
    quiet,
  );
});

describe('What is told no more', () => {
  sentence(
    'Called off in the same night, neither hears of what was planned; taken back, who never knew hears nothing',
    async (story) => {
      const { ana, berta, carlos } = story;
      await story.at('2022-03-17', 20);
      const before = [ana, berta, carlos].map((who) => textsOf(who).length);
      const acting = { position: 1, person: 2 };
      await assign(story, { ...acting, from: '20 de marzo', until: '30 de marzo' });
      await endAssignment(story, acting);
      await assign(story, { position: 1, person: 3, add: true });
      await endAssignment(story, { position: 1, person: 3 });
      await story.at('2022-03-18', 8);
      await story.at('2022-03-23', 8);
      expect([ana, berta, carlos].map((who) => textsOf(who).length)).toEqual(before);
      await ana.say('/misactividades');
      expect(ana.last).toContain('n.º 1');
    },
    quiet,
  );

  sentence(
    '/misdatos says what somebody holds and held, with its dates',
    async (story) => {
      const { ana } = story;
      await ana.say('/reportar');
      await ana.tap('50');
      await ana.say('/cancelar');
      await assign(story, { position: 1, person: 1, contractEnd: '2022-12-31' });
      await assign(story, { position: 2, person: 1, until: '20 de marzo' });
      await ana.say('/misdatos');
      expect(ana.last).toContain('Reportes y correcciones: 0, y 1 a medias');
      expect(ana.last).toContain(
        `• ${first}: desde el 1 de marzo de 2022, contrato hasta el 31 de diciembre de 2022`,
      );
      expect(ana.last).toContain('encargo del 17 al 20 de marzo de 2022');
      await story.at('2022-03-22', 9);
      await ana.say('/misdatos');
      expect(ana.last).toContain(`Cargo: ${first}`);
      expect(ana.last).toContain('encargo del 17 al 20 de marzo de 2022');
    },
    quiet,
  );
});

describe('Contracts', () => {
  sentence(
    'The coordinator is warned 15 days before, once, with a button to give the position to another',
    async (story) => {
      const { coordinator, berta } = story;
      await coordinator.say('/personas');
      await coordinator.tap('Ana Arboleda');
      await coordinator.tap('Fin de contrato');
      await coordinator.say('pronto');
      expect(coordinator.last).toContain('Escriba una fecha');
      await coordinator.say('17 de abril');
      expect(coordinator.last).toContain('termina el 17 de abril de 2022 (faltan 31 días)');
      await coordinator.say('/personas');
      expect(coordinator.last).toContain('contrato hasta el 17 de abril');
      const warned = () => told(coordinator, 'El contrato de Ana Arboleda').length;
      await story.at('2022-04-01', 18);
      expect(warned()).toBe(0);
      await story.at('2022-04-02', 9);
      expect(warned()).toBe(0);
      await story.at('2022-04-04', 8);
      expect(warned()).toBe(1);
      const warning = coordinator.lastMessage;
      await story.at('2022-04-05', 8);
      expect(warned()).toBe(1);
      await coordinator.tap('Dar el cargo a otra persona', warning);
      await coordinator.tap('Berta Ruiz');
      expect(coordinator.last).toContain('en lugar de Ana Arboleda');
      await coordinator.tap('Sí, asignar');
      await story.tick();
      expect(berta.last).toContain(`queda a su cargo ${first}`);
    },
    quiet,
  );

  sentence(
    'Set nearer than that, the others hear of it and who set it does not',
    async (story) => {
      const { coordinator } = story;
      await assign(story, { position: 1, person: 1, contractEnd: '2022-03-25' });
      await story.tick();
      expect(coordinator.last).toContain('El contrato de Ana Arboleda');
      await coordinator.tap('Cambiar la fecha');
      await coordinator.say('28/03/2022');
      const after = textsOf(coordinator).length;
      await story.at('2022-03-18', 8);
      expect(textsOf(coordinator)).toHaveLength(after);
    },
    quiet,
  );
});
