import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { benchAnswers, compile, type Pace } from './answers.ts';
import { benchBroadcast } from './broadcast.ts';
import { type Contestant, echo, grammy, ours, telegraf } from './contestants.ts';
import { installPeers } from './install-peers.ts';
import { benchKills } from './kills.ts';
import { benchLarge } from './large.ts';
import { linesOf } from './lines.ts';
import { oneMessage, threeMessages } from './loads.ts';
import { benchBesideOther } from './other-version.ts';
import { benchStart } from './start.ts';
import { benchSummaries } from './summaries.ts';
import { type Figures, show, type Table } from './table.ts';

/**
 * `npm run bench` (`--json`, `--quick`, `--only answers|kills|summaries|large|start|broadcast`, `--kills N`, `--seed N`):
 * measures the promised speeds, and beside this bot the same work on two other libraries. `--against FOLDER` compares this
 * version in turns with the one that is checked out there instead; then only answers and kills are measured. Tests never
 * assert any of it, because the machine is shared.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    against: { type: 'string' },
    kills: { type: 'string' },
    seed: { type: 'string', default: '2022' },
  },
});
const { quick, only, against } = values;
const rounds = quick ? 1 : 3;
const kills = Number(values.kills ?? (quick ? 10 : 100));
const other = against === undefined ? null : benchBesideOther(against);
const peers = other === null ? [telegraf, grammy] : [ours('the other', other)];
const contestants = [...peers, ours('this bot')];

async function answers(): Promise<Figures> {
  const all = other === null ? [echo, ...contestants] : contestants;
  await ready(all);
  const one = oneMessage(quick ? 250 : 800, 5);
  const three = threeMessages(100, 10);
  const steady: Pace = { perSecond: 30, messages: quick ? 300 : 600 };
  return {
    'one message, all at once': await benchAnswers(all, one, 'at once', { rounds }),
    'three messages, all at once': await benchAnswers(all, three, 'at once', { rounds, rests: !quick }),
    'one message, 30 a second': await benchAnswers(all, one, steady, { rounds }),
    'three messages, 30 a second': await benchAnswers(all, three, steady, { rounds }),
    'lines of code': Object.fromEntries(all.map((each) => [each.name, { lines: linesOf(each) }])),
  };
}

async function killed(): Promise<Figures> {
  await ready(contestants);
  const table: Record<string, Table[string]> = {};
  for (const each of contestants)
    table[each.name] = await benchKills(each, { kills, seed: Number(values.seed) });
  return { 'killed while 100 people report': table };
}

async function ready(all: readonly Contestant[]): Promise<void> {
  if (other === null) installPeers();
  for (const each of all) await compile(each);
}

const benches: Readonly<Record<string, () => Promise<Figures>>> = {
  answers,
  kills: killed,
  ...(other === null && {
    summaries: () => benchSummaries({ rounds }),
    large: () => benchLarge({ quick }),
    start: () => benchStart({ rounds }),
    broadcast: () => benchBroadcast({ people: quick ? 600 : 10_000, rounds }),
  }),
};

const measured: Record<string, Figures> = {};
try {
  for (const [name, bench] of Object.entries(benches)) {
    if (only !== undefined && only !== name) continue;
    const figures = await bench();
    measured[name] = figures;
    if (!values.json) process.stdout.write(show(name, figures));
  }
} finally {
  if (other !== null) rmSync(other, { recursive: true });
}
if (values.json) process.stdout.write(`${JSON.stringify(measured)}\n`);
