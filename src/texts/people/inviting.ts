import { localDate, type Moment } from '../../domain/dates.ts';
import { COPIED_MOST, type CopyButton, type Html } from '../../domain/events.ts';
import { bold, html, lines, nothing, paragraphs, plain, shorten } from '../html.ts';
import { count } from '../words/amounts.ts';
import { day, greeting } from '../words/days.ts';
import { firstName } from '../words/names.ts';
import { enumerate } from '../words/sentences.ts';

export const invitingButtons = {
  yes: (people: number) => (people === 1 ? 'Sí, invitar' : `Sí, invitar a ${people}`),
  /** Nobody needs a link: who is named is in already. */
  give: 'Sí, dar los cargos',
  pages: 'Sí, y páginas para imprimir',
  leave: 'Dejar como está',
  withdrawAll: 'Anular todas',
  confirmAll: (open: number) => (open === 1 ? 'Sí, anularla' : 'Sí, anularlas'),
  copy: 'Copiar el texto',
} as const;

export type ShownLine = {
  readonly does: 'link' | 'giveAndLink' | 'give';
  readonly position: string;
  readonly name: string;
  /** Somebody of that name is among the people already. */
  readonly known: boolean;
  readonly before: 'nobody' | 'leaves' | 'stays';
  readonly replaces: string | null;
  readonly with: readonly string[];
};

export type UnclearLine = { readonly text: string; readonly why: keyof typeof unclear };

const unclear = {
  office: 'los despachos se dan uno por uno, con los botones de /invitar',
  noPosition: 'no encuentro ese cargo en el plan',
  severalPositions: 'hay varios cargos así; escríbalo como aparece en /personas',
  noName: 'falta el nombre completo (nombre y apellido)',
  unclearName: 'no es claro a quién invita; escriba una persona por línea, solo con nombre y apellidos',
  severalNamesakes: 'hay varias personas con ese nombre; use /invitar',
  holdsOffice: 'tiene un despacho, o espera uno; use /invitar',
  severalHolders: 'ese cargo lo tienen varias personas; use /asignar para decir a quién reemplaza',
  planned: 'ese cargo tiene un encargo o un cambio con fecha; use /asignar',
  alreadyIn: 'ya ingresó y ya tiene ese cargo',
  twice: 'está dos veces en la lista',
  tooMany: 'son más de 40; envíe esta línea en otro mensaje',
} as const;

const mostUnclear = 15;

/** What each line would do, with what is alike together. */
export function invitationsPreview(of: {
  readonly people: number;
  readonly todo: readonly ShownLine[];
  readonly unclear: readonly UnclearLine[];
  readonly expiresAt: Moment;
  /** Something is different from what was shown before. */
  readonly changed: boolean;
}): readonly Html[] {
  const { people, todo } = of;
  const group = (title: string, fits: (line: ShownLine) => boolean): readonly Html[] => {
    const own = todo.filter(fits);
    return own.length === 0 ? [] : [nothing, plain(title), ...own.map(line)];
  };
  return [
    ...(of.changed ? [plain('Algo cambió mientras tanto. Ahora haría esto:'), nothing] : []),
    bold(people === 0 ? 'Nadie por invitar' : `Invitar a ${count(people, 'persona', 'personas')}`),
    ...group(
      'A cargos sin responsable:',
      ({ does, before }) => does === 'giveAndLink' && before === 'nobody',
    ),
    ...group(
      'En lugar de quien lo tiene:',
      ({ does, before }) => does === 'giveAndLink' && before === 'leaves',
    ),
    ...group('Además de quien lo tiene:', ({ does, before }) => does === 'giveAndLink' && before === 'stays'),
    ...group(
      'Ya tienen el cargo; reciben un enlace nuevo y el anterior deja de servir:',
      ({ does }) => does === 'link',
    ),
    ...group('Ya ingresaron; reciben el cargo, sin enlace:', ({ does }) => does === 'give'),
    ...unclearLines(of.unclear),
    nothing,
    people === 0
      ? plain('¿Lo hago?')
      : plain(
          `Cada enlace sirve una sola vez y vence el ${day(localDate(of.expiresAt))}. ¿Preparo ${people === 1 ? 'la invitación' : 'las invitaciones'}?`,
        ),
  ];
}

function line({ position, name, known, replaces, with: others, does }: ShownLine): Html {
  const notes = [
    ...(replaces === null ? [] : [`reemplaza a ${shorten(replaces, 60)}`]),
    ...(others.length === 0 ? [] : [`junto con ${fewOf(others)}`]),
    ...(known && does === 'giveAndLink' ? ['ya está en /personas'] : []),
  ];
  return html`• ${plain(shorten(position, 100))}: ${bold(shorten(name, 80))}${plain(notes.map((each) => `, ${each}`).join(''))}`;
}

/** At most three names: a list may give one position to twenty people. */
function fewOf(names: readonly string[]): string {
  const few = names.slice(0, 3).map((each) => shorten(each, 60));
  const more = names.length - few.length;
  return enumerate(more > 0 ? [...few, `${more} más`] : few);
}

