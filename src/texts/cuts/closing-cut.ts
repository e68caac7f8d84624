import type { Html } from '../../domain/events.ts';
import { bold, html, lines, nothing, paragraphs, plain, shorten } from '../html.ts';
import { count } from '../words/amounts.ts';
import { enumerate } from '../words/sentences.ts';
import { about } from './cut-screens.ts';
import { cutOfPlan, type OfCut } from './cuts.ts';

/** A longer list ends in *y 3 más*. */
const SHOWN = 12;

export function whyClose(cut: OfCut): Html {
  return paragraphs(
    about(cut),
    plain('Al cerrarlo ahora no hay días de gracia: no recibe más reportes ni correcciones.'),
    plain('Escriba el motivo: ¿por qué se cierra antes?'),
  );
}

export type Correcting = { readonly name: string; readonly numbers: readonly string[] };

export function closeQuestion(
  of: OfCut & {
    readonly reason: string;
    /** One line per position with missing reports. */
    readonly missing: readonly Html[];
    readonly activities: number;
    readonly correcting: readonly Correcting[];
  },
): Html {
  return paragraphs(
    about(of),
    plain(`Motivo: ${shorten(of.reason, 500)}`),
    of.missing.length === 0
      ? plain('No falta ningún reporte.')
      : lines(
          bold(
            `${of.activities === 1 ? 'Queda' : 'Quedan'} sin reporte ${count(of.activities, 'actividad', 'actividades')}`,
          ),
          ...of.missing.slice(0, SHOWN).map((line) => html`• ${line}`),
          more(of.missing.length - SHOWN),
        ),
    of.correcting.length === 0
      ? nothing
      : lines(
          bold('Todavía podrían corregir'),
          ...of.correcting
            .slice(0, SHOWN)
            .map(({ name, numbers }) =>
              plain(`• ${shorten(name, 60)}: n.º ${shorten(enumerate(numbers), 60)}`),
            ),
          more(of.correcting.length - SHOWN),
        ),
    plain('Se les avisa a todos. ¿Lo cierro ahora?'),
  );
}

function more(amount: number): Html {
  return amount > 0 ? plain(`y ${amount} más`) : nothing;
}

export function closed(cut: OfCut): Html {
  return plain(
    `Listo: el ${cutOfPlan(cut)} quedó cerrado. Avisamos a quienes podían reportar o corregir; el resumen sale el siguiente día hábil a las 8:00 a. m., como siempre.`,
  );
}

export function cannotClose(why: 'notOpened' | 'alreadyClosed'): Html {
  return plain(
    why === 'notOpened'
      ? 'Ese corte todavía no ha abierto, así que no hay qué cerrar.'
      : 'Ese corte ya está cerrado.',
  );
}

export const closeButtons = { yes: 'Sí, cerrar ahora' } as const;
