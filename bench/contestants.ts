import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { token } from '../src/simulator/cast.ts';
import type { Report, Shape } from './loads.ts';
import { npmStartOf } from './running.ts';

const root = join(import.meta.dirname, '..');
const peers = join(import.meta.dirname, 'peers');

export type Contestant = {
  readonly name: string;
  readonly program: string;
  /** What Node is told before the program. */
  readonly options: readonly string[];
  readonly cwd: string;
  readonly code: { readonly folder: string; readonly files: readonly string[] };
  /** Makes a database whose people have what the shape says. */
  readonly fill: (path: string, shape: Shape) => void;
  /** All reports of a database, with the number of the activity among the person's own. Null: it stores nothing. */
  readonly stored: ((path: string) => readonly StoredReport[]) | null;
};

export type StoredReport = Report & { readonly activity: number };

const bots = join(import.meta.dirname, 'bots');

export const echo: Contestant = {
  name: 'Telegraf echo',
  program: join(bots, 'telegraf-echo.ts'),
  options: [],
  cwd: root,
  code: { folder: bots, files: ['telegraf-echo.ts'] },
  fill: () => undefined,
  stored: null,
};

export const telegraf = peer('Telegraf', 'telegraf');
export const grammy = peer('grammY', 'grammy');

function peer(name: string, folder: string): Contestant {
  return {
    name,
    program: join(peers, folder, 'bot.ts'),
    options: [],
    cwd: join(peers, folder),
    code: { folder: join(peers, folder), files: ['*.ts', '*.sql'] },
    fill: (path, shape) => fillPeer(path, readFileSync(join(peers, folder, 'schema.sql'), 'utf8'), shape),
    stored: (path) =>
      rowsOf(
        path,
        `select report.person_id as personId, number as activity, percentage, observation
         from report join activity on activity.id = activity_id order by report.id`,
      ),
  };
}

/** @param at the folder of this version or of another one, with this version's `bench` */
export function ours(name: string, at = root): Contestant {
  return {
    name,
    program: join(at, 'bench/bots/ours.ts'),
    options: npmStartOf(at),
    cwd: at,
    code: { folder: at, files: ['src/**/*.ts'] },
    fill(path, shape) {
      execFileSync(process.execPath, [join(at, 'bench/bots/fill.ts')], {
        cwd: at,
        env: { PATH: process.env.PATH, DATABASE_PATH: path, BENCH_SHAPE: JSON.stringify(shape) },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
    },
    stored: (path) =>
      rowsOf(
        path,
        `select telegramUserId as personId, cast(number as integer) as activity, progress / 10 as percentage, observation
         from report join activity on activity.id = activityId join person on person.id = personId order by report.id`,
      ),
  };
}

/** Starts a contestant with only its settings in the environment. */
export function start(
  contestant: Contestant,
  of: {
    readonly apiRoot: string;
    readonly databasePath: string;
    /** By which its clock differs from the machine's. */
    readonly offsetMs: number;
    /** Writes down what Node compiled, at SIGUSR2. */
    readonly keep?: boolean;
    /** What it says of errors is not shown. */
    readonly silent?: boolean;
  },
): ChildProcess {
  return spawn(
    process.execPath,
    ['-r', join(bots, 'compiled.cjs'), ...contestant.options, contestant.program],
    {
      cwd: contestant.cwd,
      env: {
        PATH: process.env.PATH,
        BOT_TOKEN: token,
        TELEGRAM_API_ROOT: of.apiRoot,
        DATABASE_PATH: of.databasePath,
        FILES_PATH: `${of.databasePath}.files`,
        BENCH_OFFSET_MS: String(of.offsetMs),
        ...(of.keep && { BENCH_KEEP: '1' }),
      },
      stdio: ['ignore', 'ignore', of.silent ? 'ignore' : 'inherit'],
    },
  );
}

function fillPeer(path: string, schema: string, { people, activities }: Shape): void {
  const sqlite = new Database(path);
  sqlite.pragma('journal_mode = WAL');
  sqlite.exec(schema);
  const insert = sqlite.prepare('insert into activity (person_id, number, name) values (?, ?, ?)');
  sqlite.transaction(() => {
    for (let place = 0; place < people * activities; place++) {
      const personId = 1_000_001 + Math.floor(place / activities);
      insert.run(personId, place + 1, 'Jornadas de participación con la comunidad de la localidad');
    }
  })();
  sqlite.close();
}

function rowsOf(path: string, query: string): readonly StoredReport[] {
  const sqlite = new Database(path, { readonly: true });
  try {
    return sqlite.prepare(query).all() as StoredReport[];
  } finally {
    sqlite.close();
  }
}
