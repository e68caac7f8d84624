import type { Clock } from '../clock.ts';
import type { Environment } from '../config.ts';

/** What the command line uses of the outside world; tests pass their own. */
export type Surroundings = {
  readonly env: Environment;
  readonly clock: Clock;
  /** Data, for people or programs. */
  readonly out: (text: string) => void;
  /** Errors and warnings. */
  readonly err: (text: string) => void;
};

/**
 * A request that cannot be done: ends the command with exit code 1, or with 2 when it names what is not there.
 * `message` is one Spanish line; `details` are lines printed before it.
 */
export class Refused extends Error {
  readonly details: readonly string[];
  readonly code: 1 | 2;

  constructor(message: string, details: readonly string[] = [], code: 1 | 2 = 1) {
    super(message);
    this.details = details;
    this.code = code;
  }
}
