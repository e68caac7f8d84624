import { describe, expect, it } from 'vitest';
import { refusal, stage } from './setup.ts';

describe('the command menu', () => {
  it('is the first list set among chat, all private chats, default; language first', async () => {
    const { call, simulator } = await stage();
    const ana = simulator.person({ firstName: 'Ana', languageCode: 'es-419' });
    ana.start();
    const set = (command: string, more: object) =>
      call('setMyCommands', { commands: [{ command, description: 'x' }], ...more });
    expect(ana.menu).toEqual([]);
    await set('uno', {});
    expect(ana.menu.map(({ command }) => command)).toEqual(['uno']);
    await set('dos', { scope: { type: 'all_private_chats' } });
    expect(ana.menu.map(({ command }) => command)).toEqual(['dos']);
    await set('/tres', { scope: { type: 'chat', chat_id: ana.id } });
    expect(ana.menu.map(({ command }) => command)).toEqual(['tres']);
    await set('cuatro', { scope: { type: 'chat', chat_id: ana.id }, language_code: 'es' });
    expect(ana.menu.map(({ command }) => command)).toEqual(['cuatro']);
    expect((await call('getMyCommands')).result).toEqual([{ command: 'uno', description: 'x' }]);
    await call('deleteMyCommands', { scope: { type: 'chat', chat_id: ana.id }, language_code: 'es' });
    expect(ana.menu.map(({ command }) => command)).toEqual(['tres']);
  });

  it.each([
    [{ command: 'Ayuda', description: 'x' }, 'BOT_COMMAND_INVALID'],
    [{ command: '', description: 'x' }, 'command must be non-empty'],
    [{ command: 'x'.repeat(33), description: 'x' }, 'command length must not exceed 32'],
    [{ command: 'x', description: '' }, 'command description must be non-empty'],
    [{ command: 'x', description: 'x'.repeat(257) }, 'command description length must not exceed 256'],
  ])('refuses %j', async (command, reason) => {
    const { call } = await stage();
    expect(await refusal(call('setMyCommands', { commands: [command] }))).toBe(`400 Bad Request: ${reason}`);
  });

  it('takes at most 100 commands, and clears the list when there are none', async () => {
    const { call } = await stage();
    const commands = Array.from({ length: 101 }, (_, index) => ({ command: `c${index}`, description: 'x' }));
    expect(await refusal(call('setMyCommands', { commands }))).toBe('400 Bad Request: BOT_COMMANDS_TOO_MUCH');
    await call('setMyCommands', { commands: commands.slice(1) });
    expect((await call('setMyCommands')).result).toBe(true);
    expect((await call('getMyCommands')).result).toEqual([]);
    expect(await refusal(call('setMyCommands', { language_code: 'español' }))).toBe(
      '400 Bad Request: invalid language code specified',
    );
  });

  it('cannot be set for a chat that never pressed start', async () => {
    const { call, simulator } = await stage();
    const silent = simulator.person({ firstName: 'Silencio' });
    const scope = { type: 'chat', chat_id: silent.id };
    expect(await refusal(call('setMyCommands', { scope }))).toBe('400 Bad Request: chat not found');
  });
});

describe('the rest of the account', () => {
  it('keeps descriptions, name and menu button', async () => {
    const { call, simulator } = await stage();
    await call('setMyDescription', { description: 'Seguimiento del plan' });
    await call('setMyShortDescription', { short_description: 'Seguimiento' });
    await call('setMyName', { name: 'Alcaldía' });
    expect((await call('setChatMenuButton', { menu_button: { type: 'commands' } })).result).toBe(true);
    expect((await call('getMyDescription')).result).toEqual({ description: 'Seguimiento del plan' });
    expect((await call('getMe')).result.first_name).toBe('Alcaldía');
    expect(simulator.ignored).toEqual([]);
  });

  it('shows a chat action and refuses an unknown one', async () => {
    const { call, simulator } = await stage();
    const ana = simulator.person({ firstName: 'Ana' });
    ana.start();
    const seen: unknown[] = [];
    simulator.onChange((change) => change.kind === 'action' && seen.push(change.action));
    expect((await call('sendChatAction', { chat_id: ana.id, action: 'typing' })).result).toBe(true);
    expect(seen).toEqual(['typing']);
    expect(await refusal(call('sendChatAction', { chat_id: ana.id, action: 'dancing' }))).toBe(
      '400 Bad Request: wrong parameter action in request',
    );
  });
});
