import type { Html } from '../../domain/events.ts';
import { bold, html, lines, nothing, paragraphs, plain, shorten } from '../html.ts';
import { percent } from '../words/amounts.ts';
import { pageBefore } from '../words/sentences.ts';
import { about } from './cut-screens.ts';
import { cutOfPlan, type OfCut } from './cuts.ts';

type OfActivity = OfCut & { readonly number: string; readonly name: string };

export type ListedActivity = {
  readonly number: string;
  readonly name: string;
  readonly out: boolean;
  /** Whole tenths; null: without a report. */
  readonly progress: number | null;
};

export function whichOnes(
  of: OfCut & {
    readonly page: number;
    readonly pages: number;
    readonly shown: readonly ListedActivity[];
  },
): Html {
  return paragraphs(
    about(of),
    lines(
      ...of.shown.map(
        ({ number, name, out, progress }) =>
          html`${bold(`n.º ${number}`)} ${plain(shorten(name, 60))}: ${plain(out ? 'no programada' : progress === null ? 'se pregunta' : percent(progress))}`,
      ),
    ),
    plain(`${pageBefore(of)}Toque una actividad para sacarla de este corte, o para volver a pedirla.`),
  );
}

export function noneAsked(of: OfCut): Html {
  return paragraphs(about(of), plain('En este corte ya no se pregunta ninguna actividad.'));
}

export function whyExclude(of: OfActivity & { readonly progress: number | null }): Html {
  return paragraphs(
    about(of),
    html`${bold(`n.º ${of.number}`)} ${plain(shorten(of.name, 200))}`,
    of.progress === null
      ? nothing
      : plain(`Ya tiene un reporte, ${percent(of.progress)}: se conserva, pero dejará de contarse.`),
    plain('No se preguntará ni se contará en este corte. Escriba el motivo: ¿por qué no está programada?'),
  );
}

export function excludeQuestion(
  of: OfActivity & { readonly reason: string; readonly notified: readonly string[] },
): Html {
  return paragraphs(
    about(of),
    lines(
      html`${bold(`n.º ${of.number}`)} ${plain(shorten(of.name, 200))}`,
      plain(`Motivo: ${shorten(of.reason, 500)}`),
    ),
    notified(of.notified),
    plain('¿La dejo como no programada en este corte?'),
  );
}

export function includeQuestion(
  of: OfActivity & { readonly reason: string; readonly notified: readonly string[] },
): Html {
  return paragraphs(
    about(of),
    lines(
      html`${bold(`n.º ${of.number}`)} ${plain(shorten(of.name, 200))}`,
      plain(`Se dejó como no programada: ${shorten(of.reason, 500)}`),
    ),
    notified(of.notified),
    plain('¿La vuelvo a pedir en este corte?'),
  );
}

function notified(names: readonly string[]): Html {
  if (names.length === 0) return nothing;
  const shown = names.slice(0, 8).map((name) => shorten(name, 60));
  const more = names.length > shown.length ? ` y ${names.length - shown.length} más` : '';
  return plain(`${names.length === 1 ? 'Se le avisa a' : 'Se les avisa a'}: ${shown.join(', ')}${more}.`);
}

export function excludedDone(of: OfActivity): Html {
  return plain(`Listo: la n.º ${of.number} queda como no programada en el ${cutOfPlan(of)}.`);
}

export function includedDone(of: OfActivity): Html {
  return plain(`Listo: la n.º ${of.number} se vuelve a pedir en el ${cutOfPlan(of)}.`);
}

export const exclusionButtons = {
  activity: (number: string, out: boolean) => `${out ? '↩ ' : ''}n.º ${number}`,
  exclude: 'Sí, no programada',
  include: 'Sí, volver a pedirla',
} as const;
