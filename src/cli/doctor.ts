import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { type Environment, readSettings, type Settings } from '../config.ts';
import { damages, outboxStates, refusedSince, retrying, updatesSetAside } from '../db/health.ts';
import { readMeta, readMoment } from '../db/meta.ts';
import { type Db, openStore, type Store } from '../db/open.ts';
import { allPlans } from '../db/plans.ts';
import { schemaVersion } from '../db/schema-version.ts';
import type { Moment } from '../domain/dates.ts';
import { findings } from '../texts/cli-doctor.ts';
import { help } from '../texts/cli-help.ts';
import { clockTime } from '../texts/words.ts';
import { printJson, printLine } from './print.ts';
import { Refused, type Surroundings } from './surroundings.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** How far back a message that nobody got, or that could not be handled, still matters. */
const FAILED_SINCE = 30 * DAY;
/** The bot notes a sign of life every 20 s; an idle poll lasts 25 s. */
const SILENT_AFTER = 3 * MINUTE;
/** A rival is told after five minutes, and again while it lasts. */
const RIVAL_FOR = 30 * MINUTE;

/** `wrong` makes the exit code 1; `warning` may be meant so. What to do is part of the text. */
type Finding = { readonly level: 'ok' | 'warning' | 'wrong'; readonly text: string };

/** `doctor`: reads only, also a file that this program could not work with. */
export function doctorVerb(program: Command, around: Surroundings): void {
  program
    .command('doctor')
    .description(help.doctor)
    .option('--json', help.json)
    .action((flags: { json?: true }) => {
      const all = examine(around.env, around.clock.now());
      if (flags.json) printJson(around, all);
      else for (const finding of all) printLine(around, findings.line(finding.level, finding.text));
      const wrong = all.filter((finding) => finding.level === 'wrong').length;
      if (wrong > 0) throw new Refused(findings.wrong(wrong));
    });
}

/** Everything worth saying about settings, database and messages at a moment. */
function examine(env: Environment, now: Moment): readonly Finding[] {
  const read = readSettings(env);
  if (!read.ok) return read.problems.map((text) => wrong(findings.setting(text)));
  const { settings } = read;
  const path = settings.databasePath;
  if (!existsSync(path)) return [...ofSettings(settings), warning(findings.noDatabase(path))];
  const store = openToLook(path);
  if (store === null) return [...ofSettings(settings), wrong(findings.notADatabase(path))];
  try {
    return [...ofSettings(settings), ...ofFile(store), ...ofContents(store, now)];
  } finally {
    store.close();
  }
}

function ofSettings(settings: Settings): readonly Finding[] {
  return [
    settings.botToken === null ? warning(findings.noToken) : ok(findings.settings),
    ...(settings.dataContactIsDefault ? [warning(findings.dataContact(settings.dataContact))] : []),
  ];
}

function ofFile({ sqlite }: Store): readonly Finding[] {
  const damaged = damages(sqlite);
  return damaged.length === 0 ? [ok(findings.intact)] : damaged.map((each) => wrong(findings.damaged(each)));
}

function ofContents({ db, sqlite }: Store, now: Moment): readonly Finding[] {
  switch (schemaVersion(sqlite)) {
    case 'older':
      return [warning(findings.older)];
    case 'newer':
      return [wrong(findings.newer)];
    case 'current':
      return [
        ok(findings.current),
        ...(allPlans(db).length === 0 ? [warning(findings.noPlan)] : []),
        ...ofContact(db, now),
        ...ofMessages(db, now),
      ];
  }
}

function ofContact(db: Db, now: Moment): readonly Finding[] {
  const last = readMoment(db, 'aliveAt');
  const rival = readMoment(db, 'rivalSeenAt');
  const running = readMeta(db, 'running') === 'yes';
  const rivals = rival !== null && now - rival < RIVAL_FOR ? [wrong(findings.rival(clockTime(rival)))] : [];
  if (last === null) return [warning(findings.neverContacted), ...rivals];
  if (running && now - last > SILENT_AFTER) return [wrong(findings.silent(clockTime(last))), ...rivals];
  return [
    running ? ok(findings.alive(clockTime(last))) : warning(findings.stopped(clockTime(last))),
    ...rivals,
  ];
}

function ofMessages(db: Db, now: Moment): readonly Finding[] {
  const { waiting = 0, released = 0 } = outboxStates(db);
  return [
    ok(findings.queue(waiting, released)),
    ...[...retrying(db)].map(([reason, rows]) => warning(findings.retrying(rows, reason))),
    ...refusedSince(db, now - FAILED_SINCE).map((each) =>
      wrong(findings.refused(each.kind, each.name ?? findings.somebody, clockTime(each.at), each.reason)),
    ),
    ...updatesSetAside(db, now - FAILED_SINCE).map((each) =>
      wrong(findings.setAside(each.updateId, clockTime(each.at), each.error)),
    ),
  ];
}

/** Null when it is no database or cannot be opened. */
function openToLook(path: string): Store | null {
  try {
    const store = openStore(path, { migrate: false });
    store.sqlite.pragma('schema_version');
    return store;
  } catch {
    return null;
  }
}

const ok = (text: string): Finding => ({ level: 'ok', text });
const warning = (text: string): Finding => ({ level: 'warning', text });
const wrong = (text: string): Finding => ({ level: 'wrong', text });
