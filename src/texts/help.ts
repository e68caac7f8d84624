import type { Html } from '../domain/events.ts';
import { commandTexts } from './commands.ts';
import { lines, nothing, paragraphs, plain } from './html.ts';

/** `/ayuda`: the commands of one person, and how a responsible writes several reports at once. */
export function help(commands: readonly (keyof typeof commandTexts)[], reports: boolean): Html {
  return paragraphs(
    plain('Esto puede hacer aquí:'),
    lines(...commands.map((name) => plain(`/${name} · ${commandTexts[name]}`))),
    reports
      ? plain('También puede escribir varias a la vez, una por línea: «2: 100 % plan publicado».')
      : nothing,
  );
}

export function unknownCommand(): Html {
  return plain('Ese mensaje no lo reconozco. Escriba /ayuda para ver lo que puede hacer aquí.');
}

export function notForYou(): Html {
  return plain('Eso no está disponible para usted. Escriba /ayuda para ver lo que puede hacer aquí.');
}

/** Our failure: everything stored stays stored, and the person is asked to send this message again. */
export function ourFailure(): Html {
  return plain(
    'No pudimos procesar su último mensaje. Lo anterior está guardado. Por favor envíelo de nuevo; si se repite, avise a Planeación.',
  );
}

export function rivalProcess(): Html {
  return plain(
    'Otro programa está usando la misma cuenta del bot y puede estar recibiendo las respuestas. Avise a quien lo administra para que deje uno solo.',
  );
}

/** To *gracias*. */
export function withPleasure(): Html {
  return plain('Con gusto.');
}

export function yesOrNoPlease(): Html {
  return plain('Responda Sí o No.');
}
