import { type LocalDate, localDate } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { html, plain } from '../html.ts';
import type { FormStatus } from '../print/pdf.ts';
import { day } from '../words/days.ts';
import { monitoring, planName } from '../words/names.ts';
import { capital } from '../words/sentences.ts';

/** The kinds of files of a cut, with their article. */
export const fileNames = {
  chart: 'la imagen',
  pictures: 'las demás imágenes',
  pdf: 'el PDF',
  xlsx: 'el archivo de Excel',
  csv: 'el archivo de datos',
  zip: 'el paquete de publicación',
} as const;
export type FileKind = keyof typeof fileNames;

/** The caption of a picture or a file: its plan and cut, and of a file what it says about its approval. */
export function fileCaption(
  plan: { readonly title: string; readonly fiscalYear: number },
  cut: { readonly number: number; readonly date: LocalDate },
  status: FormStatus | null,
): Html {
  const state = status === null ? '' : ` · ${statusWords(status)}`;
  return html`${plain(planName(plan))} · ${plain(capital(monitoring(cut.number)))}, ${plain(day(cut.date))}${plain(state)}`;
}

/** *aprobado el 24 de marzo* */
function statusWords(status: FormStatus): string {
  switch (status.kind) {
    case 'preliminary':
      return 'preliminar';
    case 'presented':
      return 'preliminar, falta la aprobación';
    case 'closed':
      return 'definitivo';
    case 'approved':
      return `aprobado el ${day(localDate(status.at))}`;
  }
}

export function fileMissing(format: FileKind): Html {
  return html`No pudimos preparar ${plain(fileNames[format])}. El resumen en texto está completo; inténtelo más tarde con /resumen.`;
}
