import { describe, expect, it } from 'vitest';
import { refusal, stage } from './setup.ts';

async function keyboards() {
  const set = await stage({ limits: false });
  const ana = set.simulator.person({ firstName: 'Ana' });
  ana.start();
  const send = (reply_markup: unknown) =>
    set.call('sendMessage', { chat_id: ana.id, text: 'x', reply_markup });
  const rows = (...inline_keyboard: unknown[]) => send({ inline_keyboard });
  return { ...set, ana, send, rows };
}

describe('inline keyboards', () => {
  it('counts the 64 of callback_data in bytes of UTF-8', async () => {
    const { rows } = await keyboards();
    const button = (callback_data: string) => rows([{ text: 'Sí', callback_data }]);
    expect((await button('x'.repeat(64))).ok).toBe(true);
    expect((await button('ñ'.repeat(32))).ok).toBe(true);
    expect(await refusal(button('x'.repeat(65)))).toBe('400 Bad Request: BUTTON_DATA_INVALID');
    expect(await refusal(button('ñ'.repeat(33)))).toBe('400 Bad Request: BUTTON_DATA_INVALID');
    expect(await refusal(button('🔴'.repeat(17)))).toBe('400 Bad Request: BUTTON_DATA_INVALID');
  });

  it.each([
    ['{', "can't parse reply keyboard markup JSON object"],
    ['null', 'object expected as reply markup'],
    ['"x"', 'object expected as reply markup'],
    [
      '{"inline_keyboard":{}}',
      'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
    ],
    [
      '{"inline_keyboard":[{}]}',
      'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
    ],
    ['{"inline_keyboard":[[{}]]}', 'can\'t parse inline keyboard button: Can\'t find field "text"'],
    [
      '{"inline_keyboard":[[{"text":"x"}]]}',
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [
      '{"inline_keyboard":[[{"text":"x","callback_data":""}]]}',
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
  ])('refuses %s', async (markup, reason) => {
    const { send } = await keyboards();
    expect(await refusal(send(markup))).toBe(`400 Bad Request: ${reason}`);
  });

  it('refuses a literal null sent as JSON', async () => {
    const { send } = await keyboards();
    expect(await refusal(send(null))).toBe('400 Bad Request: object expected as reply markup');
  });

  it('takes the colours of a button that Telegram knows, and refuses another', async () => {
    const { rows, ana } = await keyboards();
    const styled = (style: unknown) => rows([{ text: 'Aprobar', callback_data: 'x', style }]);
    for (const style of ['success', 'danger', 'primary']) expect((await styled(style)).ok).toBe(true);
    expect(ana.last()?.buttons).toEqual([[{ text: 'Aprobar', data: 'x', style: 'primary' }]]);
    for (const style of ['green', '', 3, null])
      expect(await refusal(styled(style))).toBe(
        "400 Bad Request: can't parse inline keyboard button: Invalid button style specified",
      );
  });

  it('refuses a button with a bad address, and more than 100 buttons', async () => {
    const { rows } = await keyboards();
    expect(await refusal(rows([{ text: 'x', url: 'no es' }]))).toMatch(
      /^400 Bad Request: inline keyboard button URL 'no es' is invalid: /,
    );
    const many = Array.from({ length: 101 }, (_, index) => [{ text: 'x', callback_data: `${index}` }]);
    expect(await refusal(rows(...many))).toBe('400 Bad Request: reply markup is too long');
  });

  it('takes a text to copy of 1 to 256 characters, shows it on the phone, and lets nobody tap it', async () => {
    const { rows, ana } = await keyboards();
    const button = (copy_text: unknown) => rows([{ text: 'Copiar', copy_text }]);
    expect((await button({ text: 'x'.repeat(256) })).ok).toBe(true);
    expect(ana.chat.at(-1)?.buttons).toEqual([[{ text: 'Copiar', copied: 'x'.repeat(256) }]]);
    expect(() => ana.tap('Copiar')).toThrow('the bot hears nothing of it');
    const invalid = '400 Bad Request: BUTTON_COPY_TEXT_INVALID';
    expect(await refusal(button({ text: '' }))).toBe(invalid);
    expect(await refusal(button({ text: 'x'.repeat(257) }))).toBe(invalid);
    const unparsable = "400 Bad Request: can't parse inline keyboard button";
    expect(await refusal(button('x'))).toBe(`${unparsable}: Field "copy_text" must be of type Object`);
    expect(await refusal(button({}))).toBe(`${unparsable}: Can't find field "text"`);
  });

  it('drops a button without text silently, and notes it', async () => {
    const { rows, simulator } = await keyboards();
    const { result } = await rows(
      [
        { text: '', callback_data: 'a' },
        { text: 'b', callback_data: 'b' },
      ],
      [],
    );
    expect(result.reply_markup).toEqual({ inline_keyboard: [[{ text: 'b', callback_data: 'b' }]] });
    expect(simulator.ignored.map(({ what }) => what)).toEqual([
      'button with an empty text',
      'empty row of buttons',
    ]);
  });

  it('treats an empty keyboard as none', async () => {
    const { rows, simulator } = await keyboards();
    expect((await rows()).result).not.toHaveProperty('reply_markup');
    expect(simulator.ignored).toEqual([]);
  });
});

describe('answering a tap', () => {
  it('ends the spinner once, with a text or an alert', async () => {
    const { rows, ana, call } = await keyboards();
    await rows([{ text: '25', callback_data: 'p:25' }]);
    const tap = ana.tap('25');
    expect(ana.taps).toMatchObject([{ data: 'p:25', state: 'pending' }]);
    const [, update] = (await call('getUpdates')).result;
    expect(update.callback_query).toMatchObject({
      data: 'p:25',
      from: { first_name: 'Ana' },
      message: { text: 'x' },
    });
    expect(update.callback_query.id).toMatch(/^\d+$/);
    const id = update.callback_query.id;
    expect(
      (await call('answerCallbackQuery', { callback_query_id: id, text: 'Listo', show_alert: true })).result,
    ).toBe(true);
    expect(await ana.waitForAnswer(tap)).toMatchObject({ text: 'Listo', alert: true });
    expect(await refusal(call('answerCallbackQuery', { callback_query_id: id }))).toBe(
      '400 Bad Request: query is too old and response timeout expired or query ID is invalid',
    );
  });

  it('refuses an unknown id, one older than 15 s, and more than 200 characters', async () => {
    const { rows, ana, call, clock } = await keyboards();
    await rows([{ text: '25', callback_data: 'p:25' }]);
    const old = '400 Bad Request: query is too old and response timeout expired or query ID is invalid';
    expect(await refusal(call('answerCallbackQuery', { callback_query_id: 'x' }))).toBe(old);
    const first = ana.tap('25');
    const long = { callback_query_id: first.id, text: 'x'.repeat(201) };
    expect(await refusal(call('answerCallbackQuery', long))).toBe('400 Bad Request: MESSAGE_TOO_LONG');
    clock.advance(15_001);
    expect(await refusal(call('answerCallbackQuery', { callback_query_id: first.id }))).toBe(old);
  });

  it('lets the same button be pressed twice with two ids, and data be forged', async () => {
    const { rows, ana, call } = await keyboards();
    const { result } = await rows([{ text: '25', callback_data: 'p:25' }]);
    expect(ana.tap('25').id).not.toBe(ana.tap('25').id);
    ana.forgeTap('drop table', result.message_id);
    ana.forgeTap('gone', 999);
    const updates = (await call('getUpdates')).result.slice(-2);
    expect(updates[0].callback_query).toMatchObject({ data: 'drop table', message: { text: 'x' } });
    expect(updates[1].callback_query.message).toEqual({ message_id: 999, chat: expect.anything(), date: 0 });
  });
});
