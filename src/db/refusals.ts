/**
 * The file, or its write-ahead log, differs from what was written: to open it would lose or spoil something.
 */
export class DamagedError extends Error {
  readonly path: string;
  /** The fault, in SQLite's words or ours; no content. */
  readonly found: string;

  constructor(path: string, found: string) {
    super(`${path} is damaged (${found})`);
    this.path = path;
    this.found = found;
  }
}

/** A later version of this program made the tables. */
export class NewerDatabaseError extends Error {
  readonly path: string;

  constructor(path: string) {
    super(`${path} was made by a later version`);
    this.path = path;
  }
}

/** A restore ended after it removed the old file and before it put the new one in its place. */
export class HalfRestoredError extends Error {
  readonly path: string;

  constructor(path: string) {
    super(`a restore of ${path} was cut short`);
    this.path = path;
  }
}
