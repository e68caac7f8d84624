import { EVIDENCE } from '../../domain/constants.ts';
import type { Html } from '../../domain/events.ts';
import type { BeyondLimit } from '../../domain/evidence-limit.ts';
import { bold, html, paragraphs, plain, shorten } from '../html.ts';

const MB = 1024 * 1024;
/** A question names so many activities, a hint lists so many; the others have their buttons or are typed. */
const [mostNamed, mostListed] = [3, 12];
const accepted = 'PDF, JPEG, PNG, Word (.docx) o Excel (.xlsx) sin macros, de hasta 20 MB';

/** After *Guardado* a file may be of what was just saved or of what is asked now. */
export function whose(numbers: readonly string[]): Html {
  if (numbers.length === 1) return html`¿El archivo es de la ${bold(`n.º ${numbers[0]}`)}?`;
  if (numbers.length > mostNamed) return plain('¿De qué actividad es el archivo?');
  return html`¿El archivo es de la ${bold(`n.º ${numbers.join(' o de la n.º ')}`)}?`;
}

/**
 * About something that was written before the question that it would answer could be seen, or with another item of an
 * album.
 */
export function forWhich(numbers: readonly string[], text: string, withFiles: boolean): Html {
  const written = html`«${plain(shorten(text, 400))}»`;
  return paragraphs(
    withFiles ? html`Recibí un archivo con este texto: ${written}.` : html`Recibí: ${written}.`,
    numbers.length > mostNamed
      ? plain('¿De qué actividad es?')
      : html`¿Es para la ${bold(`n.º ${numbers.join(' o la n.º ')}`)}?`,
  );
}

/** Plain words that came after a report was saved. */
export function added(number: string, text: string): Html {
  return html`Agregué a la ${bold(`n.º ${number}`)}: «${plain(shorten(text, 400))}»`;
}

/** It was sent before the open question could be seen. */
export function cameBefore(text: string): Html {
  return html`«${plain(shorten(text, 400))}» llegó antes de mi última pregunta, así que no lo tomé como respuesta.`;
}

export function chooseWhose(numbers: readonly string[]): Html {
  if (numbers.length > mostListed) return plain('Responda con el número de la actividad, o No.');
  return html`Responda con el número de la actividad (${plain(numbers.join(' o '))}), o No.`;
}

export function tooLate(number: string, what: 'file' | 'text'): Html {
  const not =
    what === 'file' ? 'soportes, así que no guardé el archivo' : 'reporte, así que no guardé ese mensaje';
  return html`La ${bold(`n.º ${number}`)} ya no recibe ${plain(not)}.`;
}

export function notFiled(what: 'file' | 'text'): Html {
  return plain(what === 'file' ? 'De acuerdo, no guardé el archivo.' : 'De acuerdo, no guardé ese mensaje.');
}

export function tooBig(): Html {
  return plain('Ese archivo pasa de 20 MB y no lo puedo guardar. Envíe uno más liviano o un enlace.');
}

export function notAccepted(number: string): Html {
  return html`El archivo de la ${bold(`n.º ${number}`)} no se guardó: se reciben ${plain(accepted)}.`;
}

/** A document with objects in it, or parts that it fetches from elsewhere when it is opened. */
export function doesSomething(number: string): Html {
  return html`El archivo de la ${bold(`n.º ${number}`)} no se guardó: tiene objetos incrustados o partes que trae de otro lugar al abrirlo. Guárdelo como PDF y envíelo.`;
}

export function couldNotFetch(number: string): Html {
  return html`No pude traer el archivo de la ${bold(`n.º ${number}`)}. Por favor envíelo de nuevo.`;
}

/** @param number null: it is not known yet whose the file is */
export function noRoom(number: string | null): Html {
  const which = number === null ? plain('ese archivo') : html`el archivo de la ${bold(`n.º ${number}`)}`;
  return html`No guardé ${which}: queda poco espacio para archivos. Sus respuestas sí se guardan. Envíe un enlace, o el archivo más adelante.`;
}

/** @param limit bytes that a person may leave of a cut */
export function beyondLimit(number: string, beyond: BeyondLimit, limit: number): Html {
  const which = bold(`n.º ${number}`);
  if (beyond === 'tooMany')
    return html`No guardé más soportes de la ${which}: ya envió ${plain(EVIDENCE.piecesOfACut)} en este corte, que es el límite. Si falta alguno importante, avise a Planeación.`;
  return html`No guardé el archivo de la ${which}: sus soportes de este corte pasarían de ${plain(Math.floor(limit / MB))} MB, que es el límite. Envíe uno más liviano o un enlace.`;
}

/** While it is asked whose the files are. */
export function enoughAsked(most: number): Html {
  return plain(`Este último no lo guardé: ya hay ${most} archivos en espera.`);
}

/** There is no activity that it could be asked about. */
export function noQuestionForFile(): Html {
  return plain(
    'No guardé ese archivo: ninguna de sus actividades recibe soportes ahora. Véalas en /misactividades.',
  );
}

/** Said once of an album. */
export function forwardedIsNoEvidence(): Html {
  return plain('Los archivos reenviados no se toman como soporte. Guárdelo y envíelo usted, por favor.');
}

/** To somebody who reports nothing. */
export function noActivityForFile(): Html {
  return plain(
    'No sé de qué actividad es ese archivo, así que no lo guardé. Escriba /ayuda para ver lo que puede hacer aquí.',
  );
}

export const evidenceButtons = { activity: (number: string) => `n.º ${number}`, none: 'De ninguna' } as const;
