import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect } from 'vitest';
import { eq } from '../../src/db/drizzle.ts';
import { audit, draft, evidence, question } from '../../src/db/schema/index.ts';
import { type Actor, sentence, textsOf, told } from '../world/story.ts';
import { another, kept, pdf, send } from './evidence-sent.ts';
import { approved } from './review-steps.ts';

const quiet = { start: ['2022-03-17', 10], notEnrolled: ['ana'] } as const;

describe('Traces of an account that was not that person', () => {
  sentence(
    'Goes with No es esa persona: files, links, causes and halves; what others sent stays',
    async (story) => {
      const { berta, coordinator, mayor, db } = story;
      const wrong = story.stranger('Peter', 'Pan');
      await wrong.say(story.invite('Ana Arboleda', coordinator));
      await wrong.tap('Autorizo');
      await wrong.say('/reportar');
      await send(story, wrong, {}, { bytes: another(pdf, 2) });
      await wrong.say('https://example.org/acta');
      await wrong.say('10% apenas empieza, ver https://example.org/foto');
      await wrong.tap('50');
      await berta.say('/reportar');
      await send(story, berta, {});
      expect(kept(story)).toEqual([
        '1: pdf',
        '1: pdf',
        '1: https://example.org/acta',
        '1: https://example.org/foto',
        '4: pdf',
      ]);
      expect(readdirSync(story.filesPath)).toHaveLength(2);
      expect(db.select().from(draft).all()).toHaveLength(1);
      await story.tick();
      await coordinator.tap('No es esa persona');
      await coordinator.tap('Sí, no es esa persona');
      expect(coordinator.last).toContain('lo que dejó (reportes, soportes, causas) quedó anulado');
      await story.work();
      expect(kept(story)).toEqual(['4: pdf']);
      expect(readdirSync(story.filesPath).filter((name) => name.endsWith('.pdf'))).toHaveLength(1);
      expect(db.select().from(draft).all()).toEqual([]);
      expect(db.select().from(audit).where(eq(audit.act, 'evidenceVoided')).all()).toHaveLength(4);
      await mayor.say('/resumen');
      await mayor.tap('Detalle');
      await mayor.tap(/ 1\. /);
      expect(mayor.last).not.toContain('Soportes');
      const pack = join(story.filesPath, '..', 'paquete.zip');
      await story.types('export', '--cut', '1', '--format', 'zip', '--out', pack);
      const list = strFromU8(unzipSync(readFileSync(pack))['soportes.csv'] ?? new Uint8Array());
      expect(list.trim().split('\r\n').slice(1)).toEqual([expect.stringMatching(/^4,1,archivo,/)]);
      expect(await story.types('doctor').catch((error: Error) => error.message)).not.toContain(
        'soporte no está',
      );
      const { ana } = story;
      await ana.say(story.invite('Ana Arboleda', coordinator));
      await ana.tap('Autorizo');
      await ana.say('/misdatos');
      expect(ana.last).not.toContain('Soportes enviados');
    },
    quiet,
  );

  sentence(
    'Is not kept when it comes afterwards, nor asked about',
    async (story) => {
      const { coordinator, db, simulator } = story;
      const wrong = story.stranger('Peter', 'Pan');
      await wrong.say(story.invite('Ana Arboleda', coordinator));
      await wrong.tap('Autorizo');
      await wrong.say('/reportar');
      await wrong.say('30% tres talleres');
      await story.tick();
      simulator.faults.add({ kind: 'delay', ms: 1_500, method: 'getFile' });
      await wrong.atOnce((phone) =>
        phone.sendFile({
          kind: 'document',
          name: 'a.pdf',
          bytes: pdf,
          caption: 'acta de la reunión firmada',
        }),
      );
      await wrong.atOnce((phone) =>
        phone.sendFile({ kind: 'document', name: 'b.pdf', bytes: another(pdf, 2) }),
      );
      await coordinator.tap('No es esa persona');
      await coordinator.tap('Sí, no es esa persona');
      await story.work();
      expect(kept(story)).toEqual([]);
      expect(
        db
          .select()
          .from(evidence)
          .all()
          .filter((row) => row.state === 'stored'),
      ).toEqual([]);
      expect(db.select().from(question).where(eq(question.kind, 'evidence')).all()).toEqual([]);
    },
    quiet,
  );
});

