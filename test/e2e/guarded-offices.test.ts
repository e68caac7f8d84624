import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { officeChange } from '../../src/db/schema/index.ts';
import { type Actor, type Story, sentence, textsOf, told } from '../world/story.ts';
import { agrees, endAssignment } from './assignment-steps.ts';
import { acts, presentations, presented, reportAll } from './review-steps.ts';

/** Nothing is due by itself at this hour: the cut opened the day before. */
const quiet = { start: ['2022-03-17', 10] } as const;

const linkOf = (who: Actor): string => /https:\S+/.exec(told(who, 'https://').at(-1) ?? '')?.[0] ?? '';
const changes = (story: Story) => story.db.select().from(officeChange).all();
const outcomes = (story: Story) => changes(story).map((each) => each.outcome);
const isMayor = async (who: Actor) => {
  await who.say('/resumen');
  return !/no está disponible|solo para personas invitadas/.test(who.last);
};

/** *Cambió de cuenta* of somebody, opened on another phone. */
async function secondPhone(story: Story, name: string, as: string): Promise<Actor> {
  const { coordinator } = story;
  await coordinator.say('/personas');
  await coordinator.tap(name);
  await coordinator.tap('Cambió de cuenta: nuevo enlace');
  const phone = story.stranger(as);
  await phone.say(linkOf(coordinator));
  await phone.tap('Autorizo');
  return phone;
}

/** The coordinator gives an office to somebody who is enrolled. */
async function gives({ coordinator }: Story, office: string, name: string, ...taps: string[]): Promise<void> {
  await givesAs(coordinator, office, name, ...taps);
}

async function givesAs(who: Actor, office: string, name: string, ...taps: string[]): Promise<void> {
  await who.say('/asignar');
  await who.tap(office);
  await who.tap(name);
  for (const each of taps) await who.tap(each);
  await who.tap('Sí, asignar');
}

/** The mayor's office is taken from whoever has it. */
async function endsMayor({ coordinator }: Story): Promise<void> {
  await coordinator.say('/personas');
  await coordinator.tap('Julio Biojó');
  await coordinator.tap('Terminar');
  await coordinator.tap('Sí, terminar');
}

