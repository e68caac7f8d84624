import { describe, expect } from 'vitest';
import { sentence } from '../world/story.ts';

describe('The mayor asks for one activity in words', () => {
  for (const words of ['la 3', 'detalle de la 3', 'ver la n.º 3', '¿y la 3?'])
    sentence(`«${words}» shows its detail`, async (story) => {
      const { mayor } = story;
      await mayor.say(words);
      expect(mayor.last).toContain('n.º 3');
      expect(mayor.last).toContain('Realizar y publicar Informe de Gestión');
    });
});
