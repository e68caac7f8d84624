import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Window } from './death.ts';
import { liveSeason } from './season.ts';

/** `npm run crash -- --times N --seed N`: so many kills, 28 a season, each season with a seed of its own. */
const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '25' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    json: { type: 'boolean', default: false },
  },
});
const times = Number(values.times);
const seed = Number(values.seed);
const most = 28;
if (!Number.isInteger(times) || times < 1 || !Number.isInteger(seed)) throw new Error('--times N --seed N');

const total: Record<string, number> = {};
const kills: Partial<Record<Window, number>> = {};
let wrong = 0;
for (let done = 0, place = 0; done < times; place++) {
  const of = { seed: seed + place, kills: Math.min(most, times - done) };
  const result = await liveSeason(of);
  done += of.kills;
  wrong += result.wrong.length;
  for (const [name, amount] of Object.entries({
    ...result.figures,
    late: result.late,
    seconds: result.seconds,
  }))
    total[name] = (total[name] ?? 0) + amount;
  for (const [name, amount] of Object.entries(result.kills) as [Window, number][])
    kills[name] = (kills[name] ?? 0) + amount;
  const file = join(tmpdir(), `crash-${of.seed}.txt`);
  if (result.wrong.length > 0) writeFileSync(file, result.chats);
  const line = `seed ${of.seed}: ${of.kills} kills in ${result.seconds.toFixed(0)} s, ${result.wrong.length === 0 ? 'nothing wrong' : `${result.wrong.length} wrong (chats in ${file})`}`;
  if (!values.json) process.stdout.write(`${line}\n${result.wrong.map((each) => `  ${each}\n`).join('')}`);
}
const figures = { times, seed, wrong, kills, ...total };
process.stdout.write(values.json ? `${JSON.stringify(figures)}\n` : `${JSON.stringify(figures, null, 2)}\n`);
process.exitCode = wrong === 0 ? 0 : 1;
