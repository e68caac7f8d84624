import { evidenceOfCuts } from '../db/evidence.ts';
import type { Db } from '../db/open.ts';
import { activitiesOf, type PlannedCut, plannedCuts } from '../db/plans.ts';
import { isoLocal } from '../domain/dates.ts';

const headings = ['actividad', 'corte', 'clase', 'tipo', 'bytes', 'sha256', 'enlace', 'recibido_en'];

/**
 * The evidence of a plan up to a cut as open data (UTF-8 with BOM, RFC 4180): what there is and its SHA-256,
 * so that a file can be held against it; the files themselves may hold third parties' data and stay inside.
 */
export function evidenceList(db: Db, upTo: PlannedCut): Uint8Array {
  const cuts = plannedCuts(db).filter(
    (each) => each.plan.id === upTo.plan.id && each.cut.date <= upTo.cut.date,
  );
  const numbers = new Map(activitiesOf(db, upTo.plan.id).map((activity) => [activity.id, activity.number]));
  const byCut = new Map(cuts.map(({ cut }) => [cut.id, cut.number]));
  const rows = evidenceOfCuts(db, [...byCut.keys()])
    .filter((each) => each.state === 'stored')
    .map((each) => [
      numbers.get(each.activityId) ?? '',
      String(byCut.get(each.cutId) ?? ''),
      each.kind === 'link' ? 'enlace' : 'archivo',
      each.mime ?? '',
      each.bytes === null ? '' : String(each.bytes),
      each.sha256 ?? '',
      each.url ?? '',
      isoLocal(each.moment),
    ]);
  const lines = [headings, ...rows].map((row) => row.map(quoted).join(','));
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`);
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
