import { describe, expect, it } from 'vitest';
import { tokensPosted } from '../../src/domain/posted-tokens.ts';

const token = 'abcdefghij-_ABCDEFGH12';

describe('the tokens that a posted text may hold', () => {
  it.each([
    token,
    `/start ${token}`,
    `https://t.me/un_bot?start=${token}`,
    `https://t.me/share/url?url=https%3A%2F%2Ft.me%2Fun_bot%3Fstart%3D${token}`,
    `t.me/un_bot?start=${token.slice(0, 5)}\n${token.slice(5)}`,
    `${token}.pdf`,
    `acta_${token}`,
  ])('are found in %j', (text) => {
    expect(tokensPosted(text)).toContain(token);
  });

  it('are not found in plain words', () => {
    expect(tokensPosted('buenos días a todos, la reunión es mañana')).toEqual([]);
  });

  it('are few however long the text is: a stranger writes it', () => {
    expect(tokensPosted('a'.repeat(4_096))).toHaveLength(1);
    expect(tokensPosted(`${token} `.repeat(178)).length).toBeLessThan(10);
  });
});
