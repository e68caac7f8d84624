import type { InvitationPages } from '../forms/pdf/invitation-pages.ts';
import type { PdfModel } from '../forms/pdf/model.ts';
import type { Paper } from '../forms/pdf/paper.ts';
import type { FormReading, ReadOptions } from '../forms/read-form.ts';
import type { WorkbookModel } from '../forms/xlsx/make-workbook.ts';
import type { FilesMade, FilesToMake } from './make-files.ts';

/** `path`: a file on the disk; `bytes`: what is in memory, compressed when it is text. */
export type ZipEntry = { readonly name: string } & (
  | { readonly path: string }
  | { readonly bytes: Uint8Array; readonly compress?: boolean }
);

/** A request to the rendering process: plain data that can be sent to another process. */
export type RenderRequest =
  /** Files of a cut: that process reads the database itself. */
  | ({ readonly kind: 'files' } & FilesToMake)
  | { readonly kind: 'pdf'; readonly model: PdfModel }
  | { readonly kind: 'invitations'; readonly model: InvitationPages }
  | { readonly kind: 'paper'; readonly paper: Paper }
  /** Writes a zip of files to `out`; the answer is empty. A file that is not there is left out. */
  | { readonly kind: 'zip'; readonly entries: readonly ZipEntry[]; readonly out: string }
  | { readonly kind: 'xlsx'; readonly model: WorkbookModel }
  /** Reads a received file as the official form there, because a hostile one must not hold up answers. */
  | { readonly kind: 'readForm'; readonly bytes: Uint8Array; readonly options: ReadOptions };

/** The result of a request: bytes, the reading of a form, or files on the disk. */
export type Made = Uint8Array | FormReading | FilesMade;

export type RenderAnswer =
  | { readonly ok: true; readonly value: Made }
  | { readonly ok: false; readonly message: string };
