import { csvBytes } from './csv-cells.ts';
import { type ExportForm, verdictFinder } from './export-form.ts';
import type { FormActivity, FormProgramming } from './form.ts';

/** What the form does not say of a report; the caller knows it. */
export type CsvDetails = {
  /** `a tiempo`, `extemporáneo`, `importado`, `registrado por Planeación`. */
  readonly state: string;
  /** ISO 8601 with offset, '' when unknown. */
  readonly reportedAt: string;
};

const HEADINGS = [
  'plan',
  'titulo',
  'vigencia',
  'entidad',
  'actividad',
  'nombre',
  'meta',
  'indicador',
  'responsable',
  'inicio',
  'terminacion',
  'ponderacion',
  'corte',
  'fecha_corte',
  'avance',
  'observacion',
];
const PROGRAMMING_HEADINGS = [
  'esperado_segun',
  'medida',
  'cantidad_anual',
  'programado',
  'cantidad_programada',
  'cantidad_reportada',
];
const DETAIL_HEADINGS = [
  'estado',
  'reportado_en',
  'verificacion',
  'avance_verificado',
  'observacion_verificacion',
  'estado_documento',
];

/**
 * The reports as open data (`csvBytes`), one row a report in order of activity and cut. Percentages are numbers with a
 * point, dates `YYYY-MM-DD`. `details` adds its two columns, three with the verdict of Control Interno, and those of
 * the document itself: preliminary, or its approval (person and day), and its fingerprint. What is programmed stands at the
 * end: a percentage, or an amount of the measure; then the amount that was reported.
 */
export function toCsv(
  form: ExportForm,
  details?: (activity: string, cut: number) => CsvDetails | undefined,
): Uint8Array {
  const headings = [...HEADINGS, ...(details === undefined ? [] : DETAIL_HEADINGS), ...PROGRAMMING_HEADINGS];
  const verdictAt = verdictFinder(form);
  const standing = form.status.lines.join(' ');
  const rows = form.activities.flatMap((activity) =>
    form.cuts.flatMap((cut): string[][] => {
      const report = activity.monitoring.find((each) => each.cut === cut.number);
      if (report === undefined || report.progressTenths === null) return [];
      const row = [
        form.code,
        form.title,
        String(form.fiscalYear),
        form.entity,
        activity.number,
        activity.name,
        activity.target,
        activity.indicator,
        activity.responsible,
        activity.start,
        activity.end,
        activity.weight === null ? '' : String(activity.weight),
        String(cut.number),
        cut.date,
        String(report.progressTenths / 10),
        report.observation,
      ];
      const amount = report.amount === undefined ? '' : String(report.amount);
      const programmed = [...programmingCells(activity, cut.number), amount];
      if (details === undefined) return [[...row, ...programmed]];
      const more = details(activity.number, cut.number);
      const said = verdictAt(activity.number, cut.number);
      const verified = said?.progressTenths ?? null;
      return [
        [
          ...row,
          more?.state ?? '',
          more?.reportedAt ?? '',
          said?.verdict ?? '',
          verified === null ? '' : String(verified / 10),
          said?.remark ?? '',
          standing,
          ...programmed,
        ],
      ];
    }),
  );
  return csvBytes([headings, ...rows]);
}

/** What the expected progress comes from, the measure with its amount of the year, and what is programmed up to the cut. */
export function programmingCells(
  { programming }: Pick<FormActivity, 'programming'>,
  cut: number,
): readonly [basis: string, measure: string, yearAmount: string, programmed: string, amount: string] {
  if (programming === undefined) return ['fechas', '', '', '', ''];
  const { basis, measure, yearAmount } = programming;
  const figure = programming.figures.find((each) => each.cut === cut);
  return [
    BASES[basis],
    measure ?? '',
    yearAmount === null ? '' : String(yearAmount),
    figure !== undefined && 'tenths' in figure ? String(figure.tenths / 10) : '',
    figure !== undefined && 'amount' in figure ? String(figure.amount) : '',
  ];
}

const BASES: Readonly<Record<FormProgramming['basis'], string>> = {
  keeps: 'permanente',
  programmed: 'programado',
  dates: 'fechas',
  form: 'formato',
  nothing: 'fechas',
};
