import { existsSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import { reapply } from '../actions/reapply.ts';
import { lastRecordedAt, record } from '../db/audit.ts';
import { backUp, isTaken } from '../db/backup.ts';
import type { TroubledFile } from '../db/copy-evidence.ts';
import { sql } from '../db/drizzle.ts';
import { sha256Of } from '../db/evidence-files.ts';
import { readSince } from '../db/former.ts';
import { beforeRestore } from '../db/kept-files.ts';
import { takeLock } from '../db/lock.ts';
import { writeMeta } from '../db/meta.ts';
import { inTransaction, openStore } from '../db/open.ts';
import { DamagedError } from '../db/refusals.ts';
import { dropPart, putInPlace, type Unfit, type Verified, verifyCopy } from '../db/restore.ts';
import { schemaVersion } from '../db/schema-version.ts';
import { localDate, localTime } from '../domain/dates.ts';
import { backupTexts, restoreTexts } from '../texts/cli/backup.ts';
import { help } from '../texts/cli/help.ts';
import { printJson, printLine, warn } from './print.ts';
import { describeReapplied, type ReappliedWords } from './reapplied.ts';
import { settingsOf } from './store.ts';
import { Refused, type Surroundings } from './surroundings.ts';

type Flags = { readonly json?: true };

/** A restore skips this many question ids: more than could have been asked since the copy. */
const QUESTIONS_AHEAD = 1_000_000;

/** `backup FILE` and `restore FILE`. */
export function backupVerbs(program: Command, around: Surroundings): void {
  program
    .command('backup')
    .description(help.backup)
    .argument('<ARCHIVO>', help.backupFile)
    .option('--json', help.json)
    .action((file: string, flags: Flags) => backup(around, file, flags));
  program
    .command('restore')
    .description(help.restore)
    .argument('<ARCHIVO>', help.restoreFile)
    .option('--incomplete', help.restoreIncomplete)
    .option('--json', help.json)
    .action((file: string, flags: Flags & { incomplete?: true }) => restore(around, file, flags));
}

/** Copies a file of another version too, without migrating it: only the bot changes its tables. */
async function backup(around: Surroundings, file: string, flags: Flags): Promise<void> {
  const { databasePath, filesPath } = settingsOf(around);
  if (!existsSync(databasePath)) throw new Refused(backupTexts.noDatabase(databasePath));
  const folder = dirname(resolve(file));
  if (!existsSync(folder)) throw new Refused(backupTexts.noFolder(folder));
  if (isTaken(file)) throw new Refused(backupTexts.taken(file));
  const store = openStore(databasePath, { migrate: false });
  try {
    const made = await backUp(store.sqlite, filesPath, file);
    if (schemaVersion(store.sqlite) === 'current') {
      const after = { sha256: await sha256Of(file), bytes: made.bytes, evidenceFiles: made.evidence };
      inTransaction(store, (db) =>
        record(db, { at: around.clock.now(), act: 'backedUp', by: 'operator', after }),
      );
    }
    if (flags.json) printJson(around, { file, ...made });
    else printLine(around, backupTexts.done(file, made.evidence));
    tell(around, made.troubled);
    if (made.troubled.length > 0) throw new Refused(backupTexts.incomplete(made.troubled.length));
  } finally {
    store.close();
  }
}

async function restore(
  around: Surroundings,
  file: string,
  flags: Flags & { readonly incomplete?: true },
): Promise<void> {
  const { databasePath: path, filesPath } = settingsOf(around);
  if (!existsSync(file)) throw new Refused(restoreTexts.noFile(file));
  if (existsSync(path) && realpathSync(file) === realpathSync(path))
    throw new Refused(restoreTexts.same(file));
  const now = around.clock.now();
  const release = takeLock(path, new Date(now));
  try {
    const copy = await verified(file, path, filesPath);
    try {
      tell(around, copy.troubled);
      if (copy.troubled.length > 0 && !flags.incomplete) {
        throw new Refused(restoreTexts.incomplete(file, copy.troubled.length));
      }
      const after = { sha256: await sha256Of(file), evidenceFiles: copy.evidence.length };
      let again: ReappliedWords | null = null;
      const { kept } = await putInPlace(copy, {
        path,
        filesFolder: filesPath,
        former: formerName(path, now),
        prepare: (store) => {
          const since = readSince(path, store.db);
          const last = lastRecordedAt(store.db);
          inTransaction(store, (db) => {
            // A button of a question that was lost must not answer a later question.
            db.run(sql`update sqlite_sequence set seq = seq + ${QUESTIONS_AHEAD} where name = 'question'`);
            writeMeta(db, 'running', 'yes');
            const { unknown } = since;
            record(db, { at: now, act: 'restored', by: 'operator', after: { ...after, unknown } });
            again = describeReapplied(db, { done: reapply(db, since, now), unknown, last }, now);
          });
        },
      });
      print(around, flags, { path, kept, copy, again });
    } finally {
      dropPart(copy.part);
    }
  } finally {
    release();
  }
}

/** @throws {Refused} when the copy cannot be used; nothing is changed then. */
async function verified(file: string, path: string, filesPath: string): Promise<Verified> {
  const copy = await verifyCopy(file, path, filesPath).catch((error: unknown) => {
    if (error instanceof DamagedError) return error;
    throw error;
  });
  if (!(copy instanceof DamagedError) && typeof copy !== 'string') return copy;
  throw new Refused(
    copy instanceof DamagedError ? restoreTexts.damaged(file, copy.found) : unfit(copy, file),
  );
}

function unfit(why: Unfit, file: string): string {
  return why === 'newer' ? restoreTexts.newer(file) : restoreTexts.notOurs(file);
}

/** The old file's name with the local day and minute, and a number when that name is taken. */
function formerName(path: string, now: number): string {
  const { hour, minute } = localTime(now);
  const time = String(hour * 100 + minute).padStart(4, '0');
  const name = `${beforeRestore}-${localDate(now)}-${time}`;
  for (let number = 1; ; number++) {
    const each = number === 1 ? name : `${name}-${number}`;
    if (!existsSync(path + each)) return each;
  }
}

function print(
  around: Surroundings,
  flags: Flags,
  of: {
    readonly path: string;
    readonly kept: string | null;
    readonly copy: Verified;
    readonly again: ReappliedWords | null;
  },
): void {
  const { path, kept, copy, again } = of;
  for (const line of again?.warnings ?? []) warn(around, line);
  if (flags.json) {
    const { evidence, troubled, version } = copy;
    const json = { database: path, kept, evidence: evidence.length, troubled, version, since: again?.json };
    return printJson(around, json);
  }
  printLine(around, restoreTexts.done(path, copy.evidence.length));
  if (copy.version === 'older') printLine(around, restoreTexts.upgraded);
  for (const line of again?.lines ?? []) printLine(around, line);
  if (kept !== null) printLine(around, restoreTexts.kept(kept));
  printLine(around, restoreTexts.next);
}

function tell(around: Surroundings, troubled: readonly TroubledFile[]): void {
  for (const each of troubled) warn(around, backupTexts.troubled(each));
}
