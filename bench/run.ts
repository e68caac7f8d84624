import { parseArgs } from 'node:util';
import { benchAnswers } from './answers.ts';
import { benchBroadcast } from './broadcast.ts';
import { benchStart } from './start.ts';
import { benchSummaries } from './summaries.ts';

/**
 * `npm run bench` (`--json`, `--quick`, `--only answers|summaries|start|broadcast`): measures the promised
 * speeds, beside a simple alternative. Tests never assert them, because the machine is shared.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});
const { quick, only } = values;

const benches: Readonly<Record<string, () => Promise<Readonly<Record<string, number>>>>> = {
  answers: () => benchAnswers({ rounds: quick ? 1 : 3, plans: quick ? 250 : 800, activities: 5 }),
  summaries: () => benchSummaries({ rounds: quick ? 1 : 3 }),
  start: () => benchStart({ rounds: quick ? 1 : 3 }),
  broadcast: () => benchBroadcast({ people: quick ? 600 : 10_000, rounds: quick ? 1 : 3 }),
};

const figures: Record<string, Readonly<Record<string, number>>> = {};
for (const [name, bench] of Object.entries(benches)) {
  if (only !== undefined && only !== name) continue;
  const measured = await bench();
  figures[name] = measured;
  if (values.json) continue;
  process.stdout.write(`${name}\n`);
  for (const [what, figure] of Object.entries(measured))
    process.stdout.write(
      `  ${what.padEnd(40)} ${figure.toLocaleString('en', { maximumFractionDigits: 2 })}\n`,
    );
}
if (values.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
