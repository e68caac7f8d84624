import { describe, expect, it } from 'vitest';
import { tokenIn } from '../../src/conversations/enrolment/strangers.ts';

const token = 'abcdefghijklmnopqrstuv';
const context = { username: 'Monitoreo_bot' };

describe('the invitation in a text', () => {
  it.each([
    `/start ${token}`,
    token,
    `https://t.me/monitoreo_bot?start=${token}`,
    `Mire: (https://telegram.me/Monitoreo_bot?start=${token}), gracias`,
    `tg://resolve?domain=monitoreo_bot&start=${token}`,
    `t.me/otro_bot?start=x,t.me/monitoreo_bot?start=${token}`,
    `https://t.me/share/url?url=https://t.me/monitoreo_bot?start=${token}`,
    `https://t.me/monitoreo_bot\nhttps://t.me/monitoreo_bot?text=hola&start=${token}`,
  ])('is found in %j', (text) => {
    expect(tokenIn(text, context)).toBe(token);
  });

  it.each([
    `https://t.me/otro_bot?start=${token}`,
    `https://t.me/monitoreo_bot y ?start=${token}`,
    `https://example.org/?start=${token}`,
    'una observación',
  ])('is not taken from %j', (text) => {
    expect(tokenIn(text, context)).toBeNull();
  });

  it('may be of any bot while ours is unknown', () => {
    expect(tokenIn(`https://t.me/otro_bot?start=${token}`, { username: null })).toBe(token);
  });
});
