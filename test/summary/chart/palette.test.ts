import { describe, expect, it } from 'vitest';
import { bar, shape } from '../../../src/summary/chart/drawings.ts';
import {
  ink,
  lightColours,
  lightEdges,
  outline,
  paper,
  softInk,
  track,
} from '../../../src/summary/chart/palette.ts';

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

  it('give the edge of every light 3:1 against paper and against the empty bar', () => {
    for (const edge of Object.values(lightEdges)) {
      expect(contrast(edge, paper)).toBeGreaterThanOrEqual(3);
      expect(contrast(edge, track)).toBeGreaterThanOrEqual(3);
    }
  });

  it('have a yellow that is yellow, parted from its edge by 3:1', () => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
      Number.parseInt(lightColours.yellow.slice(at, at + 2), 16),
    );
    expect(Math.min(red, green)).toBeGreaterThan(170);
    expect(blue).toBeLessThan(80);
    expect(contrast(lightColours.yellow, lightEdges.yellow)).toBeGreaterThanOrEqual(3);
  });

  it('draw yellow with its edge, in the shape and in the bar', () => {
    const svg = (uri: string) => Buffer.from(uri.split(',')[1] ?? '', 'base64').toString();
    expect(svg(shape('yellow', 36))).toContain(`stroke="${lightEdges.yellow}"`);
    const drawn = svg(bar({ light: 'yellow', percent: 40, expected: null, previous: null }, 500));
    expect(drawn).toContain(`fill="${lightEdges.yellow}"`);
    expect(drawn).toContain(`fill="${lightColours.yellow}"`);
  });

  it('give the outline and the marks 3:1 against their surroundings', () => {
    expect(contrast(outline, paper)).toBeGreaterThanOrEqual(3);
    expect(contrast(outline, track)).toBeGreaterThanOrEqual(3);
    expect(contrast(ink, paper)).toBeGreaterThanOrEqual(3);
  });
});
