import { isoLocal } from '../domain/dates.ts';
import type { ExportForm } from '../forms/export-form.ts';
import { stateName } from '../texts/summary/export.ts';
import type { CutDocument } from './review/document.ts';

/** One row per report, with when and how it came. */
export async function openData(document: CutDocument, form: ExportForm): Promise<Uint8Array> {
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
