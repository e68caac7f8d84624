/** The file, or its write-ahead log, is not what was written: whoever opens it would lose or spoil something. */
export class DamagedError extends Error {
  readonly path: string;
  /** What was found, in SQLite's words or ours; no content. */
  readonly found: string;

  constructor(path: string, found: string) {
    super(`${path} is damaged (${found})`);
    this.path = path;
    this.found = found;
  }
}

/** The tables were made by a later version of this program. */
export class NewerDatabaseError extends Error {
  readonly path: string;

  constructor(path: string) {
    super(`${path} was made by a later version`);
    this.path = path;
  }
}

/** A restore ended between taking the old file away and putting the new one in its place. */
export class HalfRestoredError extends Error {
  readonly path: string;

  constructor(path: string) {
    super(`a restore of ${path} was cut short`);
    this.path = path;
  }
}
