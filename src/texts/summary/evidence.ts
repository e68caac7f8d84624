import type { LocalDate, Moment } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { html, italic, lines, nothing, plain, shorten } from '../html.ts';
import { clockTime, day } from '../words/days.ts';

/**
 * Under the detail of an activity: how many files and links there are, and the links of this page as text.
 */
export function evidenceShown(of: {
  readonly amount: number;
  readonly links: readonly string[];
  readonly page: number;
  readonly pages: number;
}): Html {
  if (of.amount === 0) return nothing;
  const page = of.pages > 1 ? ` (página ${of.page} de ${of.pages})` : '';
  return lines(html`${italic('Soportes:')} ${plain(`${of.amount}${page}`)}`, ...of.links.map(plain));
}

const kinds: Readonly<Record<string, string>> = {
  pdf: 'PDF',
  jpg: 'imagen',
  png: 'imagen',
  docx: 'Word',
  xlsx: 'Excel',
};

export const evidenceButtons = {
  file: (place: number, extension: string) => `Soporte ${place} · ${kinds[extension] ?? 'archivo'}`,
  previous: 'Soportes anteriores',
  following: 'Más soportes',
} as const;

/** The caption of a requested file of evidence: its activity, sender and moment. */
export function evidenceCaption(of: {
  readonly number: string;
  readonly cutDate: LocalDate;
  readonly by: string | null;
  readonly moment: Moment;
}): Html {
  const from = of.by === null ? '' : `${shorten(of.by, 60)}, `;
  return plain(
    `Soporte de la n.º ${shorten(of.number, 20)} · corte ${day(of.cutDate)} · ${from}${clockTime(of.moment)}`,
  );
}
