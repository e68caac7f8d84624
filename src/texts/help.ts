import type { Html } from '../domain/events.ts';
import { lines, nothing, paragraphs, plain } from './html.ts';

export type HelpFor = {
  readonly reports: boolean;
  readonly reads: boolean;
  readonly reminds: boolean;
  readonly imports: boolean;
};

/** `/ayuda`: what this person can do, nothing else. */
export function help(who: HelpFor): Html {
  return paragraphs(
    plain('Esto puede hacer aquí:'),
    who.reports
      ? lines(
          plain('/reportar · reportar lo pendiente, una actividad a la vez'),
          plain('/misactividades · ver y corregir sus reportes'),
          plain('/cancelar · dejar la pregunta para después'),
        )
      : nothing,
    who.reads
      ? lines(
          plain('/resumen · el consolidado del corte actual; /resumen marzo o /resumen 1 para otro'),
          plain(`/pendientes · quiénes faltan${who.reminds ? ', y recordárselo' : ''}`),
          plain('/exportar · el formato en PDF o Excel, y sus datos'),
          who.imports ? plain('/importar · cargar o corregir el formato de un plan') : nothing,
        )
      : nothing,
    lines(plain('/misdatos · lo que guardamos de usted'), plain('/salir · retirarse')),
    who.reports
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

/** We failed: what was saved is saved; this one is asked for again. */
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

export function yesOrNoPlease(): Html {
  return plain('Responda Sí o No.');
}
