import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import type { Settings } from '../../config.ts';
import { databasesBeside } from '../../db/beside.ts';
import { freeBytes, nearestFolder } from '../../db/free-space.ts';
import { damages } from '../../db/health.ts';
import { oldRestoreCopies } from '../../db/kept-files.ts';
import type { Sqlite } from '../../db/open.ts';
import { schemaVersion } from '../../db/schema-version.ts';
import { hasTraces, roomToClean } from '../../db/traces.ts';
import { findings } from '../../texts/cli/doctor.ts';
import { type Finding, ok, warning, wrong } from './finding.ts';

const MB = 1024 * 1024;
/** With less, the disk may be full within days: a photo has some 0.2 MB, a document up to 20. */
const LITTLE_ROOM = 1024 * MB;
const NO_ROOM = 100 * MB;

/** Room, and the right to write, where the database and the evidence are. */
export function ofDisk({ databasePath, filesPath, evidenceReserve }: Settings): readonly Finding[] {
  const folders = [...new Set([dirname(databasePath), filesPath].map(nearestFolder))];
  const disks = new Map(folders.map((folder) => [statSync(folder).dev, folder]));
  return [
    ...[...disks.values()].map((folder) => roomFinding(folder, freeBytes(folder))),
    ...evidenceFinding(filesPath, freeBytes(filesPath), evidenceReserve),
    ...[databasePath, ...folders]
      .filter((path) => existsSync(path) && !isWritable(path))
      .map((path) => wrong('disk', findings.notWritable(path))),
  ];
}

/** What stands beside a new database: `DATABASE_PATH` may name another file than before. */
export function ofNew(path: string): readonly Finding[] {
  const others = databasesBeside(path);
  return others.length === 0 ? [] : [wrong('database', findings.newBeside(path, others))];
}

/** What was erased and is still in the files: for want of room, or in what a restore put aside. */
export function ofErased(
  sqlite: Sqlite,
  path: string,
  now: number,
  free: (folder: string) => number = freeBytes,
): readonly Finding[] {
  const [folder, needed] = [dirname(path), roomToClean(sqlite)];
  const isStuck = hasTraces(sqlite) && free(folder) < needed;
  return [
    ...(isStuck ? [warning('disk', findings.noRoomToClean(folder, Math.ceil(needed / MB)))] : []),
    ...oldRestoreCopies(path, now).map((each) => warning('disk', findings.oldRestored(each))),
  ];
}

/** The finding for a number of free bytes. */
export function roomFinding(folder: string, free: number): Finding {
  const amount = Math.floor(free / MB);
  if (free < NO_ROOM) return wrong('disk', findings.noRoom(folder, amount));
  if (free < LITTLE_ROOM) return warning('disk', findings.littleRoom(folder, amount));
  return ok('disk', findings.room(folder, amount));
}

/** Whether the bot declines evidence, with this many bytes free on its disk. */
export function evidenceFinding(folder: string, free: number, reserve: number): readonly Finding[] {
  if (free >= reserve) return [];
  const [room, least] = [free, reserve].map((bytes) => Math.floor(bytes / MB));
  return [wrong('disk', findings.evidenceDeclined(folder, room ?? 0, least ?? 0))];
}

/** Checks every page, index and reference of the database. */
export function ofIntegrity(sqlite: Sqlite, path: string): readonly Finding[] {
  try {
    const damaged = damages(sqlite);
    if (damaged.length === 0) return [ok('database', findings.intact)];
    return damaged.map((each) => wrong('database', findings.damaged(each)));
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    const notOne = error.code === 'SQLITE_NOTADB';
    return [wrong('database', notOne ? findings.notADatabase(path) : findings.damaged(error.code))];
  }
}

export function ofSchema(sqlite: Sqlite): readonly Finding[] {
  switch (schemaVersion(sqlite)) {
    case 'older':
      return [warning('schema', findings.older)];
    case 'newer':
      return [wrong('schema', findings.newer)];
    case 'current':
      return [ok('schema', findings.current)];
  }
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
