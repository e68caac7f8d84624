import { isLocalDate, type LocalDate } from '../domain/dates.ts';

/** The day of a reminder's key (`reminderKey` of the outbox); null when the key is of something else. */
export function reminderDate(key: string | null): LocalDate | null {
  const date = /^reminder:\d+:(.+)$/.exec(key ?? '')?.[1];
  return date !== undefined && isLocalDate(date) ? date : null;
}
