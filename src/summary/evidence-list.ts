import { evidenceOfCuts } from '../db/evidence.ts';
import type { Db } from '../db/open.ts';
import type { Activity, PlannedCut } from '../db/plans.ts';
import { isoLocal } from '../domain/dates.ts';
import { csvBytes } from '../forms/csv-cells.ts';
import type { ExportEvidence } from '../forms/export-form.ts';

const headings = ['actividad', 'corte', 'clase', 'tipo', 'bytes', 'sha256', 'enlace', 'recibido_en'];

/**
 * The kept evidence of some cuts of a plan: by cut, then by activity in the form's order, then by arrival.
 * Without files that are still being fetched or were refused.
 * @param of every activity of the plan, in the form's order
 */
export function evidenceOf(
  db: Db,
  cuts: readonly PlannedCut[],
  of: readonly Activity[],
): readonly ExportEvidence[] {
  const activities = new Map(of.map(({ id, number }, place) => [id, { number, place }]));
  const byCut = new Map(cuts.map(({ cut }) => [cut.id, cut.number]));
  return evidenceOfCuts(db, [...byCut.keys()])
    .filter((each) => each.state === 'stored')
    .map((row) => ({
      row,
      cut: byCut.get(row.cutId) ?? 0,
      activity: activities.get(row.activityId) ?? { number: '', place: activities.size },
    }))
    .sort((a, b) => a.cut - b.cut || a.activity.place - b.activity.place || a.row.id - b.row.id)
    .map(({ row, cut, activity }) => ({
      activity: activity.number,
      cut,
      what: row.kind === 'link' ? 'enlace' : 'archivo',
      type: row.mime ?? '',
      bytes: row.bytes,
      sha256: row.sha256 ?? '',
      link: row.url ?? '',
      receivedAt: isoLocal(row.moment),
    }));
}

/**
 * The evidence of a plan up to a cut as open data (`csvBytes`): a list with each SHA-256, so that a file can
 * be compared with it. The files themselves may contain third parties' data and stay inside.
 */
export function evidenceList(evidence: readonly ExportEvidence[]): Uint8Array {
  const rows = evidence.map((each) => [
    each.activity,
    String(each.cut),
    each.what,
    each.type,
    each.bytes === null ? '' : String(each.bytes),
    each.sha256,
    each.link,
    each.receivedAt,
  ]);
  return csvBytes([headings, ...rows]);
}
