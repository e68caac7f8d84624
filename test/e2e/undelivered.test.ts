import { describe, expect } from 'vitest';
import { audit } from '../../src/db/schema/index.ts';
import { type Actor, sentence } from '../world/story.ts';

const march = { start: ['2022-03-15', 18] } as const;

function reminders(of: Actor): number {
  return of.phone.chat.filter((message) => message.text.includes('cierra el primer monitoreo')).length;
}

describe('A message that could not be delivered for good', () => {
  sentence(
    'Is listed with its reason, and sent again by its button once the person can be reached',
    async (story) => {
      const { ana, coordinator } = story;
      ana.phone.block();
      await story.settle();
      await story.at('2022-03-16', 8);
      expect(reminders(ana)).toBe(0);
      await coordinator.say('/pendientes');
      expect(coordinator.last).toContain('No se les puede escribir: Ana Arboleda (bloqueó el chat)');
      await coordinator.tap('Mensajes sin entregar (1)');
      expect(coordinator.last).toContain('• Ana Arboleda: recordatorio del 16 de marzo, bloqueó el chat');
      await coordinator.tap(/^Enviar de nuevo: Ana Arboleda, recordatorio/);
      expect(coordinator.last).toContain('Ana Arboleda: sale en unos minutos.');
      await story.minutes(1);
      expect(reminders(ana)).toBe(0);
      await coordinator.say('/pendientes');
      ana.phone.unblock();
      await story.settle();
      await coordinator.tap('Mensajes sin entregar (1)');
      await coordinator.tap(/^Enviar de nuevo: Ana Arboleda, recordatorio/);
      await story.minutes(1);
      expect(reminders(ana)).toBe(1);
      await coordinator.say('/pendientes');
      expect(coordinator.last).toContain('Hoy ya tuvieron recordatorio: Ana Arboleda');
      expect(coordinator.buttons).not.toContain('Mensajes sin entregar (1)');
      const acts = story.db.select().from(audit).all();
      expect(acts.filter((row) => row.act === 'noticeResent')).toHaveLength(2);
    },
    march,
  );

  sentence(
    'All of them at once, on a later day, with what is pending then; what is done by then is not sent',
    async (story) => {
      const { ana, berta, coordinator } = story;
      ana.phone.block();
      berta.phone.block();
      await story.settle();
      await story.at('2022-03-16', 8);
      await story.at('2022-03-17', 10);
      ana.phone.unblock();
      berta.phone.unblock();
      await story.settle();
      await berta.say('/reportar');
      await berta.say('100% campaña hecha');
      await coordinator.say('/pendientes');
      await coordinator.tap('Mensajes sin entregar (2)');
      await coordinator.tap('Enviar todos de nuevo');
      expect(coordinator.last).toContain('Ana Arboleda: sale en unos minutos.');
      expect(coordinator.last).toContain('Berta Ruiz: no se envía, ya no tiene nada pendiente.');
      await story.minutes(1);
      expect([reminders(ana), reminders(berta)]).toEqual([1, 0]);
      await coordinator.say('/pendientes');
      expect(coordinator.buttons.join()).not.toContain('Mensajes sin entregar');
    },
    march,
  );

  sentence(
    'A notice goes again as it was; doctor lists it, and remind --failed sends all of them',
    async (story) => {
      const { ana } = story;
      await story.at('2022-03-16', 8);
      await story.minutes(1);
      await ana.say('/reportar');
      await ana.say('50% caracterización en curso');
      await ana.say('/cancelar');
      ana.phone.block();
      await story.settle();
      await story.types(
        ...['report', 'correct', '--cut', '1', '--activity', '1', '--progress', '25'],
        ...['--observation', 'una cuarta parte', '--reason', 'según el acta'],
      );
      await story.minutes(31);
      expect(ana.last).not.toContain('Planeación corrigió');
      await expect(story.types('doctor')).rejects.toThrow('cosa');
      ana.phone.unblock();
      await story.settle();
      expect(await story.types('remind', '--failed')).toContain('Ana Arboleda: sale en unos minutos.');
      await story.minutes(1);
      expect(ana.last).toContain('Ana, Planeación corrigió su reporte de la n.º 1');
      expect(await story.types('remind', '--failed')).toContain('Todos los mensajes se entregaron.');
    },
    march,
  );

  sentence(
    'Control sees the list and sends nothing; a forged button does nothing',
    async (story) => {
      const { ana } = story;
      const rosa = await story.newcomer('Rosa Control', { roles: ['control'] });
      ana.phone.block();
      await story.settle();
      await story.at('2022-03-16', 8);
      await rosa.say('/pendientes');
      await rosa.tap('Mensajes sin entregar (1)');
      expect(rosa.last).toContain('• Ana Arboleda: recordatorio del 16 de marzo');
      expect(rosa.buttons).toEqual([]);
      ana.phone.unblock();
      await story.settle();
      for (const data of ['x:resend:1', 'x:resendall', 'x:resend:999'])
        await rosa.atOnce((phone) => void phone.forgeTap(data, rosa.lastMessage.messageId));
      await story.minutes(1);
      expect(reminders(ana)).toBe(0);
    },
    march,
  );
});
