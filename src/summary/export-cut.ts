import type { Db } from '../db/open.ts';
import { plannedCut } from '../db/plans.ts';
import type { Moment } from '../domain/dates.ts';
import { type PdfModel, pdfModel } from '../forms/pdf/model.ts';
import { chartOf } from './chart/chart-of.ts';
import type { ChartModel } from './chart/model.ts';
import { progressAtPreviousCut } from './chart/previous-progress.ts';
import { cutSummary } from './cut-summary.ts';
import { storedForm } from './stored-form.ts';

export const exportFormats = ['chart', 'pdf', 'xlsx', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What renders: a thread of its own in the bot, at once on the command line. */
export type Rendering = {
  readonly chart: (model: ChartModel) => Promise<Uint8Array>;
  readonly pdf: (model: PdfModel) => Promise<Uint8Array>;
};

/**
 * A cut as files of one format: pictures may be several, the others are one. What is stored is read at once;
 * only the rendering waits. @throws {RangeError} when there is no such cut.
 */
export function exportBytes(
  db: Db,
  cutId: number,
  format: ExportFormat,
  moment: Moment,
  entityName: string | null,
  rendering: Rendering,
): Promise<readonly Uint8Array[]> {
  const planned = plannedCut(db, cutId);
  if (!planned) throw new RangeError(`There is no cut ${cutId}`);
  switch (format) {
    case 'chart': {
      const summary = cutSummary(db, cutId, moment, entityName);
      return Promise.all(chartOf(summary, progressAtPreviousCut(db, summary)).map(rendering.chart));
    }
    case 'pdf': {
      const model = pdfModel(storedForm(db, planned), {
        upTo: planned.cut.date,
        standing: { kind: 'preliminary' },
        madeAt: moment,
      });
      return rendering.pdf(model).then((bytes) => [bytes]);
    }
    case 'xlsx':
    case 'csv':
      throw new RangeError(`${format} is not written yet`);
  }
}
