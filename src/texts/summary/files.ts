import type { LocalDate } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { html, plain } from '../html.ts';
import { day } from '../words/days.ts';
import { monitoring, planName } from '../words/names.ts';
import { capital } from '../words/sentences.ts';

const names = {
  chart: 'la imagen',
  pdf: 'el PDF',
  xlsx: 'el archivo de Excel',
  csv: 'el archivo de datos',
  zip: 'el paquete de publicación',
} as const;

/** The caption of a picture or a file: its plan and cut. */
export function fileCaption(
  plan: { readonly title: string; readonly fiscalYear: number },
  cut: { readonly number: number; readonly date: LocalDate },
  format: keyof typeof names,
): Html {
  const preliminary = format === 'chart' ? '' : ' · preliminar';
  return html`${plain(planName(plan))} · ${plain(capital(monitoring(cut.number)))}, ${plain(day(cut.date))}${plain(preliminary)}`;
}

export function fileMissing(format: keyof typeof names): Html {
  return html`No pudimos preparar ${plain(names[format])}. El resumen en texto está completo; inténtelo más tarde con /resumen.`;
}
