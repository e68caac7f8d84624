import { isLocalDate, type LocalDate } from '../domain/dates.ts';

/** What makes a reminder one a person and day: `date` is the day on which it is sent. */
export function reminderKey(personId: number, date: LocalDate): string {
  return `reminder:${personId}:${date}`;
}

/** The day of a reminder's key; null when the key is of something else. */
export function reminderDate(key: string | null): LocalDate | null {
  const date = /^reminder:\d+:(.+)$/.exec(key ?? '')?.[1];
  return date !== undefined && isLocalDate(date) ? date : null;
}
