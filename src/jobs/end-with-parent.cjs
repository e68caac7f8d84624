'use strict';

/*
 * A thread of its own beside one that renders: native code that never comes back would outlive a bot that was killed,
 * because it sees no end of its channel. Nothing but this asks for less memory than Node needs to read TypeScript.
 */
var parent = require('node:worker_threads').workerData;

setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
}, 500);
