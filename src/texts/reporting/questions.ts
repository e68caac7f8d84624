import type { LocalDate } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { amountToStore, type Measure } from '../../domain/units.ts';
import { bold, html, italic, lines, nothing, paragraphs, plain, shorten } from '../html.ts';
import { percent } from '../words/amounts.ts';
import { day, monthOf } from '../words/days.ts';
import { figure, howMany, type ShownFigure, shortFigure } from '../words/units.ts';

export type AskedActivity = {
  readonly number: string;
  readonly name: string;
  readonly target: string;
  /** *Permanente*: asked about this cut alone. */
  readonly keeps: boolean;
  readonly cutDate: LocalDate;
  /** Only with several plans. */
  readonly plan: string | null;
  /** The position without a responsible for which Planeación reports; null: it is the reader's own. */
  readonly forPosition: string | null;
  /** Place in the round; null outside one. */
  readonly place: { readonly index: number; readonly total: number } | null;
  /** What it is counted in; null: it is asked as a percentage. */
  readonly units: Measure | null;
  readonly earlier: (ShownFigure & { readonly observation: string; readonly cutDate: LocalDate }) | null;
  readonly current:
    | (ShownFigure & {
        readonly observation: string;
        /** It is Planeación's word over a responsible's. */
        readonly corrected: boolean;
        /** It is the reader's own, and nothing asks for another. */
        readonly isStanding: boolean;
      })
    | null;
  readonly keptObservation: string | null;
};

function heading(asked: AskedActivity): Html {
  const place = asked.place ? `Actividad ${asked.place.index} de ${asked.place.total} · ` : '';
  return bold(`${place}n.º ${asked.number}`);
}

/** The same number may stand in several plans. */
function ofPlan(asked: AskedActivity): Html {
  return asked.plan === null ? nothing : italic(asked.plan);
}

function about(asked: AskedActivity): Html {
  return lines(
    ofPlan(asked),
    heading(asked),
    asked.forPosition === null
      ? nothing
      : html`${italic('Por el cargo sin responsable:')} ${plain(shorten(asked.forPosition, 150))}`,
    plain(shorten(asked.name, 300)),
    asked.target === '' ? nothing : html`${italic('Meta:')} ${plain(shorten(asked.target, 300))}`,
    asked.keeps ? nothing : html`${italic('Antes:')} ${before(asked)}`,
    asked.current === null
      ? nothing
      : html`${italic(asked.current.corrected ? 'Ahora, corregido por Planeación:' : 'Ahora:')} ${reported(asked.current, 200)}`,
    asked.keptObservation === null
      ? nothing
      : html`${italic('Ya escribió:')} «${plain(shorten(asked.keptObservation, 300))}»`,
  );
}

function before(asked: AskedActivity): Html {
  if (!asked.earlier) return plain('sin reporte');
  return html`${plain(monthOf(asked.earlier.cutDate))}, ${reported(asked.earlier, 200)}`;
}

export function reported(report: ShownFigure & { readonly observation: string }, most: number): Html {
  const words = report.observation === '' ? '' : ` · ${shorten(report.observation, most)}`;
  return html`${bold(figure(report))}${plain(words)}`;
}

export function progressQuestion(asked: AskedActivity): Html {
  if (asked.units !== null) {
    const which = bold(`n.º ${asked.number}`);
    return paragraphs(
      about(asked),
      html`${plain(howMany(asked.units))}, en la ${which} al ${plain(day(asked.cutDate))}?`,
    );
  }
  return paragraphs(
    about(asked),
    asked.keeps
      ? html`Es permanente: cuenta solo este corte. ¿Qué porcentaje cumplió la ${bold(`n.º ${asked.number}`)} en este corte, al ${plain(day(asked.cutDate))}?`
      : html`¿Qué porcentaje de avance lleva la ${bold(`n.º ${asked.number}`)} al ${plain(day(asked.cutDate))}?`,
  );
}

/** *Corregir*: one half may be enough. */
export function whatToCorrect(asked: AskedActivity): Html {
  return paragraphs(
    about(asked),
    lines(
      plain('Lo que no cambie queda como está.'),
      html`¿Qué corrige de la ${bold(`n.º ${asked.number}`)}: ${plain(asked.units === null ? 'el porcentaje' : 'la cantidad')}, lo realizado o ambas cosas?`,
    ),
  );
}

