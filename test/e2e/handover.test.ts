import { describe, expect } from 'vitest';
import { type Actor, sentence } from '../world/story.ts';
import { jpeg, send } from './evidence-sent.ts';

const files = (who: Actor) =>
  who.phone.chat.filter(({ kind }) => kind === 'document').map(({ text }) => text);
const caption = 'Relación de entrega: actividades, últimos reportes, soportes y lo pendiente.';

describe('Handing over', () => {
  sentence('Who leaves, who receives and the coordinator take home what the position has', async (story) => {
    const { ana, berta, coordinator } = story;
    await ana.say('/reportar');
    await send(story, ana, { kind: 'photo', bytes: jpeg, name: '' });
    await ana.say('25 % primera mesa de trabajo');
    await coordinator.say('/personas');
    await coordinator.tap(/^Ana Arboleda/);
    expect(coordinator.buttons).toContain('Relación de entrega');
    await coordinator.tap(/^(Dar a otra persona|Reemplazar)/);
    await coordinator.tap(/Berta Ruiz/);
    await coordinator.tap(/^Sí/);
    await story.at('2022-03-17', 8);
    for (const who of [ana, berta, coordinator]) {
      expect(who.buttons).toContain('Relación de entrega');
      await who.tap('Relación de entrega');
      await story.work();
      expect(files(who)).toEqual([caption]);
    }
  });

  sentence('What was called off before it began has none', async (story) => {
    const { coordinator } = story;
    await coordinator.say('/encargo');
    await coordinator.tap(/^Profesional/);
    await coordinator.tap(/Berta/);
    await coordinator.tap('Mañana');
    await coordinator.say('25 de marzo');
    await coordinator.tap(/^Sí/);
    expect(coordinator.buttons).toContain('Relación de entrega');
    await coordinator.say('/personas');
    await coordinator.tap(/^Berta/);
    await coordinator.tap(/^Profesional/);
    await coordinator.tap('Terminar el encargo');
    await coordinator.tap(/^Sí/);
    expect(coordinator.last).toContain('Listo');
    expect(coordinator.buttons).not.toContain('Relación de entrega');
  });

  sentence('Nobody else gets it, whatever button they forge', async (story) => {
    const { ana, berta, coordinator } = story;
    await coordinator.say('/personas');
    await coordinator.tap(/^Ana Arboleda/);
    const [data] = coordinator.lastMessage.buttons
      .flat()
      .flatMap(({ text, data }) => (text === 'Relación de entrega' ? [data] : []));
    expect(data).toBeDefined();
    await berta.atOnce((phone) => void phone.forgeTap(String(data), phone.last()?.messageId ?? 1));
    await story.work();
    expect(files(berta)).toEqual([]);
    expect(files(ana)).toEqual([]);
  });
});
