import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, localDate } from '../../src/domain/dates.ts';
import { createSimulator, type Person, type Simulator } from '../../src/simulator/index.ts';
import { day } from '../../src/texts/words/days.ts';
import { freePort } from '../http/free-port.ts';
import { token } from '../world/telegram.ts';

const root = join(import.meta.dirname, '../..');
const webhookSecret = 'secreto_del-webhook';
const webhookPath = 'ruta-escondida';
/** How an address of the Bot API goes on after the host. */
const apiPath = '/bot';
/** A busy machine gets all the time it needs: every wait is for a condition. */
const patience = 60_000;
const secretWords = 'caracterización con sesenta encuestas';

/** The real form with one cut, a week from today, so that the real clock will do. */
function formOfToday(): string {
  const cut = addDays(localDate(Date.now()), 7);
  const [date = '', month = ''] = day(cut).split(' de ');
  const year = cut.slice(0, 4);
  return readFileSync(join(root, 'src/simulator/data/PL-PC-01-2022.txt'), 'utf8')
    .replaceAll('2022', year)
    .replace('CORTE MARZO 31', `CORTE ${month.toUpperCase()} ${date}`);
}

/** The product as it is run: `npm start` and the command line, each its own process, on the machine's clock. */
describe.each(['long polling', 'webhook'])('the real processes, by %s', { timeout: 180_000 }, (by) => {
  const folder = mkdtempSync(join(tmpdir(), 'process-'));
  const databasePath = join(folder, 'monitoreo.db');
  let simulator: Simulator;
  let env: NodeJS.ProcessEnv;
  let bot: ChildProcess | undefined;
  let log = '';
  let ana: Person;
  let mayor: Person;
  let port: number;
  const links: string[] = [];

  beforeAll(async () => {
    simulator = createSimulator({
      clock: { now: () => Date.now() },
      token,
      username: 'cascajal_bot',
      botName: 'Seguimiento',
      allowLocalWebhook: true,
    });
    const { apiRoot } = await simulator.start();
    port = await freePort();
    env = {
      ...process.env,
      BOT_TOKEN: token,
      TELEGRAM_API_ROOT: apiRoot,
      DATABASE_PATH: databasePath,
      FILES_PATH: join(folder, 'files'),
      LOG_LEVEL: 'trace',
      PORT: String(port),
      TZ: 'Asia/Tokyo',
      ...(by === 'webhook'
        ? { WEBHOOK_URL: `http://127.0.0.1:${port}/${webhookPath}`, WEBHOOK_SECRET: webhookSecret }
        : {}),
    };
    writeFileSync(join(folder, 'form.txt'), formOfToday());
    ana = simulator.person({ firstName: 'Anita', lastName: 'Telegrama' });
    mayor = simulator.person({ firstName: 'Julito' });
  });

  afterAll(async () => {
    bot?.kill('SIGKILL');
    await simulator.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const cli = (...args: readonly string[]) => cliIn({}, ...args);

  async function cliIn(other: NodeJS.ProcessEnv, ...args: readonly string[]): Promise<string> {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['-r', './src/node-version.cjs', 'src/cli.ts', ...args],
      {
        cwd: root,
        env: { ...env, ...other },
      },
    );
    return stdout;
  }

  async function start(): Promise<void> {
    const child = spawn(process.execPath, ['-r', './src/node-version.cjs', 'src/main.ts'], {
      cwd: root,
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr.on('data', (chunk: Buffer) => {
      log += chunk.toString();
    });
    bot = child;
    const listens = () => (by === 'webhook' ? simulator.world.webhook.url !== '' : simulator.polling());
    await simulator.until(() => listens() || undefined, 'the bot to take updates', patience);
  }

  /** A bot that cannot start: what it says on its way out. */
  async function startAndEnd(inEnv: NodeJS.ProcessEnv) {
    const child = spawn(process.execPath, ['-r', './src/node-version.cjs', 'src/main.ts'], {
      cwd: root,
      env: inEnv,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    const [code] = await once(child, 'exit');
    return { code: code as number | null, said };
  }

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    if (!bot) throw new Error('no bot runs');
    const ended = once(bot, 'exit');
    bot.kill(signal);
    const [code] = await ended;
    bot = undefined;
    return code as number | null;
  }

  it('imports the plan and adds people before the bot has ever run', async () => {
    await cli('plan', 'import', join(folder, 'form.txt'), '--without-monitoring');
    const positions = JSON.parse(await cli('position', 'list', '--json')) as { name: string }[];
    expect(positions.map((each) => each.name)).toContain('Profesional Gestion Participacion Ciudadana');
    const added = JSON.parse(
      await cli(
        'person',
        'add',
        '--name',
        'Ana Arboleda',
        '--position',
        'profesional gestión participación ciudadana',
        '--role',
        'responsible',
        '--json',
      ),
    ) as { id: number };
    expect(added.id).toBe(1);
    await cli('person', 'add', '--name', 'Julio Biojó', '--role', 'mayor');
  });

  it('enrols by the link that the command line prints', async () => {
    await start();
    for (const [id, phone] of [
      ['1', ana],
      ['2', mayor],
    ] as const) {
      const link = (await cli('person', 'invite', id)).trim();
      links.push(link.split('start=')[1] ?? '');
      phone.open(link);
      await phone.waitFor({ button: 'Autorizo' }, { timeoutMs: patience });
      phone.tap('Autorizo');
      await phone.waitFor({ text: 'Gracias' }, { timeoutMs: patience });
    }
  });

  it('refuses a second bot on the same file and names the first', async () => {
    const { code, said } = await startAndEnd(env);
    expect(code).toBe(1);
    expect(said).toContain(`pid ${bot?.pid}`);
    expect(said).not.toContain(token);
  });

  it('says in Spanish what is wrong with the file of the database', async () => {
    const text = join(folder, 'notes.txt');
    writeFileSync(text, 'Esto no es una base de datos, sino un texto cualquiera. '.repeat(100));
    const { code, said } = await startAndEnd({ ...env, DATABASE_PATH: text });
    expect(code).toBe(1);
    expect(said).toContain(`Error: ${text} no es una base de datos`);
  });

  it('keeps what was answered when it is killed, and goes on where it was', async () => {
    ana.say('/reportar');
    await ana.waitFor({ button: '25' }, { timeoutMs: patience });
    ana.tap('25');
    await ana.waitFor({ text: 'Describa' }, { timeoutMs: patience });
    await end('SIGKILL');
    ana.say(secretWords);
    await start();
    await ana.waitFor({ text: /✅ n\.º 1: 25 %/ }, { timeoutMs: patience });
    ana.say(
      '2: 100% plan publicado\n3: 100 % informe publicado\n5: 0% sin empezar\n6: 0% sin convocar\n7: 0% en construcción',
    );
    await ana.waitFor({ button: /^Guardar est/ }, { timeoutMs: patience });
    ana.tap(/^Guardar est/);
    await ana.waitFor({ text: '6 de 6' }, { timeoutMs: patience });
    mayor.say('/resumen');
    await mayor.waitFor({ text: 'Reportadas 6 de 7' }, { timeoutMs: patience });
  });

  it('tells the command line what is stored, while it runs', async () => {
    const reports = JSON.parse(await cli('report', 'list', '--json')) as {
      activity: string;
      progress: number;
      observation: string;
      reportedBy: string;
    }[];
    expect(reports.map((each) => [each.activity, each.progress])).toEqual([
      ['1', 25],
      ['2', 100],
      ['3', 100],
      ['5', 0],
      ['6', 0],
      ['7', 0],
    ]);
    expect(reports[0]).toMatchObject({ observation: secretWords, reportedBy: 'Ana Arboleda' });
  });

  it('shows its health and its metrics while it runs', async () => {
    const read = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text();
    expect(await read('/healthz')).toBe('ok');
    expect(await read('/metrics')).toMatch(/^monitoreo_updates_total\{outcome="handled"\} [1-9]/m);
  });

  it('is backed up while it answers, and the copy is whole', async () => {
    const copy = join(folder, 'copy.db');
    const [{ bytes }] = await Promise.all([
      cli('backup', copy, '--json').then((out) => JSON.parse(out) as { bytes: number }),
      ...[1, 2, 3].map(async () => ana.say('/misactividades')),
    ]);
    expect(bytes).toBeGreaterThan(0);
    const reports = await cli('report', 'list', '--json');
    const elsewhere = { DATABASE_PATH: join(folder, 'elsewhere.db'), FILES_PATH: join(folder, 'other') };
    await cliIn(elsewhere, 'restore', copy);
    expect(await cliIn(elsewhere, 'report', 'list', '--json')).toBe(reports);
    await expect(cli('restore', copy)).rejects.toThrow(`pid ${bot?.pid}`);
  });

  it('stops within 5 seconds of SIGTERM while Telegram holds an answer, with nothing lost', async () => {
    simulator.faults.add({ kind: 'hang', method: 'sendMessage', times: 1 });
    const seen = ana.chat.length;
    ana.say('/ayuda');
    await expect.poll(() => simulator.faults.hits.length, { timeout: patience }).toBe(1);
    const asked = performance.now();
    expect(await end('SIGTERM')).toBe(0);
    expect(performance.now() - asked).toBeLessThan(5_000);
    await start();
    await ana.waitFor({ text: 'Esto puede hacer aquí' }, { timeoutMs: patience });
    expect(ana.chat.slice(seen).filter(({ text }) => text.includes('Esto puede hacer aquí'))).toHaveLength(1);
  });

  it('stops within 5 seconds of SIGTERM, with nothing lost', async () => {
    const asked = performance.now();
    expect(await end('SIGTERM')).toBe(0);
    expect(performance.now() - asked).toBeLessThan(5_000);
  });

  it('caused no refusal, and logged neither the token nor who people are nor what they wrote', () => {
    expect(simulator.mistakes()).toEqual([]);
    expect(log).toContain('the bot is running');
    for (const line of log.trimEnd().split('\n')) expect(() => JSON.parse(line)).not.toThrow();
    const personal = [
      'Arboleda',
      'Biojó',
      'Anita',
      'Telegrama',
      'Julito',
      'informe',
      'convocar',
      'recordatorio',
    ];
    const secret = [token, token.split(':')[1], webhookPath, webhookSecret, ...links, apiPath];
    for (const text of [...personal, ...secret, secretWords, String(ana.id), String(mayor.id)]) {
      expect(text).toBeTruthy();
      expect(log.toLowerCase()).not.toContain(text?.toLowerCase());
    }
  });
});