function unclearLines(all: readonly UnclearLine[]): readonly Html[] {
  if (all.length === 0) return [];
  const more = all.length - mostUnclear;
  return [
    nothing,
    plain(`No haré nada con ${count(all.length, 'línea', 'líneas')}:`),
    ...all.slice(0, mostUnclear).map(({ text, why }) => plain(`• «${shorten(text, 80)}»: ${unclear[why]}.`)),
    ...(more > 0 ? [plain(`y ${more} más.`)] : []),
  ];
}

/** No line says whom to invite to what. */
export function nothingUnderstood(all: readonly UnclearLine[]): Html {
  return paragraphs(
    lines(...unclearLines(all)),
    plain('Escriba una línea por persona, «cargo: nombre», o pegue dos columnas de una hoja de cálculo.'),
  );
}

/** One line, with nothing in it to invite; the question for the position follows. */
export function lineNotUnderstood({ text, why }: UnclearLine): Html {
  return plain(`«${shorten(text, 80)}»: ${unclear[why]}.`);
}

export const buttonOrList = plain('Toque un botón, o envíe la lista corregida.');

type Forwarded = {
  /** It invites to report; else to an office. */
  readonly reports: boolean;
  /** As the text says it: the first name, or the whole name when two of the list share it. */
  readonly called: string;
  readonly link: string;
  readonly expiresAt: Moment;
  readonly now: Moment;
};

/** A text that the coordinator forwards as it is: it speaks to the invited person and says nothing else. */
export function textToForward(of: Forwarded): Html {
  return lines(
    plain(opening(of)),
    plain(of.link),
    plain(`Es solo para usted, sirve una vez y vence el ${day(localDate(of.expiresAt))}.`),
  );
}

function opening({ called, now, reports }: Pick<Forwarded, 'called' | 'now' | 'reports'>): string {
  return `${greeting(now)}, ${shorten(called, 80)}. Para ${reports ? 'reportar' : 'seguir'} el avance del plan toque este enlace y luego Iniciar:`;
}

/** Copies the text with the link, for WhatsApp or mail; the link alone when that would be too long to copy. */
export function copyOf(of: Omit<Forwarded, 'expiresAt'>): CopyButton {
  const whole = `${opening(of)} ${of.link}`;
  return { text: invitingButtons.copy, copied: whole.length <= COPIED_MOST ? whole : of.link };
}

/** How a text of the list calls each person. */
export function calledOf(names: readonly string[]): (name: string) => string {
  const firsts = names.map((name) => firstName(name).toLocaleLowerCase('es'));
  return (name) => {
    const first = firstName(name);
    const same = firsts.filter((each) => each === first.toLocaleLowerCase('es')).length;
    return same > 1 ? name : first;
  };
}

/** After the texts: what to do with them. */
export function invited(of: {
  readonly links: readonly string[];
  readonly given: readonly string[];
  readonly expiresAt: Moment;
  /** What follows when it is made. */
  readonly follows: 'picture' | 'pages' | null;
}): Html {
  const [only = ''] = of.links;
  const expires = `vence el ${day(localDate(of.expiresAt))}`;
  const given = [...new Set(of.given)].map((name) => shorten(name, 60));
  return lines(
    of.links.length === 0
      ? plain('Listo.')
      : of.links.length === 1
        ? html`Listo. Reenvíe ese texto a ${bold(only)} en privado, o cópielo para WhatsApp. El enlace sirve una sola vez y ${plain(expires)}.`
        : html`Listo: ${bold(`${of.links.length} textos`)}, uno por persona. Reenvíe cada uno en privado, o cópielo para WhatsApp. Cada enlace sirve una sola vez y ${plain(expires)}.`,
    given.length === 0
      ? nothing
      : plain(
          given.length === 1
            ? `A ${enumerate(given)} se le avisa de su cargo, porque ya ingresó.`
            : `A ${enumerate(given)} se les avisa de su cargo, porque ya ingresaron.`,
        ),
    of.follows === 'pages'
      ? plain('Enseguida llegan las páginas para imprimir, una por persona.')
      : of.follows === 'picture'
        ? plain('Enseguida llega también como imagen.')
        : nothing,
  );
}

export function withdrawAllQuestion(open: number): Html {
  return plain(
    open === 1
      ? 'De esas invitaciones queda 1 sin usar. Su enlace dejará de servir. ¿La anulo?'
      : `De esas invitaciones quedan ${open} sin usar. Sus enlaces dejarán de servir. ¿Las anulo?`,
  );
}

export function withdrawnAll(open: number): Html {
  return plain(
    `Listo: ${open === 1 ? '1 enlace ya no sirve' : `${open} enlaces ya no sirven`}. Los cargos quedan como están; para invitar de nuevo use /personas.`,
  );
}

export function noneToWithdraw(): Html {
  return plain('De esas invitaciones ya no queda ninguna sin usar.');
}

export function pagesCaption(people: number): Html {
  return plain(
    `${count(people, 'página', 'páginas')} para imprimir, una por persona. Entregue cada una en la mano: el código sirve una sola vez.`,
  );
}

export function pagesMissing(): Html {
  return plain('No pudimos preparar las páginas para imprimir. Los textos con los enlaces sirven igual.');
}
