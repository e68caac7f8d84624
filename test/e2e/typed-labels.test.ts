import { describe, expect } from 'vitest';
import { commandNames } from '../../src/actions/commands.ts';
import { causeNames } from '../../src/texts/reporting/causes.ts';
import { type Story, sentence, textsOf } from '../world/story.ts';

/** n.º 1 is reported, and what was done in n.º 2 is asked; the list, the reminder and old questions are on the screen. */
async function askedForWords({ ana }: Story): Promise<void> {
  await ana.say('/misactividades');
  await ana.say('/reportar');
  await ana.say('70% tres talleres con la junta');
  await ana.tap('50');
  expect(ana.last).toContain('Describa en una o dos frases lo realizado en la n.º 2');
}

const untouched = [{ progress: 50, observation: null }];

describe('The label of a button that is on the screen is that button', () => {
  sentence('Corregir of another activity', async (story) => {
    const { ana, stored, drafts } = story;
    await askedForWords(story);
    await ana.say('Corregir la n.º 1');
    expect(ana.last).toContain('¿Qué corrige de la n.º 1');
    expect(stored('2')).toBeNull();
    expect(drafts(ana)).toEqual(untouched);
    await ana.say('60');
    expect(stored('1')?.progress).toBe(60);
  });

  sentence('The number of another activity in the list', async (story) => {
    const { ana, stored, drafts } = story;
    await askedForWords(story);
    await ana.say('n.º 5');
    expect(ana.last).toContain('n.º 5 · corte 31 de marzo');
    expect(ana.buttons).toContain('Reportar');
    expect(stored('2')).toBeNull();
    expect(drafts(ana)).toEqual(untouched);
  });

  sentence('What the reminder offers', async (story) => {
    const { ana, stored, drafts } = story;
    await askedForWords(story);
    for (const [label, said] of [
      ['Ver mis actividades', 'cierra el 31 de marzo'],
      ['recordarme mañana', 'Le recordaremos el 17 de marzo'],
      ['Reportar ahora', 'Actividad 1 de 5 · n.º 2'],
    ] as const) {
      await ana.say(label);
      expect(ana.last).toContain(said);
      expect(stored('2')).toBeNull();
      expect(drafts(ana)).toEqual(untouched);
    }
    await ana.say('plan publicado en la página');
    expect(stored('2')).toEqual({ progress: 50, observation: 'plan publicado en la página' });
  });

  sentence('Lines that wait are saved by their label after another question', async (story) => {
    const { ana, stored } = story;
    await ana.say('2: 100 % plan publicado\n3: 50 % informe a medias');
    await ana.say('/reportar');
    await ana.say('Guardar estas 2');
    expect(stored('2')).toEqual({ progress: 100, observation: 'plan publicado' });
    expect(stored('3')).toEqual({ progress: 50, observation: 'informe a medias' });
    expect(stored('1')).toBeNull();
  });

  sentence('A cause, when its question waits behind another', async ({ berta, stored, mayor }) => {
    await berta.say('/reportar');
    await berta.say('0% nada convocado todavía');
    expect(berta.last).toContain('¿Qué la está frenando?');
    await berta.tap('Corregir la n.º 4');
    await berta.say(causeNames.contracting);
    expect(stored('4')).toEqual({ progress: 0, observation: 'nada convocado todavía' });
    await mayor.say('/resumen');
    expect(mayor.last).toContain('causa: contratación');
  });
});

describe('The words of a command are that command', () => {
  sentence('With something asked nothing of it is stored', async (story) => {
    const { ana, stored, drafts } = story;
    await askedForWords(story);
    const stays = commandNames.filter((name) => !['start', 'salir', 'cancelar', 'reportar'].includes(name));
    for (const name of [...stays, 'mis actividades', 'Mis datos', 'auditoría']) {
      const before = textsOf(ana).length;
      await ana.say(name);
      expect(textsOf(ana).length, name).toBeGreaterThan(before);
      expect(stored('2'), name).toBeNull();
      expect(drafts(ana), name).toEqual(untouched);
    }
    await ana.say('misactividades');
    expect(ana.last).toContain('cierra el 31 de marzo');
    await ana.say('plan publicado en la página');
    expect(stored('2')).toEqual({ progress: 50, observation: 'plan publicado en la página' });
  });

  sentence('With nothing asked it is done', async ({ ana }) => {
    await ana.say('mis actividades');
    expect(ana.last).toContain('n.º 7');
    await ana.say('ayuda');
    expect(ana.last).toContain('Esto puede hacer aquí');
    await ana.say('muchas gracias');
    expect(ana.last).toBe('Con gusto.');
    await ana.say('Buenos días');
    expect(ana.last).toContain('Tiene 6 actividades pendientes');
    await ana.say('después');
    expect(ana.last).toContain('Le recordaremos el 17 de marzo');
    await ana.say('me equivoqué');
    expect(ana.last).toBe('Todavía no hay un reporte suyo para corregir.');
    await ana.say('reportar');
    expect(ana.last).toContain('Actividad 1 de 6');
  });

  sentence('Who holds an office asks in words', async ({ mayor, coordinator, ana }) => {
    await mayor.say('mándeme el pdf');
    expect(mayor.buttons).toContain('PDF');
    for (const text of [
      'resumen',
      '¿cómo vamos?',
      'Resumen de marzo',
      'cómo va el plan',
      'quiero ver el resumen',
      'avance',
      '¿Cómo íbamos en marzo?',
      'el de marzo',
      'primer trimestre',
      'resumen 1',
    ]) {
      await mayor.say('/ayuda');
      await mayor.say(text);
      expect(mayor.last, text).toContain('se esperaba 24,7 %');
    }
    for (const text of ['quién falta', '¿Quiénes faltan?', 'pendientes']) {
      await mayor.say(text);
      expect(mayor.last, text).toContain('Ana');
    }
    await mayor.say('gracias');
    expect(mayor.last).toBe('Con gusto.');
    for (const text of ['ok', '👍', 'muy bien']) {
      await mayor.say(text);
      expect(mayor.last, text).toBe('Con gusto.');
    }
    await coordinator.say('personas');
    expect(coordinator.last).toContain('Ana Arboleda');
    await ana.say('resumen');
    expect(ana.last).not.toContain('se esperaba');
  });
});
