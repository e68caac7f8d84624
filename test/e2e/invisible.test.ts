import { describe, expect } from 'vitest';
import { sentence } from '../world/story.ts';

describe('Invisible characters say nothing', () => {
  sentence(
    'An observation of fillers is asked for again, and one with fillers is stored without',
    async (story) => {
      const { ana, stored } = story;
      await ana.say('/reportar');
      await ana.tap('50');
      for (const text of [
        '\u3164\u3164',
        '\u2800.\u2800',
        '\u115f\u1160 \uffa0',
        '\u{1f3f4}\u{e0061}\u{e0062}',
      ]) {
        await ana.say(text);
        expect(stored('1'), JSON.stringify(text)).toBeNull();
      }
      await ana.say('acta\u3164 fir\u2064mada\u200c\u{e0061}');
      expect(stored('1')).toEqual({ progress: 50, observation: 'acta firmada' });
    },
  );
});
