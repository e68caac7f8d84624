import { type ExportForm, verdictAt } from './export-form.ts';

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
const DETAIL_HEADINGS = [
  'estado',
  'reportado_en',
  'verificacion',
  'avance_verificado',
  'observacion_verificacion',
  'estado_documento',
];

/**
 * The reports as open data: UTF-8 with BOM, commas, lines ended by CR LF (RFC 4180), one row a report in order of
 * activity and cut. Percentages are numbers with a point, dates `YYYY-MM-DD`. `details` adds its two
 * columns, and three of what Control
 * Interno says, and what the document says of itself: preliminary, or who approved it, when, and its fingerprint. A text
 * that a spreadsheet would run as a formula begins with an apostrophe; see `safeText`.
 */
export function toCsv(
  form: ExportForm,
  details?: (activity: string, cut: number) => CsvDetails | undefined,
): Uint8Array {
  const headings = details === undefined ? HEADINGS : [...HEADINGS, ...DETAIL_HEADINGS];
  const rows = form.activities.flatMap((activity) =>
    form.cuts.flatMap((cut): string[][] => {
      const report = activity.monitoring.find((each) => each.cut === cut.number);
      if (report === undefined || report.progressTenths === null) return [];
      const row = [
        safeText(form.code),
        safeText(form.title),
        String(form.fiscalYear),
        safeText(form.entity),
        safeText(activity.number),
        safeText(activity.name),
        safeText(activity.target),
        safeText(activity.indicator),
        safeText(activity.responsible),
        activity.start,
        activity.end,
        activity.weight === null ? '' : String(activity.weight),
        String(cut.number),
        cut.date,
        String(report.progressTenths / 10),
        safeText(report.observation),
      ];
      if (details === undefined) return [row];
      const more = details(activity.number, cut.number);
      const said = verdictAt(form, activity.number, cut.number);
      const verified = said?.progressTenths ?? null;
      return [
        [
          ...row,
          safeText(more?.state ?? ''),
          safeText(more?.reportedAt ?? ''),
          safeText(said?.verdict ?? ''),
          verified === null ? '' : String(verified / 10),
          safeText(said?.remark ?? ''),
          safeText(form.status.lines.join(' ')),
        ],
      ];
    }),
  );
  return encoded([headings, ...rows]);
}

/** Any rows, made safe for spreadsheets like the reports. */
export function csvBytes(rows: readonly (readonly string[])[]): Uint8Array {
  return encoded(rows.map((row) => row.map(safeText)));
}

function encoded(rows: readonly (readonly string[])[]): Uint8Array {
  const text = rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
  return new TextEncoder().encode(`\uFEFF${text}`);
}

const RUNS = /^\s*[=+\-@\t\r＝＋－＠]/;
const NUMBER = /^[+-]?\d{1,15}(?:[.,]\d{1,15})?\s?%?$/;

/**
 * The text with an apostrophe before it when a spreadsheet would take it for a formula: it begins with `=`, `+`,
 * `-` or `@`. A plain number such as `-5` runs nothing and stays as it is.
 */
function safeText(text: string): string {
  return RUNS.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

function field(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