/** A figure that is not stored yet: a percentage of whole units is stored with them. */
export type Pending = { readonly progress: number; readonly amount?: number | null | undefined };

export function pendingFigure({ units }: AskedActivity, { progress, amount }: Pending): ShownFigure {
  return {
    progress,
    amount: amountToStore({ tenths: progress, amount: amount ?? null }, units),
    measure: units,
  };
}

function pending(asked: AskedActivity, of: Pending): string {
  return figure(pendingFigure(asked, of));
}

export function observationQuestion(asked: AskedActivity, of: Pending): Html {
  const held = asked.current?.observation || null;
  return paragraphs(
    lines(ofPlan(asked), heading(asked), plain(shorten(asked.name, 300))),
    held === null ? nothing : html`${italic('Ahora dice:')} «${plain(shorten(held, 400))}»`,
    asked.place?.index === 1 && asked.current === null
      ? plain('Si tiene fotos, documentos o enlaces, puede enviarlos, sin datos de otras personas.')
      : nothing,
    html`${bold(pending(asked, of))}. Describa en una o dos frases lo realizado en la ${bold(`n.º ${asked.number}`)}.`,
  );
}

/** @param words what was typed with the other percentage, or null */
export function changeQuestion(
  asked: AskedActivity,
  is: Pending,
  proposal: Pending,
  words: string | null = null,
): Html {
  if (words !== null) {
    return paragraphs(
      html`Escribió: «${plain(shorten(words, 300))}».`,
      lines(
        ofPlan(asked),
        html`¿Cambiamos la ${bold(`n.º ${asked.number}`)} de ${plain(pending(asked, is))} a ${bold(pending(asked, proposal))}?`,
      ),
    );
  }
  return lines(
    ofPlan(asked),
    html`¿Cambiamos la ${bold(`n.º ${asked.number}`)} de ${plain(pending(asked, is))} a ${bold(pending(asked, proposal))}, o describe lo realizado?`,
  );
}

export function lowerQuestion(asked: AskedActivity, of: Pending): Html {
  const earlier = asked.earlier;
  const then = earlier
    ? html`En ${plain(monthOf(earlier.cutDate))} reportó ${bold(figure(earlier))} y ahora ${bold(pending(asked, of))}`
    : html`Ahora reporta ${bold(pending(asked, of))}`;
  return lines(ofPlan(asked), html`${then} en la ${bold(`n.º ${asked.number}`)}. ¿Es correcto?`);
}

/** A percentage that may be meant. */
export function doubtfulQuestion(
  asked: AskedActivity,
  of: Pending & {
    readonly observation: string | null;
    /** Another one that the text names. */
    readonly other?: number | undefined;
    readonly otherAmount?: number | null | undefined;
    /** The text names what is missing. */
    readonly missing?: boolean | undefined;
    /** The activity that the text may be about. */
    readonly otherActivity?: string | undefined;
  },
): Html {
  const { progress, observation, other, otherActivity } = of;
  return paragraphs(
    observation === null
      ? nothing
      : html`Su texto queda como observación: «${plain(shorten(observation, 300))}».`,
    lines(
      ofPlan(asked),
      of.missing === true ? html`Si falta el ${plain(percent(1000 - progress))}:` : nothing,
      otherActivity === undefined || otherActivity === asked.number
        ? nothing
        : html`Si habla de la n.º ${plain(otherActivity)}, escríbala así: «${plain(otherActivity)}: 80 % se hizo el taller».`,
      whichFigure(asked, of, other === undefined ? null : { progress: other, amount: of.otherAmount }),
    ),
  );
}

/** *¿75 % o 80 % de avance en la n.º 3?*, *¿75 talleres o 75 % en la n.º 3?* */
function whichFigure(asked: AskedActivity, one: Pending, other: Pending | null): Html {
  const which = bold(`n.º ${asked.number}`);
  const counts = (one.amount ?? other?.amount ?? null) !== null;
  if (!counts) {
    const or = other === null ? nothing : html` o ${bold(percent(other.progress))}`;
    return html`¿${bold(percent(one.progress))}${or} de avance en la ${which}?`;
  }
  if (other === null) return html`¿Van en total ${bold(pending(asked, one))} en la ${which}?`;
  return html`¿${bold(eitherFigure(asked, one))} o ${bold(eitherFigure(asked, other))} en total en la ${which}?`;
}

