import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { lastActAt } from '../../db/audit.ts';
import { evidenceFiles, stateOfFile } from '../../db/evidence-files.ts';
import type { Db, Sqlite } from '../../db/open.ts';
import { findings } from '../../texts/cli/doctor.ts';
import { clockTime } from '../../texts/words/days.ts';
import { type Finding, ok, warning, wrong } from './finding.ts';

const DAY = 24 * 3_600_000;
/** A week, and a day for an operator who forgot. */
const BACKUP_WITHIN = 8 * DAY;

/** Reads every file of evidence whole and reports files that are missing or changed. */
export async function ofEvidence(sqlite: Sqlite, folder: string): Promise<readonly Finding[]> {
  const files = evidenceFiles(sqlite);
  const states = { missing: [] as string[], changed: [] as string[] };
  for (const file of files) {
    const state = await stateOfFile(folder, file);
    if (state !== 'whole') states[state].push(file.name);
  }
  const { missing, changed } = states;
  if (missing.length + changed.length === 0) return [ok('evidence', findings.evidence(files.length))];
  return [
    ...(missing.length === 0 ? [] : [wrong('evidence', findings.evidenceMissing(folder, missing))]),
    ...(changed.length === 0 ? [] : [wrong('evidence', findings.evidenceChanged(folder, changed))]),
  ];
}

/** The age of the last `backup`; where Litestream runs, no backup is needed. */
export function ofBackups(db: Db, path: string, now: number): readonly Finding[] {
  const last = lastActAt(db, 'backedUp');
  const followed = existsSync(join(dirname(path), `.${basename(path)}-litestream`));
  if (last !== null && now - last < BACKUP_WITHIN) {
    return [ok('backup', findings.backedUp(clockTime(last)))];
  }
  if (followed) return [ok('backup', findings.followed)];
  return [warning('backup', last === null ? findings.neverBackedUp : findings.oldBackup(clockTime(last)))];
}
