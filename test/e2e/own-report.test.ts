import { describe, expect } from 'vitest';
import { sentence, textsOf, told } from '../world/story.ts';
import { jpeg, send } from './evidence-sent.ts';

describe('My report', () => {
  sentence('A person takes home what they reported between two days, as PDF and as text', async (story) => {
    const { ana } = story;
    await ana.say('/reportar');
    await ana.say('25 % se hicieron dos mesas de trabajo con la comunidad');
    await ana.say('/misactividades');
    expect(ana.buttons).toContain('Mi informe');
    await ana.tap('Mi informe');
    await ana.tap('El mes pasado');
    expect(ana.last).toContain('Del 1 al 28 de febrero de 2022 no hay reportes ni soportes suyos.');
    await ana.say('del 1 al 31 de marzo');
    await story.work();
    const sent = ana.phone.chat.filter(({ kind }) => kind === 'document');
    expect(sent.map(({ text }) => text)).toEqual([
      'Su informe, del 1 al 31 de marzo de 2022. Debajo va el mismo texto para copiar.',
    ]);
    const text = textsOf(ana).find((each) => each.startsWith('Informe de actividades'));
    expect(text).toContain('Nombre: Ana');
    expect(text).toContain('Avance: 25 %, reportado el 16 de marzo');
    expect(text).toContain('se hicieron dos mesas de trabajo con la comunidad');
  });

  sentence('It is only their own, with their evidence and what became of the figure', async (story) => {
    const { ana, berta } = story;
    await ana.say('/reportar');
    await send(story, ana, { kind: 'photo', bytes: jpeg, name: '' });
    await ana.say('25 % primera mesa de trabajo');
    await berta.say('/reportar');
    await berta.say('50 % segunda mesa de trabajo');
    const of = ['--cut', 'marzo', '--activity', '1'];
    const as = ['--progress', '20', '--observation', 'una sola mesa', '--reason', 'lo dice el acta'];
    await story.types('report', 'correct', ...of, ...as);
    await ana.say('/misactividades');
    await ana.tap('Mi informe');
    await ana.tap('Este mes');
    await story.work();
    const text = textsOf(ana).find((each) => each.startsWith('Informe de actividades')) ?? '';
    expect(text).toContain('Después: 20 %, corregido por la entidad el 16 de marzo');
    expect(text).toContain('primera mesa de trabajo');
    expect(text).toMatch(/- Foto, 16 de marzo \(SHA-256 [0-9a-f]{12}\)/);
    expect(text).not.toContain('segunda mesa');
    expect(text).not.toContain('lo dice el acta');
    expect(told(berta, 'Informe de actividades')).toEqual([]);
  });

  sentence('Who has left the position still gets it, with the position of these days', async (story) => {
    const { ana, coordinator } = story;
    await ana.say('/reportar');
    await ana.say('25 % se hicieron dos mesas de trabajo');
    await coordinator.say('/personas');
    await coordinator.tap(/^Ana Arboleda/);
    await coordinator.tap('Terminar');
    await coordinator.tap(/^Sí/);
    await story.tick();
    expect(ana.buttons).toEqual(['Relación de entrega', 'Mi informe']);
    await ana.say('/misactividades');
    expect(ana.last).toContain('ya no tiene a su cargo');
    await ana.tap('Mi informe');
    await ana.tap('Este mes');
    await story.work();
    const text = textsOf(ana).find((each) => each.startsWith('Informe de actividades')) ?? '';
    expect(text).toContain('Cargo: Profesional Gestion Participacion Ciudadana');
    expect(text).toContain('dos mesas de trabajo');
  });

  sentence('What is no period is said, and nothing is sent', async (story) => {
    const { ana } = story;
    await ana.say('/misactividades');
    await ana.tap('Mi informe');
    await ana.say('del 31 al 1 de marzo');
    expect(ana.last).toContain('Escriba las fechas, por ejemplo: del 1 al 31 de marzo.');
    await ana.tap('Cancelar');
    expect(ana.last).toBe('De acuerdo, no cambié nada.');
  });
});
