import { readFileSync } from 'node:fs';
import { describeProblem } from '../../../src/forms/findings.ts';
import { readFormFile } from '../../../src/forms/read-file.ts';
import { processorTime } from '../../processor-time.ts';

/** Reads the file named, in a process of its own, and prints what it took: `{ ms, mb, problems, activities }`. */
const bytes = readFileSync(process.argv[2] ?? '');
const spent = processorTime();
const reading = readFormFile(bytes);
const ms = Math.round(spent());
/** Of this process alone: `maxRSS` of a child begins at what its parent had. */
const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
const mb = Math.round(Number(peak) / 1024);
const problems = reading.ok ? [] : reading.problems.slice(0, 3).map(describeProblem);
const activities = reading.ok ? reading.form.activities.length : 0;
process.stdout.write(JSON.stringify({ ms, mb, problems, activities }));
