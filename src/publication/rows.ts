import { programmingCells } from '../forms/csv.ts';
import { csvBytes } from '../forms/csv-cells.ts';
import { type Column, columns } from '../texts/publication/columns.ts';
import { standingLabels } from '../texts/publication/pages.ts';
import { stateName } from '../texts/summary/export.ts';
import { lightWords } from '../texts/summary/summary.ts';
import type { PublicActivity, PublicCut } from './public-cut.ts';

/** A row of the published data: an activity at a cut. Null: nothing is there. */
export type Row = Readonly<Record<Column, string | number | null>>;

/** A row for each activity in the cut of the page, and one for each report of an earlier cut. */
export function rowsOf(of: PublicCut): readonly Row[] {
  return of.activities.flatMap((activity) => of.cuts.flatMap((cut) => rowAt(of, activity, cut) ?? []));
}

function rowAt(of: PublicCut, activity: PublicActivity, cut: PublicCut['cuts'][number]): Row | null {
  const report = activity.reports.find((each) => each.cut === cut.number);
  const isOwn = cut.number === of.cut.number;
  if (!report && !isOwn) return null;
  const { plan, standing } = of;
  const [basis, measure, yearAmount, programmed, amount] = programmingCells(activity, cut.number);
  return {
    plan: plan.code,
    titulo: plan.title,
    vigencia: plan.fiscalYear,
    entidad: plan.entity,
    actividad: activity.number,
    nombre: activity.name,
    meta: activity.target,
    indicador: activity.indicator,
    responsable: activity.responsible,
    inicio: activity.startsOn,
    terminacion: activity.endsOn,
    ponderacion: activity.weight,
    corte: cut.number,
    fecha_corte: cut.date,
    avance: report ? report.progress / 10 : null,
    observacion: report?.observation ?? null,
    esperado_segun: basis,
    medida: measure === '' ? null : measure,
    cantidad_anual: numberOf(yearAmount),
    programado: numberOf(programmed),
    cantidad_programada: numberOf(amount),
    cantidad_reportada: report?.amount ?? null,
    estado: report ? stateName(report.coverage, report.planning ?? 'chat') : null,
    esperado: isOwn && activity.expected !== null ? activity.expected / 10 : null,
    semaforo: isOwn && activity.light !== null ? lightWords[activity.light] : null,
    cuenta: isOwn ? countsWords(activity) : null,
    estado_documento: `${standing.kind === 'approved' ? 'aprobado' : 'cerrado'} ${standing.on}`,
  };
}

function numberOf(cell: string): number | null {
  return cell === '' ? null : Number(cell);
}

function countsWords({ standing }: PublicActivity): string {
  return standing === 'counted' ? 'sí' : standingLabels[standing].toLowerCase();
}

/** The rows as open data (`csvBytes`): numbers with a point, dates `YYYY-MM-DD`. */
export function csvOf(of: PublicCut): Uint8Array {
  const rows = rowsOf(of).map((row) => columns.map((column) => String(row[column] ?? '')));
  return csvBytes([columns, ...rows]);
}

/** The same as JSON, with the figures of the plan. */
export function jsonOf(of: PublicCut, published: readonly string[]): Uint8Array {
  const data = {
    plan: of.plan.code,
    titulo: of.plan.title,
    vigencia: of.plan.fiscalYear,
    entidad: of.plan.entity,
    corte: of.cut.number,
    fecha_corte: of.cut.date,
    avance: of.overall === null ? null : of.overall / 10,
    esperado: of.expected === null ? null : of.expected / 10,
    estado_documento: `${of.standing.kind === 'approved' ? 'aprobado' : 'cerrado'} ${of.standing.on}`,
    huella: of.standing.kind === 'approved' ? of.standing.fingerprint : null,
    publicado: published,
    filas: rowsOf(of),
  };
  return new TextEncoder().encode(`${JSON.stringify(data, null, 2)}\n`);
}
