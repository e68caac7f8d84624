import { describe, expect, it } from 'vitest';
import { START, stage } from './setup.ts';

async function withAna() {
  const set = await stage({ limits: false });
  const ana = set.simulator.person({ firstName: 'Ana', lastName: 'Ruiz', username: 'anaruiz' });
  const send = (text: string, labels: string[] = []) =>
    set.call('sendMessage', {
      chat_id: ana.id,
      text,
      parse_mode: 'HTML',
      reply_markup: {
        inline_keyboard: [labels.map((label) => ({ text: label, callback_data: `d:${label}` }))],
      },
    });
  const updates = async () => (await set.call('getUpdates')).result;
  return { ...set, ana, send, updates };
}

describe('people', () => {
  it('open a deep link with its payload, as a command with its entity', async () => {
    const { ana, updates } = await withAna();
    ana.start('abc_123');
    expect((await updates())[0].message).toEqual({
      message_id: 1,
      from: { id: ana.id, is_bot: false, first_name: 'Ana', last_name: 'Ruiz', username: 'anaruiz' },
      chat: { id: ana.id, first_name: 'Ana', last_name: 'Ruiz', username: 'anaruiz', type: 'private' },
      date: START / 1000,
      text: '/start abc_123',
      entities: [{ type: 'bot_command', offset: 0, length: 6 }],
    });
  });

  it('open only links that Telegram would carry, to this bot', async () => {
    const { ana, updates } = await withAna();
    ana.open('https://t.me/monitoreo_bot?start=AbC-1');
    expect((await updates())[0].message.text).toBe('/start AbC-1');
    expect(() => ana.open('https://t.me/otro_bot?start=x')).toThrow('is no link to @monitoreo_bot');
    expect(() => ana.start('ñ')).toThrow('does not carry');
    expect(() => ana.start('x'.repeat(65))).toThrow('does not carry');
  });

  it('send a long text as several messages', async () => {
    const { ana, updates } = await withAna();
    ana.say('x'.repeat(5000));
    expect((await updates()).map((u: { message: { text: string } }) => u.message.text.length)).toEqual([
      4096, 904,
    ]);
  });

  it('tap only buttons that they see', async () => {
    const { ana, send, updates } = await withAna();
    ana.start();
    const first = (await send('¿Cuánto?', ['0', '25'])).result.message_id;
    expect(() => ana.tap(first, '50')).toThrow('Message 2 has no button 50. There are: [0] [25]');
    expect(() => ana.tap('Autorizo')).toThrow('No message shows the button Autorizo.');
    expect(() => ana.tap(99, '0')).toThrow('The chat shows no message 99.');
    ana.tap(first, { data: 'd:25' });
    ana.tap(/^2/);
    expect(
      (await updates()).slice(1).map((u: { callback_query: { data: string } }) => u.callback_query.data),
    ).toEqual(['d:25', 'd:25']);
  });

  it('cannot tap a button that an edit removed', async () => {
    const { ana, send, call } = await withAna();
    ana.start();
    const { message_id } = (await send('¿Cuánto?', ['0'])).result;
    const seen = ana.last();
    if (seen === undefined) throw new Error('nothing arrived');
    await call('editMessageReplyMarkup', { chat_id: ana.id, message_id });
    expect(() => ana.tap(seen, '0')).toThrow('There are no buttons.');
  });

  it('wait by events for what comes after their last act', async () => {
    const { ana, send } = await withAna();
    ana.start();
    await send('hola <b>Ana</b>');
    expect(await ana.waitFor({ text: 'hola Ana' })).toMatchObject({ from: 'bot', html: 'hola <b>Ana</b>' });
    ana.say('gracias');
    const waiting = ana.waitFor({ text: /hola/, button: 'Sí' });
    await send('hola de nuevo', ['Sí']);
    expect((await waiting).text).toBe('hola de nuevo');
  });

  it('report what they last saw when they wait in vain', async () => {
    const { ana, send } = await withAna();
    ana.start();
    await send('hola', ['Sí', 'No']);
    await expect(ana.waitFor({ text: 'adiós' }, { timeoutMs: 20 })).rejects.toThrow(
      'Waited 20 ms for a message with text adiós. The chat ends with:\n  me: /start\n  bot: hola\n      [Sí] [No]',
    );
  });

  it('edit a message: once when it changed, not at all when it did not', async () => {
    const { ana, updates, clock } = await withAna();
    const said = ana.say('50');
    clock.advance(5000);
    ana.edit(said, '50');
    ana.edit(said, '60');
    const [, edited, ...rest] = await updates();
    expect(rest).toEqual([]);
    expect(edited.edited_message).toMatchObject({
      message_id: said.messageId,
      text: '60',
      date: START / 1000,
      edit_date: START / 1000 + 5,
    });
    expect(ana.chat[0]).toMatchObject({ text: '60', edited: true, from: 'me' });
  });

  it('forward a message with both the new and the old keys', async () => {
    const { ana, updates, simulator } = await withAna();
    const luis = simulator.person({ firstName: 'Luis' });
    ana.say('ajeno', { forwardedFrom: { user: luis.user } });
    ana.say('oculto', { forwardedFrom: { name: 'Alguien' } });
    const [open, hidden] = await updates();
    expect(open.message).toMatchObject({
      from: { first_name: 'Ana' },
      forward_origin: { type: 'user', sender_user: { first_name: 'Luis' } },
      forward_from: { first_name: 'Luis' },
    });
    expect(hidden.message).toMatchObject({
      forward_origin: { type: 'hidden_user', sender_user_name: 'Alguien' },
      forward_sender_name: 'Alguien',
    });
  });

  it('write at a moment that is fetched later', async () => {
    const { ana, updates, clock } = await withAna();
    ana.say('antes', { at: START - 60_000 });
    clock.advance(3600_000);
    expect((await updates())[0].message.date).toBe(START / 1000 - 60);
  });

  it('block and come back, each reported once', async () => {
    const { ana, updates } = await withAna();
    ana.start();
    ana.block();
    ana.block();
    expect(() => ana.say('hola')).toThrow('has blocked the bot');
    ana.start();
    const [, blocked, back, start] = await updates();
    expect(blocked.my_chat_member).toMatchObject({
      chat: { type: 'private' },
      old_chat_member: { status: 'member' },
      new_chat_member: { status: 'kicked', user: { is_bot: true } },
    });
    expect(back.my_chat_member).toMatchObject({ new_chat_member: { status: 'member' } });
    expect(start.message.text).toBe('/start');
  });

  it('give every message an id that rises, with gaps between the chats', async () => {
    const { ana, simulator } = await withAna();
    const luis = simulator.person({ firstName: 'Luis' });
    const ids = [ana.say('a'), luis.say('b'), ana.say('c')].map(({ messageId }) => messageId);
    expect(ids).toEqual([1, 2, 3]);
  });
});

