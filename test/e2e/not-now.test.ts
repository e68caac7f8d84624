import { describe, expect } from 'vitest';
import { excludeActivities } from '../../src/actions/exclusions.ts';
import { sentence, textsOf } from '../world/story.ts';
import { assign, endAssignment } from './assignment-steps.ts';
import { kept, send } from './evidence-sent.ts';

const june = { start: ['2022-06-16', 10] } as const;

describe('Who may not report now hears why and until when', () => {
  sentence(
    'While somebody else reports for a time: by command, words, file and button',
    async (story) => {
      const { ana, stored } = story;
      await ana.say('/reportar');
      const question = ana.lastMessage;
      await ana.say('/misactividades');
      const list = ana.lastMessage;
      await assign(story, { position: 1, person: 2, until: '2022-06-20' });
      await story.tick();
      const why = 'Hasta el 20 de junio reporta Berta Ruiz por encargo; el 21 vuelve a usted.';
      await ana.say('/reportar');
      expect(ana.last).toBe(why);
      await ana.say('/misactividades');
      expect(ana.last).toBe(why);
      await ana.say('se hicieron tres talleres con la comunidad');
      expect(ana.last).toBe(`No guardé ese mensaje.\n\n${why}`);
      await send(story, ana, { caption: '30% tres talleres' });
      expect(ana.last).toBe(`No guardé ese archivo.\n\n${why}`);
      expect(kept(story)).toEqual([]);
      await ana.tap('Omitir por ahora', question);
      expect(ana.last).toBe(`La n.º 1 ya no está a su cargo.\n${why}`);
      await ana.tap('n.º 2', list);
      expect(ana.last).toBe(why);
      await ana.say('/start');
      expect(ana.last).toBe(why);
      expect(stored('1')).toBeNull();
      await story.at('2022-06-21', 9);
      await ana.say('/reportar');
      expect(ana.last).toContain('¿Qué porcentaje de avance lleva la n.º 1');
    },
    june,
  );

  sentence(
    'When the position passed on for good, and when an encargo ended',
    async (story) => {
      const { ana, berta } = story;
      await endAssignment(story, { position: 2, person: 2 });
      await assign(story, { position: 1, person: 2, until: '2022-06-20' });
      await story.at('2022-06-21', 9);
      await berta.say('/reportar');
      expect(berta.last).toContain('terminó el 20 de junio; ahora reporta Ana Arboleda.');
      await assign(story, { position: 1, person: 3 });
      await story.at('2022-06-23', 9);
      await ana.say('80% tres talleres hechos');
      expect(ana.last).toBe(
        'No guardé ese mensaje.\n\nDesde el 21 de junio reporta Carlos Peña (Profesional Gestion Participacion Ciudadana).\nSi no es así, avise a Planeación.',
      );
    },
    june,
  );

  sentence(
    'Before the opening: how many activities, and when',
    async (story) => {
      const { ana, berta } = story;
      for (const said of ['/reportar', '/misactividades', '/start']) {
        await ana.say(said);
        expect(ana.last).toBe('Tiene 6 actividades. El primer monitoreo abre el 16 de marzo; yo le aviso.');
      }
      await berta.say('30% afiches impresos');
      expect(berta.last).toBe(
        'No guardé ese mensaje.\n\nTiene 1 actividad. El primer monitoreo abre el 16 de marzo; yo le aviso.',
      );
      await send(story, berta, {});
      expect(berta.last).toContain('El primer monitoreo abre el 16 de marzo; yo le aviso.');
      expect(berta.last).toContain('No guardé ese archivo.');
    },
    { start: ['2022-03-10', 10] },
  );

  sentence(
    'Between two cuts: when the next one opens',
    async (story) => {
      const { ana } = story;
      const next = 'El segundo monitoreo abre el 15 de junio; yo le aviso.';
      await ana.say('/reportar');
      expect(ana.last).toContain('El corte del 31 de marzo ya cerró y no recibe más reportes.');
      expect(ana.last).toContain(next);
      await ana.say('/misactividades');
      expect(ana.last).toContain(next);
      expect(ana.last).toContain('Así quedó el último');
      await ana.say('se hicieron tres talleres con la comunidad');
      expect(ana.last).toContain('No guardé ese mensaje.');
      expect(ana.last).toContain(next);
    },
    { start: ['2022-05-02', 10] },
  );

  sentence('When an activity is not scheduled in this cut', async (story) => {
    const { berta } = story;
    await berta.say('/reportar');
    const question = berta.lastMessage;
    excludeActivities(
      story.db,
      story.cut(),
      { numbers: ['4'], reason: 'es del segundo semestre', personId: null },
      story.clock.now(),
    );
    await berta.tap('50', question);
    // After a restart the notice of the same act may come last.
    expect(textsOf(berta).join('\n')).toContain('La n.º 4 no se reporta en este corte: no está programada.');
    await berta.say('/reportar');
    expect(berta.last).toBe(
      'En el primer monitoreo su actividad (n.º 4) no se reporta: no está programada.\nEl segundo monitoreo abre el 15 de junio; yo le aviso.',
    );
  });
});
