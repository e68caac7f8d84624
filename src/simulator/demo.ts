import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { demoTerminal } from './demo-texts.ts';
import { play } from './play.ts';
import { servePage } from './show/page-server.ts';
import { openShow } from './show/show.ts';

const usualPort = 4780;
const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * `npm run demo`: the page in the browser until Ctrl-C. With `-- --play`: the first cut in the terminal, then
 * it ends.
 */
async function main(): Promise<number> {
  const options = readOptions();
  if (options === null) {
    process.stderr.write(demoTerminal.usage());
    return 1;
  }
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  if (options.play) {
    for (const signal of stopSignals) process.once(signal, () => process.exit(1));
    await play(say);
    return 0;
  }
  const stop = Promise.withResolvers<void>();
  for (const signal of stopSignals) process.on(signal, () => stop.resolve());
  const folder = mkdtempSync(join(tmpdir(), 'monitoreo-demo-'));
  try {
    const show = await openShow(folder);
    const server = await servePage(show, options.port).catch(async (error: unknown) => {
      await show.end();
      throw error;
    });
    if (![0, server.port].includes(options.port)) say(demoTerminal.busy(options.port, server.port));
    say(demoTerminal.ready(`http://127.0.0.1:${server.port}`));
    await stop.promise;
    await server.stop();
    await show.end();
  } finally {
    if (!options.keep) rmSync(folder, { recursive: true, force: true });
  }
  say(options.keep ? demoTerminal.kept(folder) : demoTerminal.ended());
  return 0;
}

/** Null when the options are unknown. */
function readOptions(): { readonly play: boolean; readonly keep: boolean; readonly port: number } | null {
  try {
    const { values } = parseArgs({
      options: {
        play: { type: 'boolean', default: false },
        keep: { type: 'boolean', default: false },
        port: { type: 'string', default: String(usualPort) },
      },
    });
    const port = Number(values.port);
    return /^\d{1,5}$/.test(values.port) && port <= 65_535 ? { ...values, port } : null;
  } catch {
    return null;
  }
}

process.exitCode = await main();
