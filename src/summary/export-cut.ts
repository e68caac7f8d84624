import type { Db } from '../db/open.ts';
import { allPositions } from '../db/people.ts';
import { activitiesOf, type PlannedCut, plannedCut, plannedCuts } from '../db/plans.ts';
import { lastReportsOfCut } from '../db/reports.ts';
import { workbookOf } from '../db/workbooks.ts';
import type { Moment } from '../domain/dates.ts';
import { isoLocal } from '../domain/dates.ts';
import type { ExportForm } from '../forms/export-form.ts';
import type { PdfModel } from '../forms/pdf/model.ts';
import { fileName } from '../texts/file-names.ts';
import { chartOf } from './chart/chart-of.ts';
import type { ChartModel } from './chart/model.ts';
import { progressAtPreviousCut } from './chart/previous-progress.ts';
import { cutSummary } from './cut-summary.ts';
import { evidenceList } from './evidence-list.ts';
import { storedForm } from './stored-form.ts';

export const exportFormats = ['chart', 'pdf', 'xlsx', 'csv', 'zip'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Of a very long plan the first pictures, the red ones first; the rest is in the text and the files. */
const MOST_PICTURES = 5;

/** What renders: a thread of its own in the bot, at once on the command line. */
export type Rendering = {
  readonly chart: (model: ChartModel) => Promise<Uint8Array>;
  readonly pdf: (model: PdfModel) => Promise<Uint8Array>;
};

/**
 * A cut as files of one format: pictures may be several, the others are one. What is stored is read at once;
 * only the rendering waits. @throws {RangeError} when there is no such cut.
 */
export async function exportBytes(
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
      const pictures = chartOf(summary, progressAtPreviousCut(db, summary)).slice(0, MOST_PICTURES);
      return Promise.all(pictures.map(rendering.chart));
    }
    case 'pdf':
      return rendering
        .pdf({ form: storedForm(db, planned, moment), madeAt: moment })
        .then((bytes) => [bytes]);
    case 'xlsx':
      return workbook(db, planned, storedForm(db, planned, moment)).then((bytes) => [bytes]);
    case 'csv':
      return openData(db, planned, moment).then((bytes) => [bytes]);
    case 'zip':
      return publication(db, planned, moment, entityName, rendering).then((bytes) => [bytes]);
  }
}

/** The publication pack: the form as PDF and XLSX, the data, the pictures, and the list of the evidence, never the evidence itself. */
async function publication(
  db: Db,
  planned: PlannedCut,
  moment: Moment,
  entityName: string | null,
  rendering: Rendering,
): Promise<Uint8Array> {
  const entries: Record<string, Uint8Array> = {};
  for (const format of ['pdf', 'xlsx', 'csv', 'chart'] as const) {
    const made = await exportBytes(db, planned.cut.id, format, moment, entityName, rendering);
    made.forEach((bytes, place) => {
      const part = made.length > 1 ? place + 1 : null;
      entries[fileName(planned.plan, planned.cut.number, format === 'chart' ? 'png' : format, part)] = bytes;
    });
  }
  entries['soportes.csv'] = evidenceList(db, planned);
  const { zipSync } = await import('fflate');
  return zipSync(entries, { mtime: new Date(moment) });
}

/** The entity's own workbook filled in place, when the plan came in as one that can be; else ours. */
async function workbook(db: Db, planned: PlannedCut, form: ExportForm): Promise<Uint8Array> {
  const original = workbookOf(db, planned.plan.id);
  if (original) {
    const { fillWorkbook } = await import('../forms/xlsx/fill.ts');
    const filled = fillWorkbook(
      original,
      form,
      allPositions(db).map((position) => position.name),
    );
    if (filled.ok) return filled.bytes;
  }
  const { templateWorkbook } = await import('../forms/xlsx/template.ts');
  return templateWorkbook(form);
}

/** One row a report, with when and how it came. */
async function openData(db: Db, planned: PlannedCut, moment: Moment): Promise<Uint8Array> {
  const { toCsv } = await import('../forms/csv.ts');
  const cuts = plannedCuts(db).filter((each) => each.plan.id === planned.plan.id);
  const numbers = new Map(
    activitiesOf(db, planned.plan.id).map((activity) => [activity.number, activity.id]),
  );
  return toCsv(storedForm(db, planned, moment), (number, cutNumber) => {
    const cut = cuts.find((each) => each.cut.number === cutNumber);
    const report = lastReportsOfCut(db, cut?.cut.id ?? 0).get(numbers.get(number) ?? 0);
    if (!report) return undefined;
    const state = report.origin === 'import' ? 'importado' : report.late ? 'extemporáneo' : 'a tiempo';
    return { state, reportedAt: report.origin === 'import' ? '' : isoLocal(report.moment) };
  });
}
