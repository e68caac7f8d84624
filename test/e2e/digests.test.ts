import { describe, expect } from 'vitest';
import { closeCut } from '../../src/actions/cut-acts.ts';
import { plannedCuts } from '../../src/db/plans.ts';
import { type Actor, type Story, sentence } from '../world/story.ts';

const march = { start: ['2022-03-15', 18] } as const;

function digests(of: Actor): readonly string[] {
  return of.phone.chat
    .filter((message) => message.from === 'bot' && /^(Abrió|Cerró|Mañana|El \d|Hoy)/.test(message.text))
    .map((message) => message.text);
}

async function live(story: Story, days: readonly string[]): Promise<void> {
  for (const day of days) await story.at(day, 8);
}

describe('A digest to the coordinator', () => {
  sentence(
    'On the opening day, on the eve of the closing date and after the close; once each, and to nobody else',
    async (story) => {
      const { ana, mayor, coordinator } = story;
      await live(story, ['2022-03-16']);
      expect(digests(coordinator)).toEqual([
        'Abrió el primer monitoreo del Plan de Participación Ciudadana 2022: 7 actividades, cierra el 31 de marzo.',
      ]);
      await story.minutes(1);
      await ana.say('/reportar');
      await ana.say('50% caracterización en curso');
      await ana.say('/cancelar');
      await live(story, ['2022-03-17', '2022-03-24', '2022-03-28', '2022-03-29']);
      expect(digests(coordinator)).toHaveLength(1);
      await live(story, ['2022-03-30']);
      expect(digests(coordinator)[1]).toBe(
        [
          'Mañana, 31 de marzo, cierra el primer monitoreo del Plan de Participación Ciudadana 2022.',
          'Reportadas 1 de 7, faltan 6.',
          '• Profesional Gestion Participacion Ciudadana · Ana Arboleda: n.º 2, 3, 5, 6 y 7',
          '• Lider de rendicion de cuentas · Berta Ruiz: n.º 4',
          '• lider de participacion ciudadana · Carlos Peña: n.º 4',
        ].join('\n'),
      );
      expect(coordinator.buttons).toEqual(['Recordar a los que faltan']);
      await live(story, ['2022-03-31', '2022-04-01', '2022-04-04', '2022-04-08']);
      expect(digests(coordinator)).toHaveLength(3);
      expect(digests(coordinator)[2]).toContain('Cerró el 31 de marzo el primer monitoreo');
      expect(digests(coordinator)[2]).toContain('Reportadas 1 de 7, sin reporte 6.');
      const closed = coordinator.phone.chat.find(({ text }) => text.includes('Cerró el 31 de marzo'));
      expect(closed?.buttons.flat().map(({ text }) => text)).toContain('Ver el resumen');
      expect(digests(coordinator)[2]).toContain(
        'Lo que falta se recibe hasta el 7 de abril, como extemporáneo.',
      );
      expect([...digests(mayor), ...digests(ana)]).toEqual([]);
    },
    march,
  );

  sentence(
    'The mayor hears who did not report only after the close, by position, in the summary itself: one message, not two',
    async (story) => {
      const { mayor } = story;
      await live(story, ['2022-03-16', '2022-03-30', '2022-03-31']);
      expect(mayor.phone.chat.some((message) => message.text.includes('Berta'))).toBe(false);
      await live(story, ['2022-04-01']);
      const told = mayor.phone.chat.filter((message) => message.text.includes('Berta'));
      expect(told).toHaveLength(1);
      expect(told[0]?.text).toContain('Sin reporte al cierre · se recibe hasta el 7 de abril');
      expect(told[0]?.text).toContain('Lider de rendicion de cuentas · Berta Ruiz: n.º 4');
      await live(story, ['2022-04-04', '2022-04-08', '2022-04-18']);
      expect(mayor.phone.chat.filter((message) => message.text.includes('Berta'))).toHaveLength(1);
    },
    march,
  );

  sentence(
    'With everything in it says so, and after the close too',
    async (story) => {
      const { ana, berta, coordinator } = story;
      await live(story, ['2022-03-16']);
      await story.minutes(1);
      await ana.say('/reportar');
      for (let each = 0; each < 6; each++) await ana.say('100% hecho y publicado');
      await berta.say('/reportar');
      await berta.say('100% campaña hecha');
      await live(story, ['2022-03-30']);
      expect(digests(coordinator).at(-1)).toContain('Reportadas 7 de 7: está todo.');
      expect(coordinator.buttons).toEqual([]);
      await live(story, ['2022-04-01']);
      expect(digests(coordinator).at(-1)).toContain('Cerró el 31 de marzo');
    },
    march,
  );

  sentence(
    'Positions without a responsible stand in the opening digest, with the button, and need no notice of their own',
    async (story) => {
      const { coordinator } = story;
      await live(story, ['2022-03-16', '2022-03-17', '2022-03-24']);
      const about = coordinator.phone.chat.filter((message) =>
        message.text.includes('Estos cargos están sin responsable'),
      );
      expect(about).toHaveLength(1);
      expect(about[0]?.text).toContain('• Lider de rendicion de cuentas: n.º 4');
      await coordinator.tap('Reportar por un cargo sin responsable');
      expect(coordinator.last).toContain('¿Por cuál reporta?');
    },
    { ...march, notEnrolled: ['berta'] },
  );

  sentence(
    'Whoever gets the summary in the mayor’s place after the close is not told the same twice',
    async (story) => {
      const { coordinator } = story;
      await live(story, ['2022-03-16', '2022-03-30', '2022-03-31', '2022-04-01']);
      expect(digests(coordinator)).toHaveLength(2);
      expect(
        coordinator.phone.chat.filter((message) => message.text.includes('Sin reporte al cierre')),
      ).toHaveLength(1);
    },
    { ...march, notEnrolled: ['mayor'] },
  );

  sentence(
    'Nothing of the past: down for the opening and the eve, one of them when it is back, the latest that still makes sense',
    async (story) => {
      const { coordinator } = story;
      await story.stopBot();
      await story.at('2022-03-30', 10);
      await story.startBot();
      await story.minutes(1);
      await story.minutes(1);
      expect(digests(coordinator)).toHaveLength(1);
      expect(digests(coordinator)[0]).toContain('Mañana, 31 de marzo, cierra');
    },
    march,
  );

  sentence(
    'None of a cut that was closed when its plan was imported',
    async (story) => {
      await live(story, ['2022-04-19', '2022-04-20']);
      expect(digests(story.coordinator)).toEqual([]);
    },
    { start: ['2022-04-18', 9], importedOn: '2022-04-18' },
  );

  sentence(
    'Closed early, the digest after the close goes on the next working day, and not again on the date of the calendar',
    async (story) => {
      const { coordinator } = story;
      await live(story, ['2022-03-16']);
      const [first] = plannedCuts(story.db);
      if (!first) throw new Error('no cut');
      closeCut(story.db, first, { personId: null, reason: 'ya está' }, story.clock.now());
      await live(story, ['2022-03-17']);
      expect(digests(coordinator)[1]).toContain('Cerró el 16 de marzo');
      expect(digests(coordinator)[1]).not.toContain('extemporáneo');
      await live(story, ['2022-03-30', '2022-04-01']);
      expect(digests(coordinator)).toHaveLength(2);
    },
    march,
  );
});
