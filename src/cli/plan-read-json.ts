import type { PlanReading } from '../actions/plan-reading.ts';
import type { FormFigure } from '../forms/form.ts';

/** How a file is understood, for programs (manual: *plan read*). Percentages in percent; null where something is open. */
export function readingJson({ reading, questions, status }: PlanReading): object {
  const { draft } = reading;
  return {
    status,
    plan: {
      code: draft?.code ?? null,
      title: draft?.title ?? null,
      entity: draft?.entity ?? null,
      fiscalYear: draft?.fiscalYear ?? null,
      sheets: draft?.sheets ?? [],
    },
    columns: reading.columns,
    cuts: (draft?.cuts ?? []).map(({ number, date, label }) => ({ number, date, label })),
    activities: (draft?.activities ?? []).map((activity) => ({
      sheet: activity.sheet,
      row: activity.row,
      group: activity.group ?? null,
      number: activity.number,
      name: activity.name,
      target: activity.target,
      responsible: activity.positions,
      indicator: activity.indicator,
      startsOn: activity.start === '' ? null : activity.start,
      endsOn: activity.end === '' ? null : activity.end,
      weight: activity.weight,
      measure: activity.programming?.measure ?? null,
      yearAmount: activity.programming?.yearAmount ?? null,
      keeps: activity.programming?.basis === 'keeps',
      reports: activity.monitoring.flatMap(({ cut, progressTenths, amount, observation }) =>
        progressTenths === null
          ? []
          : [{ cut, progress: progressTenths / 10, amount: amount ?? null, observation }],
      ),
      programmed: (activity.programming?.figures ?? []).map(figureJson),
      planned: (activity.planned ?? []).map(figureJson),
      executed: (activity.executed ?? []).map(figureJson),
    })),
    questions,
    problems: (reading.ok ? [] : reading.problems).map(({ sheet, row, column, found, expected }) => ({
      sheet,
      row,
      column,
      found,
      expected,
    })),
    warnings: reading.warnings.map(({ sheet, row, column, text }) => ({ sheet, row, column, message: text })),
  };
}

function figureJson(figure: FormFigure): object {
  return 'tenths' in figure ? { cut: figure.cut, progress: figure.tenths / 10 } : figure;
}
