import type { Html } from '../../domain/events.ts';
import { bold, html, lines, plain } from '../html.ts';
import { count } from '../words/amounts.ts';

export const importButtons = {
  yes: 'Guardar',
  plan: 'Guardar sin el monitoreo',
  reform: 'Es una reformulación',
  positions: 'Ver cargos',
  changes: 'Ver cambios',
  notes: 'Ver avisos',
  change: 'Cambiar algo',
  back: 'Volver',
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
    'Envíe aquí el formato del plan como archivo de Excel (.xlsx), CSV o texto separado por tabulaciones. Para dejarlo, escriba Cancelar.',
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
  return plain(
    'Ese archivo pasa de 20 MB y no se puede leer. Quite imágenes y hojas que sobren, o divida el plan por dependencia, y envíelo de nuevo.',
  );
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
  /** Of free text: whether there is a proposal to tap. */
  readonly proposed: boolean;
  readonly more: readonly string[];
}): readonly Html[] {
  return [
    ...(of.of > 1 ? [bold(`Pregunta ${of.number} de ${of.of}`)] : []),
    plain(of.text),
    ...(of.free ? [plain(of.proposed ? 'Escríbalo, o toque la propuesta.' : 'Escríbalo.')] : []),
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
  return [
    plain(
      '¿Qué quiere cambiar? Toque una opción, o escriba la letra de una columna (por ejemplo H) o el nombre de un cargo.',
    ),
  ];
}

const CHANGES: Readonly<Record<string, string>> = {
  code: 'Código',
  title: 'Nombre del plan',
  entity: 'Entidad',
  fiscalYear: 'Vigencia',
  header: 'Fila de los encabezados',
  sheets: 'Hojas',
  cuts: 'Cortes',
  percent: 'Cómo se leen los porcentajes',
  accumulation: 'Acumulado o de cada periodo',
};

/** A decision as the label of a button: `Código`, `«EJEC.»`, `Fecha de «I TRIMESTRE»`. */
export function changeLabel(id: string): string {
  const [kind = '', ...rest] = id.split(':');
  const named = rest.join(':').replace(/\s+/g, ' ');
  const label =
    CHANGES[kind] ?? (kind === 'cut' ? `Fecha de «${named}»` : kind === 'block' ? `«${named}»` : named);
  return label.length > 40 ? `${label.slice(0, 39).trimEnd()}…` : label;
}

/** An answer that the file cannot take: it is left out, and asked again where it must be. */
export function unfitAnswer(option: string): Html {
  return plain(`«${option}» no sirve como respuesta para este archivo. Lo leo sin ella.`);
}

/** After the last answer. */
export function readingAgain(): Html {
  return plain('Gracias. Leo de nuevo el archivo con sus respuestas.');
}

/** *Volver*: nothing is changed. */
export function readingAsItWas(): Html {
  return plain('De acuerdo, queda como estaba. Leo de nuevo el archivo.');
}

export function noSuchColumn(): Html {
  return plain(
    'El archivo no tiene esa columna, ni un cargo que pueda ser varios con ese nombre. Escriba la letra de la columna como en Excel, por ejemplo H.',
  );
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

export function cancelled(): Html {
  return plain('De acuerdo, no importé nada.');
}

/** What is typed in answer to a question without options. */
export function writeLike(id: string): Html {
  if (id === 'code') return plain('Escriba un código de hasta 40 letras, por ejemplo PA-1, o Cancelar.');
  if (id === 'fiscalYear') return plain('Escriba el año con cuatro cifras, por ejemplo 2022, o Cancelar.');
  return plain('Escríbalo en hasta 120 letras, o escriba Cancelar.');
}

export function chooseButton(): Html {
  return plain('Toque una de las opciones, o escriba Cancelar.');
}
