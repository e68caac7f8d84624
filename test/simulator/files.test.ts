import { describe, expect, it } from 'vitest';
import { type Answer, refusal, stage, TOKEN } from './setup.ts';

/** The head of a PNG of that size: enough for the simulator's checks. */
function png(width: number, height: number, bytes = 64): Buffer {
  const head = Buffer.alloc(bytes);
  head.write('\x89PNG\r\n\x1a\n', 'latin1');
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
}

async function files() {
  const set = await stage({ limits: false });
  const ana = set.simulator.person({ firstName: 'Ana' });
  ana.start();
  const upload = async (
    method: 'sendPhoto' | 'sendDocument',
    bytes: Buffer | undefined,
    fileName: string,
    fields: Record<string, string> = {},
  ): Promise<Answer> => {
    const form = new FormData();
    form.append('chat_id', String(ana.id));
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    const part = method === 'sendPhoto' ? 'photo' : 'document';
    if (bytes) form.append(part, new Blob([new Uint8Array(bytes)]), fileName);
    const response = await set.request(`/bot${TOKEN}/${method}`, { method: 'POST', body: form });
    return (await response.json()) as Answer;
  };
  return { ...set, ana, upload };
}

describe('files the bot sends', () => {
  it('arrive with name, type, caption and buttons, and can be sent again by id', async () => {
    const { upload, ana, call } = await files();
    const reply_markup = JSON.stringify({ inline_keyboard: [[{ text: 'PDF', callback_data: 'pdf' }]] });
    const fields = { caption: '<b>Consolidado</b>', parse_mode: 'HTML', reply_markup };
    const { result } = await upload('sendDocument', Buffer.from('%PDF-1.7'), 'PL-PC-01 año.pdf', fields);
    expect(result.document).toMatchObject({
      file_name: 'PL-PC-01 año.pdf',
      mime_type: 'application/pdf',
      file_size: 8,
    });
    expect(result.caption_entities).toEqual([{ type: 'bold', offset: 0, length: 11 }]);
    expect(ana.last()).toMatchObject({ text: 'Consolidado', kind: 'document', buttons: [[{ text: 'PDF' }]] });
    expect(ana.last()?.document?.bytes.toString()).toBe('%PDF-1.7');
    const again = await call('sendDocument', { chat_id: ana.id, document: result.document.file_id });
    expect(again.result.document.file_id).toBe(result.document.file_id);
    expect(
      await refusal(call('editMessageText', { chat_id: ana.id, message_id: result.message_id, text: 'x' })),
    ).toBe('400 Bad Request: there is no text in the message to edit');
    const caption = { chat_id: ana.id, message_id: result.message_id, caption: 'otra' };
    expect((await call('editMessageCaption', caption)).result).toMatchObject({ caption: 'otra' });
  });

  it('are refused with their reasons', async () => {
    const { upload, call, ana } = await files();
    expect(await refusal(upload('sendPhoto', undefined, ''))).toBe(
      '400 Bad Request: there is no photo in the request',
    );
    expect(await refusal(upload('sendDocument', undefined, ''))).toBe(
      '400 Bad Request: there is no document in the request',
    );
    expect(await refusal(upload('sendDocument', Buffer.alloc(0), 'x.pdf'))).toBe(
      '400 Bad Request: file must be non-empty',
    );
    expect(await refusal(upload('sendPhoto', png(10, 10), 'x.webp'))).toBe(
      '400 Bad Request: photo has unsupported extension. Use one of .jpg, .jpeg, .gif, .png, .tif or .bmp',
    );
    expect(await refusal(upload('sendPhoto', Buffer.from('not an image'), 'x.png'))).toBe(
      '400 Bad Request: IMAGE_PROCESS_FAILED',
    );
    for (const [width, height] of [
      [9000, 1001],
      [2100, 100],
    ] as const) {
      expect(await refusal(upload('sendPhoto', png(width, height), 'x.png'))).toBe(
        '400 Bad Request: PHOTO_INVALID_DIMENSIONS',
      );
    }
    expect(await refusal(upload('sendPhoto', png(10, 10, 10_485_761), 'x.png'))).toBe(
      '400 Bad Request: file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes',
    );
    expect(
      await refusal(upload('sendDocument', Buffer.from('x'), 'x.txt', { caption: 'x'.repeat(1025) })),
    ).toBe('400 Bad Request: message caption is too long');
    expect(await refusal(call('sendDocument', { chat_id: ana.id, document: 'AAA' }))).toBe(
      '400 Bad Request: wrong remote file identifier specified: Wrong padding in the string',
    );
  });

  it('keep their kind: a photo is not a document', async () => {
    const { upload, call, ana } = await files();
    const { result } = await upload('sendPhoto', png(1280, 720), 'resumen.png');
    const sizes = result.photo as { width: number; file_id: string }[];
    expect(sizes.map(({ width }) => width)).toEqual([90, 320, 800, 1280]);
    expect(await refusal(call('sendDocument', { chat_id: ana.id, document: sizes[3]?.file_id }))).toBe(
      "400 Bad Request: can't use file of type Photo as Document",
    );
    expect(ana.last()).toMatchObject({ kind: 'photo', photo: { size: 64 } });
  });
});

