import { Renderer } from '@takumi-rs/core';
import { describe, expect, it } from 'vitest';
import { CHART_WIDTH, chartNodes } from '../../../src/summary/chart/chart-nodes.ts';
import { bar, shape } from '../../../src/summary/chart/drawings.ts';
import type { ChartModel } from '../../../src/summary/chart/model.ts';
import { SMALLEST_TEXT, words } from '../../../src/summary/chart/nodes.ts';
import { renderChart } from '../../../src/summary/chart/render-chart.ts';
import { printFonts } from '../../../src/texts/print/print-fonts.ts';
import { chartOfPlan, realChart, realNames } from './setup.ts';

const name = (place: number) => realNames[place % realNames.length] ?? '';
const hard = chartOfPlan.bind(null, 20);

const sizeOf = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
};

/** Width of every line of text, and where it ends. */
async function lineEnds(chart: ChartModel): Promise<readonly number[]> {
  const { regular, bold } = printFonts();
  const renderer = new Renderer();
  await renderer.registerFont({ name: 'Noto Sans', data: regular, weight: 400 });
  await renderer.registerFont({ name: 'Noto Sans', data: bold, weight: 700 });
  type Measured = Awaited<ReturnType<Renderer['measure']>>;
  const ends = (node: Measured): number[] => [
    ...node.runs.map((run) => node.transform[4] + run.x + run.width),
    ...node.children.flatMap(ends),
  ];
  return ends(await renderer.measure(chartNodes(chart), { width: CHART_WIDTH }));
}

describe('the picture as PNG', () => {
  it('is 1,080 px wide and as high as its bars, 20 of them under the 10,000 px that Telegram takes', async () => {
    const [real] = realChart().charts;
    const [twenty] = hard({ name, progress: (place) => (place * 83) % 1001 }).charts;
    if (!real || !twenty) throw new Error('no picture');
    const seven = await renderChart(real);
    expect(Buffer.from(seven.subarray(1, 4)).toString()).toBe('PNG');
    expect(sizeOf(seven)).toMatchObject({ width: 1080 });
    const { width, height } = sizeOf(await renderChart(twenty));
    expect(height).toBeGreaterThan(sizeOf(seven).height);
    expect(width + height).toBeLessThan(10_000);
    expect(height).toBeLessThan(3_500);
  });

  it('is the same each time', async () => {
    const [real] = realChart().charts;
    if (!real) throw new Error('no picture');
    expect(Buffer.from(await renderChart(real)).equals(Buffer.from(await renderChart(real)))).toBe(true);
  });

  it('keeps every text inside, even a word of a hundred letters', async () => {
    const long = 'W'.repeat(100);
    for (const named of [name, () => long, () => long.toLowerCase()]) {
      for (const chart of hard({ name: named, entity: long, progress: () => 1000, before: () => 0 }).charts) {
        const ends = await lineEnds(chart);
        expect(ends.length).toBeGreaterThan(40);
        expect(Math.max(...ends)).toBeLessThanOrEqual(CHART_WIDTH);
      }
    }
  });

  it('leaves out characters that the font lacks', async () => {
    const emoji = chartOfPlan(1, { name: () => 'Feria 🎉 de 👩‍👩‍👧 servicios', progress: () => 500 })
      .charts[0];
    const plain = chartOfPlan(1, { name: () => 'Feria de servicios', progress: () => 500 }).charts[0];
    if (!emoji || !plain) throw new Error('no picture');
    expect(Buffer.from(await renderChart(emoji)).equals(Buffer.from(await renderChart(plain)))).toBe(true);
  });

  it('has no text too small for a phone', () => {
    expect(SMALLEST_TEXT).toBeGreaterThanOrEqual(28);
    expect(() => words('pequeño', 20)).toThrow(RangeError);
  });
});

describe('the drawings', () => {
  it('distinguish the lights without colour', () => {
    const shapes = (['green', 'yellow', 'red', 'grey'] as const).map((light) =>
      svgOf(shape(light, 40)).replace(/#[0-9a-f]{6}/g, ''),
    );
    expect(new Set(shapes).size).toBe(4);
  });

  it('keep every mark whole within the bar, at 0 and at 100', () => {
    for (const percent of [0, 100, 250, -3]) {
      const svg = svgOf(bar({ light: 'red', percent, expected: percent, previous: percent }, 600));
      const [, x] = /circle cx="([\d.]+)"/.exec(svg) ?? [];
      expect(Number(x)).toBeGreaterThanOrEqual(10);
      expect(Number(x)).toBeLessThanOrEqual(590);
    }
  });

  it('draw a missing report differently from a 0', () => {
    const of = { light: 'grey', expected: 50, previous: null } as const;
    expect(svgOf(bar({ ...of, percent: null }, 600))).toContain('stroke-dasharray');
    expect(svgOf(bar({ ...of, percent: 0 }, 600))).not.toContain('stroke-dasharray');
  });
});

function svgOf(uri: string): string {
  return Buffer.from(uri.split(',')[1] ?? '', 'base64').toString();
}
