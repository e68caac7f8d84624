import Database from 'better-sqlite3';

/**
 * Full disk, I/O, memory, a file held by another process or gone: our code is not at fault, and a later try
 * may succeed.
 */
const trouble = /^SQLITE_(FULL|IOERR|NOMEM|BUSY|LOCKED|READONLY|CANTOPEN|PROTOCOL|CORRUPT|NOTADB|INTERRUPT)/;

/**
 * Whether an error is the storage's and not that of the code. SQLite may undo one statement (a full disk
 * inside a larger statement) or the whole transaction (https://sqlite.org/lang_transaction.html, *Response To
 * Errors*): in both cases nothing of the transaction may count.
 */
export function isStorageTrouble(error: unknown): boolean {
  if (error instanceof Database.SqliteError) return trouble.test(error.code);
  return error instanceof Error && error.cause !== undefined && isStorageTrouble(error.cause);
}
