import type { Html } from '../../domain/events.ts';
import { bold, html, lines, plain } from '../html.ts';
import { count } from '../words/amounts.ts';

export const importButtons = {
  yes: 'Importar',
  plan: 'Importar sin el monitoreo',
  no: 'Cancelar',
  same: 'Sí, son las mismas',
  fractions: 'Son fracciones: 0,5 es 50 %',
  written: 'Son porcentajes: 0,5 es 0,5 %',
} as const;

export function sendTheForm(): Html {
  return plain(
    'Envíe aquí el formato PL-PC-01 como archivo de Excel (.xlsx) o como texto separado por tabulaciones. Para dejarlo, escriba Cancelar.',
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

/** Every problem, by sheet, row and column; nothing was stored. */
export function problems(each: readonly string[]): readonly Html[] {
  return [
    html`El archivo tiene ${bold(count(each.length, 'problema', 'problemas'))}. No guardé nada:`,
    ...each.map((line) => plain(`• ${line}`)),
    plain('Corríjalo y envíelo de nuevo.'),
  ];
}

export function preview(of: {
  readonly report: readonly string[];
  readonly holders: readonly string[];
  readonly notes: readonly string[];
}): readonly Html[] {
  const section = (title: string, each: readonly string[]) =>
    each.length === 0 ? [] : [bold(title), ...each.map((line) => plain(`• ${line}`))];
  return [
    bold('Esto pasaría al importar'),
    ...of.report.map((line) => plain(line)),
    ...section('Quién ocupa cada cargo', of.holders),
    ...section('Tenga en cuenta', of.notes),
    plain('¿Lo importo?'),
  ];
}

export function areTheySame(
  each: readonly { readonly number: string; readonly stored: string; readonly read: string }[],
): readonly Html[] {
  return [
    plain('Estas actividades cambian mucho. Si son otras, deles otro número en el formato.'),
    ...each.flatMap((one) => [
      bold(`n.º ${one.number}`),
      html`Guardada: ${plain(one.stored)}`,
      html`En el formato: ${plain(one.read)}`,
    ]),
    plain('¿Son las mismas, corregidas?'),
  ];
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
