import { describe, expect } from 'vitest';
import { versionsOf } from '../../src/db/plan-versions.ts';
import { activitiesOf, allPlans } from '../../src/db/plans.ts';
import { formWith } from '../world/form.ts';
import { type Actor, type Story, sentence, textsOf, told } from '../world/story.ts';

const planId = ({ db }: Story) => allPlans(db)[0]?.id ?? 0;
const stored = (story: Story, number: string) =>
  activitiesOf(story.db, planId(story)).find((each) => each.number === number);

async function opens(who: Actor, number: string): Promise<void> {
  await who.say('/misactividades');
  await who.tap(`n.º ${number}`);
  await who.tap('Pedir un cambio del plan');
}

async function versions(coordinator: Actor): Promise<void> {
  await coordinator.say('/cortes');
  await coordinator.tap('Ajustes del plan');
  await coordinator.tap('Versiones del plan');
}

describe('A change of the plan', () => {
  sentence(
    'is asked for from an activity, accepted by somebody else, and holds from the cut that has not opened',
    async (story) => {
      const { ana, coordinator, mayor } = story;
      const before = stored(story, '1');
      await opens(ana, '1');
      expect(ana.last).toContain('vale desde el corte del 30 de junio');
      await ana.tap('Meta');
      await ana.say('Dos talleres');
      expect(ana.last).toContain('¿Por qué se cambia?');
      await ana.say('Se redujo el presupuesto');
      expect(ana.last).toContain('→ «Dos talleres».\nMotivo: Se redujo el presupuesto');
      expect(ana.last).toContain('Lo acepta alguien de Planeación');
      await ana.tap('Sí, pedirlo');
      expect(stored(story, '1')?.target).toBe(before?.target);
      await story.minutes(31);
      expect(told(coordinator, 'Ana Arboleda pide un cambio del plan')).toHaveLength(1);
      await coordinator.tap('Sí, aceptar');
      expect(coordinator.last).toContain('Listo: el plan tiene una versión nueva.');
      expect(stored(story, '1')?.target).toBe('Dos talleres');
      await story.minutes(31);
      expect(told(ana, 'Diana Mina aceptó el cambio del plan que pidió Ana Arboleda')).toHaveLength(1);
      await ana.say('/reportar');
      expect(ana.last).toContain(before?.target.slice(0, 30));
      await ana.say('/cancelar');
      await versions(coordinator);
      expect(coordinator.last).toContain('Versión 2 · desde el corte del 30 de junio');
      expect(coordinator.last).toContain('La pidió Ana Arboleda.');
      expect(coordinator.last).toContain('Motivo: Se redujo el presupuesto');
      await mayor.say('/auditoria');
      expect(textsOf(mayor).at(-1)).toContain('dejó en firme una versión nueva del plan');
    },
  );

  sentence(
    'that the only coordinator asks for waits for the mayor; withdrawn or refused it changes nothing',
    async (story) => {
      const { coordinator, mayor } = story;
      await versions(coordinator);
      await coordinator.tap('Pedir un cambio del plan');
      await coordinator.tap('n.º 2');
      await coordinator.tap('Fechas');
      await coordinator.say('en abril');
      expect(coordinator.last).toContain('No entendí las fechas');
      await coordinator.say('1 de abril al 31 de diciembre');
      await coordinator.say('sí');
      expect(coordinator.last).toContain('Escriba el motivo');
      await coordinator.say('El contrato empieza en abril');
      expect(coordinator.last).toContain('Lo acepta la alcaldía.');
      await coordinator.tap('Sí, pedirlo');
      await mayor.say('/pendientes');
      expect(told(mayor, 'Un cambio del plan espera su respuesta.')).toHaveLength(1);
      await mayor.tap('Cambio de la n.º 2');
      expect(mayor.last).toContain(
        'fechas: del 1 de enero al 31 de diciembre → del 1 de abril al 31 de diciembre',
      );
      await mayor.tap('No aceptar');
      expect(mayor.last).toContain('el plan sigue como está');
      await story.minutes(31);
      expect(told(coordinator, 'Julio Biojó no aceptó el cambio del plan que usted pidió')).toHaveLength(1);
      await versions(coordinator);
      await coordinator.tap('Pedir un cambio del plan');
      await coordinator.tap('n.º 2');
      await coordinator.tap('Retirarla del plan');
      await coordinator.say('Ya no se hará');
      await coordinator.tap('Sí, pedirlo');
      await coordinator.tap('Versiones del plan');
      await coordinator.tap('Cambio de la n.º 2');
      await coordinator.tap('Retirar lo pedido');
      expect(coordinator.last).toBe('Listo, lo retiró. El plan sigue como está.');
      expect(stored(story, '2')).toMatchObject({ startsOn: '2022-01-01', retiredAt: null });
      expect(versionsOf(story.db, planId(story))).toHaveLength(1);
    },
  );

  sentence(
    'is for the mayor alone where the plan says so, and the mayor is told when it no longer is',
    async (story) => {
      const { ana, coordinator, mayor } = story;
      const sets = async (button: string) => {
        await coordinator.say('/cortes');
        await coordinator.tap('Ajustes del plan');
        await coordinator.tap(button);
        await coordinator.tap('Sí, cambiar');
      };
      await sets('Que la alcaldía acepte los cambios');
      expect(coordinator.last).toContain('La alcaldía acepta cada cambio del plan.');
      await opens(ana, '1');
      await ana.tap('Texto');
      await ana.say('Caracterizar a los usuarios');
      await ana.say('Se entiende mejor');
      expect(ana.last).toContain('Lo acepta la alcaldía.');
      await ana.tap('Sí, pedirlo');
      await story.minutes(31);
      expect(told(coordinator, 'Ana Arboleda pide un cambio')).toEqual([]);
      expect(told(mayor, 'Ana Arboleda pide un cambio')).toHaveLength(1);
      await sets('Que Planeación acepte los cambios');
      await story.minutes(31);
      expect(told(mayor, 'Diana Mina dejó que otra persona de Planeación acepte')).toHaveLength(1);
      expect(told(coordinator, 'Ana Arboleda pide un cambio')).toHaveLength(1);
      await mayor.tap('Sí, aceptar');
      expect(mayor.last).toContain('Ese cambio lo acepta otra persona');
    },
  );

  sentence(
    'comes as a corrected form too: the preview says which of the two it is, and somebody else accepts it',
    async (story) => {
      const { coordinator, mayor } = story;
      const [first, second] = [stored(story, '1'), stored(story, '2')];
      const form = formWith([first?.target ?? '', 'Tres talleres'], [/^7\t.*\n/gm, '']);
      await coordinator.atOnce((phone) =>
        phone.sendFile({ kind: 'document', name: 'plan.txt', bytes: Buffer.from(form) }),
      );
      await story.work();
      expect(coordinator.last).toContain('Guardar corrige lo mal escrito');
      expect(coordinator.last).toContain('vale desde el corte del 30 de junio');
      await coordinator.tap('Es una reformulación');
      expect(coordinator.last).toContain('La reformulación trae 2 cambios.');
      await coordinator.say('Recorte del presupuesto');
      expect(coordinator.last).toContain('n.º 7: se retira del plan.');
      expect(coordinator.last).toContain('Lo demás que trae el archivo');
      await coordinator.tap('Sí, pedirlo');
      expect(stored(story, '1')?.target).toBe(first?.target);
      await story.minutes(31);
      await mayor.atOnce((phone) => void phone.forgeTap('x:reformall:1', phone.last()?.messageId ?? 1));
      expect(textsOf(mayor).at(-2)).toMatch(/^n\.º 1, meta: .*\nn\.º 7: se retira del plan\.$/);
      expect(mayor.last).toContain('¿Lo acepta?');
      await mayor.tap('Sí, aceptar');
      expect(stored(story, '1')?.target).toBe('Tres talleres');
      expect(stored(story, '7')?.retiredAt).not.toBeNull();
      expect(stored(story, '2')).toEqual(second);
      await mayor.say('/resumen');
      expect(textsOf(mayor).join('\n')).toContain('n.º 1, 2, 3, 5, 6 y 7');
    },
  );
});
