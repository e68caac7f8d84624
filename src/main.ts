/*
 * Nothing but this is imported before `node-version.cjs` has run, so that the rest comes out of its cache also
 * without `npm start`, as `node src/main.ts`.
 */
import './node-version.cjs';

const { loadCompiled } = await import('./app/compiled.ts');
const { runBot } = await loadCompiled(() => import('./app/run-bot.ts'));
process.exitCode = await runBot();
