import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);
dayjs.extend(timezone);

/** A day of the Colombian calendar, `YYYY-MM-DD`. Two of them compare with `<` as they do in time. */
export type LocalDate = string;

/** An instant: milliseconds since 1970-01-01T00:00Z. */
export type Moment = number;

/** The one zone in which days and hours are counted, whatever the machine's zone. */
export const LOCAL_ZONE = 'America/Bogota';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const USUAL_OFFSET = -5 * HOUR;

/** A cache: every message asks for the same few hundred days. */
const midnights = new Map<LocalDate, Moment>();
const dayNumbers = new Map<LocalDate, number>();
const datesByNumber = new Map<number, LocalDate>();
const REMEMBERED = 10_000;

function remember<K, V>(memory: Map<K, V>, key: K, value: V): V {
  if (memory.size >= REMEMBERED) memory.clear();
  memory.set(key, value);
  return value;
}

/**
 * The first moment of a local day. It uses only the parser `dayjs.tz(text, zone)`: `dayjs(moment).tz(zone)`
 * passes through the machine's own zone and is an hour wrong in its spring gap (seen with New York, Madrid).
 */
function midnight(date: LocalDate): Moment {
  const known = midnights.get(date);
  if (known !== undefined) return known;
  if (!isLocalDate(date)) throw new RangeError(`Not a calendar date (YYYY-MM-DD): ${date}`);
  return remember(midnights, date, dayjs.tz(`${date} 00:00`, LOCAL_ZONE).valueOf());
}

/**
 * Days since 1970-01-01, by the calendar alone.
 * @throws {RangeError} when `date` is not a calendar date.
 */
function dayNumber(date: LocalDate): number {
  const known = dayNumbers.get(date);
  if (known !== undefined) return known;
  if (!isLocalDate(date)) throw new RangeError(`Not a calendar date (YYYY-MM-DD): ${date}`);
  return remember(dayNumbers, date, Date.parse(`${date}T00:00:00Z`) / DAY);
}

/** The inverse of `dayNumber`. */
function dateOfDay(day: number): LocalDate {
  return (
    datesByNumber.get(day) ?? remember(datesByNumber, day, new Date(day * DAY).toISOString().slice(0, 10))
  );
}

/** Whether `text` is `YYYY-MM-DD` and that day exists: `2024-02-29` does, `2023-02-29` does not. */
export function isLocalDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const milliseconds = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(milliseconds) && dateOfDay(milliseconds / DAY) === text;
}

/**
 * The moment of an hour of a local day; hour 24 is the midnight that ends it.
 * @throws {RangeError} when `date` is not a calendar date.
 */
export function momentAt(date: LocalDate, hour: number, minute = 0): Moment {
  return midnight(date) + hour * HOUR + minute * MINUTE;
}

/**
 * The local day of a moment.
 * @throws {RangeError} when it is not a finite moment.
 */
export function localDate(moment: Moment): LocalDate {
  let date = dateOfDay(Math.floor((moment + USUAL_OFFSET) / DAY));
  while (moment < midnight(date)) date = addDays(date, -1);
  while (moment >= midnight(addDays(date, 1))) date = addDays(date, 1);
  return date;
}

/** The local day, hour 0..23 and minute 0..59 of a moment. */
export function localTime(moment: Moment): { date: LocalDate; hour: number; minute: number } {
  const date = localDate(moment);
  const minutes = Math.floor((moment - midnight(date)) / MINUTE);
  return { date, hour: Math.floor(minutes / 60), minute: minutes % 60 };
}

/** `date` moved by whole calendar days, backwards when negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDay(dayNumber(date) + days);
}

/** Calendar days from one day to another: 0 for the same day, negative backwards. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The day of the week, 1 Monday .. 7 Sunday (ISO 8601). */
export function weekday(date: LocalDate): number {
  const fromThursday = dayNumber(date) % 7;
  return ((((fromThursday + 3) % 7) + 7) % 7) + 1;
}

/** `2022-03-16T09:40:12-05:00`: a moment in local time, ISO 8601 with offset, to the second. */
export function isoLocal(moment: Moment): string {
  const { date, hour, minute } = localTime(moment);
  const second = Math.floor((((moment % 60_000) + 60_000) % 60_000) / 1000);
  const wall = `${date}T${two(hour)}:${two(minute)}:${two(second)}`;
  const behind = Math.round((Math.floor(moment / 1000) * 1000 - Date.parse(`${wall}Z`)) / 60_000);
  const offset = `${two(Math.floor(Math.abs(behind) / 60))}:${two(Math.abs(behind) % 60)}`;
  return `${wall}${behind > 0 ? '-' : '+'}${offset}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
