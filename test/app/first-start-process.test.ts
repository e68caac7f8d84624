import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSimulator, type Simulator } from '../../src/simulator/index.ts';
import { realFormPath } from '../world/form.ts';
import { token } from '../world/telegram.ts';

const root = join(import.meta.dirname, '../..');
const patience = 60_000;
const hasScript = spawnSync('script', ['--version']).stdout?.includes('util-linux') ?? false;

/** `npm start` in a copy of the program, whose `.env` is its own. `script` (util-linux) is the terminal. */
describe('the first start as a process', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'first-start-'));
  let simulator: Simulator;
  let env: NodeJS.ProcessEnv;
  let running: ChildProcess | undefined;

  beforeAll(async () => {
    for (const name of ['package.json', 'drizzle', 'src'])
      cpSync(join(root, name), join(folder, name), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    simulator = createSimulator({
      clock: { now: () => Date.now() },
      token,
      username: 'cascajal_bot',
      botName: 'Seguimiento',
    });
    const { apiRoot } = await simulator.start();
    env = { PATH: process.env.PATH, TERM: 'xterm', TELEGRAM_API_ROOT: apiRoot };
  });
  afterAll(async () => {
    running?.kill('SIGKILL');
    await simulator.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A window in which the program runs. */
  function open(command: string, args: readonly string[], more: NodeJS.ProcessEnv = {}) {
    const child = spawn(command, args, { cwd: folder, env: { ...env, ...more } });
    running = child;
    let shown = '';
    const waiting = new Set<() => void>();
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        shown += chunk.toString();
        for (const look of waiting) look();
      });
    const sees = (words: RegExp): Promise<RegExpExecArray> =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`never saw ${words} in: ${shown}`)), patience);
        const look = () => {
          const found = words.exec(shown);
          if (!found) return;
          waiting.delete(look);
          clearTimeout(late);
          resolve(found);
        };
        waiting.add(look);
        look();
      });
    return {
      shown: () => shown,
      sees,
      answers: async (question: RegExp, text: string) => {
        await sees(question);
        child.stdin.write(`${text}\r`);
      },
      ends: async (how: () => void): Promise<number | null> => {
        const ended = once(child, 'exit');
        how();
        const [code] = await ended;
        running = undefined;
        return code as number | null;
      },
      keyboard: child.stdin,
    };
  }
  const main = [process.execPath, '-r', './src/node-version.cjs', 'src/main.ts'];
  const inTerminal = () => open('script', ['-qefc', `exec ${main.join(' ')}`, '/dev/null']);
  const link = /https:\/\/t\.me\/cascajal_bot\?start=[\w-]+/;

  it.runIf(hasScript)(
    'asks, and shows the invitation of the first coordinator until it is used',
    async () => {
      writeFileSync(join(folder, '.env'), '# Lo nuestro\nBOT_TOKEN=\nLOG_LEVEL=trace\n', { mode: 0o644 });
      const first = inTerminal();
      await first.answers(/Token: /, token);
      await first.answers(/Nombre de la entidad: /, 'Alcaldía de Puerto Nuevo');
      await first.answers(/datos personales: /, 'datos@example.org');
      await first.answers(/\(Planeación\): /, 'Marta Ruiz');
      const [old] = await first.sees(link);
      await first.sees(/Ctrl-C lo detiene/);
      expect(first.shown()).toMatch(/[▀▄█]{20}/);
      expect(first.shown()).not.toContain(token.slice(-10));
      const logged = first
        .shown()
        .split('\n')
        .filter((line) => line.startsWith('{'));
      expect(logged.length).toBeGreaterThan(0);
      expect(logged.join()).not.toContain('start=');
      expect(readFileSync(join(folder, '.env'), 'utf8')).toBe(
        `# Lo nuestro\nBOT_TOKEN=${token}\nLOG_LEVEL=trace\nENTITY_NAME=Alcaldía de Puerto Nuevo\nDATA_CONTACT=datos@example.org\n`,
      );
      expect(statSync(join(folder, '.env')).mode & 0o777).toBe(0o600);
      expect(await first.ends(() => first.keyboard.write('\u0003'))).toBe(0);

      const second = inTerminal();
      const [fresh] = await second.sees(link);
      expect(second.shown()).not.toContain('Nombre de la entidad');
      const marta = simulator.person({ firstName: 'Marta' });
      marta.open(old);
      await marta.waitFor({ text: /fue anulada/ }, { timeoutMs: patience });
      marta.open(fresh);
      await marta.waitFor({ text: /Alcaldía de Puerto Nuevo.*datos@example\.org/s }, { timeoutMs: patience });
      marta.tap('Autorizo');
      await marta.waitFor({ text: /Gracias, Marta.*Coordinación/s }, { timeoutMs: patience });
      await marta.waitFor({ text: /Primeros pasos/, button: 'Enviar el plan' }, { timeoutMs: patience });
      const nextYear = String(new Date().getFullYear() + 1);
      const form = readFileSync(realFormPath, 'utf8').replaceAll('2022', nextYear);
      marta.sendFile({ kind: 'document', bytes: Buffer.from(form), name: 'plan.txt', mime: 'text/plain' });
      await marta.waitFor({ button: /^Guardar/ }, { timeoutMs: patience });
      marta.tap(/^Guardar/);
      await marta.waitFor({ text: /El plan: listo/, button: 'Ver un ensayo' }, { timeoutMs: patience });
      await second.ends(() => second.keyboard.write('\u0003'));
    },
  );

  it('without a terminal asks nothing, and says which commands invite somebody', async () => {
    const bot = open(main[0] ?? '', main.slice(1), {
      BOT_TOKEN: token,
      DATABASE_PATH: join(folder, 'other/monitoreo.db'),
    });
    bot.keyboard.end();
    await bot.sees(/person add --name .* --role coordinator && npm run cli -- person invite 1/);
    expect(bot.shown()).not.toMatch(link);
    expect(await bot.ends(() => running?.kill('SIGTERM'))).toBe(0);
  });
});
