import { Renderer } from '@takumi-rs/core';
import { drawable } from '../../texts/print/drawable-text.ts';
import { FONT_FAMILY, printFonts } from '../../texts/print/print-fonts.ts';
import { CHART_WIDTH, chartNodes } from './chart-nodes.ts';
import type { ChartModel } from './model.ts';

/**
 * The picture as PNG, 1,080 px wide and as high as it needs. Characters that the font lacks are left out. It
 * loads a native library, so only the rendering process may call it (src/jobs/render.ts).
 */
export async function renderChart(chart: ChartModel): Promise<Uint8Array> {
  const { coverage } = printFonts();
  const renderer = await theRenderer();
  const png = await renderer.render(chartNodes(fitToFont(chart, (text) => drawable(text, coverage, ''))), {
    width: CHART_WIDTH,
    format: 'png',
    lang: 'es',
  });
  return new Uint8Array(png);
}

let made: Promise<Renderer> | undefined;

function theRenderer(): Promise<Renderer> {
  made ??= makeRenderer();
  return made;
}

async function makeRenderer(): Promise<Renderer> {
  const { regular, bold } = printFonts();
  const renderer = new Renderer();
  await renderer.registerFont({ name: FONT_FAMILY, data: regular, weight: 400 });
  await renderer.registerFont({ name: FONT_FAMILY, data: bold, weight: 700 });
  return renderer;
}

/** Only people's words can contain other characters. */
function fitToFont(chart: ChartModel, fit: (text: string) => string): ChartModel {
  const tidy = (text: string) => fit(text).replace(/\s+/g, ' ').trim();
  return {
    ...chart,
    entity: tidy(chart.entity),
    plan: tidy(chart.plan),
    leftOut: tidy(chart.leftOut),
    bars: chart.bars.map((each) => ({
      ...each,
      number: tidy(each.number),
      name: tidy(each.name),
      who: tidy(each.who),
    })),
  };
}
