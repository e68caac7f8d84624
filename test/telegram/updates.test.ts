import { describe, expect, it } from 'vitest';
import { readUpdate } from '../../src/telegram/updates.ts';

const ana = { id: 7, is_bot: false, first_name: 'Ana' };
const receivedAt = 1_647_442_800_000;

function eventOf(content: Readonly<Record<string, unknown>>) {
  const message = {
    message_id: 5,
    date: receivedAt / 1000,
    chat: { id: 7, type: 'private' },
    from: ana,
    ...content,
  };
  const update = readUpdate({ update_id: 1, message }, receivedAt);
  expect(update?.updateId).toBe(1);
  return update?.event;
}

describe('A message as an act of a person', () => {
  it('is not one when Telegram itself reports an event in the chat', () => {
    const service = [
      { pinned_message: { message_id: 3, date: 1, chat: { id: 7, type: 'private' } } },
      { message_auto_delete_timer_changed: { message_auto_delete_time: 86_400 } },
      { new_chat_members: [ana] },
      { left_chat_member: ana },
      { new_chat_photo: [{ file_id: 'x', width: 1, height: 1 }] },
      { connected_website: 'example.org' },
      { write_access_allowed: {} },
      { users_shared: { request_id: 1, users: [] } },
      { web_app_data: { data: '', button_text: '' } },
      { successful_payment: {} },
      { chat_background_set: {} },
      { something_telegram_adds_later: {} },
      {},
    ];
    for (const content of service) expect(eventOf(content), JSON.stringify(content)).toBeNull();
  });

  it('is other content when a person sends something that the bot cannot read', () => {
    const others = [
      'video',
      'animation',
      'audio',
      'location',
      'venue',
      'contact',
      'poll',
      'checklist',
      'dice',
      'game',
      'story',
      'paid_media',
    ];
    for (const kind of others)
      expect(eventOf({ [kind]: {} }), kind).toMatchObject({ kind: 'otherContent', what: 'other' });
    expect(eventOf({ voice: {} })).toMatchObject({ kind: 'otherContent', what: 'voice' });
    expect(eventOf({ video_note: {} })).toMatchObject({ kind: 'otherContent', what: 'voice' });
    expect(eventOf({ sticker: {} })).toMatchObject({ kind: 'otherContent', what: 'sticker' });
  });

  it('is other content when an animation comes as a document too', () => {
    const content = { animation: {}, document: { file_id: 'gif' }, caption: '50 %' };
    expect(eventOf(content)).toMatchObject({ kind: 'otherContent', what: 'other' });
  });

  it('is a file or a text as before', () => {
    expect(eventOf({ document: { file_id: 'f' } })).toMatchObject({ kind: 'file', file: { fileId: 'f' } });
    const sizes = [{ file_id: 'small' }, { file_id: 'large' }];
    expect(eventOf({ photo: sizes })).toMatchObject({ kind: 'file', file: { fileId: 'large' } });
    expect(eventOf({ text: ' 50 % ' })).toMatchObject({ kind: 'text', text: '50 %' });
  });
});
