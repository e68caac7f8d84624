import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import type { Settings } from '../../config.ts';
import { damages } from '../../db/health.ts';
import type { Sqlite } from '../../db/open.ts';
import { schemaVersion } from '../../db/schema-version.ts';
import { findings } from '../../texts/cli/doctor.ts';
import { type Finding, ok, warning, wrong } from './finding.ts';

const MB = 1024 * 1024;
/** Below this nothing more may be confirmed within days; a photo has some 0.2 MB, a document up to 20. */
const LITTLE_ROOM = 1024 * MB;
const NO_ROOM = 100 * MB;

/** Room, and the right to write, where the database and the evidence lie. */
export function ofDisk({ databasePath, filesPath }: Settings): readonly Finding[] {
  const folders = [...new Set([dirname(databasePath), filesPath].map(existing))];
  const disks = new Map(folders.map((folder) => [statSync(folder).dev, folder]));
  return [
    ...[...disks.values()].map((folder) => {
      const { bavail, bsize } = statfsSync(folder);
      return roomFinding(folder, bavail * bsize);
    }),
    ...[databasePath, ...folders]
      .filter((path) => existsSync(path) && !isWritable(path))
      .map((path) => wrong('disk', findings.notWritable(path))),
  ];
}

/** What a number of free bytes means. */
export function roomFinding(folder: string, free: number): Finding {
  const amount = Math.floor(free / MB);
  if (free < NO_ROOM) return wrong('disk', findings.noRoom(folder, amount));
  if (free < LITTLE_ROOM) return warning('disk', findings.littleRoom(folder, amount));
  return ok('disk', findings.room(folder, amount));
}

/** Every page, index and reference of the database. */
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

/** The folder, or the nearest above it that is there. */
function existing(folder: string): string {
  const above = dirname(folder);
  return existsSync(folder) || above === folder ? folder : existing(above);
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
