import type { Db } from '../db/open.ts';
import { allPositions } from '../db/people.ts';
import { readPlan } from '../db/plan-read.ts';
import { type PlannedCut, plannedCut } from '../db/plans.ts';
import { presentedWorkbookOf } from '../db/review.ts';
import { workbookAnswers, workbookOf } from '../db/workbooks.ts';
import { isoLocal, type Moment } from '../domain/dates.ts';
import type { ExportForm } from '../forms/export-form.ts';
import type { PdfModel } from '../forms/pdf/model.ts';
import type { WorkbookModel } from '../forms/xlsx/make-workbook.ts';
import { stateName } from '../texts/summary/export.ts';
import { fileName } from '../texts/summary/file-names.ts';
import { chartOf, picturesOf } from './chart/chart-of.ts';
import type { ChartModel } from './chart/model.ts';
import { summaryOf } from './cut-summary.ts';
import { evidenceList } from './evidence-list.ts';
import { earlierFigures } from './review/live-document.ts';
import { type CutReview, reviewOf, type Version } from './review/review-state.ts';
import { storedForm } from './stored-form.ts';

/** `pictures`: those after the first one, of a plan whose activities do not fit it. */
export const exportFormats = ['chart', 'pictures', 'pdf', 'xlsx', 'csv', 'zip'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** The renderer: a process of its own in the bot, this process on the command line. */
export type Rendering = {
  readonly chart: (model: ChartModel) => Promise<Uint8Array>;
  readonly pdf: (model: PdfModel) => Promise<Uint8Array>;
  readonly xlsx: (model: WorkbookModel) => Promise<Uint8Array>;
};

/**
 * A cut as the file or picture of one format, in a list of one; of further pictures as many as there are. It reads what is stored at
 * once; only the rendering is asynchronous.
 * @throws {RangeError} when there is no such cut, or no such presentation of it.
 */
export async function exportBytes(
  db: Db,
  cutId: number,
  format: ExportFormat,
  moment: Moment,
  entityName: string | null,
  rendering: Rendering,
  version: Version = 'shown',
): Promise<readonly Uint8Array[]> {
  const planned = plannedCut(db, cutId);
  if (!planned) throw new RangeError(`There is no cut ${cutId}`);
  if (format === 'chart' || format === 'pictures') {
    const read = readPlan(db, planned.plan.id);
    const summary = summaryOf(db, planned, moment, entityName, version, read);
    const earlier = earlierFigures(db, planned, read);
    const pages = Array.from({ length: picturesOf(summary) }, (_, place) => place + 1);
    const made: Uint8Array[] = [];
    for (const page of format === 'chart' ? pages.slice(0, 1) : pages.slice(1))
      made.push(await rendering.chart(chartOf(summary, earlier, page)));
    return made;
  }
  if (format === 'zip') return [await publication(db, planned, moment, entityName, rendering, version)];
  const review = reviewOf(db, planned, moment, version);
  const form = storedForm(db, planned, review, moment);
  switch (format) {
    case 'pdf':
      return [await rendering.pdf({ form, madeAt: moment })];
    case 'xlsx':
      return [await rendering.xlsx(workbook(db, planned, review, form))];
    case 'csv':
      return [await openData(review, form)];
  }
}

/**
 * The publication pack: the form as PDF and XLSX, the data, the pictures, and the list of the evidence, never
 * the evidence itself.
 */
async function publication(
  db: Db,
  planned: PlannedCut,
  moment: Moment,
  entityName: string | null,
  rendering: Rendering,
  version: Version,
): Promise<Uint8Array> {
  const entries: Record<string, Uint8Array> = {};
  const { document } = reviewOf(db, planned, moment, version);
  for (const format of ['pdf', 'xlsx', 'csv', 'chart'] as const) {
    const made = await exportBytes(db, planned.cut.id, format, moment, entityName, rendering, version);
    made.forEach((bytes, index) => {
      const part = made.length > 1 ? index + 1 : null;
      entries[fileName(planned.plan, planned.cut.number, format === 'chart' ? 'png' : format, part)] = bytes;
    });
  }
  entries['soportes.csv'] = evidenceList(document.evidence);
  const { zipSync } = await import('fflate');
  return zipSync(entries, { mtime: new Date(moment) });
}

/**
 * The entity's own workbook, filled in place, when the plan came in one that can be filled; else ours. A
 * presentation has the workbook of its time: a later import changes nothing in its files.
 */
function workbook(
  db: Db,
  planned: PlannedCut,
  { presentationId }: CutReview,
  form: ExportForm,
): WorkbookModel {
  const original =
    presentationId === null ? workbookOf(db, planned.plan.id) : presentedWorkbookOf(db, presentationId);
  return {
    original: original ?? null,
    form,
    positions: allPositions(db).map((position) => position.name),
    answers: workbookAnswers(db, planned.plan.id),
  };
}

/** One row per report, with when and how it came. */
async function openData({ document }: CutReview, form: ExportForm): Promise<Uint8Array> {
  const { toCsv } = await import('../forms/csv.ts');
  const reports = new Map(document.reports.map((each) => [`${each.cut} ${each.activity}`, each]));
  return toCsv(form, (number, cut) => {
    const report = reports.get(`${cut} ${number}`);
    if (!report) return undefined;
    const { reportedAt, coverage, origin } = report;
    return {
      state: stateName(coverage, origin),
      reportedAt: reportedAt === null ? '' : isoLocal(reportedAt),
    };
  });
}
