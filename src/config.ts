import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { withoutToken } from './log.ts';
import { settingProblem, settingShouldBe } from './texts/settings.ts';

/**
 * The checked settings (specification: Environment). A value that is not set has its default, or null when
 * there is none.
 */
export type Settings = {
  /** Needed to talk to Telegram, but not to work on the database. */
  readonly botToken: string | null;
  readonly apiRoot: string;
  readonly databasePath: string;
  readonly filesPath: string;
  readonly logLevel: string;
  /** Null: the entity of the plan. */
  readonly entityName: string | null;
  readonly dataContact: string;
  /** No contact for personal data is set: the start and `doctor` point this out. */
  readonly dataContactIsDefault: boolean;
  /** Null: no server. */
  readonly port: number | null;
  readonly httpHost: string;
  /** Bytes that a person may leave as evidence of a cut. */
  readonly evidenceLimit: number;
  /** While less than this is free on the evidence's disk, no more is taken (bytes). */
  readonly evidenceReserve: number;
  /** Null: long polling. */
  readonly webhook: { readonly url: string; readonly secret: string } | null;
};

export type SettingsRead<Read = Settings> =
  | { readonly ok: true; readonly settings: Read }
  /** Every problem found, one Spanish line each, never with the value of a secret. */
  | { readonly ok: false; readonly problems: readonly string[] };

export type Environment = Readonly<Record<string, string | undefined>>;

const TELEGRAM = 'https://api.telegram.org';
const DATA_CONTACT = 'la oficina de Planeación de la entidad';
const MB = 1024 * 1024;
/** The default limits of evidence: per person and cut, and the free reserve (bytes). */
export const EVIDENCE_DEFAULTS = { limit: 200 * MB, reserve: 500 * MB } as const;
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const text = z.string();
const megabytes = text.regex(/^\d{1,9}$/).transform((value) => Number(value) * MB);
const httpUrl = text.refine((value) => isUrl(value, ['http:', 'https:']));

const variables = {
  BOT_TOKEN: text.regex(/^\d+:[\w-]+$/).optional(),
  TELEGRAM_API_ROOT: httpUrl.default(TELEGRAM),
  DATABASE_PATH: text.default('data/monitoreo.db'),
  FILES_PATH: text.default('data/files'),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
  ENTITY_NAME: text.max(200).optional(),
  DATA_CONTACT: text.max(300).default(DATA_CONTACT),
  PORT: text
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535)
    .optional(),
  HTTP_HOST: text.regex(/^[\w.:-]+$/).default('127.0.0.1'),
  EVIDENCE_LIMIT_MB: megabytes.default(EVIDENCE_DEFAULTS.limit),
  EVIDENCE_RESERVE_MB: megabytes.default(EVIDENCE_DEFAULTS.reserve),
  WEBHOOK_URL: httpUrl.optional(),
  /** Telegram's characters (Bot API, setWebhook.secret_token). A shorter secret can be guessed. */
  WEBHOOK_SECRET: text.regex(/^[A-Za-z0-9_-]{16,256}$/).optional(),
} as const;

type Variable = keyof typeof variables;

const SECRET: ReadonlySet<string> = new Set(['BOT_TOKEN', 'WEBHOOK_SECRET']);
const schema = z.object(variables);

/** Reads the settings that the command line needs. It checks all of them, but the token may be missing. */
export function readSettings(env: Environment): SettingsRead {
  const given = givenVariables(env);
  const read = schema.safeParse(given);
  const problems = (read.error?.issues ?? []).map((issue) => describe(issue.path[0] as Variable, given));
  problems.push(...webhookProblems(given));
  if (!read.success || problems.length > 0) return { ok: false, problems };
  const { data } = read;
  return {
    ok: true,
    settings: {
      botToken: data.BOT_TOKEN ?? null,
      apiRoot: data.TELEGRAM_API_ROOT,
      databasePath: data.DATABASE_PATH,
      filesPath: data.FILES_PATH,
      logLevel: data.LOG_LEVEL,
      entityName: data.ENTITY_NAME ?? null,
      dataContact: data.DATA_CONTACT,
      dataContactIsDefault: given.DATA_CONTACT === undefined,
      port: data.PORT ?? null,
      httpHost: data.HTTP_HOST,
      evidenceLimit: data.EVIDENCE_LIMIT_MB,
      evidenceReserve: data.EVIDENCE_RESERVE_MB,
      webhook:
        data.WEBHOOK_URL !== undefined && data.WEBHOOK_SECRET !== undefined
          ? { url: data.WEBHOOK_URL, secret: data.WEBHOOK_SECRET }
          : null,
    },
  };
}

/** Reads the settings that the bot needs: the same, with the token. */
export function readBotSettings(env: Environment): SettingsRead<Settings & { readonly botToken: string }> {
  const read = readSettings(env);
  const missing = givenVariables(env).BOT_TOKEN === undefined ? [describe('BOT_TOKEN', {})] : [];
  if (!read.ok) return { ok: false, problems: [...missing, ...read.problems] };
  const { botToken } = read.settings;
  if (botToken === null) return { ok: false, problems: missing };
  return { ok: true, settings: { ...read.settings, botToken } };
}

/** Adds the project's `.env` to the environment; variables that are already set stay. */
export function loadEnvFile(): void {
  const [file] = envFiles();
  if (existsSync(file)) process.loadEnvFile(file);
}

/** The project's `.env`, and the files given to Node (`node --env-file=FILE`): they hold the token. */
export function envFiles(): readonly [string, ...string[]] {
  const given = process.execArgv.flatMap((word) => /^--env-file(?:-if-exists)?=(.+)$/.exec(word)?.[1] ?? []);
  return [join(import.meta.dirname, '..', '.env'), ...given];
}

type Given = Partial<Record<Variable, string>>;

/** A variable set to an empty text counts as not set: `.env.example` has such lines. */
function givenVariables(env: Environment): Given {
  const given: Given = {};
  for (const name of Object.keys(variables) as Variable[]) {
    const value = env[name]?.trim();
    if (value !== undefined && value !== '') given[name] = value;
  }
  return given;
}

function webhookProblems(given: Given): string[] {
  if (given.WEBHOOK_URL === undefined) return [];
  const missing = (['WEBHOOK_SECRET', 'PORT'] as const).filter((name) => given[name] === undefined);
  const problems = missing.map((name) => settingProblem(name, null, settingShouldBe.withWebhook(name)));
  const throughTelegram = (given.TELEGRAM_API_ROOT ?? TELEGRAM) === TELEGRAM;
  if (throughTelegram && isUrl(given.WEBHOOK_URL, ['http:'])) {
    problems.push(settingProblem('WEBHOOK_URL', given.WEBHOOK_URL, settingShouldBe.https));
  }
  if (!isUrl(given.WEBHOOK_URL, ['http:', 'https:'])) return problems;
  const { pathname, port } = new URL(given.WEBHOOK_URL);
  if (pathname === '/healthz' || pathname === '/metrics') {
    problems.push(settingProblem('WEBHOOK_URL', given.WEBHOOK_URL, settingShouldBe.webhookPath));
  }
  if (throughTelegram && !['', '80', '88', '8443'].includes(port)) {
    problems.push(settingProblem('WEBHOOK_URL', given.WEBHOOK_URL, settingShouldBe.webhookPort));
  }
  return problems;
}

function describe(name: Variable, given: Given): string {
  const value = given[name];
  const shown = value === undefined ? null : SECRET.has(name) ? value.length : withoutToken(value);
  return settingProblem(name, shown, settingShouldBe[name]);
}

function isUrl(value: string, protocols: readonly string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol);
}