describe('The account of an office', () => {
  sentence(
    'does not change without a yes: a coordinator who presented approves nothing from a second phone',
    async (story) => {
      const { mayor, coordinator } = story;
      await reportAll(story);
      await presented(story);
      await coordinator.say('/personas');
      await coordinator.tap('Julio Biojó');
      await coordinator.tap('Cambió de cuenta: nuevo enlace');
      expect(
        told(coordinator, 'Al abrirlo pediremos el sí de Julio Biojó. Hasta entonces no cambia nada.'),
      ).toHaveLength(1);
      const second = story.stranger('Julio B');
      await second.say(linkOf(coordinator));
      await second.tap('Autorizo');
      expect(second.last).toContain('falta que alguien más lo confirme');
      expect(await isMayor(second)).toBe(false);
      await story.tick();
      expect(told(mayor, 'En Telegram esa cuenta aparece como «Julio B»')).toHaveLength(1);
      await mayor.tap('No');
      expect(mayor.last).toContain('no cambió nada');
      await story.tick();
      expect(told(coordinator, 'Julio Biojó no estuvo de acuerdo en pasar el ingreso')).toHaveLength(1);
      expect(told(second, 'no ingresó y no la guardamos')).toHaveLength(1);
      expect(story.whereStored(second.id)).toEqual([]);
      expect(await isMayor(mayor)).toBe(true);
      expect(presentations(story)[0]?.outcome).toBe(null);
      expect(acts(story)).toContain('officeChangeAsked');
      expect(acts(story)).toContain('officeChangeEnded');
    },
    quiet,
  );

  sentence(
    'changes with the yes of the present account, which is asked at once, at night and in the middle of a conversation',
    async (story) => {
      const { mayor, coordinator } = story;
      await story.at('2022-03-17', 22);
      await mayor.say('/salir');
      const second = await secondPhone(story, 'Julio Biojó', 'Julio B');
      await story.tick();
      expect(told(mayor, 'pidió pasar su ingreso (Alcalde o alcaldesa) a otra cuenta')).toHaveLength(1);
      expect(mayor.last).toContain('¿Es su cuenta nueva?');
      await mayor.tap('Sí, de acuerdo');
      await story.tick();
      expect(told(mayor, 'Su ingreso pasó a otra cuenta de Telegram')).toHaveLength(1);
      expect(told(second, 'Su ingreso quedó listo')).toHaveLength(0);
      expect(await isMayor(second)).toBe(true);
      expect(await isMayor(mayor)).toBe(false);
      await story.at('2022-03-18', 8);
      expect(told(second, 'Su ingreso quedó listo: Alcalde o alcaldesa')).toHaveLength(1);
      expect(told(coordinator, 'Listo: Julio Biojó estuvo de acuerdo')).toHaveLength(1);
    },
    quiet,
  );

  sentence(
    'changes with the yes of another office too; the account before hears of it at once, at night',
    async (story) => {
      const { mayor } = story;
      const carmen = await story.newcomer('Carmen Control', { roles: ['control'] });
      const second = await secondPhone(story, 'Julio Biojó', 'Julio B');
      await story.tick();
      await story.at('2022-03-17', 23);
      await carmen.say('/pendientes');
      expect(told(carmen, 'Un cambio de despacho espera su respuesta.')).toHaveLength(1);
      await carmen.tap('Cambio por confirmar: Julio Biojó');
      expect(carmen.last).toContain('Confírmelo antes con esa persona');
      await carmen.tap('Sí, de acuerdo');
      await story.tick();
      expect(told(mayor, 'Su ingreso pasó a otra cuenta de Telegram')).toHaveLength(1);
      expect(await isMayor(second)).toBe(true);
      await mayor.atOnce((phone) => void phone.forgeTap('x:officesay:1:yes', mayor.lastMessage.messageId));
      expect(outcomes(story)).toEqual(['agreed']);
    },
    quiet,
  );

  sentence(
    'Without an answer in seven days nothing changes, and it is told',
    async (story) => {
      const { mayor, coordinator } = story;
      const second = await secondPhone(story, 'Julio Biojó', 'Julio B');
      await story.tick();
      await story.at('2022-03-24', 10);
      await story.minutes(1);
      expect(outcomes(story)).toEqual(['expired']);
      for (const who of [coordinator, mayor])
        expect(told(who, 'En siete días nadie respondió lo que pidió Diana Mina')).toHaveLength(1);
      expect(told(second, 'Nadie confirmó esta cuenta en siete días')).toHaveLength(1);
      await mayor.tap('Sí, de acuerdo');
      expect(mayor.last).toBe('Eso ya no espera respuesta.');
      expect(await isMayor(mayor)).toBe(true);
      expect(story.whereStored(second.id)).toEqual([]);
    },
    quiet,
  );

  sentence(
    'Who asked may withdraw it; nobody who is not asked answers it, nor who asked',
    async (story) => {
      const { ana, mayor, coordinator } = story;
      await secondPhone(story, 'Julio Biojó', 'Julio B');
      await story.tick();
      for (const who of [ana, coordinator]) await who.say('/ayuda');
      for (const who of [ana, coordinator])
        for (const answer of ['yes', 'no'])
          await who.atOnce(
            (phone) => void phone.forgeTap(`x:officesay:1:${answer}`, phone.last()?.messageId ?? 1),
          );
      await mayor.atOnce(
        (phone) => void phone.forgeTap('x:officesay:1:withdraw', mayor.lastMessage.messageId),
      );
      expect(outcomes(story)).toEqual([null]);
      await coordinator.say('/personas');
      expect(coordinator.last).toContain('Un cambio que usted pidió espera respuesta.');
      await coordinator.tap('Cambio por confirmar: Julio Biojó');
      await coordinator.tap('Retirar lo pedido');
      expect(coordinator.last).toBe('Listo, lo retiró. No cambió nada.');
      expect(outcomes(story)).toEqual(['withdrawn']);
      await story.tick();
      expect(told(mayor, 'Diana Mina retiró lo que había pedido')).toHaveLength(1);
      expect(await isMayor(mayor)).toBe(true);
    },
    quiet,
  );

  sentence(
    'A link of the operator asks nobody: the phone is lost',
    async (story) => {
      const { mayor } = story;
      const second = story.stranger('Julio B');
      await second.say(story.invite('Julio Biojó'));
      await second.tap('Autorizo');
      await story.tick();
      expect(told(mayor, 'Su ingreso pasó a otra cuenta de Telegram')).toHaveLength(1);
      expect(await isMayor(second)).toBe(true);
    },
    quiet,
  );

  sentence(
    'A link made while somebody held a position only gives nobody the office that came since',
    async (story) => {
      const { mayor, coordinator } = story;
      const link = story.invite('Ana Arboleda', coordinator);
      await gives(story, 'Alcaldía', 'Ana Arboleda');
      await agrees(story, mayor);
      expect(await isMayor(story.ana)).toBe(true);
      const second = story.stranger('Ana dos');
      await second.say(link);
      await second.tap('Autorizo');
      expect(await isMayor(second)).toBe(false);
      expect(outcomes(story)).toEqual(['agreed', null]);
    },
    quiet,
  );

  sentence(
    'Who left, or was undone, gets no other account by the coordinator alone; with nobody to ask, the operator does it',
    async (story) => {
      const { mayor, coordinator } = story;
      await mayor.say('/salir');
      await mayor.tap('Sí, retirarme');
      await coordinator.say('/personas');
      await coordinator.tap('Julio Biojó');
      await coordinator.tap('Invitar');
      expect(coordinator.last).toContain('Pídalo a quien instaló el bot: «person invite 4»');
      expect(told(coordinator, 'https://')).toEqual([]);
      const second = story.stranger('Julio B');
      await second.say(story.invite('Julio Biojó', coordinator));
      await second.tap('Autorizo');
      expect(second.last).toContain('el enlace lo da quien instaló el bot');
      expect(await isMayor(second)).toBe(false);
    },
    quiet,
  );
});

