import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Installs the peers that are not there, each in its own folder by its own lockfile. They are no part of our `npm ci`. */
export function installPeers(): void {
  for (const name of ['telegraf', 'grammy']) {
    const cwd = join(import.meta.dirname, 'peers', name);
    if (existsSync(join(cwd, 'node_modules/.package-lock.json'))) continue;
    process.stderr.write(`npm ci in bench/peers/${name}, once\n`);
    execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd, stdio: 'inherit' });
  }
}
