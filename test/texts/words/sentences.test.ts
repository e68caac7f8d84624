import { describe, expect, it } from 'vitest';
import { enumerate } from '../../../src/texts/words/sentences.ts';

describe('a list in a sentence', () => {
  it('ends in y, and in e before the sound of i', () => {
    expect(enumerate([])).toBe('');
    expect(enumerate(['5'])).toBe('5');
    expect(enumerate(['1', '5', '7'])).toBe('1, 5 y 7');
    expect(enumerate(['Ana', 'Inés'])).toBe('Ana e Inés');
    expect(enumerate(['Ana', 'Íngrid'])).toBe('Ana e Íngrid');
    expect(enumerate(['Ana', 'Berta', 'hilda'])).toBe('Ana, Berta e hilda');
  });

  it('keeps y before hie-, and before names with Y', () => {
    expect(enumerate(['agua', 'hielo'])).toBe('agua y hielo');
    expect(enumerate(['Ana', 'Yolanda'])).toBe('Ana y Yolanda');
  });
});
