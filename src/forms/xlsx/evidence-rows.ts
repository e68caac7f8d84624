import { createHash } from 'node:crypto';
import { cleanOutsideText } from '../../domain/outside-text.ts';
import type { ExportEvidence } from '../export-form.ts';

/** The sheet that lists the evidence; with a number behind it where the entity has a sheet of this name. */
export const EVIDENCE_SHEET = 'Soportes';

export const EVIDENCE_HEADINGS = [
  'N.º de actividad',
  'Corte',
  'Soporte',
  'Tipo',
  'Tamaño (bytes)',
  'SHA-256',
  'Enlace',
  'Recibido (hora de Colombia)',
] as const;

/** A part of a workbook holds 8 MB: what is beyond these is counted, and stands in the publication pack. */
export const MOST_PIECES = 5_000;
const MOST_LETTERS_OF_LINKS = 1_000_000;

const TYPES: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'Imagen JPEG',
  'image/png': 'Imagen PNG',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel',
};

export type EvidenceList = {
  /** One a piece, a cell for each heading. */
  readonly rows: readonly (readonly (string | number)[])[];
  /** The line below them: how many there are, and a fingerprint of all that stands above it. */
  readonly note: string;
};

/** What the annex says, the same for the same evidence. */
export function evidenceList(evidence: readonly ExportEvidence[], upToCut: number): EvidenceList {
  let letters = 0;
  const shown = evidence.slice(0, MOST_PIECES).filter(({ link }) => {
    letters += link.length;
    return letters <= MOST_LETTERS_OF_LINKS;
  });
  const rows = shown.map((each) => [
    cleanOutsideText(each.activity),
    each.cut,
    each.what,
    TYPES[each.type] ?? cleanOutsideText(each.type),
    each.bytes ?? '',
    each.sha256,
    cleanOutsideText(each.link),
    wallTime(each.receivedAt),
  ]);
  const words = noteWords(evidence.length, shown.length, upToCut);
  return { rows, note: `${words} ${FINGERPRINT}${fingerprintOf(rows, words)}` };
}

function noteWords(all: number, shown: number, upToCut: number): string {
  const amount = all === 0 ? 'Sin soportes' : all === 1 ? '1 soporte' : `${all} soportes`;
  const rest =
    shown < all
      ? ` Aquí van los primeros ${shown}; la lista completa es soportes.csv, en el paquete de publicación.`
      : '';
  const files =
    all === 0
      ? ''
      : ' Los archivos no van en este libro: los guarda la entidad, y su SHA-256 permite comprobarlos.';
  return `${amount} hasta el corte ${upToCut}.${rest}${files}`;
}

const FINGERPRINT = 'Huella de esta lista (SHA-256): ';

/** Whether these texts, headings first and the note last, are a list of ours that nobody has changed since. */
export function isEvidenceList(rows: readonly (readonly string[])[]): boolean {
  const last = rows.at(-1);
  const [note = ''] = last ?? [];
  const at = note.lastIndexOf(` ${FINGERPRINT}`);
  if (rows.length < 2 || at < 0 || last?.slice(1).some((text) => text !== '') === true) return false;
  const [headings, ...pieces] = rows.slice(0, -1);
  return (
    EVIDENCE_HEADINGS.every((heading, column) => headings?.[column] === heading) &&
    note.slice(at + 1) === `${FINGERPRINT}${fingerprintOf(pieces, note.slice(0, at))}`
  );
}

function fingerprintOf(rows: readonly (readonly (string | number)[])[], words: string): string {
  const texts = rows.map((row) => EVIDENCE_HEADINGS.map((_, column) => String(row[column] ?? '')));
  return createHash('sha256')
    .update(JSON.stringify([texts, words]))
    .digest('hex');
}

/** `2022-03-16T09:40:12-05:00` → `16/03/2022 09:40`, as the form prints dates. */
function wallTime(iso: string): string {
  return `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)} ${iso.slice(11, 16)}`;
}
