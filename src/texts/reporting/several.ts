import type { Html } from '../../domain/events.ts';
import { bold, html, italic, lines, nothing, paragraphs, plain, shorten } from '../html.ts';
import { percent } from '../words/amounts.ts';
import { theNumbers } from '../words/sentences.ts';
import { figure, type ShownMeasure } from '../words/units.ts';

export type SeveralLine = {
  readonly number: string;
  /** Null: only words were said. */
  readonly progress: number | null;
  readonly amount?: number | null | undefined;
  readonly measure?: ShownMeasure | null | undefined;
  readonly observation: string;
  readonly lowerThan: number | null;
};

/** What is asked when the lines are saved. */
type Later = {
  readonly corrections: readonly {
    readonly number: string;
    readonly from: number;
    readonly progress: number;
    readonly amount?: number | null | undefined;
    readonly measure?: ShownMeasure | null | undefined;
  }[];
  readonly unread: readonly string[];
};

type Unclear =
  /** `text`: whose it is is asked afterwards. */
  | { readonly number: string; readonly why: string; readonly text?: string }
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
export function several(
  understood: readonly SeveralLine[],
  later: Later,
  unclear: readonly Unclear[],
): readonly Html[] {
  const kept = unclear.filter((each) => 'text' in each);
  const asked = [
    ...later.corrections.map(
      ({ number, from, ...to }) =>
        html`n.º ${plain(number)}: ya está reportada con ${plain(percent(from))}; ¿${
          from === to.progress && to.amount == null
            ? plain('cambio el texto')
            : html`la cambio a ${bold(figure(to))}`
        }?`,
    ),
    ...(kept.length > 0 ? doubtsOf(kept) : later.unread.map(unreadLine)),
  ];
  const doubts = doubtsOf(unclear.filter((each) => !('text' in each)));
  return [
    plain('Esto entendí:'),
    nothing,
    ...understood.map(understoodLine),
    ...(asked.length === 0 ? [] : [nothing, plain('Esto se lo pregunto después:'), ...asked]),
    ...(doubts.length === 0 ? [] : [nothing, plain('Esto no lo guardaré:'), ...doubts]),
    nothing,
    understood.length > 12
      ? html`¿Guardo estas ${plain(understood.length)} actividades?`
      : html`¿Guardo ${plain(theNumbers(understood.map((each) => each.number)))}?`,
  ];
}

function unreadLine(text: string): Html {
  return html`«${plain(shorten(text, 60))}»: ${plain(unclear.notRead)}`;
}

/** Lines beside corrections that are asked now. */
export function notKept(unclear: readonly Unclear[]): Html {
  if (unclear.length === 0) return nothing;
  return lines(plain('Esto no lo guardé:'), ...doubtsOf(unclear).slice(0, 30));
}

function understoodLine(line: SeveralLine): Html {
  const { number, progress, amount, measure, observation, lowerThan } = line;
  const start = html`n.º ${plain(number)}: `;
  if (progress === null) return html`${start}«${plain(shorten(observation, 200))}», falta el porcentaje`;
  const words = observation === '' ? ', falta decir qué se hizo' : ` · ${shorten(observation, 200)}`;
  const before = lowerThan === null ? nothing : italic(` (antes ${percent(lowerThan)})`);
  return html`${start}${bold(figure({ progress, amount, measure }))}${plain(words)}${before}`;
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
  whichFigure: 'no supe si es una cantidad o un porcentaje; escríbalo con la unidad o con %',
  outOfRange: 'el porcentaje va de 0 a 100',
  noObservation: 'falta decir qué se hizo',
  tooLong: 'el texto pasa de 1000 caracteres',
  twice: 'está dos veces',
  twoPlans: 'hay más de una con ese número; repórtela con /reportar',
  closed: 'ya no recibe reportes',
  notTheirs: 'no es de las que usted puede reportar ahora',
  unknown: 'no hay ninguna con ese número entre las suyas',
  newer: 'ya tiene un reporte más reciente',
  same: 'ya está guardada así',
  reported: 'ya está reportada; corríjala en /misactividades',
} as const;

export function severalNotSaved(): Html {
  return plain('De acuerdo, no guardé ese mensaje.');
}

export function saveThemOrNot(): Html {
  return plain('Responda Sí para guardar lo que entendí, o No para dejarlo.');
}
