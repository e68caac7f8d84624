import type { PdfModel } from '../forms/pdf/model.ts';
import type { ChartModel } from '../summary/chart/model.ts';

/** What is asked of the rendering thread: plain data that survives the way there. */
export type RenderRequest =
  | { readonly kind: 'chart'; readonly model: ChartModel }
  | { readonly kind: 'pdf'; readonly model: PdfModel };

export type RenderAnswer =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly message: string };
