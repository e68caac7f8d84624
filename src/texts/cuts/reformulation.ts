import type { LocalDate } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import type { ChangeKind } from '../../domain/plan-change.ts';
import { bold, html, italic, lines, nothing, paragraphs, plain, shorten } from '../html.ts';
import { count } from '../words/amounts.ts';
import { planName } from '../words/names.ts';
import { capital } from '../words/sentences.ts';
import { dayOf, daysOfPlan } from './cut-screens.ts';
import { changeLines, type ShownChange } from './plan-changes.ts';

type Plan = { readonly title: string; readonly fiscalYear: number };

/** A change of a plan that waits for somebody else. */
export type PlanChangeWords = {
  readonly plan: Plan;
  readonly severalPlans: boolean;
  readonly asker: string;
  readonly why: string;
  /** The first cut for which it would hold; null: every cut has opened. */
  readonly from: LocalDate | null;
  readonly changes: readonly (ShownChange & { readonly name: string })[];
};

/** More lines than this are counted. */
const FEW_LINES = 10;

function linesOf({ plan, severalPlans, changes }: PlanChangeWords): Html {
  const [only, ...others] = changes;
  return lines(
    severalPlans ? italic(shorten(planName(plan), 200)) : nothing,
    only !== undefined && others.length === 0 ? italic(shorten(only.name, 150)) : nothing,
    ...changeLines(plan, changes, { lines: FEW_LINES, most: mostOf }),
  );
}

/** How much is shown of a text: who accepts should read the whole of a single one. */
function mostOf(all: number): number {
  if (all > 3) return 80;
  return all === 1 ? 1_200 : 300;
}

/** Every change whole, a line each: for who must not accept what was not shown. A line is shorter than a message. */
export function wholeChanges({ plan, changes }: PlanChangeWords): readonly Html[] {
  return changeLines(plan, changes, { lines: Number.POSITIVE_INFINITY, most: () => 1_200 });
}

/** Whether the question counts some changes only, or cuts one short. */
export function isShortened(of: PlanChangeWords): boolean {
  const shown = changeLines(of.plan, of.changes, { lines: FEW_LINES, most: mostOf });
  return lines(...shown) !== lines(...wholeChanges(of));
}

function whyLine({ why }: PlanChangeWords): Html {
  return plain(`Motivo: ${shorten(why, 500)}`);
}

function fromLine({ plan, from }: PlanChangeWords): Html {
  if (from === null) return plain(notPossible.noCut);
  return plain(`Valdría desde el corte del ${dayOf(plan, from)}. Los cortes que ya abrieron siguen igual.`);
}

/** To a person who may accept it. */
export function changeQuestion(of: PlanChangeWords): Html {
  return paragraphs(
    html`${bold(of.asker)} pide un cambio del plan:`,
    lines(linesOf(of), whyLine(of)),
    fromLine(of),
    plain('¿Lo acepta?'),
  );
}

type Missing = 'mayor' | 'coordinatorOrMayor';
type Waits =
  | { readonly office: 'coordinator' | 'mayor'; readonly missing: null }
  | { readonly office: null; readonly missing: Missing };

const accepts = {
  coordinator: 'Lo acepta alguien de Planeación que no lo pidió ni reporta la actividad.',
  mayor: 'Lo acepta la alcaldía.',
} as const;

/** Which office nobody holds who may accept a change. */
const whoIsMissing = {
  mayor: 'Falta quien lo acepte: en el bot no hay nadie en la alcaldía que pueda.',
  coordinatorOrMayor:
    'Falta quien lo acepte: otra persona que coordine, o la alcaldía. No puede quien lo pidió ni quien reporta la actividad.',
} as const;

function waitsLine(of: Waits): Html {
  return plain(of.office === null ? whoIsMissing[of.missing] : accepts[of.office]);
}

