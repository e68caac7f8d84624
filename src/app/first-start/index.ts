import { envFiles, readSettings, type Settings } from '../../config.ts';
import { databasesBeside } from '../../db/beside.ts';
import { inTransaction, openStore } from '../../db/open.ts';
import { type Log, nameOf } from '../../log.ts';
import { createApi } from '../../telegram/client.ts';
import { findings } from '../../texts/cli/doctor.ts';
import { firstStartTexts as texts, withoutTerminal } from '../../texts/first-start.ts';
import { clockTime } from '../../texts/words/days.ts';
import { askAtFirstStart, type TokenCheck } from './ask.ts';
import { firstStartIn, inviteFirst } from './coordinator.ts';
import { setInFile, type Variables } from './env-file.ts';
import { qrForTerminal } from './qr.ts';
import { LeftError, openTerminal } from './terminal.ts';

const PATIENCE = 15_000;

/** What is left to do once the bot runs: shows the invitation, or says how to make one. */
export type AfterStart = (
  started: { readonly databasePath: string; readonly username: string; readonly now: number },
  log: Log,
) => void;

/**
 * The first start (specification: First start). In a terminal it asks for what is missing, stores it in `.env` and in
 * the environment.
 * @returns null when the person left
 */
export async function prepareFirstStart(
  env: NodeJS.ProcessEnv,
  input: NodeJS.ReadStream = process.stdin,
  output: NodeJS.WriteStream = process.stdout,
): Promise<AfterStart | null> {
  const read = readSettings(env);
  // What is wrong in them is said by the start itself.
  if (!read.ok) return nothing;
  const first = firstStartIn(read.settings.databasePath);
  if (first.is === 'over') return nothing;
  if (!input.isTTY || !output.isTTY) return sayHow(first.is === 'invited' ? first.person.id : null);
  const terminal = openTerminal(input, output);
  const { databasePath } = read.settings;
  const others = first.is === 'nobody' ? databasesBeside(databasePath) : [];
  try {
    if (others.length > 0) terminal.say(findings.newBeside(databasePath, others));
    const { botToken, entityName, dataContactIsDefault } = read.settings;
    const known = entityName ?? (first.is === 'nobody' ? first.entity : null);
    const missing = {
      ...{ botToken, entityName: known, dataContactIsDefault },
      coordinator: first.is === 'nobody',
    };
    const check = (token: string, left: AbortSignal) => askTelegram(token, read.settings, left);
    const { variables, coordinator } = await askAtFirstStart(terminal, missing, check);
    const trouble = store(variables);
    if (trouble !== null) terminal.say(trouble);
    Object.assign(env, variables);
    return (started) => showInvitation(started, coordinator, (text) => void output.write(`${text}\n`));
  } catch (error) {
    if (error instanceof LeftError) return null;
    throw error;
  } finally {
    terminal.close();
  }
}

const nothing: AfterStart = () => undefined;

const sayHow =
  (id: number | null): AfterStart =>
  (_started, log) =>
    log.warn({ do: withoutTerminal(id) }, 'nobody is in the bot: invite the first coordinator');

/** @returns what to say when `.env` cannot be written: in an image nothing can. */
function store(variables: Variables): string | null {
  const [path] = envFiles();
  if (Object.keys(variables).length === 0) return null;
  try {
    setInFile(path, variables);
    return null;
  } catch (error) {
    return texts.envNotWritten(path, nameOf(error));
  }
}

async function askTelegram(token: string, { apiRoot }: Settings, left: AbortSignal): Promise<TokenCheck> {
  const api = createApi(token, apiRoot);
  const me = await api.call<{ username?: unknown }>('getMe', {}, { timeoutMs: PATIENCE, signal: left });
  if (me.ok) return { is: 'accepted', username: String(me.result.username) };
  if (me.kind === 'unreachable') return { is: 'unknown', why: me.reason };
  const isRefused = me.code === 401 || me.code === 404;
  return isRefused ? { is: 'refused' } : { is: 'unknown', why: String(me.code) };
}

/** Only to the terminal: the link is a secret, and a log is kept. */
function showInvitation(
  { databasePath, username, now }: Parameters<AfterStart>[0],
  name: string | null,
  say: (text: string) => void,
): void {
  const opened = openStore(databasePath, { migrate: false });
  try {
    const made = inTransaction(opened, (db) => inviteFirst(db, name, username, now));
    if (made === null) return;
    say(texts.invitation(made.person.name, made.link, hourOf(made.expiresAt)));
    say(qrForTerminal(made.link));
    say(`\n${texts.stop}`);
  } finally {
    opened.close();
  }
}

/** `17 de marzo, 10:00 a. m.` without its day. */
function hourOf(moment: number): string {
  return clockTime(moment).replace(/^.*, /, '');
}
