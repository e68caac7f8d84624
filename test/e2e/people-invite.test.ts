import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { encode } from 'uqr';
import { describe, expect } from 'vitest';
import { assignment, audit, job, outbox } from '../../src/db/schema/index.ts';
import { type Actor, livedOnce, type Story, sentence, textsOf, told } from '../world/story.ts';
import { until } from '../world/until.ts';
import { agrees, assign, endAssignment } from './assignment-steps.ts';

/** Nothing is due by itself at this hour: the cut opened the day before. */
const quiet = { start: ['2022-03-17', 10] } as const;

/** The last link that somebody was given. */
const linkOf = (who: Actor): string => /https:\S+/.exec(told(who, 'https://').at(-1) ?? '')?.[0] ?? '';
const tokenOf = (link: string): string => link.split('start=')[1] ?? '';

const first = 'Profesional Gestion Participacion Ciudadana';

/** Invites somebody new to what a button says. */
async function inviteNew(coordinator: Actor, held: string, name: string): Promise<string> {
  await coordinator.say('/invitar');
  await coordinator.tap(held);
  await coordinator.say(name);
  await coordinator.tap('Sí, invitar');
  return linkOf(coordinator);
}

/** Invited to Control Interno by the coordinator, and accepted: the name is still to be confirmed. */
async function rosaForControl(story: Story): Promise<Actor> {
  const rosa = story.stranger('Rosa');
  await rosa.say(await inviteNew(story.coordinator, 'Control Interno', 'Rosa Mosquera'));
  await rosa.tap('Autorizo');
  return rosa;
}