describe('No es esa persona', () => {
  const open = { start: ['2022-03-17', 10] } as const;
  const button = (who: Actor, text: string) =>
    who.phone.chat.findLast((message) => message.buttons.flat().some((each) => each.text === text));

  sentence(
    'asks first, with the count; left as it is it changes nothing, and the notice keeps its button',
    async (story) => {
      const { coordinator, stored } = story;
      const wrong = story.stranger('Peter', 'Pan');
      await wrong.say(story.invite('Ana Arboleda', coordinator));
      await wrong.tap('Autorizo');
      await wrong.say('/reportar');
      await wrong.say('100% todo listo');
      await story.tick();
      await coordinator.tap('No es esa persona');
      expect(coordinator.last).toContain('Se anula 1 reporte.');
      expect(coordinator.last).toContain('¿Confirma que no es Ana Arboleda?');
      await coordinator.tap('Dejar como está');
      expect(stored('1')).not.toBeNull();
      await coordinator.tap('No es esa persona');
      await wrong.say('100% también este');
      await coordinator.tap('Sí, no es esa persona');
      expect(coordinator.last).toContain('Se anulan 2 reportes.');
      expect(stored('1')).not.toBeNull();
      await coordinator.tap('Sí, no es esa persona');
      expect(stored('1')).toBeNull();
      expect(button(coordinator, 'No es esa persona')).toBe(undefined);
    },
    quiet,
  );

  sentence(
    'after ten days takes a reason, by /personas, which stands on record',
    async (story) => {
      const { ana, coordinator, stored, db } = story;
      await ana.say(story.invite('Ana Arboleda', coordinator));
      await ana.tap('Autorizo');
      await story.tick();
      await ana.say('/reportar');
      await ana.say('100% todo listo');
      await ana.say('/cancelar');
      await story.at('2022-03-28', 10);
      await coordinator.tap('No es esa persona');
      expect(coordinator.last).toBe('Ya pasaron más de diez días: hágalo desde /personas, con el motivo.');
      expect(stored('1')).not.toBeNull();
      await coordinator.tap('Ver a la persona');
      await coordinator.tap('No es esa persona', coordinator.lastMessage);
      await coordinator.say('sí');
      expect(stored('1')).not.toBeNull();
      await coordinator.say('Otra persona usó su enlace');
      expect(coordinator.last).toContain('Motivo: «Otra persona usó su enlace»');
      await coordinator.tap('Sí, no es esa persona');
      expect(stored('1')).toBeNull();
      const [undone] = db.select().from(audit).where(eq(audit.act, 'enrolmentUndone')).all();
      expect(undone?.after).toEqual({ reason: 'Otra persona usó su enlace' });
    },
    quiet,
  );

  sentence(
    'of an approved cut takes a reason too, before ten days; the mayor hears what it changed, and of a mayor the others hear',
    async (story) => {
      const { ana, coordinator, mayor } = story;
      const second = story.stranger('Ana dos');
      await second.say(story.invite('Ana Arboleda', coordinator));
      await second.tap('Autorizo');
      await story.tick();
      await approved({ ...story, ana: second });
      await coordinator.tap('No es esa persona', button(coordinator, 'No es esa persona'));
      expect(coordinator.last).toBe(
        'Ya hay un corte aprobado de por medio: hágalo desde /personas, con el motivo.',
      );
      await coordinator.tap('Ver a la persona');
      await coordinator.tap('No es esa persona', coordinator.lastMessage);
      await coordinator.say('Otra persona usó su enlace');
      expect(coordinator.last).toContain('Toca un corte ya aprobado');
      await coordinator.tap('Sí, no es esa persona');
      await story.minutes(1);
      expect(told(mayor, 'Se anuló lo que dejó, también en un corte ya aprobado.')).toHaveLength(1);
      const carmen = await story.newcomer('Carmen Control', { roles: ['control'] });
      await coordinator.say('/personas');
      await coordinator.tap('Julio Biojó');
      await coordinator.tap('No es esa persona', coordinator.lastMessage);
      await coordinator.say('Entró otra persona');
      await coordinator.tap('Sí, no es esa persona');
      await story.tick();
      expect(told(carmen, 'Diana Mina indicó que la cuenta que ingresó como Julio Biojó')).toHaveLength(1);
      expect(textsOf(ana).join()).not.toContain('indicó que la cuenta');
    },
    open,
  );
});

