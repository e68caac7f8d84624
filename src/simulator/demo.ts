import { play } from './play.ts';

/** `npm run demo`: for now both with and without `-- --play` it plays the first cut in the terminal, and ends. */
await play((line) => process.stdout.write(`${line}\n`));