/** To the person who asked, who may withdraw it, and to others who may not accept it. */
export function changeCard(of: PlanChangeWords, waits: Waits, isAsker: boolean): Html {
  return paragraphs(
    isAsker
      ? plain('Usted pidió este cambio del plan:')
      : html`${bold(of.asker)} pidió este cambio del plan:`,
    lines(linesOf(of), whyLine(of)),
    lines(waitsLine(waits), fromLine(of)),
    isAsker ? plain('¿Lo retira?') : nothing,
  );
}

/** Why a change cannot be asked for or accepted. */
export const notPossible = {
  noCut: 'Ya abrieron todos los cortes del plan: no queda ninguno desde el cual valga el cambio.',
  retired: 'Esa actividad ya no está en el plan.',
  changed: 'Lo que dice el plan cambió mientras tanto. Pídalo otra vez sobre lo que dice hoy.',
  nothing: 'Así está ya: no hay nada que cambiar.',
  waiting: 'Ya hay un cambio igual de esa actividad por aceptar.',
} as const;

/** How a change ended. A refusal goes to the person who asked alone. @param of.by null: nobody decided */
export function changeEnded(
  words: PlanChangeWords,
  of: {
    readonly outcome: 'accepted' | 'refused' | 'void';
    readonly by: string | null;
    readonly why: keyof typeof notPossible | null;
  },
): Html {
  switch (of.outcome) {
    case 'accepted':
      return paragraphs(
        html`${bold(of.by ?? '')} aceptó el cambio del plan que pidió ${bold(words.asker)}:`,
        lines(linesOf(words), whyLine(words)),
        holdsFrom(words),
      );
    case 'refused':
      return paragraphs(
        html`${bold(of.by ?? '')} no aceptó el cambio del plan que usted pidió:`,
        linesOf(words),
        plain('El plan sigue como está.'),
      );
    case 'void':
      return paragraphs(
        plain('Quedó sin efecto el cambio del plan que usted pidió:'),
        linesOf(words),
        plain(of.why === null ? 'El plan sigue como está.' : notPossible[of.why]),
      );
  }
}

function holdsFrom({ plan, from }: PlanChangeWords): Html {
  return from === null
    ? nothing
    : plain(`Vale desde el corte del ${dayOf(plan, from)}. Los cortes que ya abrieron siguen igual.`);
}

/** To the person who answered. */
export function changeAnswered(of: PlanChangeWords, answer: 'yes' | 'no' | 'withdraw'): Html {
  switch (answer) {
    case 'yes':
      return paragraphs(plain('Listo: el plan tiene una versión nueva.'), linesOf(of), holdsFrom(of));
    case 'no':
      return html`De acuerdo, el plan sigue como está. ${bold(of.asker)} lo sabrá.`;
    case 'withdraw':
      return plain('Listo, lo retiró. El plan sigue como está.');
  }
}

export function changeOver(): Html {
  return plain('Ese cambio del plan ya no espera respuesta.');
}

export function changeNotYours(): Html {
  return plain('Ese cambio lo acepta otra persona: no quien lo pidió ni quien reporta la actividad.');
}

type OfActivity = { readonly number: string; readonly name: string };

/** The first question: what is to change in an activity. */
export function whatChanges(
  of: OfActivity & {
    readonly plan: Plan;
    readonly target: string;
    readonly startsOn: LocalDate;
    readonly endsOn: LocalDate;
    readonly from: LocalDate;
  },
): Html {
  return paragraphs(
    lines(
      title(of),
      of.target === '' ? nothing : html`${italic('Meta:')} ${plain(shorten(of.target, 300))}`,
      plain(`${capital(daysOfPlan(of.plan, of.startsOn, of.endsOn))}.`),
    ),
    plain(
      `El cambio lo acepta otra persona, y vale desde el corte del ${dayOf(of.plan, of.from)}. Hasta entonces nada cambia.`,
    ),
    plain('¿Qué se cambia?'),
  );
}

function title({ number, name }: OfActivity): Html {
  return html`${bold(`n.º ${number}`)} ${plain(shorten(name, 200))}`;
}

