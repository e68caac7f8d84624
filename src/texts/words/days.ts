import { type LocalDate, localTime, type Moment } from '../../domain/dates.ts';
import { monthName } from '../../domain/months.ts';

/** `31 de marzo`. */
export function day(date: LocalDate): string {
  return `${Number(date.slice(8))} de ${monthOf(date)}`;
}

/** `31 de marzo de 2022`. */
export function longDay(date: LocalDate): string {
  return `${day(date)} de ${date.slice(0, 4)}`;
}

/** `10 al 20 de junio`, `28 de junio al 3 de julio`, `28 de diciembre de 2026 al 3 de enero de 2027`: after *del*. */
export function dayToDay(from: LocalDate, until: LocalDate): string {
  return between(from, until, day);
}

/** `10 al 20 de junio de 2026`. */
export function longDayToDay(from: LocalDate, until: LocalDate): string {
  return between(from, until, longDay);
}

function between(from: LocalDate, until: LocalDate, last: (date: LocalDate) => string): string {
  if (from === until) return last(from);
  if (from.slice(0, 4) !== until.slice(0, 4)) return `${longDay(from)} al ${longDay(until)}`;
  const first = from.slice(0, 7) === until.slice(0, 7) ? String(Number(from.slice(8))) : day(from);
  return `${first} al ${last(until)}`;
}

export function monthOf(date: LocalDate): string {
  return monthName(Number(date.slice(5, 7)));
}

/** `16 de marzo, 9:40 a. m.` */
export function clockTime(moment: Moment): string {
  const { date, hour, minute } = localTime(moment);
  const half = hour < 12 ? 'a. m.' : 'p. m.';
  return `${day(date)}, ${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, '0')} ${half}`;
}

/** A greeting for the hour of sending. */
export function greeting(moment: Moment): string {
  const { hour } = localTime(moment);
  return hour < 12 ? 'Buenos días' : hour < 18 ? 'Buenas tardes' : 'Buenas noches';
}
