import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Bot, startBot } from '../../src/app/bot.ts';
import { sql } from '../../src/db/drizzle.ts';
import { createSimulator, type Person, type Simulator } from '../../src/simulator/index.ts';
import { telegramRate } from '../../src/telegram/pace.ts';
import { READING_MS } from '../world/reading.ts';
import { createTown, type Town } from '../world/town.ts';
import { until } from '../world/until.ts';

const otherToken = '987654321:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw9';
let town: Town;
let other: Simulator;
let bot: Bot | undefined;

beforeEach(async () => {
  town = await createTown({ firstUpdateId: 500, people: 1 });
});
afterEach(async () => {
  await bot?.stop();
  bot = undefined;
  await other.stop();
  await town.end();
});

/** The same people, who meet another bot: its chats, messages and updates are numbered from the beginning again. */
async function moveToOtherBot(): Promise<{ readonly ana: Person; readonly settle: () => Promise<void> }> {
  await town.stopBot();
  other = createSimulator({
    clock: town.clock,
    token: otherToken,
    username: 'cascajal_nuevo_bot',
    botName: 'Seguimiento',
    antiSpin: false,
    firstUpdateId: 500,
  });
  const { apiRoot } = await other.start();
  const ana = other.person({ firstName: 'Vecina1' });
  expect(ana.id).toBe(town.ana.id);
  bot = await startBot({
    token: otherToken,
    apiRoot,
    databasePath: town.databasePath,
    filesPath: join(town.folder, 'files'),
    entityName: null,
    dataContact: 'datos@example.org',
    clock: town.clock,
    pacingClock: town.clock.advancing(),
    rate: telegramRate,
    log: town.log,
    everyMinute: () => ({ stop: () => undefined }),
  });
  const open = () => town.db.all(sql`select 1 from outbox where state = 'released'`).length;
  const idle = () => other.pendingUpdates() === 0 && other.polling() && open() === 0;
  return { ana, settle: () => until(idle, 'the other bot to have nothing left to do') };
}

/** Nobody can foresee who has not met this bot yet: their menus are refused until they press start. */
function mistakes(): readonly string[] {
  return other.mistakes().filter((line) => !/^setMyCommands: 400 Bad Request: chat not found/.test(line));
}

it('another bot’s token on the same database: what people write there is new, although its numbers are not', async () => {
  await town.after(() => town.ana.say('/reportar'));
  await town.after(() => town.ana.tap('25'));
  await town.after(() => town.ana.say('la mitad de los talleres'));
  const { ana, settle } = await moveToOtherBot();
  for (const act of [
    () => void ana.start(),
    () => void ana.say('/reportar'),
    () => void ana.say('80% campaña realizada en tres colegios'),
  ]) {
    town.clock.step(READING_MS);
    act();
    await settle();
  }
  const stored = town.db.all<{ observation: string }>(sql`select observation from report order by id`);
  expect(stored.map((each) => each.observation)).toEqual([
    'la mitad de los talleres',
    'campaña realizada en tres colegios',
  ]);
  expect(mistakes()).toEqual([]);
});

it('another bot’s token: a message of the former bot is never taken for one of this one, so nothing of it is changed', async () => {
  await town.after(() => town.ana.say('/reportar'));
  const { ana, settle } = await moveToOtherBot();
  ana.start();
  await settle();
  ana.say('/reportar');
  await settle();
  ana.tap('50');
  await settle();
  expect(ana.last()?.text).toContain('50 %. Describa');
  expect(ana.chat.filter((message) => message.from === 'bot')).toHaveLength(2);
  expect(mistakes()).toEqual([]);
});
