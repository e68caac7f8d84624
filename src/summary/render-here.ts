import type { Rendering } from './export-cut.ts';

/** Renders in this process: that of the command line, or the one that makes files for the bot. */
export const here: Rendering = {
  chart: async (model) => (await import('./chart/render-chart.ts')).renderChart(model),
  pdf: async (model) => (await import('../forms/pdf/render-pdf.ts')).renderPdf(model),
  xlsx: async (model) => (await import('../forms/xlsx/make-workbook.ts')).makeWorkbook(model),
};
