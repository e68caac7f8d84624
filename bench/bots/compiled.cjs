'use strict';

/*
 * Loaded before every bot that is compared: Node keeps what it compiled from TypeScript, as after `npm start`. It would
 * take 15 to 20 MB more otherwise, which no bot in use would have. With BENCH_KEEP it is written to the disk at SIGUSR2.
 */
const { enableCompileCache, flushCompileCache } = require('node:module');
const { join } = require('node:path');

enableCompileCache(join(__dirname, '../../node_modules/.cache/bench'));
if (process.env.BENCH_KEEP) process.on('SIGUSR2', () => flushCompileCache());
