import { type Evidence, evidenceOfCuts } from '../db/evidence.ts';
import type { Db } from '../db/open.ts';
import { personById } from '../db/people.ts';
import type { PlannedCut } from '../db/plans.ts';
import { lastReportsOfCut } from '../db/reports.ts';
import { numbersById } from '../db/without-texts.ts';
import { isoLocal } from '../domain/dates.ts';
import { csvBytes } from '../forms/csv-cells.ts';

/** Bytes of files in one part: Telegram takes 50 MB (Bot API, sendDocument), and the index goes with it. */
const PART_BYTES = 45_000_000;
/** More than this goes out on the command line only. */
export const MOST_PARTS_IN_CHAT = 10;

/** A file of the zip: where it lies in the folder of evidence, and its name there. */
export type PackedFile = { readonly storedName: string; readonly name: string; readonly bytes: number };

export type EvidencePack = {
  readonly parts: readonly (readonly PackedFile[])[];
  /** What every part begins with: each piece, with its part. It is made when it is asked for. */
  readonly index: () => Uint8Array;
  readonly files: number;
  readonly links: number;
  readonly bytes: number;
};

const headings = [
  ...[
    'parte',
    'archivo',
    'actividad',
    'avance_reportado',
    'reportado_en',
    'origen_del_reporte',
    'enviado_por',
  ],
  ...['recibido_en', 'tipo', 'bytes', 'sha256', 'enlace'],
];

/**
 * The kept evidence of a cut for who verifies it, in parts, with an index (specification: Evidence). It may hold other
 * people's data, so it is no part of the publication pack. The same bytes are one file with a line for each sending.
 */
export function evidencePack(db: Db, planned: PlannedCut): EvidencePack {
  const { cut, plan } = planned;
  const numbers = numbersById(db, plan.id);
  const kept = evidenceOfCuts(db, [cut.id]).filter(({ state }) => state === 'stored');
  const parts: PackedFile[][] = [];
  const placed = new Map<string, { readonly part: number; readonly name: string }>();
  let room = 0;
  for (const { storedName, bytes, activityId } of kept) {
    if (storedName === null || placed.has(storedName)) continue;
    const size = bytes ?? 0;
    if (parts.length === 0 || size > room) {
      parts.push([]);
      room = PART_BYTES;
    }
    room -= size;
    const name = `actividad-${safe(numbers.get(activityId) ?? '')}/${storedName}`;
    parts.at(-1)?.push({ storedName, name, bytes: size });
    placed.set(storedName, { part: parts.length, name });
  }
  const senders = new Map<number, string>();
  const nameOf = (personId: number) => {
    const name = senders.get(personId) ?? personById(db, personId)?.name ?? '';
    senders.set(personId, name);
    return name;
  };
  const row = (each: Evidence, reports: ReturnType<typeof lastReportsOfCut>): readonly string[] => {
    const at = placed.get(each.storedName ?? '');
    const report = reports.get(each.activityId);
    return [
      ...[at ? String(at.part) : '', at?.name ?? '', numbers.get(each.activityId) ?? ''],
      ...(report ? [String(report.progress / 10), isoLocal(report.moment), report.origin] : ['', '', '']),
      ...[nameOf(each.personId), isoLocal(each.moment), each.mime ?? ''],
      ...[each.bytes === null ? '' : String(each.bytes), each.sha256 ?? '', each.url ?? ''],
    ];
  };
  const files = parts.flat();
  return {
    parts: parts.length === 0 && kept.length > 0 ? [[]] : parts,
    index: () => {
      const reports = lastReportsOfCut(db, cut.id);
      return csvBytes([headings, ...kept.map((each) => row(each, reports))]);
    },
    files: files.length,
    links: kept.filter(({ kind }) => kind === 'link').length,
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
  };
}

const safe = (text: string) => text.replace(/[^A-Za-z0-9.-]+/g, '-');