describe('No es esa persona, for an account that is over', () => {
  sentence(
    'voids what it left although it left with /salir, and nothing from before',
    async (story) => {
      const { ana, coordinator, stored, db } = story;
      await ana.say('/reportar');
      await ana.say('20% dos talleres');
      await ana.say('/cancelar');
      await story.at('2022-03-17', 11);
      const wrong = story.stranger('Peter', 'Pan');
      await wrong.say(story.invite('Ana Arboleda', coordinator));
      await wrong.tap('Autorizo');
      await story.tick();
      await wrong.say('/reportar');
      await send(story, wrong, {});
      await wrong.say('100% todo listo');
      await wrong.say('/cancelar');
      const reported = stored('2');
      await wrong.say('/salir');
      await wrong.tap('Sí, retirarme');
      await story.at('2022-03-17', 12);
      await coordinator.tap('No es esa persona');
      expect(coordinator.last).toContain('(17 de marzo, 11:00 a. m., a 17 de marzo, 11:');
      expect(coordinator.last).toContain('ya no tiene acceso. Se anulan 1 reporte y 1 soporte.');
      await coordinator.tap('Sí, no es esa persona');
      await story.work();
      expect([reported?.progress, stored('2')]).toEqual([100, null]);
      expect(stored('1')?.progress).toBe(20);
      expect(kept(story)).toEqual([]);
      expect(db.select().from(audit).where(eq(audit.act, 'formerUndone')).all()).toHaveLength(1);
      expect(await story.types('audit', 'verify')).toContain('íntegra');
    },
    { start: ['2022-03-17', 10] },
  );

  sentence(
    'voids what it left after the real person came, who stays; of several accounts it asks which',
    async (story) => {
      const { coordinator, stored } = story;
      const wrong = story.stranger('Peter', 'Pan');
      await wrong.say(story.invite('Ana Arboleda', coordinator));
      await wrong.tap('Autorizo');
      await wrong.say('/reportar');
      await wrong.say('100% todo listo');
      await wrong.say('/cancelar');
      await story.at('2022-03-17', 11);
      const real = story.stranger('Ana', 'A');
      await real.say(story.invite('Ana Arboleda', coordinator));
      await real.tap('Autorizo');
      await story.at('2022-03-17', 12);
      await real.say('/reportar');
      await real.say('30% tres talleres');
      await real.say('/cancelar');
      expect([stored('1')?.progress, stored('2')?.progress]).toEqual([100, 30]);
      await coordinator.say('/personas');
      await coordinator.tap('Ana Arboleda');
      await coordinator.tap('No es esa persona');
      expect(coordinator.last).toContain('ha tenido más de una cuenta. ¿Cuál no es de esa persona?');
      await coordinator.tap('La de antes: 17 de marzo, 10:00 a. m., a 17 de marzo, 11:00 a. m.');
      await coordinator.say('Otra persona usó su enlace');
      expect(coordinator.last).toContain('¿Confirma que no era Ana Arboleda?');
      await coordinator.tap('Sí, no es esa persona');
      expect([stored('1'), stored('2')?.progress]).toEqual([null, 30]);
      await story.tick();
      expect(
        told(real, 'Planeación indicó que la cuenta que ingresó a su nombre (17 de marzo, 10:00 a. m.'),
      ).toHaveLength(1);
      expect(told(real, 'Se anula 1 reporte.')).toHaveLength(1);
      await real.say('/misdatos');
      expect(real.last).toContain('Ana Arboleda');
      await coordinator.say('/personas');
      await coordinator.tap('Ana Arboleda');
      await coordinator.tap('No es esa persona');
      expect(coordinator.last).toContain('Escriba el motivo');
    },
    quiet,
  );
});

describe('Invitations that an impostor made', () => {
  sentence(
    'let nobody in once it is known: the links of a coordinator who was none',
    async (story) => {
      const { coordinator } = story;
      story.add('Rosa Riascos', { positions: ['3'] });
      story.add('Olga Ríos', { roles: ['coordinator'] });
      const wrong = story.stranger('Peter', 'Pan');
      await wrong.say(story.invite('Olga Ríos'));
      await wrong.tap('Autorizo');
      await story.at('2022-03-17', 11);
      const made = story.invite('Rosa Riascos', wrong);
      const other = story.invite('Ana Arboleda', coordinator);
      await coordinator.say('/personas');
      await coordinator.tap('Olga Ríos');
      await coordinator.tap('No es esa persona');
      await coordinator.say('Otra persona usó su enlace');
      await coordinator.tap('Sí, no es esa persona');
      const puppet = story.stranger('Rosa', 'R');
      await puppet.say(made);
      expect(puppet.buttons).toEqual([]);
      const ana = story.stranger('Ana', 'A');
      await ana.say(other);
      expect(ana.buttons).toContain('Autorizo');
    },
    quiet,
  );
});

describe('Traces of a person who leaves', () => {
  sentence(
    'Stays, but for evidence on its way, which is dropped',
    async (story) => {
      const { ana, db, simulator } = story;
      await ana.say('/reportar');
      await send(story, ana, {});
      simulator.faults.add({ kind: 'delay', ms: 1_500, method: 'getFile' });
      await ana.atOnce((phone) =>
        phone.sendFile({ kind: 'document', name: 'b.pdf', bytes: another(pdf, 2) }),
      );
      await ana.say('/salir');
      expect(ana.last).toContain('Sus reportes y soportes, con su nombre y cargo, quedan');
      await ana.tap('Sí, retirarme');
      await story.work();
      expect(kept(story)).toEqual(['1: pdf']);
      const rows = db.select().from(evidence).all();
      expect(rows.map(({ state, fileId }) => [state, fileId])).toEqual([
        ['stored', null],
        ['refused', null],
      ]);
      expect(readdirSync(story.filesPath).filter((name) => name.endsWith('.pdf'))).toHaveLength(1);
    },
    { start: ['2022-03-17', 10] },
  );
});