describe('The holder of an office', () => {
  sentence(
    'does not change without a yes, nor when the mayor is ended first',
    async (story) => {
      const { ana, mayor, coordinator } = story;
      await gives(story, 'Alcaldía', 'Ana Arboleda');
      expect(coordinator.last).toContain(
        'Falta el sí de Julio Biojó para que Ana Arboleda quede como Alcalde o alcaldesa en lugar de Julio Biojó',
      );
      expect(await isMayor(ana)).toBe(false);
      await story.tick();
      expect(mayor.last).toContain('quede como Alcalde o alcaldesa en lugar de usted');
      await mayor.tap('No');
      await gives(story, 'Alcaldía', 'Ana Arboleda');
      expect(coordinator.last).toContain('Hace menos de un día no estuvieron de acuerdo');
      await endsMayor(story);
      await gives(story, 'Alcaldía', 'Ana Arboleda');
      expect(coordinator.last).toContain('Pídalo a quien instaló el bot');
      expect(await isMayor(ana)).toBe(false);
      expect(outcomes(story)).toEqual(['refused']);
    },
    quiet,
  );

  sentence(
    'passes with a yes, at night told at once to who gives it up, and to every office',
    async (story) => {
      const { ana, mayor } = story;
      const carmen = await story.newcomer('Carmen Control', { roles: ['control'] });
      await gives(story, 'Alcaldía', 'Ana Arboleda');
      await story.tick();
      await story.at('2022-03-17', 22);
      await carmen.tap('Sí, de acuerdo');
      await story.tick();
      expect(told(mayor, 'la Alcaldía queda a cargo de Ana Arboleda')).toHaveLength(1);
      expect(await isMayor(ana)).toBe(true);
      await story.at('2022-03-18', 8);
      await story.minutes(1);
      expect(told(carmen, 'Ana Arboleda queda como Alcalde o alcaldesa')).toHaveLength(1);
    },
    quiet,
  );

  sentence(
    'A second coordinator, or the coordinator’s own second account, needs a yes like any other',
    async (story) => {
      const { ana, mayor, coordinator } = story;
      await gives(story, 'Coordinación (Planeación)', 'Ana Arboleda', 'Además');
      expect(coordinator.last).toContain('Falta el sí de Julio Biojó');
      await ana.say('/personas');
      expect(ana.last).toContain('no está disponible');
      await agrees(story, mayor);
      await ana.say('/personas');
      expect(ana.last).toContain('Personas y cargos');
    },
    quiet,
  );

  sentence(
    'Another account of who receives it ends what waits: the yes was asked for that one',
    async (story) => {
      const { mayor, coordinator } = story;
      await gives(story, 'Alcaldía', 'Ana Arboleda');
      await story.tick();
      const second = story.stranger('Ana dos');
      await second.say(story.invite('Ana Arboleda', coordinator));
      await second.tap('Autorizo');
      await mayor.tap('Sí, de acuerdo');
      expect(mayor.last).toBe('Eso ya no espera respuesta.');
      await story.tick();
      expect(outcomes(story)).toEqual(['void']);
      expect(told(coordinator, 'Quedó sin efecto lo que pidió Diana Mina')).toHaveLength(1);
      expect(await isMayor(second)).toBe(false);
    },
    quiet,
  );

  sentence(
    'A name is not corrected while a change names that person; of an office every other one hears it',
    async (story) => {
      const { mayor, coordinator } = story;
      const rename = async (name: string, to: string) => {
        await coordinator.say('/personas');
        await coordinator.tap(name);
        await coordinator.tap('Corregir el nombre');
        await coordinator.say(to);
      };
      await gives(story, 'Alcaldía', 'Ana Arboleda');
      await rename('Ana Arboleda', 'Julio Biojó');
      expect(coordinator.last).toContain('Hay un cambio de despacho por confirmar sobre Ana Arboleda');
      await rename('Julio Biojó', 'Julio César Biojó');
      await story.tick();
      expect(told(mayor, 'Julio Biojó ahora aparece como Julio César Biojó')).toHaveLength(1);
    },
    quiet,
  );

  sentence(
    'Who asked coordinates no more: nothing changes',
    async (story) => {
      const { mayor } = story;
      await gives(story, 'Alcaldía', 'Ana Arboleda');
      await story.tick();
      await story.newcomer('Olga Ríos', { roles: ['coordinator'] });
      await endAssignment(story, { role: 'coordinator', person: 5 });
      await story.minutes(1);
      expect(outcomes(story)).toEqual(['void']);
      expect(await isMayor(mayor)).toBe(true);
    },
    quiet,
  );
});

