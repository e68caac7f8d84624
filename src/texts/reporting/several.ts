import type { Html } from '../../domain/events.ts';
import { bold, html, italic, lines, nothing, paragraphs, plain, shorten } from '../html.ts';
import { percent } from '../words/amounts.ts';
import { enumerate } from '../words/sentences.ts';
import { savedLine } from './questions.ts';
export type SeveralLine = {
  readonly number: string;
  readonly progress: number;
  readonly observation: string;
  readonly lowerThan: number | null;
};

type Unclear =
  | { readonly number: string; readonly why: string }
  | { readonly number: null; readonly text: string; readonly why: string };

/** What was not understood, each once, however many lines of the message said the same. */
function doubtsOf(unclear: readonly Unclear[]): readonly Html[] {
  const once = new Map(
    unclear.map((each) => [`${each.number ?? `«${shorten(each.text, 60)}»`}: ${each.why}`, each]),
  );
  return [...once.values()].map((each) =>
    each.number === null
      ? html`«${plain(shorten(each.text, 60))}»: ${plain(each.why)}`
      : html`n.º ${plain(each.number)}: ${plain(each.why)}`,
  );
}

/** Several at once, line by line as understood; one tap saves it. */
export function several(understood: readonly SeveralLine[], unclear: readonly Unclear[]): readonly Html[] {
  const rows = understood.map(
    (each) =>
      html`n.º ${plain(each.number)}: ${bold(percent(each.progress))}${plain(each.observation === '' ? ', falta decir qué se hizo' : ` · ${shorten(each.observation, 200)}`)}${
        each.lowerThan === null ? nothing : italic(` (antes ${percent(each.lowerThan)})`)
      }`,
  );
  const doubts = doubtsOf(unclear);
  return [
    plain('Esto entendí:'),
    nothing,
    ...rows,
    ...(doubts.length === 0 ? [] : [nothing, plain('Esto no lo guardaré:'), ...doubts]),
    nothing,
    understood.length > 12
      ? html`¿Guardo estas ${plain(understood.length)} actividades?`
      : html`¿Guardo ${plain(enumerate(understood.map((each) => `la n.º ${each.number}`)))}?`,
  ];
}

/** Lines with numbers, but none of them whole: nothing was kept, and what is missing of each. @param example a number of theirs */
export function nothingUnderstood(unclear: readonly Unclear[], example: string): Html {
  return paragraphs(
    plain('No guardé ese mensaje:'),
    lines(...doubtsOf(unclear).slice(0, 30)),
    html`Escriba cada una así: «${plain(example)}: 80 % se hizo el taller».`,
  );
}

export const unclear = {
  notRead: 'no supe de cuál actividad es',
  noPercentage: 'no encontré un porcentaje',
  outOfRange: 'el porcentaje va de 0 a 100',
  noObservation: 'falta decir qué se hizo',
  tooLong: 'el texto pasa de 1.000 caracteres',
  twice: 'está dos veces',
  twoPlans: 'hay más de una con ese número; repórtela con /reportar',
  closed: 'ya no recibe reportes',
  notTheirs: 'no es de las que usted puede reportar ahora',
  unknown: 'no hay ninguna con ese número entre las suyas',
  newer: 'ya tiene un reporte más reciente',
  reported: 'ya está reportada; corríjala en /misactividades',
} as const;

export function severalSaved(
  saved: readonly { readonly number: string; readonly progress: number }[],
  notSaved: readonly { readonly number: string; readonly why: string }[],
): Html {
  return lines(
    ...saved.map((each) => savedLine({ ...each, done: 0, total: 0 })),
    ...notSaved.map((each) => html`La n.º ${plain(each.number)} no se guardó: ${plain(each.why)}.`),
  );
}

export function severalNotSaved(): Html {
  return plain('De acuerdo, no guardé ese mensaje.');
}

export function saveThemOrNot(): Html {
  return plain('Responda Sí para guardar lo que entendí, o No para dejarlo.');
}
