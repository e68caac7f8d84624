import { afterEach, expect, it, vi } from 'vitest';
import { createLog } from '../../src/log.ts';
import { token } from '../world/telegram.ts';
import { createTown, type Town } from '../world/town.ts';

let town: Town | undefined;
afterEach(async () => {
  vi.restoreAllMocks();
  await town?.end();
  town = undefined;
});

it('contains no token, name or message text in the log of a whole story', async () => {
  town = await createTown({ people: 3 });
  const { ana, berta, simulator, coordinator } = town;
  const stranger = simulator.person({ firstName: 'Zutano' });
  const words = ['avanzamos muchísimo con la comunidad', 'palabras-del-extraño', 'texto que falla'];
  await town.after(() => stranger.say(words[1] ?? ''));
  await town.after(() => ana.say('/reportar'));
  simulator.faults.add({ kind: 'resetAfter', method: 'sendMessage', times: 1 });
  simulator.faults.add({ kind: 'badGateway', times: 2 });
  simulator.faults.add({ kind: 'garbage', method: 'getUpdates', times: 1 });
  ana.say(`50 % ${words[0]}`);
  await town.liveUntil(() => simulator.faults.hits.length >= 4, 'the faults', 120_000);
  simulator.faults.add({
    kind: 'refuse',
    code: 413,
    description: 'Request Entity Too Large',
    times: 1,
    method: 'sendMessage',
  });
  simulator.faults.add({ kind: 'tooManyRequests', retryAfter: 2, times: 1, method: 'sendMessage' });
  coordinator.say('/pendientes');
  berta.block();
  await town.liveUntil(() => simulator.pendingUpdates() === 0 && simulator.polling(), 'calm', 120_000);
  town.store.sqlite.exec(
    "create trigger odd before insert on received begin select raise(abort, 'odd'); end",
  );
  ana.say(words[2] ?? '');
  await town.liveUntil(
    () => town?.lines.some((line) => line.includes('set aside')) === true,
    'the failure',
    120_000,
  );
  simulator.network.down();
  await town.clock.travel(town.clock.now() + 120_000);
  simulator.network.up();
  await town.liveUntil(() => simulator.polling(), 'the network', 120_000);
  await town.restart();

  const log = town.lines.join('\n');
  expect(town.lines.length).toBeGreaterThan(8);
  for (const secret of [token, token.slice(10), 'Zutano', 'Vecina', 'Ruiz', 'Diana', ...words]) {
    expect(log).not.toContain(secret);
  }
  expect(log).not.toMatch(/\/bot|http:/);
});

it('removes a token that slipped into a line', () => {
  const out: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => {
    out.push(String(line));
    return true;
  });
  createLog('info').warn({ description: `https://api.telegram.org/bot${token}/getMe` }, `oh ${token}`);
  expect(out.join('')).toContain('<token>');
  expect(out.join('')).not.toContain(token.slice(10));
});