describe('The only one who coordinates', () => {
  const onlyOne = { ...quiet, notEnrolled: ['mayor'] } as const;

  sentence(
    'may add a second one while nobody else holds any office; the two are then one opinion, whoever of them asks',
    async (story) => {
      const { ana, coordinator } = story;
      await gives(story, 'Coordinación (Planeación)', 'Ana Arboleda', 'Además');
      expect(coordinator.last).toContain('queda a cargo de la Coordinación');
      await ana.say('/personas');
      expect(ana.last).toContain('Personas y cargos');
      const julio = story.stranger('Julio B');
      await julio.say(story.invite('Julio Biojó'));
      await julio.tap('Autorizo');
      await givesAs(ana, 'Alcaldía', 'Berta Ruiz');
      expect(ana.last).toContain('Falta el sí de Julio Biojó para que');
      await coordinator.atOnce(
        (phone) => void phone.forgeTap('x:officesay:1:yes', phone.last()?.messageId ?? 1),
      );
      expect(outcomes(story)).toEqual([null]);
      await ana.say('/personas');
      await ana.tap('Cambio por confirmar: Berta Ruiz');
      await ana.tap('Retirar lo pedido');
      await endsMayor(story);
      await givesAs(ana, 'Alcaldía', 'Berta Ruiz');
      expect(ana.last).toContain('Pídalo a quien instaló el bot');
      expect(textsOf(coordinator).filter((text) => text.includes('¿Está de acuerdo?'))).toEqual([]);
      await gives(story, 'Coordinación (Planeación)', 'Berta Ruiz', 'Además');
      expect(coordinator.last).toContain('queda a cargo de la Coordinación');
    },
    onlyOne,
  );

  sentence(
    'may hand the coordination over; who receives it is one opinion with who gave it',
    async (story) => {
      const { ana, coordinator } = story;
      await gives(story, 'Coordinación (Planeación)', 'Ana Arboleda', 'En lugar de Diana Mina');
      expect(coordinator.last).toContain('queda a cargo de la Coordinación');
      await coordinator.say('/personas');
      expect(coordinator.last).toContain('no está disponible');
      await ana.say('/personas');
      expect(ana.last).toContain('Personas y cargos');
    },
    onlyOne,
  );

  sentence(
    'asks when somebody else holds an office',
    async (story) => {
      const { coordinator } = story;
      const carmen = await story.newcomer('Carmen Control', { roles: ['control'] });
      await gives(story, 'Coordinación (Planeación)', 'Ana Arboleda', 'Además');
      expect(coordinator.last).toContain('Falta el sí de Carmen Control');
      await agrees(story, carmen);
      expect(outcomes(story)).toEqual(['agreed']);
    },
    onlyOne,
  );
});

