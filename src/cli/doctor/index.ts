import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { explainDatabaseError } from '../../app/explain-error.ts';
import { readSettings, type Settings } from '../../config.ts';
import { type Db, openToRead, type Store } from '../../db/open.ts';
import { allPeople } from '../../db/people.ts';
import { allPlans } from '../../db/plans.ts';
import { schemaVersion } from '../../db/schema-version.ts';
import { findings } from '../../texts/cli/doctor.ts';
import { help } from '../../texts/cli/help.ts';
import { printJson, printLine } from '../print.ts';
import { Refused, type Surroundings } from '../surroundings.ts';
import { ofBackups, ofEvidence } from './evidence.ts';
import { ofDisk, ofErased, ofIntegrity, ofNew, ofSchema } from './file.ts';
import { type Finding, ok, warning, wrong } from './finding.ts';
import { ofAudit, ofJobs, ofMessages, ofUpdates } from './messages.ts';
import { ofNextDay } from './next-day.ts';
import { ofCoordinators } from './people.ts';
import { ofRights } from './rights.ts';
import { ofContact, ofPlans, ofReminders } from './schedule.ts';
import { ofTelegram } from './telegram.ts';

/** `doctor`: only reads, even a file that this program could not work with. */
export function doctorVerb(program: Command, around: Surroundings): void {
  program
    .command('doctor')
    .description(help.doctor)
    .option('--json', help.json)
    .action(async (flags: { json?: true }) => {
      const all = await examine(around);
      if (flags.json) printJson(around, all);
      else for (const finding of all) printLine(around, findings.line(finding.level, finding.text));
      const amount = all.filter((finding) => finding.level === 'wrong').length;
      if (amount > 0) throw new Refused(findings.wrong(amount));
    });
}

/** All findings about settings, Telegram, database, files and messages, now. */
async function examine(around: Surroundings): Promise<readonly Finding[]> {
  const read = readSettings(around.env);
  if (!read.ok) return read.problems.map((text) => wrong('settings', findings.setting(text)));
  const { settings } = read;
  return [
    ...ofSettings(settings),
    ...ofRights(settings),
    ...(await ofTelegram(settings, around.clock.now())),
    ...(await ofDatabase(settings, around.clock.now())),
  ];
}

function ofSettings(settings: Settings): readonly Finding[] {
  return [
    settings.botToken === null ? warning('settings', findings.noToken) : ok('settings', findings.settings),
    ...(settings.dataContactIsDefault
      ? [warning('settings', findings.dataContact(settings.dataContact))]
      : []),
  ];
}

async function ofDatabase(settings: Settings, now: number): Promise<readonly Finding[]> {
  const { databasePath: path } = settings;
  if (!existsSync(path))
    return [...ofDisk(settings), warning('database', findings.noDatabase(path)), ...ofNew(path)];
  let store: Store;
  try {
    store = openToRead(path);
  } catch (error) {
    return [...ofDisk(settings), wrong('database', cannotOpen(error, path))];
  }
  try {
    const integrity = ofIntegrity(store.sqlite, path);
    // A damaged database is not read further: each query would give another error.
    if (integrity.some(({ level }) => level === 'wrong')) return [...ofDisk(settings), ...integrity];
    return [
      ...ofDisk(settings),
      ...ofErased(store.sqlite, path, now),
      ...integrity,
      ...(await ofContents(store, settings, now)),
    ];
  } finally {
    store.close();
  }
}

async function ofContents(store: Store, settings: Settings, now: number): Promise<readonly Finding[]> {
  const schema = ofSchema(store.sqlite);
  if (schemaVersion(store.sqlite) !== 'current') return schema;
  const { db, sqlite } = store;
  return [
    ...schema,
    ...(isNew(db) ? ofNew(settings.databasePath) : []),
    ...ofAudit(db),
    ...ofPlans(db),
    ...ofCoordinators(db, now),
    ...ofContact(db, now),
    ...ofMessages(db, now),
    ...ofUpdates(db, now),
    ...ofJobs(db, now),
    ...(await ofEvidence(sqlite, settings.filesPath)),
    ...ofBackups(db, settings.databasePath, now),
    ...ofReminders(db, now),
    ...ofNextDay(sqlite, settings, now),
  ];
}

/** Whether nobody and no plan is stored. */
function isNew(db: Db): boolean {
  return allPeople(db).length === 0 && allPlans(db).length === 0;
}

function cannotOpen(error: unknown, path: string): string {
  const why = explainDatabaseError(error, path);
  return why === undefined ? findings.notADatabase(path) : findings.unusable(why);
}
