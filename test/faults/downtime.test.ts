import { describe, expect } from 'vitest';
import { type Actor, sentence } from '../world/story.ts';

/** Reminders that somebody got, by the local day on which they came. */
function remindersOf({ phone }: Actor): readonly string[] {
  return phone.chat
    .filter((message) => message.from === 'bot' && /Le faltan? \d+ actividad/.test(message.text))
    .map((message) => new Date(message.date * 1000 - 5 * 3_600_000).toISOString().slice(0, 10));
}

describe('The bot is down', () => {
  sentence(
    'Over a reminder: one comes when it is back, and none twice',
    async (story) => {
      const { ana, clock } = story;
      await story.stopBot();
      clock.set(Date.UTC(2022, 2, 24, 13, 30));
      await story.startBot();
      await story.tick();
      await story.minutes(1);
      expect(remindersOf(ana)).toEqual(['2022-03-24']);
      await story.at('2022-03-25', 9);
      expect(remindersOf(ana)).toEqual(['2022-03-24']);
    },
    { start: ['2022-03-23', 18, 30], importedOn: '2022-03-17' },
  );

  sentence(
    'Over the closing: at most one message each when it is back, the overdue reminder and the summary after the closing',
    async (story) => {
      const { ana, mayor, clock } = story;
      await story.stopBot();
      clock.set(Date.UTC(2022, 3, 4, 14));
      await story.startBot();
      await story.tick();
      await story.minutes(1);
      expect(remindersOf(ana)).toEqual(['2022-04-04']);
      expect(ana.last).toContain('cerró el 31 de marzo');
      const summaries = mayor.phone.chat.filter(({ text }) => /Reportadas 0 de 7|Sin reportes/i.test(text));
      expect(summaries.length).toBeLessThanOrEqual(1);
      await story.at('2022-04-05', 8);
      expect(remindersOf(ana)).toEqual(['2022-04-04', '2022-04-05']);
    },
    { start: ['2022-03-30', 18, 30], importedOn: '2022-03-30' },
  );

  sentence(
    'Over the whole window: nobody is reminded of what takes no report any more, and the next cut goes as usual',
    async (story) => {
      const { ana, clock, stored } = story;
      await story.stopBot();
      clock.set(Date.UTC(2022, 3, 20, 14));
      await story.startBot();
      await story.tick();
      expect(remindersOf(ana)).toEqual([]);
      await ana.say('/reportar');
      expect(ana.last).toContain('no tiene actividades pendientes');
      await story.at('2022-06-15', 8);
      expect(remindersOf(ana)).toEqual(['2022-06-15']);
      await ana.tap('Reportar ahora');
      await ana.say('40 % se hizo la segunda reunión');
      expect(stored('1', 2)).toEqual({ progress: 40, observation: 'se hizo la segunda reunión' });
      expect(stored('1', 1)).toBeNull();
    },
    { start: ['2022-03-14', 9], importedOn: '2022-03-01' },
  );
});