describe('An office that nobody ever held', () => {
  const alone = { ...quiet, notEnrolled: ['mayor'] } as const;

  sentence(
    'is given by the only one who holds any, and the approvals of that mayor say who did it',
    async (story) => {
      const { coordinator } = story;
      await reportAll(story);
      await coordinator.say('/personas');
      await coordinator.tap('Julio Biojó');
      await coordinator.tap('Invitar');
      const julio = story.stranger('Julio B');
      await julio.say(linkOf(coordinator));
      await julio.tap('Autorizo');
      await story.tick();
      await coordinator.tap('Sí, es esa persona');
      expect(told(coordinator, 'Listo: Julio Biojó queda a cargo de la Alcaldía')).toHaveLength(1);
      await presented(story);
      await julio.tap('Aprobar');
      expect(julio.last).toContain('Los archivos dirán que la alcaldía se la dio a usted Diana Mina');
      await julio.tap('Sí, aprobar');
      await story.tick();
      expect(
        told(coordinator, 'A Julio Biojó le dio la alcaldía Diana Mina, sin el sí de otro despacho'),
      ).toHaveLength(1);
      expect(presentations(story)[0]).toMatchObject({ outcome: 'approved', decidedBy: 4, appointedBy: 5 });
      await julio.say('/resumen');
      expect(told(julio, 'a Julio Biojó le dio la alcaldía Diana Mina').length).toBeGreaterThan(0);
    },
    alone,
  );

  sentence(
    'is given likewise for Control Interno, and summary and files with those verdicts say who did it',
    async (story) => {
      const { coordinator } = story;
      await reportAll(story);
      const carmen = await story.newcomer('Carmen Control', { positions: ['3'] });
      await gives(story, 'Control Interno', 'Carmen Control');
      const clause = 'A Carmen Control le dio Control Interno Diana Mina, sin el sí de otro despacho.';
      const csv = async () => {
        const path = join(story.filesPath, '..', `${story.clock.now()}.csv`);
        await story.types('export', '--cut', '1', '--format', 'csv', '--out', path);
        return readFileSync(path, 'utf8');
      };
      await story.at('2022-04-08', 9);
      expect(await csv()).not.toContain(clause);
      await carmen.say('/verificar');
      await carmen.tap('Avalar');
      expect(await csv()).toContain(clause);
      await coordinator.say('/resumen');
      expect(
        told(coordinator, 'sin verificar, a Carmen Control le dio Control Interno Diana Mina, sin el sí'),
      ).toHaveLength(1);
    },
    alone,
  );

  sentence(
    'Whoever the coordinator appointed alone is no second opinion for them: the office of a mayor stays',
    async (story) => {
      const { ana, berta, coordinator } = story;
      await gives(story, 'Control Interno', 'Ana Arboleda');
      expect(coordinator.last).toContain('queda a cargo de Control Interno');
      const julio = story.stranger('Julio B');
      await julio.say(story.invite('Julio Biojó'));
      await julio.tap('Autorizo');
      await gives(story, 'Alcaldía', 'Berta Ruiz');
      expect(coordinator.last).toContain('Falta el sí de Julio Biojó para que');
      await ana.atOnce((phone) => void phone.forgeTap('x:officesay:1:yes', phone.last()?.messageId ?? 1));
      expect(outcomes(story)).toEqual([null]);
      expect(await isMayor(berta)).toBe(false);
      await coordinator.say('/personas');
      await coordinator.tap('Cambio por confirmar: Berta Ruiz');
      await coordinator.tap('Retirar lo pedido');
      await endsMayor(story);
      await gives(story, 'Alcaldía', 'Berta Ruiz');
      expect(coordinator.last).toContain('Pídalo a quien instaló el bot');
      expect(textsOf(ana).filter((text) => text.includes('¿Está de acuerdo?'))).toEqual([]);
    },
    alone,
  );
});
