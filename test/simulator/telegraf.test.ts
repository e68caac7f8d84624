import { Telegram, TelegramError } from 'telegraf';
import { expect, it } from 'vitest';
import { stage, TOKEN } from './setup.ts';

it('serves a typed client: telegraf sends, edits, uploads, answers, and sees the refusals', async () => {
  const { simulator, apiRoot } = await stage();
  const telegram = new Telegram(TOKEN, { apiRoot });
  const ana = simulator.person({ firstName: 'Ana' });
  ana.start();
  expect((await telegram.getMe()).username).toBe('monitoreo_bot');
  const keyboard = { inline_keyboard: [[{ text: 'Sí', callback_data: 'yes' }]] };
  const sent = await telegram.sendMessage(ana.id, '<b>¿Sí?</b>', {
    parse_mode: 'HTML',
    reply_markup: keyboard,
  });
  const tap = ana.tap('Sí');
  await telegram.answerCbQuery(tap.id, 'Listo');
  expect(await ana.waitForAnswer(tap)).toMatchObject({ text: 'Listo' });
  await telegram.editMessageText(ana.id, sent.message_id, undefined, 'Gracias');
  const document = { source: Buffer.from('%PDF'), filename: 'año.pdf' };
  await telegram.sendDocument(ana.id, document, { caption: 'Aquí está', reply_markup: keyboard });
  expect(ana.chat.slice(1)).toMatchObject([
    { text: 'Gracias', edited: true, buttons: [] },
    { text: 'Aquí está', document: { name: 'año.pdf' }, buttons: [[{ text: 'Sí' }]] },
  ]);
  const [update] = await telegram.callApi('getUpdates', { timeout: 1 });
  expect(update).toMatchObject({ message: { text: '/start' } });
  expect(simulator.ignored).toEqual([]);
  expect(simulator.refusals).toEqual([]);
  const refused = telegram.sendMessage(1, 'x');
  await expect(refused).rejects.toThrow('400: Bad Request: chat not found');
  await expect(refused).rejects.toBeInstanceOf(TelegramError);
  ana.sendFile({ kind: 'document', bytes: Buffer.from('acta'), name: 'acta.pdf' });
  const fileId = ana.chat.at(-1)?.message.document?.file_id ?? '';
  const link = await telegram.getFileLink(fileId);
  expect(await (await fetch(link)).text()).toBe('acta');
});
