import { describe, expect } from 'vitest';
import { sentence } from '../world/story.ts';

describe('After 12 hours of silence', () => {
  sentence(
    'What is said to be for the question and answers nothing leaves the question open, and is gone',
    async (story) => {
      const { ana, stored } = story;
      await ana.say('/reportar');
      await story.at('2022-03-17', 9);
      await ana.say('abc');
      await ana.tap('Sí, es para esta');
      expect(ana.last).toContain('No encontré un porcentaje en «abc»');
      expect(ana.buttons).toContain('50');
      await ana.say('75 % campaña realizada');
      expect(stored('1')).toEqual({ progress: 75, observation: 'campaña realizada' });
    },
  );
});
