import { parseArgs } from 'node:util';
import { benchAnswers, compile, type Pace } from './answers.ts';
import { benchBroadcast } from './broadcast.ts';
import { echo, grammy, ours, telegraf } from './contestants.ts';
import { installPeers } from './install-peers.ts';
import { oneMessage, threeMessages } from './loads.ts';
import { benchStart } from './start.ts';
import { benchSummaries } from './summaries.ts';
import { type Figures, show } from './table.ts';

/**
 * `npm run bench` (`--json`, `--quick`, `--only answers|summaries|start|broadcast`): measures the promised
 * speeds, beside the same bot on two other libraries. Tests never assert them, because the machine is shared.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});
const { quick, only } = values;
const rounds = quick ? 1 : 3;
const contestants = [echo, telegraf, grammy, ours('this bot')];

async function answers(): Promise<Figures> {
  installPeers();
  for (const each of contestants) await compile(each);
  const one = oneMessage(quick ? 250 : 800, 5);
  const three = threeMessages(100, 10);
  const steady: Pace = { perSecond: 30, messages: quick ? 300 : 600 };
  return {
    'one message, all at once': await benchAnswers(contestants, one, 'at once', rounds),
    'three messages, all at once': await benchAnswers(contestants, three, 'at once', rounds),
    'one message, 30 a second': await benchAnswers(contestants, one, steady, rounds),
    'three messages, 30 a second': await benchAnswers(contestants, three, steady, rounds),
  };
}

const benches: Readonly<Record<string, () => Promise<Figures>>> = {
  answers,
  summaries: () => benchSummaries({ rounds }),
  start: () => benchStart({ rounds }),
  broadcast: () => benchBroadcast({ people: quick ? 600 : 10_000, rounds }),
};

const measured: Record<string, Figures> = {};
for (const [name, bench] of Object.entries(benches)) {
  if (only !== undefined && only !== name) continue;
  const figures = await bench();
  measured[name] = figures;
  if (!values.json) process.stdout.write(show(name, figures));
}
if (values.json) process.stdout.write(`${JSON.stringify(measured)}\n`);
