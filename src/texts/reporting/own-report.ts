import type { LocalDate } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { html, lines, plain } from '../html.ts';
import { periodWords } from '../print/own-report.ts';

type Days = { readonly from: LocalDate; readonly to: LocalDate };

export const ownReportButtons = {
  open: 'Mi informe',
  month: 'Este mes',
  before: 'El mes pasado',
  year: 'Este año',
  cancel: 'Cancelar',
} as const;

export function whichDays(): Html {
  return lines(
    plain(
      '¿De qué fechas quiere su informe? Lleva sus reportes y sus soportes, en PDF y en texto para copiar.',
    ),
    plain('Toque un botón o escríbalas, por ejemplo: del 1 al 31 de marzo.'),
  );
}

export function daysHint(): Html {
  return plain('Escriba las fechas, por ejemplo: del 1 al 31 de marzo. O toque un botón.');
}

export function nothingThen({ from, to }: Days): Html {
  return html`${plain(periodWords(from, to))} no hay reportes ni soportes suyos. ¿Otras fechas?`;
}

export function beingMade({ from, to }: Days): Html {
  return html`Preparo su informe: ${plain(lower(periodWords(from, to)))}.`;
}

export function caption({ from, to }: Days): Html {
  return html`Su informe, ${plain(lower(periodWords(from, to)))}. Debajo va el mismo texto para copiar.`;
}

export function notMade(): Html {
  return plain('No pudimos preparar su informe. Inténtelo más tarde con /misactividades.');
}

function lower(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
