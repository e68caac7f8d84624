import type { LocalDate } from '../../domain/dates.ts';
import { longDay, longDayToDay } from '../words/days.ts';
import { enumerate } from '../words/sentences.ts';

function heldWhen(from: LocalDate | null, until: LocalDate | null): string {
  if (from !== null && until !== null) return ` del ${longDayToDay(from, until)}`;
  if (from !== null) return ` desde el ${longDay(from)}`;
  return until === null ? '' : ` hasta el ${longDay(until)}`;
}

/**
 * Why a position or an office cannot be given or ended, for the chat and the command line: a clause without
 * its full stop.
 */
export const assignRefusals = {
  alreadyHolds: (name: string, held: string, from: LocalDate | null, until: LocalDate | null) =>
    from === null
      ? `${name} ya tiene a su cargo ${held}${until === null ? '' : ` hasta el ${longDay(until)}`}`
      : `${name} ya recibe ${held} el ${longDay(from)}; para que vuelva antes, termine lo que hay hasta entonces`,
  notHolder: (name: string, held: string) => `${name} no tiene a su cargo ${held} en esa fecha`,
  held: (name: string, held: string, from: LocalDate | null, until: LocalDate | null) =>
    `${held} ya es de ${name}${heldWhen(from, until)}; solo puede haber una persona a la vez`,
  endsBefore: (name: string, held: string, last: LocalDate) =>
    `${name} tiene ${held} solo hasta el ${longDay(last)}; el encargo debe terminar ese día o antes`,
  insteadOfWhom: (names: readonly string[], held: string) =>
    `${held} lo tienen ${enumerate(names)}; diga en lugar de quién`,
  past: (date: LocalDate, today: LocalDate) =>
    `el ${longDay(date)} ya pasó; escriba una fecha desde hoy, ${longDay(today)}`,
  inverted: (from: LocalDate, until: LocalDate) =>
    `el último día (${longDay(until)}) es anterior al primero (${longDay(from)})`,
  tooFar: (date: LocalDate) => `el ${longDay(date)} queda a más de tres años; revise el año`,
  over: 'eso ya terminó o termina antes de esa fecha',
  lastCoordinator:
    'es la única persona que coordina; dé primero la coordinación a otra para que alguien pueda administrar',
} as const;
