import { describe, expect } from 'vitest';
import { importPlan } from '../../src/actions/import-plan.ts';
import { plannedCuts } from '../../src/db/plans.ts';
import { cutSummary } from '../../src/summary/cut-summary.ts';
import { type Changes, formWith, readFormOf } from '../world/form.ts';
import { type Story, sentence, textsOf } from '../world/story.ts';

/** The form, corrected, imported as the coordinator would. */
function correct(story: Story, changes: Changes): void {
  const form = readFormOf(formWith(...changes));
  const done = story.db.transaction(() =>
    importPlan(story.db, form, {
      withoutMonitoring: true,
      now: story.clock.now(),
      sameActivities: true,
    }),
  );
  expect(done.ok).toBe(true);
}

const withoutSeventh: Changes = [[/^7\t.*\n/gm, '']];
/** The fourth activity goes from its position to the one of Ana. */
const fourthToAna: Changes = [
  [/^(4\t.*)Lider de rendicion de cuentas/gm, '$1Profesional Gestion Participacion Ciudadana'],
];

function summaryOf(story: Story, number: number) {
  const planned = plannedCuts(story.db).find((each) => each.cut.number === number);
  return cutSummary(story.db, planned?.cut.id ?? 0, story.clock.now());
}

describe('A corrected form', () => {
  sentence(
    'Who receives an activity by an import while a cut is open is shown at once what is pending; it counts as that day’s reminder',
    async (story) => {
      const { ana, berta } = story;
      await story.at('2022-03-23', 20);
      const before = { ana: textsOf(ana).length, berta: textsOf(berta).length };
      correct(story, fourthToAna);
      await story.tick();
      expect(textsOf(ana)).toHaveLength(before.ana);
      await story.at('2022-03-24', 8);
      expect(textsOf(ana).slice(before.ana)).toEqual([
        expect.stringContaining('ahora está a su cargo la n.º 4'),
      ]);
      expect(ana.last).toContain('Le faltan 7 actividades');
      expect(textsOf(berta)).toHaveLength(before.berta);
      await ana.tap('Reportar ahora');
      expect(ana.last).toContain('Actividad 1 de 7');
      await ana.say('/cancelar');
      correct(story, fourthToAna);
      await story.minutes(40);
      expect(ana.last).toContain('lo dejamos aquí');
    },
  );

  sentence(
    'Activities that were received and reported before the notice could go are not told',
    async (story) => {
      const { ana } = story;
      await story.at('2022-03-19', 9);
      correct(story, fourthToAna);
      await story.tick();
      await ana.say('/reportar');
      for (let n = 0; n < 7; n++) await ana.say(`${10 + n}% hecho en parte`);
      await ana.tap('Ahora no');
      await story.at('2022-03-22', 8);
      expect(textsOf(ana).some((text) => text.includes('a su cargo'))).toBe(false);
    },
  );

  sentence(
    'A cut that a later import adds when it is already over is of the past: no reminder, no summary',
    async (story) => {
      const { ana, mayor } = story;
      // Locked on Friday 27 May: its summary would be due on Tuesday, after a holiday.
      await story.at('2022-05-28', 9);
      const before = [textsOf(ana).length, textsOf(mayor).length];
      correct(story, [
        ['PRIMER MONITOREO\t', 'PRIMER MONITOREO\t\tSEGUNDO MONITOREO\t\tTERCER MONITOREO\t'],
        ['CORTE MARZO 31\t', 'CORTE MARZO 31\t\tCORTE MAYO 20\t\tCORTE DICIEMBRE 31\t'],
      ]);
      await story.at('2022-05-31', 8);
      await story.at('2022-06-01', 8);
      expect([textsOf(ana).length, textsOf(mayor).length]).toEqual(before);
    },
    { start: ['2022-05-27', 9] },
  );

  sentence(
    'An activity that is gone in the grace without a report is not missing; back by a later form, the closed cut stays as it was',
    async (story) => {
      const { ana, berta } = story;
      await story.at('2022-04-04', 9);
      correct(story, withoutSeventh);
      expect(summaryOf(story, 1).coverage.missing).toBe(6);
      expect(summaryOf(story, 1).leftOut).toMatchObject([{ why: 'retired', activity: { number: '7' } }]);
      await ana.say('/reportar');
      expect(ana.last).toContain('Actividad 1 de 5');
      await ana.say('/cancelar');
      await story.at('2022-06-01', 9);
      const figures = () => {
        const { overall, coverage, rows, leftOut, missing } = summaryOf(story, 1);
        const numbers = rows.map((row) => row.activity.number);
        return { overall, coverage, numbers, out: leftOut.map((each) => each.why), missing: missing.length };
      };
      const closed = figures();
      expect(closed.numbers).toEqual(['1', '2', '3', '4', '5', '6']);
      correct(story, []);
      expect(figures()).toEqual(closed);
      expect(summaryOf(story, 2).leftOut).toEqual([]);
      await story.at('2022-06-16', 9);
      await ana.say('/reportar');
      expect(ana.last).toContain('Actividad 1 de 6');
      await berta.say('/misactividades');
      expect(berta.last).toContain('n.º 4');
    },
  );

  sentence(
    'Gone and back while the cut is open, it is asked again',
    async (story) => {
      correct(story, withoutSeventh);
      await story.at('2022-03-18', 9);
      correct(story, []);
      await story.tick();
      expect(textsOf(story.ana).at(-1)).toContain('ahora está a su cargo la n.º 7');
      await story.ana.say('/reportar');
      expect(story.ana.last).toContain('Actividad 1 de 6');
    },
    { start: ['2022-03-17', 9] },
  );
});