describe('files people send', () => {
  it('arrive as Telegram describes them and are fetched byte for byte', async () => {
    const { ana, call, request } = await files();
    ana.sendFile({
      kind: 'document',
      bytes: Buffer.from('acta'),
      name: 'acta.pdf',
      mime: 'application/pdf',
      caption: '80 %',
    });
    const [, update] = (await call('getUpdates')).result;
    expect(update.message).toMatchObject({
      caption: '80 %',
      document: { file_name: 'acta.pdf', file_size: 4 },
    });
    expect(update.message).not.toHaveProperty('text');
    const { result } = await call('getFile', { file_id: update.message.document.file_id });
    const download = await request(`/file/bot${TOKEN}/${result.file_path}`);
    expect(await download.text()).toBe('acta');
    expect((await request(`/file/bot${TOKEN}/documents/none.pdf`)).status).toBe(404);
    expect((await request(`/file/bot1:wrong/${result.file_path}`)).status).toBe(401);
  });

  it('of an album are separate messages with one group id', async () => {
    const { ana, call } = await files();
    for (const caption of ['una', undefined]) {
      ana.sendFile({
        kind: 'photo',
        bytes: png(640, 480),
        mediaGroup: '77',
        ...(caption ? { caption } : {}),
      });
    }
    const updates = (await call('getUpdates')).result.slice(1);
    expect(updates.map((u: { message: { media_group_id: string } }) => u.message.media_group_id)).toEqual([
      '77',
      '77',
    ]);
    expect(updates[0].message.photo.at(-1)).toMatchObject({ width: 640, height: 480 });
    expect(updates[1].message).not.toHaveProperty('caption');
  });

  it('of other kinds come without text', async () => {
    const { ana, call } = await files();
    for (const kind of ['voice', 'sticker', 'video'] as const)
      ana.sendFile({ kind, bytes: Buffer.from('x') });
    ana.sendOther({ location: { latitude: 3.88, longitude: -77.03 } });
    const kinds = (await call('getUpdates')).result
      .slice(1)
      .map((u: { message: object }) => Object.keys(u.message).at(-1));
    expect(kinds).toEqual(['voice', 'sticker', 'video', 'location']);
  });

  it('over 20 MB, unknown or unnamed are refused by getFile', async () => {
    const { ana, call } = await files();
    ana.sendFile({ kind: 'document', bytes: Buffer.from('x'), name: 'grande.zip', size: 20_971_521 });
    const [, update] = (await call('getUpdates')).result;
    expect(await refusal(call('getFile', { file_id: update.message.document.file_id }))).toBe(
      '400 Bad Request: file is too big',
    );
    expect(await refusal(call('getFile', { file_id: 'AAA' }))).toBe('400 Bad Request: invalid file_id');
    expect(await refusal(call('getFile'))).toBe('400 Bad Request: file_id not specified');
  });
});
