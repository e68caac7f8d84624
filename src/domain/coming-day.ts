import { addDays, type LocalDate, weekday } from './dates.ts';
import { comparable } from './outside-text.ts';
import { dateOf, readTypedDate } from './written-dates.ts';

const WEEKDAYS = ['lunes', 'martes', 'miercoles', 'jueves', 'viernes', 'sabado', 'domingo'];

/**
 * Reads a day to come, for what is shown with its date before it is done: everything that `readTypedDate` reads, a day of
 * the week (`el viernes`: the next one after today) and a day of the month (`el 25`). Undefined for anything else.
 */
export function readComingDay(text: string, today: LocalDate): LocalDate | undefined {
  const typed = readTypedDate(text, today);
  if (typed !== undefined) return typed;
  const plain = comparable(text)
    .replace(/^(?:el )?(?:(?:proximo|este|dia) )*/, '')
    .replace(/(?: que viene| proximo)?[.]*$/, '');
  if (WEEKDAYS.includes(plain)) return week(today).find((date) => WEEKDAYS[weekday(date) - 1] === plain);
  if (!/^\d{1,2}$/.test(plain)) return undefined;
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const own = dateOf(year, month, Number(plain));
  if (own === undefined || own >= today) return own;
  return month === 12 ? dateOf(year + 1, 1, Number(plain)) : dateOf(year, month + 1, Number(plain));
}

function week(today: LocalDate): readonly LocalDate[] {
  return Array.from({ length: 7 }, (_, ahead) => addDays(today, ahead + 1));
}
