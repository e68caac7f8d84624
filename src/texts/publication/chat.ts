import type { Html } from '../../domain/events.ts';
import { bold, html, lines, plain } from '../html.ts';
import { count } from '../words/amounts.ts';
import { pageInTitle } from '../words/sentences.ts';

export const publicationButtons = {
  open: 'Publicar',
  calendar: 'Calendario (.ics)',
  yes: (observations: number) =>
    observations === 0 ? 'Sí, publicar' : `Publicar ${count(observations, 'observación', 'observaciones')}`,
  site: 'Recibir el sitio (zip)',
  toCuts: 'Todos los cortes',
} as const;

export function nothingToPublish(): Html {
  return plain(
    'Todavía no hay cortes que publicar: se publican los aprobados y, de un plan que no se aprueba, los cerrados.',
  );
}

/** Everything that may go out is out already. */
export function allPublished(cuts: number): Html {
  return plain(
    `${cuts === 1 ? 'El corte publicado no ha cambiado' : `Los ${cuts} cortes publicados no han cambiado`} desde la última vez. Puede recibir el sitio de nuevo.`,
  );
}

export function listTitle(place: { readonly page: number; readonly pages: number }): Html {
  return bold(`Lo que se publicará${pageInTitle(place)}`);
}

/** On the last page, under every observation. */
export function publishQuestion(observations: number): Html {
  return plain(
    `${observations === 0 ? 'No lleva observaciones.' : 'Cualquiera podrá leerlas: no debe haber datos personales. Si algo sobra, corríjalo y preséntelo de nuevo.'} ¿Lo publica?`,
  );
}

export function readOn(): Html {
  return plain('Al final de la lista puede publicar.');
}

export function changedMeanwhile(): Html {
  return plain('Mientras tanto algo cambió y no publiqué nada. Así está ahora:');
}

export function siteComes(): Html {
  return plain('Listo. En un momento le llega el sitio en un zip.');
}

export const calendarComes = 'El calendario le llega en un momento.';

export const handoutCaptions = {
  site: (): Html =>
    lines(
      bold('Sitio con los cortes publicados'),
      plain(
        'Descomprímalo en la página web de la entidad; reemplaza al anterior y las direcciones no cambian.',
      ),
    ),
  calendar: (): Html =>
    plain(
      'Apertura, cierre y último día de cada corte. Ábralo con su calendario; si las fechas cambian, pídalo de nuevo.',
    ),
  nextYear: (): Html =>
    plain('Borrador del plan del año siguiente. Complételo en Excel y envíelo con /importar.'),
  evidence: (part: number, parts: number): Html =>
    plain(
      `Soportes del corte${parts === 1 ? '' : `, parte ${part} de ${parts}`}. Pueden tener datos de otras personas: úselos solo para verificar.`,
    ),
} as const satisfies Readonly<Record<string, (part: number, parts: number) => Html>>;

export function siteTooLarge(): Html {
  return html`El sitio no cabe en un mensaje. Quien administra el bot puede escribirlo con ${bold('publish --out CARPETA')}.`;
}

export function handoutMissing(): Html {
  return plain('No pudimos preparar ese archivo. Pídalo de nuevo con /cortes.');
}
