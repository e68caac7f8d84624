import type { Db } from '../db/open.ts';
import { allPositions } from '../db/people.ts';
import { type PlannedCut, plannedCut } from '../db/plans.ts';
import { presentedWorkbookOf } from '../db/review.ts';
import { workbookAnswers, workbookOf } from '../db/workbooks.ts';
import type { Moment } from '../domain/dates.ts';
import type { ExportForm } from '../forms/export-form.ts';
import type { PdfModel } from '../forms/pdf/model.ts';
import type { WorkbookModel } from '../forms/xlsx/make-workbook.ts';
import type { FormStatus } from '../texts/print/pdf.ts';
import { fileName } from '../texts/summary/file-names.ts';
import { chartOf, picturesOf } from './chart/chart-of.ts';
import type { ChartModel } from './chart/model.ts';
import { summaryOf } from './cut-summary.ts';
import { evidenceList } from './evidence-list.ts';
import { openData } from './open-data.ts';
import { earlierFigures } from './review/earlier-cuts.ts';
import { readForReview } from './review/review-read.ts';
import { type CutReview, reviewOf, type Version } from './review/review-state.ts';
import { formStatusOf, storedForm } from './stored-form.ts';

/** `pictures`: those after the first one, of a plan whose activities do not fit it. */
export const exportFormats = ['chart', 'pictures', 'pdf', 'xlsx', 'csv', 'zip'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** The renderer: a process of its own in the bot, this process on the command line. */
export type Rendering = {
  readonly chart: (model: ChartModel) => Promise<Uint8Array>;
  readonly pdf: (model: PdfModel) => Promise<Uint8Array>;
  readonly xlsx: (model: WorkbookModel) => Promise<Uint8Array>;
};

/** What to export: a cut, in which format and version, as it is at a moment. */
export type Export = {
  readonly cutId: number;
  readonly format: ExportFormat;
  readonly moment: Moment;
  readonly entityName: string | null;
  readonly version?: Version;
};

/** The files or pictures of one format, in a list of one; of further pictures as many as there are. */
export type Exported = {
  readonly files: readonly Uint8Array[];
  /** What a file says about its approval; null: a picture says it in itself. */
  readonly status: FormStatus | null;
};

/**
 * Reads what a file of a cut is made of, all of it at once.
 * @returns what makes the file of it, without the database
 * @throws {RangeError} when there is no such cut, or no such presentation of it.
 */
export function readExport(db: Db, of: Export): (rendering: Rendering) => Promise<Exported> {
  const { cutId, format, moment, version = 'shown' } = of;
  const planned = plannedCut(db, cutId);
  if (!planned) throw new RangeError(`There is no cut ${cutId}`);
  if (format === 'chart' || format === 'pictures') return readPictures(db, planned, of);
  const review = reviewOf(db, planned, moment, version);
  const status = formStatusOf(db, review, review.document.cut.date);
  const form = storedForm(db, planned, review, moment);
  const makers = {
    pdf: (rendering: Rendering) => rendering.pdf({ form, madeAt: moment }),
    csv: async () => openData(review.document, form),
  };
  if (format === 'pdf' || format === 'csv')
    return async (rendering) => ({ status, files: [await makers[format](rendering)] });
  const book = workbook(db, planned, review, form);
  if (format === 'xlsx') return async ({ xlsx }) => ({ status, files: [await xlsx(book)] });
  const picture = readPictures(db, planned, { ...of, format: 'chart' });
  return async (rendering) => {
    const [drawn = new Uint8Array()] = (await picture(rendering)).files;
    const parts = [
      ['pdf', await makers.pdf(rendering)],
      ['xlsx', await rendering.xlsx(book)],
      ['csv', await makers.csv()],
      ['png', drawn],
    ] as const;
    const named = parts.map(([ending, bytes]) => [fileName(planned.plan, planned.cut.number, ending), bytes]);
    // The list of the evidence, never the evidence itself.
    const list = evidenceList(review.document.evidence);
    const { zipSync } = await import('fflate');
    const entries = { ...Object.fromEntries(named), 'soportes.csv': list };
    return { status, files: [zipSync(entries, { mtime: new Date(moment) })] };
  };
}

/** The first picture, or the others. */
function readPictures(
  db: Db,
  planned: PlannedCut,
  { format, moment, entityName, version = 'shown' }: Export,
): (rendering: Rendering) => Promise<Exported> {
  const read = readForReview(db, planned.plan.id);
  const summary = summaryOf(db, planned, moment, entityName, version, read);
  const earlier =
    summary.previous === null ? [] : earlierFigures(db, planned, read, summary.previous.cut.date);
  const pages = Array.from({ length: picturesOf(summary) }, (_, place) => place + 1);
  const models = (format === 'chart' ? pages.slice(0, 1) : pages.slice(1)).map((page) =>
    chartOf(summary, earlier, page),
  );
  return async ({ chart }) => {
    const files: Uint8Array[] = [];
    for (const model of models) files.push(await chart(model));
    return { status: null, files };
  };
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
