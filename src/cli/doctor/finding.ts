/** The names of the checks, for programs that read `doctor --json`. */
export type Check =
  | 'settings'
  | 'token'
  | 'webhook'
  | 'clock'
  | 'database'
  | 'schema'
  | 'disk'
  | 'rights'
  | 'audit'
  | 'plan'
  | 'contact'
  | 'outbox'
  | 'updates'
  | 'jobs'
  | 'evidence'
  | 'backup'
  | 'reminders'
  | 'coordinator'
  | 'next';

/** `wrong` makes the exit code 1; `warning` may be intended. The text says what to do. */
export type Finding = {
  readonly check: Check;
  readonly level: 'ok' | 'warning' | 'wrong';
  readonly text: string;
};

export const ok = (check: Check, text: string): Finding => ({ check, level: 'ok', text });
export const warning = (check: Check, text: string): Finding => ({ check, level: 'warning', text });
export const wrong = (check: Check, text: string): Finding => ({ check, level: 'wrong', text });