describe('groups', () => {
  async function withGroup() {
    const set = await withAna();
    const group = set.simulator.group({ title: 'Planeación' });
    group.add(set.ana);
    group.addBot(set.ana);
    await set.call('getUpdates', { offset: set.simulator.nextUpdateId() });
    return { ...set, group };
  }
  const texts = (updates: { message?: { text: string } }[]) => updates.map((u) => u.message?.text);

  it('in privacy mode show the bot commands for it and replies to it, nothing else', async () => {
    const { ana, group, call, updates } = await withGroup();
    group.say(ana, 'buenos días');
    group.say(ana, '/ayuda');
    group.say(ana, '/ayuda@otro_bot');
    group.say(ana, '/ayuda@Monitoreo_bot');
    const { result } = await call('sendMessage', { chat_id: group.id, text: 'escríbame en privado' });
    group.say(ana, '/resumen');
    group.say(ana, 'listo', { replyTo: result.message_id });
    expect(texts(await updates())).toEqual(['/ayuda@Monitoreo_bot', '/resumen', 'listo']);
  });

  it('refuse the bot once it is removed, or the group got another id', async () => {
    const { ana, group, call } = await withGroup();
    const newId = group.upgrade();
    const old = await call('sendMessage', { chat_id: group.id, text: 'x' });
    expect(old).toEqual({
      ok: false,
      error_code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: newId },
    });
    expect((await call('sendMessage', { chat_id: newId, text: 'x' })).ok).toBe(true);
    group.kickBot(ana);
  });

  it('show the bot people to whom it still cannot write', async () => {
    const { group, simulator, call } = await withGroup();
    const luis = simulator.person({ firstName: 'Luis' });
    group.add(luis);
    expect((await call('sendMessage', { chat_id: luis.id, text: 'x' })).description).toBe(
      "Forbidden: bot can't initiate conversation with a user",
    );
    const [ana] = [simulator.person({ firstName: 'Marta' })];
    group.kickBot(ana);
    expect((await call('sendMessage', { chat_id: group.id, text: 'x' })).description).toBe(
      'Forbidden: bot was kicked from the group chat',
    );
  });
});
