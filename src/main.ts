/*
 * This import comes first, so that everything else comes out of Node's compile cache even without `npm
 * start`, as `node src/main.ts`.
 */
import './node-version.cjs';

const { runBot } = await import('./app/run-bot.ts');
process.exitCode = await runBot();
