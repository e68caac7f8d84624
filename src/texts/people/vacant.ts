import type { Html } from '../../domain/events.ts';
import { html, plain, shorten } from '../html.ts';
import { count } from '../words/amounts.ts';
import { pageBefore } from '../words/sentences.ts';

export function whichVacant(place: { readonly page: number; readonly pages: number }): Html {
  return plain(
    `${pageBefore(place)}Estos cargos están sin responsable. Lo que reporte por ellos queda como «registrado por Planeación». ¿Por cuál reporta?`,
  );
}

export function noVacant(): Html {
  return plain('No hay cargos sin responsable con actividades pendientes.');
}

export function reportingFor(position: string): Html {
  return html`Reporta por el cargo ${plain(shorten(position, 150))}; queda como «registrado por Planeación».`;
}

/** Above a coordinator's own round. */
export function alsoVacant(positions: number): Html {
  return plain(
    `${count(positions, 'cargo sin responsable tiene', 'cargos sin responsable tienen')} actividades pendientes: están en /pendientes.`,
  );
}

export const vacantButtons = {
  open: 'Reportar por un cargo sin responsable',
  record: 'Registrar su avance',
  position: (name: string, pending: number) => `${shorten(name, 45)} · ${pending}`,
} as const;
