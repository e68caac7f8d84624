import { describe, expect } from 'vitest';
import { sentence, told } from '../world/story.ts';

describe('The next year', () => {
  sentence('After the last cut the coordinator gets the plan as a draft, and who stays', async (story) => {
    const { coordinator, mayor } = story;
    await story.at('2023-01-16', 8);
    expect(told(coordinator, '¿Preparamos 2023?')).toHaveLength(1);
    expect(told(mayor, '¿Preparamos 2023?')).toEqual([]);
    await story.at('2023-01-17', 8);
    expect(told(coordinator, '¿Preparamos 2023?')).toHaveLength(1);
    await coordinator.tap('Preparar 2023');
    expect(coordinator.last).toContain('Revise los textos que dicen 2022: ');
    expect(coordinator.last).toContain('Profesional Gestion Participacion Ciudadana: sigue Ana Arboleda');
    await story.work();
    const [file] = coordinator.phone.chat.filter(({ kind }) => kind === 'document');
    expect(file?.text).toContain('Borrador del plan del año siguiente.');
  });
});
