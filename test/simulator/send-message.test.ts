import { describe, expect, it } from 'vitest';
import { refusal, START, stage } from './setup.ts';

async function withAna() {
  const set = await stage();
  const ana = set.simulator.person({ firstName: 'Ana', languageCode: 'es' });
  ana.start();
  const send = (params: Record<string, unknown>) => set.call('sendMessage', { chat_id: ana.id, ...params });
  return { ...set, ana, send };
}

describe('sendMessage: the text', () => {
  it('refuses an absent, an empty and an invisible text differently', async () => {
    const { send } = await withAna();
    expect(await refusal(send({}))).toBe('400 Bad Request: message text is empty');
    expect(await refusal(send({ text: '' }))).toBe('400 Bad Request: message text is empty');
    for (const text of [' \n ', '\u200b', '\u00a0', '<b></b>', '<b> </b>']) {
      expect(await refusal(send({ text, parse_mode: 'HTML' }))).toBe(
        '400 Bad Request: text must be non-empty',
      );
    }
  });

  it('takes 4096 UTF-16 units after parsing and refuses one more', async () => {
    const { send } = await withAna();
    expect((await send({ text: `<b>${'x'.repeat(4096)}</b>`, parse_mode: 'HTML' })).ok).toBe(true);
    expect((await send({ text: '&lt;'.repeat(4096), parse_mode: 'HTML' })).ok).toBe(true);
    expect(await refusal(send({ text: 'x'.repeat(4097) }))).toBe('400 Bad Request: message is too long');
    expect(await refusal(send({ text: '🔴'.repeat(2049) }))).toBe('400 Bad Request: message is too long');
    expect(await refusal(send({ text: 'ñ'.repeat(16_385) }))).toBe('400 Bad Request: text is too long');
  });

  it('returns the text cleaned and trimmed, its entities moved along', async () => {
    const { send } = await withAna();
    const { result } = await send({ text: '  \n a\tb\r\n<b> c </b> \n', parse_mode: 'html' });
    expect(result.text).toBe('a b\n c');
    expect(result.entities).toEqual([{ type: 'bold', offset: 4, length: 2 }]);
  });

  it('finds commands, links and mentions by itself', async () => {
    const { send } = await withAna();
    const { result } = await send({
      text: 'Use /ayuda o escriba a datos@example.org, https://example.org/x.',
    });
    expect(result.entities).toEqual([
      { type: 'bot_command', offset: 4, length: 6 },
      { type: 'email', offset: 23, length: 17 },
      { type: 'url', offset: 42, length: 21 },
    ]);
  });

  it('refuses an unknown parse mode and an unclosed tag with their exact words', async () => {
    const { send, simulator } = await withAna();
    expect(await refusal(send({ text: 'x', parse_mode: 'BBCode' }))).toBe(
      '400 Bad Request: unsupported parse_mode',
    );
    expect(await refusal(send({ text: '<b>x', parse_mode: 'HTML' }))).toBe(
      '400 Bad Request: can\'t parse entities: Can\'t find end tag corresponding to start tag "b"',
    );
    expect(simulator.refusals.map(({ method, code }) => [method, code])).toEqual([
      ['sendMessage', 400],
      ['sendMessage', 400],
    ]);
  });

  it('shows 100 entities and notes that the others are lost', async () => {
    const { send, simulator } = await withAna();
    const { result } = await send({ text: '<b>x</b> '.repeat(101), parse_mode: 'HTML' });
    expect(result.entities).toHaveLength(100);
    expect(simulator.ignored.map(({ what }) => what)).toEqual(['1 entities beyond 100 are not shown']);
  });

  it('refuses half of an emoji, as left by a careless cut', async () => {
    const { send } = await withAna();
    expect(await refusal(send({ text: '🔴'.slice(0, 1) }))).toBe(
      '400 Bad Request: strings must be encoded in UTF-8',
    );
    expect((await send({ text: 'ya roto: \ufffd' })).ok).toBe(true);
  });

  it('reads the HTML before it looks for the chat, and the chat before the length', async () => {
    const { call } = await withAna();
    expect(await refusal(call('sendMessage', { chat_id: 1, text: '<x>', parse_mode: 'HTML' }))).toContain(
      'entities',
    );
    expect(await refusal(call('sendMessage', { chat_id: 1, text: 'x'.repeat(5000) }))).toContain(
      'chat not found',
    );
  });
});

describe('sendMessage: the chat', () => {
  it('refuses chats that the bot cannot know', async () => {
    const { call, simulator } = await stage();
    const silent = simulator.person({ firstName: 'Silencio', username: 'silencio' });
    const send = (chat_id: unknown) => refusal(call('sendMessage', { chat_id, text: 'hola' }));
    expect(await refusal(call('sendMessage', { text: 'hola' }))).toBe('400 Bad Request: chat_id is empty');
    for (const id of [silent.id, 0, 'nobody', '@silencio', 99, -99]) {
      expect(await send(id)).toBe('400 Bad Request: chat not found');
    }
  });

  it('refuses people who blocked the bot or deleted the account, and the bot itself', async () => {
    const { call, simulator } = await stage();
    const ana = simulator.person({ firstName: 'Ana' });
    const send = (chat_id: number) => refusal(call('sendMessage', { chat_id, text: 'hola' }));
    ana.start();
    ana.block();
    expect(await send(ana.id)).toBe('403 Forbidden: bot was blocked by the user');
    ana.unblock();
    expect(await send(ana.id)).toBe('not refused');
    ana.deactivate();
    expect(await send(ana.id)).toBe('403 Forbidden: user is deactivated');
    expect(await send(110201543)).toBe("403 Forbidden: the bot can't send messages to the bot");
  });

  it('replies to a message that exists, and refuses one that does not', async () => {
    const { ana, send } = await withAna();
    const said = ana.say('hola');
    const { result } = await send({ text: 'sí', reply_parameters: { message_id: said.messageId } });
    expect(result.reply_to_message).toMatchObject({ text: 'hola', message_id: said.messageId });
    expect(await refusal(send({ text: 'sí', reply_parameters: { message_id: 999 } }))).toBe(
      '400 Bad Request: message to be replied not found',
    );
    const lenient = { message_id: 999, allow_sending_without_reply: true };
    expect((await send({ text: 'sí', reply_parameters: lenient })).ok).toBe(true);
  });

  it('leaves absent keys out of users, chats and messages', async () => {
    const { send, call } = await withAna();
    const { result } = await send({ text: 'hola' });
    expect(Object.keys(result)).toEqual(['message_id', 'from', 'chat', 'date', 'text']);
    expect(result.date).toBe(START / 1000);
    const [update] = (await call('getUpdates')).result;
    expect(JSON.stringify(update)).not.toContain('null');
    expect(update.message.from).toEqual({
      id: update.message.chat.id,
      is_bot: false,
      first_name: 'Ana',
      language_code: 'es',
    });
  });
});