/** One of two figures: what was said, in units or as a percentage. */
function eitherFigure({ units }: AskedActivity, { progress, amount = null }: Pending): string {
  return shortFigure({ progress, amount, measure: units });
}

/** *¿Cambio la n.º 5 de 70 % a 60 %?* @param words that would take the place of those that are stored, or null */
export function correctionQuestion(
  asked: AskedActivity,
  from: number,
  to: Pending & { readonly other?: number | undefined; readonly otherAmount?: number | null | undefined },
  words: string | null,
): Html {
  const { current } = asked;
  const was = current?.progress === from ? figure(current) : percent(from);
  const sameFigure =
    from === to.progress && (to.amount ?? null) === (to.amount == null ? null : (current?.amount ?? null));
  const which = bold(`n.º ${asked.number}`);
  return lines(
    ofPlan(asked),
    words === null ? nothing : html`Escribió: «${plain(shorten(words, 300))}».`,
    sameFigure && to.other === undefined
      ? html`¿Cambio el texto de la ${which}?`
      : to.other === undefined
        ? html`¿Cambio la ${which} de ${plain(was)} a ${bold(pending(asked, to))}?`
        : html`¿Cambio la ${which} de ${plain(was)} a ${bold(eitherFigure(asked, to))} o a ${bold(eitherFigure(asked, { progress: to.other, amount: to.otherAmount }))}?`,
  );
}

/** *«gracias» no dice qué se hizo. ¿Qué se realizó en la n.º 2?* */
export function saysNothingDone(asked: AskedActivity, text: string): Html {
  return lines(
    ofPlan(asked),
    html`«${plain(shorten(text, 60))}» no dice qué se hizo. ¿Qué se realizó en la ${bold(`n.º ${asked.number}`)}?`,
  );
}

/** The words begin with the number of another activity. */
export function whichActivity(asked: AskedActivity, words: string, other: string): Html {
  return lines(
    ofPlan(asked),
    html`Escribió: «${plain(shorten(words, 300))}». Si es de la n.º ${plain(other)}, escríbala así: «${plain(other)}: 80 % se hizo el taller».`,
    html`¿Es de la ${bold(`n.º ${asked.number}`)}?`,
  );
}

export function tooLongQuestion(
  asked: AskedActivity,
  text: string,
  length: number,
  most: number,
  kept: string,
): Html {
  return paragraphs(
    html`Su texto tiene ${bold(length)} caracteres y caben ${bold(most)}: sobran ${bold(length - most)}. Lo conservamos aquí: «${plain(shorten(text, 120))}»`,
    html`Recortado terminaría así: «…${plain(kept.slice(-80))}»`,
    html`Envíe un texto más corto para la ${bold(`n.º ${asked.number}`)}, o guárdelo recortado.`,
  );
}

export function overwriteQuestion(
  asked: AskedActivity,
  other: {
    readonly by: string;
    /** Why it was corrected; null: it is a report. */
    readonly reason: string | null;
    readonly observation: string;
  } & ShownFigure,
): Html {
  const did = other.reason === null ? 'ya reportó' : 'corrigió';
  return paragraphs(
    ofPlan(asked),
    html`${plain(other.by)} ${plain(did)} la ${bold(`n.º ${asked.number}`)}: ${reported(other, 300)}`,
    other.reason === null ? nothing : html`${italic('Motivo:')} ${plain(shorten(other.reason, 300))}`,
    html`¿Deja así la ${bold(`n.º ${asked.number}`)} o la cambia?`,
  );
}

/** @param repliedTo the number of the activity whose question it was written in reply to */
export function misplacedQuestion(asked: AskedActivity, sent: string, repliedTo: string | null): Html {
  const written = html`«${plain(shorten(sent, 400))}»`;
  return paragraphs(
    about(asked),
    repliedTo === null
      ? html`Hace unas horas quedó esta pregunta y ahora escribió: ${written}.`
      : html`Respondió al mensaje de la ${bold(`n.º ${repliedTo}`)}: ${written}. Ahora estamos en la ${bold(`n.º ${asked.number}`)}.`,
    html`¿Es para la ${bold(`n.º ${asked.number}`)}?`,
  );
}
