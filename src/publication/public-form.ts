import { cutsToPrint, type ExportForm } from '../forms/export-form.ts';
import { versionLine } from '../texts/print/pdf.ts';
import { publishedLine, standingLine, statusWords } from '../texts/publication/pages.ts';
import type { PublicCut } from './public-cut.ts';

/** The official form of a public cut: those who sign are positions, and nothing says who reported or approved. */
export function publicForm(of: PublicCut, published: readonly string[]): ExportForm {
  const { plan, standing } = of;
  const dates = new Set(of.cuts.map(({ date }) => date));
  return {
    ...plan,
    drawnUpBy: plan.drawnUpBy.map((position) => ({ name: '', position })),
    approvedBy: plan.approvedBy.map((position) => ({ name: '', position })),
    cuts: cutsToPrint(of.cuts, [], of.cut.number, plan.fiscalYear).filter(({ date }) => dates.has(date)),
    activities: of.activities.map(
      ({ startsOn, endsOn, standing: _, expected: __, light: ___, reports, ...activity }) => ({
        ...activity,
        start: startsOn,
        end: endsOn,
        positions: [],
        extra: [],
        monitoring: reports.map(({ progress, coverage: ____, planning: _____, ...report }) => ({
          ...report,
          progressTenths: progress,
        })),
      }),
    ),
    upToCut: of.cut.number,
    status: {
      preliminary: false,
      lines: [
        `${statusWords.state}${standingLine(standing)} ${publishedLine(published)}`,
        versionLine(of.planVersion),
        ...(standing.kind === 'approved' ? [`${statusWords.fingerprint}${standing.fingerprint}`] : []),
      ],
    },
  };
}
