import { afterEach, beforeEach, expect, it } from 'vitest';
import { momentAt } from '../../src/domain/dates.ts';
import { asked } from '../model/asked.ts';
import { openPhones, type Phones } from '../model/phones.ts';

/** Small for ever, whatever the host: the local days off, the first two plans, the last line of the audit. */
const small = /^SCAN (day_off|plan|audit)$/;
let phones: Phones;
let sources: Set<string>;

beforeEach(() => {
  phones = openPhones();
  sources = new Set();
  const { $client: sqlite } = phones.db as unknown as { $client: { prepare: (source: string) => unknown } };
  const { prepare } = sqlite;
  sqlite.prepare = (source) => {
    sources.add(source);
    return prepare.call(sqlite, source);
  };
});
afterEach(() => phones.close());

/** Every statement of the acts, as SQLite would carry it out. */
function scans(): readonly string[] {
  const details = [...sources].flatMap((source) => {
    const parameters = (source.match(/\?/g) ?? []).map(() => 1);
    return phones.db.$client
      .prepare<unknown[], { detail: string }>(`explain query plan ${source}`)
      .all(...parameters)
      .map(({ detail }) => ({ detail, source }));
  });
  return details
    .filter(
      ({ detail }) =>
        /^SCAN /.test(detail) && !/USING (COVERING )?INDEX|VIRTUAL TABLE|CONSTANT ROW/.test(detail),
    )
    .filter(({ detail }) => !small.test(detail))
    .map(({ detail, source }) => `${detail} in ${source.replace(/\s+/g, ' ').slice(0, 200)}`);
}

it('an answer, a tap, a correction, a list and a shared report read no whole table, so a year of a thousand plans costs what one does', () => {
  let now = momentAt('2022-03-16', 9);
  const step = () => {
    now += 5_000;
    return now;
  };
  phones.say('berta', '/reportar', step());
  const question = asked(phones, 'berta');
  const button = question?.buttons[1];
  if (!question || !button) throw new Error('nothing is asked');
  phones.tap('berta', button.data, question.row, step());
  phones.say('berta', 'se hizo la rendición de cuentas con la gente', step());
  phones.say('carlos', '/reportar', step());
  phones.say('ana', '/misactividades', step());
  phones.say('ana', '/reportar', step());
  phones.say('ana', '50 % se hizo la jornada con la gente', step());
  phones.say('ana', '2: 100 % plan publicado', step());
  phones.say('ana', '/cancelar', step());
  expect(sources.size).toBeGreaterThan(40);
  expect(scans()).toEqual([]);
});
