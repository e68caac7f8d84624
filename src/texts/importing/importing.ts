import type { Html } from '../../domain/events.ts';
import { bold, html, lines, plain } from '../html.ts';
import { count } from '../words/amounts.ts';

export const importButtons = {
  yes: 'Guardar',
  plan: 'Guardar sin el monitoreo',
  change: 'Cambiar algo',
  no: 'Cancelar',
  same: 'Sí, son las mismas',
  other: 'No, son otras',
  fractions: 'Son fracciones: 0,5 es 50 %',
  written: 'Son porcentajes: 0,5 es 0,5 %',
} as const;

/** What buttons said before, and what people still type. */
export const importWords: Readonly<Record<string, keyof typeof importButtons>> = {
  importar: 'yes',
  'importar sin el monitoreo': 'plan',
};

export function sendTheForm(): Html {
  return plain(
    'Envíe aquí el formato del plan como archivo de Excel (.xlsx) o como texto separado por tabulaciones. Para dejarlo, escriba Cancelar.',
  );
}

/** A photo while the form is awaited, or while it is to be decided whether to import it. */
export function photoIsNoForm(): Html {
  return plain(
    'Eso llegó como foto y no puede ser el formato, así que no lo guardé. Envíelo como archivo de Excel (.xlsx) o de texto, o escriba Cancelar.',
  );
}

/** Something else was asked in between. */
export function stillToDecide(): Html {
  return plain('La importación que quedó sin decidir sigue esperando: use sus botones, o escriba Cancelar.');
}

export function reading(): Html {
  return plain('Recibí el archivo. Lo leo y le muestro qué cambiaría antes de guardar nada.');
}

export function tooBig(): Html {
  return plain('Ese archivo pasa de 20 MB, así que no puede ser el formato. Envíe otro.');
}

export function couldNotFetch(): Html {
  return plain('No pude traer el archivo. Por favor envíelo de nuevo.');
}

/** No plan can be read from the file: what it looks like, and what to do. */
export function noPlan(each: readonly string[]): readonly Html[] {
  return [...each.map(plain), plain('No guardé nada.')];
}

/** The problems by sheet, row and column, equal ones once; nothing was stored. */
export function problems(amount: number, each: readonly string[]): readonly Html[] {
  return [
    html`El archivo tiene ${bold(count(amount, 'problema', 'problemas'))}. No guardé nada:`,
    ...each.map((line) => plain(`• ${line}`)),
    plain('Corríjalo y envíelo de nuevo.'),
  ];
}

/** One question about the file; `more` are options that have no button and can be typed. */
export function questionText(of: {
  readonly number: number;
  readonly of: number;
  readonly text: string;
  readonly free: boolean;
  readonly more: readonly string[];
}): readonly Html[] {
  return [
    ...(of.of > 1 ? [bold(`Pregunta ${of.number} de ${of.of}`)] : []),
    plain(of.text),
    ...(of.free ? [plain('Escríbalo, o toque la propuesta.')] : []),
    ...(of.more.length > 0 ? [plain(`También puede escribir: ${of.more.join('; ')}.`)] : []),
  ];
}

/** Before the first question: how many there are. */
export function fewQuestions(amount: number): Html {
  return plain(
    amount === 1
      ? 'Para leer bien el archivo necesito una respuesta.'
      : `Para leer bien el archivo necesito ${amount} respuestas.`,
  );
}

export function whatToChange(): readonly Html[] {
  return [plain('¿Qué quiere cambiar? Toque una opción, o escriba la letra de una columna, por ejemplo H.')];
}

/** A decision as the label of a button. */
export function changeLabel(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text;
}

/** After the last answer. */
export function readingAgain(): Html {
  return plain('Gracias. Leo de nuevo el archivo con sus respuestas.');
}

export function noSuchColumn(): Html {
  return plain('El archivo no tiene esa columna. Escriba su letra como en Excel, por ejemplo H.');
}

export function preview(of: {
  readonly understood: readonly string[];
  readonly report: readonly string[];
  readonly holders: readonly string[];
  readonly notes: readonly string[];
}): readonly Html[] {
  const section = (title: string, each: readonly string[]) =>
    each.length === 0 ? [] : [bold(title), ...each.map((line) => plain(`• ${line}`))];
  return [
    ...section('Así se entendió el archivo', of.understood),
    bold('Esto pasaría al importar'),
    ...of.report.map((line) => plain(line)),
    ...section('Quién ocupa cada cargo', of.holders),
    ...section('Tenga en cuenta', of.notes),
    plain('¿Lo guardo?'),
  ];
}

export function areTheySame(
  each: readonly {
    readonly number: string;
    readonly stored: readonly { readonly number: string; readonly name: string }[];
    readonly read: string;
  }[],
): readonly Html[] {
  return [
    plain('De estas actividades no sé si son las que ya están guardadas.'),
    ...each
      .slice(0, MOST_SHOWN)
      .flatMap((one) => [
        bold(`n.º ${one.number}`),
        html`Guardada: ${plain(one.stored.map(({ number, name }) => (number === one.number ? name : `${name} (n.º ${number})`)).join(' · '))}`,
        html`En el archivo: ${plain(one.read)}`,
      ]),
    ...(each.length > MOST_SHOWN ? [plain(`Y ${each.length - MOST_SHOWN} más.`)] : []),
    plain('¿Son las mismas, corregidas?'),
  ];
}

/** Activities shown one by one; the rest are counted. */
const MOST_SHOWN = 10;

export function manyPositions(amount: number): string {
  return count(amount, 'cargo', 'cargos');
}

export function positionsHeld(amount: number, vacant: number): string {
  const rest = vacant === 0 ? 'todos con quien los ocupe' : `${vacant} sin nadie todavía`;
  return `${count(amount, 'cargo', 'cargos')}: ${rest}`;
}

export function cutsInUse(dates: readonly string[]): Html {
  return lines(
    plain('El formato ya no tiene cortes que ya tienen reportes, así que no guardé nada:'),
    ...dates.map((date) => plain(`• ${date}`)),
  );
}

/** Between the preview and the tap something else was imported or reported, or a cut opened. */
export function changedMeanwhile(): Html {
  return plain('Desde que le mostré esto algo cambió, así que todavía no importé nada.');
}

export function imported(report: readonly string[]): readonly Html[] {
  return [bold('Importado.'), ...report.map((line) => plain(line))];
}

export function cancelled(): Html {
  return plain('De acuerdo, no importé nada.');
}

export function chooseButton(): Html {
  return plain('Toque una de las opciones, o escriba Cancelar.');
}
