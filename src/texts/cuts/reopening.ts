import type { LocalDate } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { bold, html, lines, nothing, paragraphs, plain, shorten } from '../html.ts';
import { percent } from '../words/amounts.ts';
import { day } from '../words/days.ts';
import { capital, enumerate, pageBefore } from '../words/sentences.ts';
import { about, dayOf, numbersOf } from './cut-screens.ts';
import { activityNumbers, cutOfPlan, type OfCut } from './cuts.ts';

export function whichCut(page: { readonly page: number; readonly pages: number }): Html {
  const place = page.pages > 1 ? ` (página ${page.page} de ${page.pages})` : '';
  return plain(`¿Qué corte se reabre?${place}`);
}

export function noCutOpened(): Html {
  return plain('Todavía no ha abierto ningún corte, así que no hay qué reabrir.');
}

export type Choice = {
  readonly number: string;
  readonly name: string;
  /** Whole tenths; null: without a report. */
  readonly progress: number | null;
  readonly chosen: boolean;
};

/** One page of activities with their state; the chosen ones are marked. */
export function whichActivities(
  of: OfCut & {
    readonly page: number;
    readonly pages: number;
    readonly shown: readonly Choice[];
    readonly chosen: readonly string[];
  },
): Html {
  return paragraphs(
    about(of),
    lines(
      ...of.shown.map(
        ({ number, name, progress, chosen }) =>
          html`${plain(chosen ? '✓ ' : '')}${bold(`n.º ${number}`)} ${plain(shorten(name, 60))}: ${plain(progress === null ? 'sin reporte' : percent(progress))}`,
      ),
    ),
    of.chosen.length === 0 ? nothing : plain(`Escogidas: ${numbersOf(of.chosen, 20)}.`),
    plain(
      `${pageBefore(of)}Toque las actividades, o escriba sus números, por ejemplo 2, 5 y 7. ¿Cuáles se reabren?`,
    ),
  );
}

export function unknownNumbers(numbers: readonly string[]): Html {
  return plain(
    `En este corte no se ${numbers.length === 1 ? 'pregunta la' : 'preguntan las'} n.º ${shorten(enumerate(numbers), 100)}. Escriba números de la lista.`,
  );
}

export function untilWhen(
  of: OfCut & {
    readonly numbers: readonly string[];
    readonly usual: LocalDate;
    /** The cut's own last day, while it takes reports; null: it is closed. */
    readonly own: LocalDate | null;
  },
): Html {
  const usual =
    of.own === null
      ? `Lo usual son cinco días hábiles: hasta el ${day(of.usual)}.`
      : `El corte recibe reportes hasta el ${dayOf(of.plan, of.own)}, y reabrir no lo acorta.`;
  return paragraphs(
    about(of),
    plain(`Se ${of.numbers.length === 1 ? 'reabre' : 'reabren'} ${activityNumbers(of.numbers)}.`),
    plain(`${usual} Toque el botón o escriba otra fecha, por ejemplo 20 de abril. ¿Hasta qué día?`),
  );
}

export function wrongDay(from: LocalDate): Html {
  return plain(`Escriba un día desde hoy, ${day(from)}, y dentro de un año. Por ejemplo: 20 de abril.`);
}

export function whyReopen(
  of: OfCut & { readonly numbers: readonly string[]; readonly lastDay: LocalDate },
): Html {
  return paragraphs(
    about(of),
    plain(`${capital(activityNumbers(of.numbers))}, hasta el ${dayOf(of.plan, of.lastDay)}.`),
    plain('Escriba el motivo, que leerán las personas responsables: ¿por qué se reabre?'),
  );
}

export function reopenQuestion(
  of: OfCut & {
    readonly numbers: readonly string[];
    readonly lastDay: LocalDate;
    /** The last day is a day off. */
    readonly offDay: boolean;
    /** The last day on which a first report is on time; null: it is past. */
    readonly onTimeUntil: LocalDate | null;
    readonly reason: string;
    readonly notified: readonly { readonly name: string; readonly numbers: readonly string[] }[];
    /** Numbers of activities without an enrolled responsible. */
    readonly vacant: readonly string[];
  },
): Html {
  return paragraphs(
    about(of),
    lines(
      html`Se ${plain(of.numbers.length === 1 ? 'reabre' : 'reabren')} ${bold(activityNumbers(of.numbers))} hasta el ${bold(dayOf(of.plan, of.lastDay))}.`,
      of.offDay
        ? plain('Ese día no es hábil: el recordatorio del último día sale el día hábil anterior.')
        : nothing,
      plain(`Motivo: ${shorten(of.reason, 500)}`),
    ),
    lines(
      of.notified.length === 0
        ? plain('No hay a quién avisarle: están sin responsable.')
        : plain('Se les avisa ahora y se les recuerda ese día:'),
      ...of.notified
        .slice(0, 12)
        .map(({ name, numbers }) => plain(`• ${shorten(name, 60)}: n.º ${shorten(enumerate(numbers), 60)}`)),
      of.notified.length > 12 ? plain(`y ${of.notified.length - 12} más`) : nothing,
      of.notified.length > 0 && of.vacant.length > 0
        ? plain(`Sin responsable: n.º ${shorten(enumerate(of.vacant), 100)}.`)
        : nothing,
    ),
    plain(
      of.onTimeUntil === null
        ? 'Un primer reporte quedará como extemporáneo. ¿Lo reabro?'
        : `Un primer reporte cuenta a tiempo hasta el ${dayOf(of.plan, of.onTimeUntil)}; después, como extemporáneo. ¿Lo reabro?`,
    ),
  );
}

export function reopened(
  of: OfCut & { readonly numbers: readonly string[]; readonly lastDay: LocalDate },
): Html {
  return plain(
    `Listo: el ${cutOfPlan(of)} recibe de nuevo ${activityNumbers(of.numbers)} hasta el ${dayOf(of.plan, of.lastDay)}, y se cierra solo.`,
  );
}

/** Somebody else did the same meanwhile. */
export function alreadyReopened(
  of: OfCut & { readonly numbers: readonly string[]; readonly lastDay: LocalDate },
): Html {
  return plain(
    `El ${cutOfPlan(of)} ya recibe de nuevo ${activityNumbers(of.numbers)} por lo menos hasta el ${dayOf(of.plan, of.lastDay)}. No cambié nada ni avisé otra vez.`,
  );
}

export const reopenButtons = {
  activity: (number: string, chosen: boolean) => `${chosen ? '✓ ' : ''}n.º ${number}`,
  usual: (date: LocalDate) => `Hasta el ${day(date)}`,
  yes: 'Sí, reabrir',
} as const;