/** Asks for the new value. */
export function newValue(
  kind: Exclude<ChangeKind, 'withdrawal'>,
  of: OfActivity & { readonly cuts: number },
): Html {
  const ask = {
    target: 'Escriba la meta nueva, completa.',
    dates: 'Escriba las fechas nuevas, por ejemplo «1 de abril al 31 de diciembre».',
    programming:
      of.cuts === 1
        ? 'Escriba lo que debe llevar en el corte: «100», o con una medida «4 talleres: 4».'
        : `Escriba lo que debe llevar en cada uno de los ${of.cuts} cortes, acumulado, por ejemplo «25, 50, 75, 100», o con una medida «4 talleres: 1, 2, 3, 4».`,
    text: 'Escriba el texto nuevo de la actividad, completo.',
  } as const;
  return paragraphs(title(of), plain(ask[kind]));
}

export const notAValue = {
  target: 'Escriba la meta nueva en palabras, hasta 2000 caracteres.',
  text: 'Escriba el texto nuevo en palabras, hasta 2000 caracteres.',
  dates: 'No entendí las fechas. Escriba por ejemplo «1 de abril al 31 de diciembre».',
} as const;

export function whyChange(of: OfActivity): Html {
  return paragraphs(title(of), plain('Escriba el motivo en una o dos frases. ¿Por qué se cambia?'));
}

/** A corrected form that is a reformulation. @param changes how many */
export function whyReformByForm(changes: number): Html {
  return plain(
    `La reformulación trae ${count(changes, 'cambio', 'cambios')}. Escriba el motivo en una o dos frases. ¿Por qué se cambia el plan?`,
  );
}

const restOfForm =
  'Lo demás que trae el archivo (actividades nuevas, cargos, cortes, encabezado o reportes) no entra. Cuando acepten el cambio, impórtelo otra vez y toque Guardar.';

/** Before it is asked for. @param rest the form also brings what is not part of it */
export function askQuestion(of: PlanChangeWords, waits: Waits, rest = false): Html {
  return paragraphs(
    plain('Pediría este cambio del plan:'),
    lines(linesOf(of), whyLine(of)),
    lines(waitsLine(waits), fromLine(of)),
    rest ? plain(restOfForm) : nothing,
    plain('¿Lo pide así?'),
  );
}

export function changeAsked(waits: Waits): Html {
  return lines(plain('Listo: quedó pedido. Mientras no lo acepten, nada cambia.'), waitsLine(waits));
}

export function whichActivityChanges(of: {
  readonly plan: Plan;
  readonly shown: readonly OfActivity[];
}): Html {
  return paragraphs(
    lines(bold('Cambiar el plan'), italic(shorten(planName(of.plan), 200))),
    lines(...of.shown.map(title)),
    plain('¿Cuál actividad se cambia?'),
  );
}

/** Above a list: the changes that wait for this person's yes, and for somebody who is missing. */
export function changesWaiting(of: {
  readonly toAnswer: number;
  readonly missing: readonly Missing[];
}): Html {
  return lines(
    of.toAnswer === 0
      ? nothing
      : plain(
          of.toAnswer === 1
            ? 'Un cambio del plan espera su respuesta.'
            : `${of.toAnswer} cambios del plan esperan su respuesta.`,
        ),
    ...of.missing.map((each) => plain(`Un cambio del plan espera. ${whoIsMissing[each]}`)),
  );
}

export const reformButtons = {
  accept: 'Sí, aceptar',
  refuse: 'No aceptar',
  withdraw: 'Retirar lo pedido',
  whole: 'Ver todo',
  ask: 'Pedir un cambio del plan',
  yes: 'Sí, pedirlo',
  back: 'Versiones del plan',
  open: (numbers: readonly string[]) =>
    numbers.length === 1 ? `Cambio de la n.º ${numbers[0]}` : `Cambio de ${numbers.length} actividades`,
  kinds: {
    target: 'Meta',
    dates: 'Fechas',
    programming: 'Lo programado',
    text: 'Texto',
    withdrawal: 'Retirarla del plan',
  },
} as const;
