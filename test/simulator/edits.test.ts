import { describe, expect, it } from 'vitest';
import { refusal, stage } from './setup.ts';

const keyboard = { inline_keyboard: [[{ text: 'a', callback_data: 'a' }]] };

async function edits() {
  const set = await stage({ limits: false });
  const ana = set.simulator.person({ firstName: 'Ana' });
  ana.start();
  const sent = (await set.call('sendMessage', { chat_id: ana.id, text: 'uno', reply_markup: keyboard }))
    .result;
  const edit = (params: Record<string, unknown>, method = 'editMessageText') =>
    set.call(method, { chat_id: ana.id, message_id: sent.message_id, ...params });
  return { ...set, ana, sent, edit };
}

describe('editing', () => {
  it('removes the keyboard when the edit does not mention it', async () => {
    const { edit, ana } = await edits();
    const { result } = await edit({ text: 'dos' });
    expect(result).toMatchObject({ text: 'dos', edit_date: expect.any(Number) });
    expect(result).not.toHaveProperty('reply_markup');
    expect(ana.last()).toMatchObject({ text: 'dos', edited: true, buttons: [] });
  });

  it('refuses an edit that changes nothing, after parsing and cleaning', async () => {
    const { edit } = await edits();
    const same =
      '400 Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';
    expect(await refusal(edit({ text: ' uno ', reply_markup: keyboard }))).toBe(same);
    expect(await refusal(edit({ reply_markup: keyboard }, 'editMessageReplyMarkup'))).toBe(same);
    expect(await refusal(edit({ text: '<b>uno</b>', parse_mode: 'HTML', reply_markup: keyboard }))).toBe(
      'not refused',
    );
    expect(await refusal(edit({}, 'editMessageReplyMarkup'))).toBe('not refused');
    expect(await refusal(edit({}, 'editMessageReplyMarkup'))).toBe(same);
  });

  it('refuses a message that does not exist or is not named', async () => {
    const { edit, call, ana } = await edits();
    expect(await refusal(edit({ text: 'x', message_id: 999 }))).toBe(
      '400 Bad Request: message to edit not found',
    );
    expect(await refusal(edit({ text: 'x', message_id: 0 }))).toBe(
      '400 Bad Request: message to edit not found',
    );
    expect(await refusal(call('editMessageText', { text: 'x' }))).toBe(
      '400 Bad Request: message identifier is not specified',
    );
    expect(await refusal(call('editMessageText', { chat_id: ana.id, message_id: 1 }))).toBe(
      '400 Bad Request: message text is empty',
    );
  });

  it('refuses a message that can never be edited', async () => {
    const { edit, call, ana } = await edits();
    const own = ana.say('mío');
    expect(await refusal(edit({ text: 'x', message_id: own.messageId }))).toBe(
      "400 Bad Request: message can't be edited",
    );
    for (const reply_markup of [{ keyboard: [['a']] }, { remove_keyboard: true }, { force_reply: true }]) {
      const { result } = await call('sendMessage', { chat_id: ana.id, text: 'x', reply_markup });
      expect(await refusal(edit({ text: 'y', message_id: result.message_id }))).toBe(
        "400 Bad Request: message can't be edited",
      );
      expect(await refusal(edit({ text: 'y', reply_markup }))).toBe(
        '400 Bad Request: inline keyboard expected',
      );
    }
  });

  it('says MESSAGE_TOO_LONG where sending says message is too long', async () => {
    const { edit } = await edits();
    expect(await refusal(edit({ text: 'x'.repeat(4097) }))).toBe('400 Bad Request: MESSAGE_TOO_LONG');
  });

  it('distinguishes text from caption', async () => {
    const { edit } = await edits();
    expect(await refusal(edit({ caption: 'x' }, 'editMessageCaption'))).toBe(
      '400 Bad Request: there is no caption in the message to edit',
    );
  });

  it('works at any age, where deleting ends after 48 hours', async () => {
    const { edit, call, ana, sent, clock } = await edits();
    const young = (await call('sendMessage', { chat_id: ana.id, text: 'x' })).result.message_id;
    expect((await call('deleteMessage', { chat_id: ana.id, message_id: young })).result).toBe(true);
    expect(ana.chat.map(({ messageId }) => messageId)).not.toContain(young);
    expect(await refusal(edit({ text: 'y', message_id: young }))).toBe(
      '400 Bad Request: message to edit not found',
    );
    clock.advance(100 * 24 * 3600 * 1000);
    expect((await edit({ text: 'mucho después' })).ok).toBe(true);
    expect(await refusal(call('deleteMessage', { chat_id: ana.id, message_id: sent.message_id }))).toBe(
      "400 Bad Request: message can't be deleted for everyone",
    );
    expect(await refusal(call('deleteMessage', { chat_id: ana.id, message_id: 999 }))).toBe(
      '400 Bad Request: message to delete not found',
    );
  });
});