describe('/invitar to a position', () => {
  sentence(
    'gives a link with its expiry, and the same as a QR picture to forward; of neither anything is kept',
    async (story) => {
      const { coordinator } = story;
      await endAssignment(story, { position: 1, person: 1 });
      await coordinator.say('/invitar');
      expect(coordinator.last).toContain(`• ${first}: sin responsable`);
      await coordinator.tap(first);
      expect(coordinator.buttons).toEqual(['Ana Arboleda', 'Dejar como está']);
      await coordinator.say('Rosa Mosquera');
      expect(coordinator.last).toContain(`Rosa Mosquera (persona nueva) queda a cargo de ${first}.`);
      await coordinator.tap('Sí, invitar');
      const link = linkOf(coordinator);
      expect(told(coordinator, link)[0]).toContain(
        'Sirve una sola vez y vence el 24 de marzo, 10:00 a. m.\n',
      );
      await story.work();
      const picture = coordinator.phone.chat.findLast((message) => message.kind === 'photo');
      expect(picture?.text).toBe('Invitación para Rosa Mosquera. Sirve una sola vez.');
      expect(modulesOf(picture?.photo?.bytes ?? new Uint8Array())).toEqual(
        encode(link, { ecc: 'M', border: 4 }).data,
      );
      expect(story.whereStored(tokenOf(link))).toEqual([]);
      const outgoing = join(story.filesPath, 'outgoing');
      expect(existsSync(outgoing) ? readdirSync(outgoing) : []).toEqual([]);
      const rosa = story.stranger('Rosa');
      await rosa.say(link);
      expect(rosa.last).toContain(`como ${first}`);
      await rosa.tap('Autorizo');
      expect(rosa.last).toContain('Le faltan 6 actividades (n.º 1, 2, 3, 5, 6 y 7)');
      await story.tick();
      expect(told(coordinator, 'Rosa Mosquera aceptó la invitación')).toHaveLength(1);
    },
    { ...quiet, notEnrolled: ['ana'] },
  );

  livedOnce(
    'comes all the same when its picture cannot be made, and it says so',
    async (story) => {
      const { coordinator } = story;
      await endAssignment(story, { position: 1, person: 1 });
      mkdirSync(story.filesPath, { recursive: true });
      writeFileSync(join(story.filesPath, 'outgoing'), 'not a folder');
      const link = await inviteNew(coordinator, first, 'Rosa Mosquera');
      expect(link).toContain('https://t.me/cascajal_bot?start=');
      const attempts = () =>
        story.db
          .select()
          .from(job)
          .all()
          .find((each) => each.kind === 'qr')?.attempts ?? 0;
      for (let attempt = 1; attempt < 5; attempt++) {
        await until(() => attempts() >= attempt, 'so many attempts');
        await story.minutes(15);
        await coordinator.say('/ayuda');
      }
      await story.work();
      expect(told(coordinator, 'No pudimos preparar la imagen de la invitación')).toHaveLength(1);
      expect(story.whereStored(tokenOf(link))).toEqual([]);
    },
    { ...quiet, notEnrolled: ['ana'] },
  );

  sentence(
    'of somebody who holds it already makes only the link; who was invited is shown, and the link can be withdrawn',
    async (story) => {
      const { ana, coordinator } = story;
      await coordinator.say('/invitar');
      await coordinator.tap(first);
      await coordinator.tap('Ana Arboleda');
      expect(coordinator.last).toContain(`Ana Arboleda ya tiene ${first}.`);
      await coordinator.tap('Sí, invitar');
      const link = linkOf(coordinator);
      await coordinator.say('/personas');
      expect(coordinator.last).toContain('invitación enviada, el enlace vence el 24 de marzo');
      await coordinator.tap('Ana Arboleda');
      await coordinator.tap('Retirar el enlace');
      expect(coordinator.last).toContain('El enlace de Ana Arboleda dejará de servir. ¿Lo retiro?');
      await ana.say(link);
      expect(ana.buttons).toContain('Autorizo');
      const notice = ana.lastMessage;
      await coordinator.tap('Sí, retirarlo');
      expect(coordinator.last).toBe('Listo: el enlace de Ana Arboleda ya no sirve.');
      await ana.tap('Autorizo', notice);
      expect(ana.last).toContain('fue anulada');
      await ana.say(link);
      expect(ana.last).toContain('fue anulada');
      await coordinator.tap('Ver a la persona');
      expect(coordinator.last).toContain('No ha ingresado, enlace retirado');
      await coordinator.tap('Invitar');
      await ana.say(linkOf(coordinator));
      await ana.tap('Autorizo');
      expect(ana.last).toContain('Gracias, Ana');
    },
    { ...quiet, notEnrolled: ['ana'] },
  );

  sentence(
    'expires, works once, and is declined without enrolling; /personas says which',
    async (story) => {
      const { ana, coordinator, stranger } = story;
      await endAssignment(story, { position: 1, person: 1 });
      const old = await inviteNew(coordinator, first, 'Rosa Mosquera');
      await story.at('2022-03-24', 10, 1);
      await ana.say(old);
      expect(ana.last).toContain('ya venció');
      await coordinator.say('/personas');
      await coordinator.tap('Rosa Mosquera');
      expect(coordinator.last).toContain('Enlace vencido hoy');
      await coordinator.tap('Invitar');
      const link = linkOf(coordinator);
      await ana.say(link);
      await ana.tap('No autorizo');
      await story.tick();
      await coordinator.say('/personas');
      expect(coordinator.last).toContain('no autorizó hoy');
      await ana.say(link);
      await ana.tap('Autorizo');
      const other = stranger('Otra');
      await other.say(link);
      expect(other.last).toContain('ya se usó');
      await coordinator.say('/personas');
      expect(coordinator.last).toContain(`Rosa Mosquera: ${first} · ya ingresó`);
    },
    { ...quiet, notEnrolled: ['ana'] },
  );

  sentence(
    'A changed or lost account: the new link keeps the history, and the former account is told',
    async (story) => {
      const { ana, coordinator, stored } = story;
      await ana.say('/reportar');
      await ana.say('30% encuestas en un barrio');
      await coordinator.say('/personas');
      await coordinator.tap('Ana Arboleda');
      await coordinator.tap('Cambió de cuenta: nuevo enlace');
      expect(told(coordinator, 'la cuenta de ahora de Ana queda sin acceso')).toHaveLength(1);
      const second = story.stranger('Ana N');
      await second.say(linkOf(coordinator));
      await second.tap('Autorizo');
      expect(second.last).toContain('Le faltan 5 actividades (n.º 2, 3, 5, 6 y 7)');
      await story.tick();
      expect(ana.last).toContain('Su ingreso pasó a otra cuenta de Telegram');
      await second.say('/misactividades');
      expect(second.last).toContain('n.º 1');
      expect(second.last).toContain('30 %');
      await second.say('/misdatos');
      expect(second.last).toContain('Reportes y correcciones: 1');
      expect(stored('1')).toEqual({ progress: 30, observation: 'encuestas en un barrio' });
    },
    quiet,
  );
});

