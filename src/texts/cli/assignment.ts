import type { LocalDate } from '../../domain/dates.ts';
import { longDay, longDayToDay } from '../words/days.ts';
import { enumerate } from '../words/sentences.ts';

/** Errors about assignments, for the operator. */
export const assignmentErrors = {
  positionOrRole:
    'diga un cargo con --position o un despacho con --role (mayor, coordinator, control), uno de los dos',
  addOrInstead: '--add y --instead se contradicen: use uno de los dos',
  date: (option: string, text: string) =>
    `${option} contiene «${text}»; debe ser una fecha como 2026-04-05, 05/04/2026 o «5 de abril»`,
} as const;

export const assignmentDone = {
  set: (of: {
    readonly person: string;
    readonly held: string;
    /** Null: from now on. */
    readonly from: LocalDate | null;
    readonly until: LocalDate | null;
    readonly instead: readonly string[];
  }) =>
    `${of.person} queda a cargo de «${of.held}» ${setWhen(of.from, of.until)}${of.instead.length === 0 ? '' : `, en lugar de ${enumerate(of.instead)}`}.`,
  ended: (of: {
    readonly person: string;
    readonly held: string;
    readonly on: LocalDate | null;
    readonly to: readonly string[];
  }) =>
    `${of.person} deja «${of.held}» ${of.on === null ? 'desde ahora' : `después del ${longDay(of.on)}`}${
      of.to.length === 0 ? '' : `; vuelve a ${enumerate(of.to)}`
    }.`,
  /** It had not begun yet. */
  calledOff: (person: string, held: string, from: LocalDate) =>
    `${person} ya no recibirá «${held}» el ${longDay(from)}.`,
  contract: (person: string, held: string, endsOn: LocalDate | null) =>
    endsOn === null
      ? `${person} («${held}»): sin fecha de fin de contrato.`
      : `${person} («${held}»): el contrato termina el ${longDay(endsOn)}.`,
  toInvite: (person: { readonly id: number; readonly name: string }) =>
    `Aviso: ${person.name} todavía no ha ingresado. Para darle su enlace: person invite ${person.id}`,
} as const;

function setWhen(from: LocalDate | null, until: LocalDate | null): string {
  if (until === null) return from === null ? 'desde ahora' : `desde el ${longDay(from)}`;
  if (from === null) return `desde ahora hasta el ${longDay(until)}`;
  return from === until ? `el ${longDay(from)}` : `del ${longDayToDay(from, until)}`;
}

export const spanWords = {
  acting: (until: LocalDate) => `encargo hasta ${until}`,
  from: (date: LocalDate) => `desde ${date}`,
  until: (date: LocalDate) => `hasta ${date}`,
  contract: (date: LocalDate) => `contrato hasta ${date}`,
} as const;
