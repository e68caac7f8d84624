import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { envFiles, type Settings } from '../../config.ts';
import { isOpenToAll } from '../../db/private-file.ts';
import { findings } from '../../texts/cli/doctor.ts';
import { type Finding, warning } from './finding.ts';

/**
 * The files that every user of the machine may read or write: the token, what people reported, and their
 * evidence.
 */
export function ofRights(
  { databasePath, filesPath }: Settings,
  secrets: readonly string[] = envFiles(),
): readonly Finding[] {
  const beside = namesIn(dirname(databasePath))
    .filter((name) => name.startsWith(basename(databasePath)))
    .map((name) => join(dirname(databasePath), name));
  const open = [...secrets, ...beside].filter(isOpenToAll);
  const evidence = namesIn(filesPath).filter((name) => isOpenToAll(join(filesPath, name)));
  return [
    ...open.map((path) => warning('rights', findings.openToAll(path))),
    ...(evidence.length === 0 ? [] : [warning('rights', findings.evidenceOpenToAll(filesPath, evidence))]),
  ];
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name);
  } catch {
    return [];
  }
}
