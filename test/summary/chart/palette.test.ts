import { describe, expect, it } from 'vitest';
import { ink, lightColours, outline, paper, softInk, track } from '../../../src/summary/chart/palette.ts';

/** WCAG 2.2, *relative luminance* and *contrast ratio*. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

describe('the colours of the picture', () => {
  it('are measured correctly', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  it('give every text 4.5:1', () => {
    for (const text of [ink, softInk]) expect(contrast(text, paper)).toBeGreaterThanOrEqual(4.5);
  });

  it('give every light 3:1 against paper and against the empty bar', () => {
    for (const light of Object.values(lightColours)) {
      expect(contrast(light, paper)).toBeGreaterThanOrEqual(3);
      expect(contrast(light, track)).toBeGreaterThanOrEqual(3);
    }
  });

  it('give the outline and the marks 3:1 against their surroundings', () => {
    expect(contrast(outline, paper)).toBeGreaterThanOrEqual(3);
    expect(contrast(outline, track)).toBeGreaterThanOrEqual(3);
    expect(contrast(ink, paper)).toBeGreaterThanOrEqual(3);
  });
});