describe('/invitar to an office', () => {
  sentence(
    'begins when the inviter confirms the name that came in; until then nothing of it is held; the others are told',
    async (story) => {
      const { mayor, coordinator } = story;
      const link = await inviteNew(coordinator, 'Control Interno', 'Rosa Mosquera');
      await coordinator.say('/personas');
      expect(coordinator.last).toContain('invitación enviada para Control Interno');
      const rosa = story.stranger('Rosita');
      await rosa.say(link);
      expect(rosa.last).toContain('como Control Interno');
      await rosa.tap('Autorizo');
      expect(rosa.last).toContain(
        'Falta que Diana Mina confirme su nombre. Entonces empieza como Control Interno',
      );
      await rosa.say('/resumen');
      expect(rosa.last).toContain('Eso no está disponible');
      await story.tick();
      const [asked] = told(coordinator, 'En Telegram aparece como «Rosita»');
      expect(asked).toContain('Empieza como Control Interno cuando usted lo confirme.');
      expect(told(mayor, 'Rosa Mosquera')).toEqual([]);
      await coordinator.tap('Sí, es esa persona');
      expect(told(coordinator, 'Falta el sí de Julio Biojó para que Rosa Mosquera quede como')).toHaveLength(
        1,
      );
      await rosa.say('/resumen');
      expect(rosa.last).toContain('Eso no está disponible');
      await agrees(story, mayor);
      expect(told(coordinator, 'Listo: Julio Biojó estuvo de acuerdo')).toHaveLength(1);
      expect(told(rosa, 'desde hoy queda a su cargo Control Interno')).toHaveLength(1);
      expect(told(mayor, 'Rosa Mosquera queda como Control Interno desde hoy.')).toHaveLength(1);
      await rosa.say('/resumen');
      expect(rosa.last).toContain('Alcaldía Local Isla del Cascajal');
      const acts = story.db
        .select()
        .from(audit)
        .all()
        .map((row) => row.act);
      expect(acts).toContain('officeConfirmed');
      expect(acts).toContain('assigned');
    },
    quiet,
  );

  sentence(
    'is asked about again each working day, five times, and shown to whom must confirm; who waits hears what is missing',
    async (story) => {
      const { mayor, coordinator } = story;
      const rosa = await rosaForControl(story);
      await story.tick();
      const missing = 'Falta que Diana Mina confirme su nombre';
      for (const words of ['/resumen', '/ayuda', '/start']) {
        await rosa.say(words);
        expect(rosa.last).toContain(missing);
      }
      // 18 March is a Friday, and 21 March a holiday.
      const days = ['18', '19', '20', '21', '22', '23', '24', '25', '28', '29', '30'];
      const asked = () => told(coordinator, 'En Telegram aparece como «Rosa»').length;
      const seen: number[] = [];
      for (const day of days) {
        await story.at(`2022-03-${day}`, 7, 30);
        await story.at(`2022-03-${day}`, 8);
        await story.at(`2022-03-${day}`, 9);
        seen.push(asked());
      }
      expect(seen).toEqual([2, 2, 2, 2, 3, 4, 5, 6, 6, 6, 6]);
      for (const words of ['/personas', '/pendientes', '/presentar']) {
        await coordinator.say(words);
        const waits = 'Rosa Mosquera espera que usted confirme su nombre para empezar como Control Interno.';
        expect(textsOf(coordinator).slice(-3).join('\n')).toContain(waits);
      }
      await mayor.say('/pendientes');
      expect(textsOf(mayor).slice(-2).join('\n')).not.toContain('Rosa');
      await coordinator.tap('Confirmar a Rosa Mosquera');
      await coordinator.tap('Sí, es esa persona');
      await story.minutes(31);
      expect(rosa.last).toContain('Su nombre está confirmado. Falta el sí de Julio Biojó');
      const question = () => told(mayor, 'que Rosa Mosquera quede como Control Interno').length;
      expect(question()).toBe(1);
      await story.at('2022-03-31', 8);
      await story.at('2022-03-31', 9);
      expect(question()).toBe(2);
      await coordinator.say('/personas');
      expect(coordinator.last).not.toContain('confirme su nombre');
      await mayor.tap('Sí, de acuerdo');
      await story.at('2022-04-01', 9);
      expect(question()).toBe(2);
      await rosa.say('/ayuda');
      expect(rosa.last).not.toContain('Falta');
    },
    quiet,
  );

  sentence(
    'denied, before or after, ends it: the account is out and whoever was told hears so',
    async (story) => {
      const { mayor, coordinator } = story;
      const wrong = story.stranger('Peter');
      await wrong.say(await inviteNew(coordinator, 'Control Interno', 'Rosa Mosquera'));
      await wrong.tap('Autorizo');
      await story.tick();
      await coordinator.tap('No es esa persona');
      await coordinator.tap('Sí, no es esa persona');
      await story.tick();
      await wrong.say('/resumen');
      expect(told(wrong, 'Este chat es solo para personas invitadas')).toHaveLength(1);
      expect(told(mayor, 'Rosa Mosquera')).toEqual([]);
      expect(story.db.select().from(assignment).all()).toHaveLength(5);
      const confirm = coordinator.phone.chat
        .flatMap((message) => message.buttons.flat())
        .find((button) => button.text === 'Sí, es esa persona');
      expect(confirm).toBeUndefined();
      await coordinator.atOnce(
        (phone) => void phone.forgeTap('x:officeok:1', coordinator.lastMessage.messageId),
      );
      expect(told(coordinator, 'Eso cambió mientras tanto')).toHaveLength(1);
      const again = story.stranger('Paul');
      await again.say(await inviteNew(coordinator, 'Control Interno', 'Luis Caicedo'));
      await again.tap('Autorizo');
      await story.tick();
      await coordinator.tap('Sí, es esa persona');
      await agrees(story, mayor);
      await again.say('/resumen');
      expect(again.last).toContain('Alcaldía');
      await coordinator.tap('No es esa persona');
      await coordinator.tap('Sí, no es esa persona');
      expect(told(coordinator, 'Tampoco figura ya como Control Interno.')).toHaveLength(1);
      await story.tick();
      expect(mayor.last).toContain('Luis Caicedo ya no figura como Control Interno');
      const before = textsOf(again).length;
      await again.say('/resumen');
      expect(textsOf(again).slice(before)).toEqual([
        expect.stringContaining('Este chat es solo para personas invitadas'),
      ]);
    },
    quiet,
  );

  sentence(
    'Only the inviter confirms',
    async (story) => {
      const olga = await story.newcomer('Olga Ríos', { roles: ['coordinator'] });
      const rosa = await rosaForControl(story);
      await story.tick();
      await olga.say('/ayuda');
      for (const who of [olga, rosa])
        await who.atOnce((phone) => void phone.forgeTap('x:officeok:2', who.lastMessage.messageId));
      expect(told(olga, 'Eso lo confirma quien hizo la invitación.')).toHaveLength(1);
      await rosa.say('/resumen');
      expect(rosa.last).toContain('Eso no está disponible');
      await endAssignment(story, { role: 'coordinator', person: 5 });
      await olga.atOnce((phone) => void phone.forgeTap('x:officeok:2', olga.lastMessage.messageId));
      // The notice of it goes out with the minute, or before with a picture that is done.
      await agrees(story, story.mayor);
      await rosa.say('/resumen');
      expect(rosa.last).toContain('Alcaldía');
    },
    quiet,
  );

  sentence(
    'Who came into an office at night is told of in the morning, whatever else was given that night',
    async (story) => {
      const { mayor } = story;
      await story.at('2022-03-17', 21);
      await story.newcomer('Olga Ríos', { roles: ['coordinator'] });
      await assign(story, { position: 1, person: 2 });
      await story.at('2022-03-18', 8);
      expect(told(mayor, 'Olga Ríos ingresó como')).toHaveLength(1);
    },
    quiet,
  );

  sentence(
    'When the inviter coordinates no more, who comes after is asked, once, and the office does not wait for nobody',
    async (story) => {
      const { coordinator } = story;
      const rosa = await rosaForControl(story);
      await story.tick();
      const olga = await story.newcomer('Olga Ríos', { roles: ['coordinator'] });
      await story.tick();
      expect(told(coordinator, 'Rosa Mosquera aceptó la invitación')).toHaveLength(1);
      expect(told(olga, 'Rosa Mosquera aceptó la invitación')).toHaveLength(0);
      await endAssignment(story, { role: 'coordinator', person: 5 });
      for (let minute = 0; minute < 3; minute++) await story.minutes(1);
      expect(told(olga, 'Rosa Mosquera aceptó la invitación')).toHaveLength(1);
      await olga.tap('Sí, es esa persona');
      await agrees(story, story.mayor);
      await rosa.say('/resumen');
      expect(rosa.last).toContain('Alcaldía');
      await story.minutes(1);
      expect(told(olga, 'Rosa Mosquera aceptó la invitación')).toHaveLength(1);
    },
    quiet,
  );

  sentence(
    'An office that was given otherwise waits for no word any more, also once it has passed to somebody else',
    async (story) => {
      await rosaForControl(story);
      await assign(story, { role: 'control', person: 6 });
      await story.minutes(1);
      await assign(story, { role: 'control', person: 2 });
      const olga = await story.newcomer('Olga Ríos', { roles: ['coordinator'] });
      await endAssignment(story, { role: 'coordinator', person: 5 });
      await story.minutes(1);
      expect(told(olga, 'Rosa Mosquera aceptó la invitación')).toHaveLength(0);
    },
    quiet,
  );

  sentence(
    'Asked in vain of whoever coordinated for some days, an office is asked of its inviter again',
    async (story) => {
      const { coordinator } = story;
      const olga = await story.newcomer('Olga Ríos', { positions: ['lider de participacion ciudadana'] });
      const rosa = story.stranger('Rosa');
      const link = await inviteNew(coordinator, 'Control Interno', 'Rosa Mosquera');
      const days = { from: '2022-03-18', until: '2022-03-20' };
      await assign(story, { role: 'coordinator', person: 6, ...days });
      await story.at('2022-03-17', 21);
      await rosa.say(link);
      await rosa.tap('Autorizo');
      await story.at('2022-03-18', 9);
      expect(told(olga, 'Rosa Mosquera aceptó la invitación')).toHaveLength(1);
      expect(told(coordinator, 'Rosa Mosquera aceptó la invitación')).toHaveLength(0);
      await story.at('2022-03-22', 9);
      await story.minutes(1);
      expect(told(coordinator, 'Rosa Mosquera aceptó la invitación')).toHaveLength(1);
    },
    quiet,
  );

  sentence(
    'Somebody whom the operator appointed, invited from the chat, waits for the word too; by the operator, not',
    async (story) => {
      const { coordinator } = story;
      story.add('Rosa Mosquera', { roles: ['control'] });
      await coordinator.say('/invitar');
      await coordinator.tap('Control Interno');
      await coordinator.tap('Rosa Mosquera');
      await coordinator.tap('Sí, invitar');
      const rosa = story.stranger('Rosa');
      await rosa.say(linkOf(coordinator));
      expect(rosa.last).toContain('como Control Interno');
      await rosa.tap('Autorizo');
      await rosa.say('/resumen');
      expect(rosa.last).toContain('Eso no está disponible');
      await story.tick();
      await coordinator.tap('Sí, es esa persona');
      await agrees(story, story.mayor);
      await rosa.say('/resumen');
      expect(rosa.last).toContain('Alcaldía');
      const luis = await story.newcomer('Luis Caicedo', { roles: ['control'] });
      await luis.say('/resumen');
      expect(luis.last).toContain('Alcaldía');
    },
    quiet,
  );

  sentence(
    "The mayor's office is one person's: nobody is invited beside its holder; given to somebody new it passes when the name is confirmed",
    async (story) => {
      const { mayor, coordinator } = story;
      await coordinator.say('/invitar');
      await coordinator.tap('Alcaldía');
      expect(coordinator.last).toContain('Julio Biojó ya tiene ese despacho');
      await coordinator.say('/asignar');
      await coordinator.tap('Alcaldía');
      await coordinator.say('Marta Angulo');
      expect(coordinator.last).toContain('en lugar de Julio Biojó');
      expect(coordinator.last).toContain('Empieza cuando usted confirme el nombre');
      await coordinator.tap('Sí, asignar');
      const marta = story.stranger('Marta');
      await marta.say(linkOf(coordinator));
      await marta.tap('Autorizo');
      await mayor.say('/resumen');
      expect(mayor.last).toContain('Alcaldía');
      await story.tick();
      await coordinator.tap('Sí, es esa persona');
      await agrees(story, mayor);
      await marta.say('/resumen');
      expect(marta.last).toContain('Alcaldía');
      await mayor.say('/resumen');
      expect(mayor.last).toContain('Eso no está disponible');
      await story.tick();
      expect(told(mayor, 'la Alcaldía queda a cargo de Marta Angulo')).toHaveLength(1);
    },
    quiet,
  );

  sentence(
    'lent to somebody without account asks for the enrolment first',
    async (story) => {
      const { coordinator } = story;
      await coordinator.say('/encargo');
      await coordinator.tap('Alcaldía');
      await coordinator.say('Marta Angulo');
      await coordinator.tap('Hoy');
      await coordinator.say('20 de marzo');
      await coordinator.tap('Sí, encargar');
      const [said = ''] = told(coordinator, 'Primero Marta Angulo debe ingresar.');
      const marta = story.stranger('Marta');
      await marta.say(/https:\S+/.exec(said)?.[0] ?? '');
      await marta.tap('Autorizo');
      await marta.say('/resumen');
      expect(marta.last).toContain('Eso no está disponible');
      await coordinator.say('/encargo');
      await coordinator.tap('Alcaldía');
      await coordinator.tap('Marta Angulo');
      await coordinator.tap('Hoy');
      await coordinator.say('20 de marzo');
      await coordinator.tap('Sí, encargar');
      await agrees(story, story.mayor);
      await marta.say('/resumen');
      expect(marta.last).toContain('Alcaldía');
    },
    quiet,
  );
});

