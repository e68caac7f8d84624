import type { LocalDate } from '../../domain/dates.ts';
import type { Html } from '../../domain/events.ts';
import { type CutNamed, named, theCut } from '../cuts/cut-named.ts';
import { lines, nothing, paragraphs, plain, shorten } from '../html.ts';
import { theNumbers } from '../summary/summary.ts';
import { day } from '../words/days.ts';
import { becauseOf, type ConflictWords } from './approval-conflict.ts';

/** The reason of an early close that belongs to a presentation. */
export function presentedClosing(): string {
  return 'Se cerró para presentarlo a aprobación';
}

const cannotPresent = {
  notOpened: (of: CutNamed) => `Todavía no ha abierto ${theCut(of)}: no hay nada que presentar.`,
  noApproval: (of: CutNamed) =>
    `Este plan no necesita aprobación: ${theCut(of)} queda en firme cuando cierra. Se cambia en /cortes.`,
  presented: (of: CutNamed) =>
    `Ya está presentado ${theCut(of)} y nada ha cambiado desde entonces. Falta la decisión del alcalde o la alcaldesa.`,
  approved: (of: CutNamed) => `Ya está aprobado ${theCut(of)} y nada ha cambiado desde entonces.`,
  nothing: (of: CutNamed) => `En ${theCut(of)} no hay actividades que contar: no hay nada que presentar.`,
} as const;

export function notPresentable(why: keyof typeof cannotPresent, of: CutNamed): Html {
  return plain(cannotPresent[why](of));
}

export function whichToPresent(): Html {
  return plain('¿Cuál corte quiere presentar?');
}

export type MayorToBe = { readonly name: string; readonly conflict: ConflictWords | null } | null;

/** Asks, before everything is reported, whether to close at once. */
export function closeNow(
  of: CutNamed & { readonly missing: readonly string[]; readonly lastDay: LocalDate | null },
): Html {
  const many = of.missing.length !== 1;
  return paragraphs(
    named(of),
    plain(
      `${many ? 'Faltan' : 'Falta'} ${theNumbers(of.missing)}${of.lastDay === null ? '' : `, y se reciben reportes hasta el ${day(of.lastDay)}`}.`,
    ),
    plain(
      'Si lo cierra ahora, quienes faltan ya no podrán reportar y nadie podrá corregir; se les avisará. ¿Cerrar ya?',
    ),
  );
}

/** Shows what will be presented, and asks. */
export function confirmPresent(
  of: CutNamed & {
    readonly figures: readonly Html[];
    readonly closes: boolean;
    readonly correctableUntil: LocalDate | null;
    readonly mayor: MayorToBe;
    readonly changed: boolean;
  },
): Html {
  return paragraphs(
    of.changed ? plain('Algo cambió mientras tanto. Así queda ahora:') : nothing,
    lines(named(of), ...of.figures),
    of.correctableUntil === null
      ? nothing
      : plain(
          of.closes
            ? `Se cierra ya, en vez del ${day(of.correctableUntil)}: nadie podrá corregir después, y se les avisará a quienes podían.`
            : `Todavía se puede corregir hasta el ${day(of.correctableUntil)}; si alguien corrige, habrá que presentarlo de nuevo.`,
        ),
    mayorToBe(of.mayor),
    plain(of.closes ? '¿Lo cierra y lo presenta?' : '¿Lo presenta?'),
  );
}

function mayorToBe(mayor: MayorToBe): Html {
  if (mayor === null)
    return plain(
      'Hoy nadie que haya ingresado ocupa la alcaldía: la aprobación se pedirá a quien la reciba.',
    );
  if (mayor.conflict)
    return plain(
      `Tenga en cuenta: ${shorten(mayor.name, 60)} no podrá aprobarlo, porque ${becauseOf(mayor.conflict, 'third')}.`,
    );
  return plain(`Se le pedirá la aprobación a ${shorten(mayor.name, 60)}.`);
}

export function presented(of: CutNamed & { readonly mayor: string | null }): Html {
  const who = of.mayor === null ? 'quien reciba la alcaldía' : shorten(of.mayor, 60);
  return plain(`Listo: presentado ${theCut(of)}. Le pedimos la aprobación a ${who}.`);
}

export function presentHint(): Html {
  return plain('Toque uno de los botones: presentar ahora, o dejarlo para después.');
}

/** A cut was reopened between the question and its answer. */
export function somethingCameOpen(): Html {
  return plain('El corte volvió a recibir reportes mientras tanto.');
}

export function notPresented(): Html {
  return plain('No se presentó nada. Puede hacerlo después con /presentar.');
}
