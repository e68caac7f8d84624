import type { LocalDate } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { bold, html, lines, nothing, paragraphs, plain, shorten } from '../html.ts';
import { count } from '../words/amounts.ts';
import { day, longDay } from '../words/days.ts';
import { monitoring, planName } from '../words/names.ts';
import { capital, enumerate, pageInTitle } from '../words/sentences.ts';
import { dayOf } from './cut-screens.ts';

export function daysOff(
  year: number,
  shown: readonly { readonly date: LocalDate; readonly name: string; readonly kind: 'national' | 'local' }[],
  place: { readonly page: number; readonly pages: number },
): Html {
  return paragraphs(
    bold(`Días no hábiles ${year}${pageInTitle(place)}`),
    lines(
      ...shown.map(
        ({ date, name, kind }) =>
          html`${plain(kind === 'local' ? '★ ' : '')}${plain(day(date))}: ${plain(shorten(name, 100))}`,
      ),
    ),
    plain('Los marcados con ★ son de la entidad; los demás, festivos nacionales.'),
  );
}

export function whichDay(): Html {
  return plain(
    'Escriba la fecha y el motivo, por ejemplo «14 de julio, fiesta patronal»: ¿qué día no es hábil en la entidad?',
  );
}

export function whyOff(date: LocalDate): Html {
  return plain(`Escriba en pocas palabras: ¿por qué no se trabaja el ${longDay(date)}?`);
}

type Days = {
  readonly plan: { readonly title: string; readonly fiscalYear: number };
  readonly number: number;
  readonly date: LocalDate;
  readonly closing: LocalDate;
  readonly lastDay: LocalDate;
  readonly reminders: readonly LocalDate[];
};
export type Moved = readonly { readonly before: Days; readonly after: Days }[];

export function addQuestion(date: LocalDate, name: string, moved: Moved): Html {
  return paragraphs(
    html`${bold(longDay(date))}: ${plain(shorten(name, 200))}`,
    movedLines(moved),
    plain('¿Lo agrego como día no hábil?'),
  );
}

export function removeQuestion(date: LocalDate, name: string, moved: Moved): Html {
  return paragraphs(
    html`${bold(longDay(date))}: ${plain(shorten(name, 200))}`,
    movedLines(moved),
    plain('¿Lo quito, y vuelve a ser hábil?'),
  );
}

/** The dates that move with it, of at most twelve cuts. */
function movedLines(moved: Moved): Html {
  if (moved.length === 0) return plain('Ninguna fecha de los cortes cambia.');
  const alike = [
    ...Map.groupBy(moved, ({ before, after }) => `${after.number} ${changesOf(before, after)}`).values(),
  ];
  const shown = alike.slice(0, 12);
  const more = alike.slice(12).flat().length;
  return lines(
    plain('Cambian estas fechas:'),
    ...shown.map((each) => plain(`• ${movedLine(each)}`)),
    more > 0 ? plain(`y ${count(more, 'corte más', 'cortes más')}`) : nothing,
  );
}

/** The cuts of several plans whose dates move alike are one line. */
function movedLine(alike: Moved): string {
  const [first] = alike;
  if (!first) return '';
  const plans = alike.slice(0, 4).map(({ after }) => shorten(planName(after.plan), 60));
  const more = alike.length - plans.length;
  const named = enumerate([...plans, ...(more > 0 ? [count(more, 'plan más', 'planes más')] : [])]);
  return `${capital(monitoring(first.after.number))}, ${named}: ${changesOf(first.before, first.after)}`;
}

function changesOf(before: Days, after: Days): string {
  const on = (date: LocalDate) => dayOf(after.plan, date);
  const change = (what: string, then: LocalDate, now: LocalDate) =>
    then === now ? [] : [`${what} el ${on(now)}, no el ${on(then)}`];
  const gone = before.reminders.filter((date) => !after.reminders.includes(date));
  const come = after.reminders.filter((date) => !before.reminders.includes(date));
  const reminders =
    gone.length === 0 && come.length === 0
      ? []
      : come.length === 0
        ? [`sin recordatorio el ${enumerate(gone.map(on))}`]
        : [
            `recuerda el ${enumerate(come.map(on))}${gone.length === 0 ? '' : ` en vez del ${enumerate(gone.map(on))}`}`,
          ];
  return [
    ...change('cierra', before.closing, after.closing),
    ...change('último día', before.lastDay, after.lastDay),
    ...reminders,
  ].join('; ');
}

export function added(date: LocalDate, name: string): Html {
  return plain(`Listo: el ${longDay(date)} no es hábil (${shorten(name, 200)}).`);
}

export function removed(date: LocalDate): Html {
  return plain(`Listo: el ${longDay(date)} vuelve a ser hábil.`);
}

export const wrong = {
  notADate: 'No encontré una fecha. Escríbala así: 14 de julio, fiesta patronal.',
  name: 'Escriba por qué no se trabaja ese día, en hasta 200 caracteres.',
  weekend: 'Ese día cae en fin de semana, que no es hábil. Escriba otra fecha.',
  holiday: (name: string) => `Ese día ya es festivo: ${shorten(name, 100)}. Escriba otra fecha.`,
  alreadyOff: (name: string) => `Ese día ya está en la lista: ${shorten(name, 100)}. Escriba otra fecha.`,
  reopens: (cut: number) =>
    `Ese día ya pasó, y sin él el ${monitoring(cut)}, que está cerrado, volvería a recibir reportes. Escriba otra fecha.`,
  notOff: 'Ese día ya no está en la lista.',
  past: 'Ese día ya llegó; solo se quitan los que están por venir.',
} as const;

export const dayOffButtons = {
  add: 'Agregar un día',
  remove: (date: LocalDate) => `Quitar el ${day(date)}`,
  year: (year: number) => String(year),
  yesAdd: 'Sí, agregar',
  yesRemove: 'Sí, quitar',
  back: 'Días no hábiles',
} as const;