describe('/personas', () => {
  sentence(
    'shows who holds what, enrolled or not, reachable or not and why, and what nobody holds; eight a page',
    async (story) => {
      const { ana, berta, coordinator } = story;
      await endAssignment(story, { position: 3, person: 3 });
      for (let number = 1; number <= 9; number++)
        story.add(`Persona ${String(number).padStart(2, '0')} Prueba`, { positions: ['1'] });
      berta.phone.block();
      await story.settle();
      await coordinator.say('/personas');
      expect(coordinator.last).toContain('Personas y cargos · página 1 de 2');
      expect(coordinator.last).toContain(`• Ana Arboleda: ${first} · ya ingresó`);
      expect(coordinator.last).toContain(
        'Berta Ruiz: Lider de rendicion de cuentas · ya ingresó, no recibe mensajes desde hoy: bloqueó el chat',
      );
      expect(coordinator.last).toContain(`• Persona 01 Prueba: ${first} · sin invitar`);
      expect(coordinator.buttons).toHaveLength(8 + 1 + 3);
      await coordinator.tap('Siguientes');
      expect(coordinator.last).toContain('• Sin responsable: lider de participacion ciudadana');
      await coordinator.tap('Sin responsable: lider de participacion ciudadana');
      expect(coordinator.last).toContain('Está sin responsable.');
      await coordinator.tap('Asignar un cargo');
      await coordinator.tap('Ana Arboleda');
      await coordinator.tap('Sí, asignar');
      expect(coordinator.last).toContain('Ana Arboleda queda a cargo de lider de participacion ciudadana');
      await coordinator.say('/personas');
      await coordinator.tap('Ana Arboleda');
      expect(coordinator.last).toContain('• lider de participacion ciudadana');
      await coordinator.tap('lider de participacion ciudadana');
      await coordinator.tap('Terminar');
      expect(coordinator.last).toContain('Queda sin responsable.');
      expect(coordinator.last).toContain('Una actividad queda sin quien la reporte.');
      await coordinator.say('no');
      expect(coordinator.last).toBe('De acuerdo, no cambié nada.');
      await ana.say('/misactividades');
      expect(ana.last).toContain('n.º 4');
    },
    quiet,
  );

  sentence(
    'The end of a contract: a day that cannot be one is asked again, and a warning is promised only if it is to come',
    async ({ coordinator }) => {
      await coordinator.say('/personas');
      await coordinator.tap('Ana Arboleda');
      await coordinator.tap('Fin de contrato');
      await coordinator.say('1 de enero de 2021');
      expect(coordinator.last).toContain('ya pasó; escriba una fecha desde hoy');
      await coordinator.say('20 de marzo');
      expect(coordinator.last).toBe(
        'Listo: el contrato de Ana Arboleda termina el 20 de marzo de 2022 (faltan 3 días).',
      );
      await coordinator.tap('Ver a la persona');
      await coordinator.tap('Fin de contrato');
      await coordinator.say('30 de junio');
      expect(coordinator.last).toContain('(faltan 105 días). Les avisaremos 15 días antes.');
    },
    quiet,
  );

  sentence(
    'Two who coordinate invite the same new person: the second is asked whether it is the same',
    async (story) => {
      const { coordinator } = story;
      const luis = await story.newcomer('Luis Caicedo', { roles: ['coordinator'] });
      for (const who of [coordinator, luis]) {
        await who.say('/invitar');
        await who.tap('Control Interno');
        await who.say('Rosa Mosquera');
      }
      await coordinator.tap('Sí, invitar');
      await luis.tap('Sí, invitar');
      expect(luis.last).toContain('Ya hay Rosa Mosquera entre las personas. ¿Es la misma?');
      await luis.tap(/^Es Rosa Mosquera/);
      await luis.tap('Sí, invitar');
      expect(told(luis, 'Enlace para Rosa Mosquera')).toHaveLength(1);
      expect(story.people().filter(({ name }) => name === 'Rosa Mosquera')).toHaveLength(1);
      await coordinator.say('/invitar');
      await coordinator.tap('Control Interno');
      await coordinator.say('ana arboleda');
      await coordinator.tap('Es otra persona');
      await coordinator.tap('Sí, invitar');
      expect(story.people().filter(({ name }) => /^ana arboleda$/i.test(name))).toHaveLength(2);
    },
    quiet,
  );

  sentence(
    'A number is no line of a list without numbers',
    async ({ coordinator }) => {
      await coordinator.say('/invitar');
      await coordinator.say('1');
      expect(coordinator.last).toContain('escriba el cargo como aparece en la lista');
    },
    quiet,
  );

  sentence(
    'corrects a name, which the audit does not keep',
    async (story) => {
      const { ana, coordinator } = story;
      await coordinator.say('/personas');
      await coordinator.tap('Ana Arboleda');
      await coordinator.tap('Corregir el nombre');
      for (const none of ['no', 'Aracelly', '123 456']) {
        await coordinator.say(none);
        expect(coordinator.last).toBe('Escriba nombre y apellido, en hasta 200 caracteres.');
      }
      await coordinator.say('Aracelly Arboleda Urbano');
      expect(coordinator.last).toContain('Ana Arboleda ahora aparece como Aracelly Arboleda Urbano.');
      await ana.say('/misdatos');
      expect(ana.last).toContain('Nombre: Aracelly Arboleda Urbano');
      expect(story.whereStored('Aracelly').filter((where) => where.startsWith('audit'))).toEqual([]);
    },
    quiet,
  );

  sentence(
    'The last one who coordinates cannot end it; /cancelar leaves any step',
    async (story) => {
      const { coordinator } = story;
      await coordinator.say('/personas');
      await coordinator.tap('Diana Mina');
      await coordinator.tap('Terminar');
      await coordinator.tap('Sí, terminar');
      expect(coordinator.last).toContain('No se puede: es la única persona que coordina');
      await coordinator.say('/encargo');
      await coordinator.say('/cancelar');
      await coordinator.say('Berta Ruiz');
      expect(coordinator.last).toContain('Esto puede hacer aquí');
      expect(
        story.db
          .select()
          .from(outbox)
          .all()
          .filter((row) => row.state === 'refused'),
      ).toEqual([]);
    },
    quiet,
  );
});

/** The modules of a picture of ours, read back: true is black. */
function modulesOf(png: Uint8Array): readonly (readonly boolean[])[] {
  const view = Buffer.from(png);
  const parts: Buffer[] = [];
  for (let at = 8; at < view.length; ) {
    const length = view.readUInt32BE(at);
    if (view.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(view.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const width = view.readUInt32BE(16);
  const row = 1 + Math.ceil(width / 8);
  const pixels = inflateSync(Buffer.concat(parts));
  const black = (x: number, y: number) => ((pixels[y * row + 1 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) === 0;
  return Array.from({ length: width / 12 }, (_, y) =>
    Array.from({ length: width / 12 }, (__, x) => black(x * 12 + 5, y * 12 + 5)),
  );
}
