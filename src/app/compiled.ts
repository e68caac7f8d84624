import { statSync } from 'node:fs';
import { flushCompileCache, getCompileCacheDir } from 'node:module';

const again = '--out-of-the-cache';

/**
 * Loads the program. When something had to be compiled for that (the first start of an installation or of a version), the
 * process begins anew out of the cache that it has just filled, once, under the same id: Node's reader of TypeScript would
 * otherwise stay in memory for as long as the bot runs. Without a cache that can be written, and where a process
 * cannot be replaced (Windows), it goes on as it is.
 */
export async function loadCompiled<Program>(load: () => Promise<Program>): Promise<Program> {
  const before = cacheChanged();
  const program = await load();
  flushCompileCache();
  const wasCompiled = cacheChanged() !== before;
  if (wasCompiled && process.execve && !process.argv.includes(again)) {
    const { execPath, execArgv, argv, env } = process;
    process.execve(execPath, [execPath, ...execArgv, ...argv.slice(1), again], env);
  }
  return program;
}

/** When something was last added to the cache, in ms. */
function cacheChanged(): number | undefined {
  const folder = getCompileCacheDir();
  return folder === undefined ? undefined : statSync(folder, { throwIfNoEntry: false })?.mtimeMs;
}
