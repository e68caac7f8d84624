import { describe, expect, it } from 'vitest';
import { START, stage, TOKEN } from './setup.ts';

describe('the envelope of the Bot API', () => {
  it('answers 404 to a malformed token, 401 to a wrong one and 404 to an unknown method, with equal HTTP status', async () => {
    const { request } = await stage();
    const cases = [
      ['/botTOKEN/getMe', 404, 'Not Found'],
      ['/something/else', 404, 'Not Found'],
      ['/bot1:wrong_token/getMe', 401, 'Unauthorized'],
      [`/bot${TOKEN}/getMoney`, 404, 'Not Found: method not found'],
    ] as const;
    for (const [path, code, description] of cases) {
      const response = await request(path);
      expect(response.status).toBe(code);
      expect(response.headers.get('content-type')).toBe('application/json');
      expect(await response.text()).toBe(JSON.stringify({ ok: false, error_code: code, description }));
    }
  });

  it('takes parameters from the query, urlencoded, JSON and multipart bodies, any case of the method name', async () => {
    const { request, simulator } = await stage();
    const ana = simulator.person({ firstName: 'Ana' });
    ana.start();
    const path = `/bot${TOKEN}/SENDmessage`;
    const form = new FormData();
    form.append('chat_id', String(ana.id));
    form.append('text', 'multipart');
    const tries: [string, RequestInit][] = [
      [`${path}?chat_id=${ana.id}&text=query`, {}],
      [path, { method: 'POST', body: new URLSearchParams({ chat_id: `${ana.id}`, text: 'urlencoded' }) }],
      [
        path,
        {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ chat_id: ana.id, text: 'json' }),
        },
      ],
      [path, { method: 'POST', body: form }],
    ];
    for (const [where, init] of tries) expect((await request(where, init)).status).toBe(200);
    expect(ana.chat.slice(1).map(({ text }) => text)).toEqual(['query', 'urlencoded', 'json', 'multipart']);
  });

  it('prefers the query over the body', async () => {
    const { request, simulator } = await stage();
    const ana = simulator.person({ firstName: 'Ana' });
    ana.start();
    const response = await request(`/bot${TOKEN}/sendMessage?text=query`, {
      method: 'POST',
      body: new URLSearchParams({ chat_id: `${ana.id}`, text: 'body' }),
    });
    expect(((await response.json()) as { result: { text: string } }).result.text).toBe('query');
  });

  it('uses the readable part of a malformed JSON body, and notes it', async () => {
    const { request, simulator } = await stage();
    const response = await request(`/bot${TOKEN}/sendMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"chat_id": 5, "text',
    });
    expect(await response.json()).toMatchObject({ description: 'Bad Request: message text is empty' });
    expect(simulator.ignored.map(({ what }) => what)).toContain('a JSON body that is not JSON');
  });

  it('answers with an empty body to other verbs (501) and to more than 1 MiB of parameters (413)', async () => {
    const { request } = await stage();
    const put = await request(`/bot${TOKEN}/getMe`, { method: 'PUT', body: 'x' });
    expect([put.status, await put.text()]).toEqual([501, '']);
    const big = await request(`/bot${TOKEN}/sendMessage`, {
      method: 'POST',
      body: new URLSearchParams({ text: 'x'.repeat(1_100_000) }),
    });
    expect([big.status, await big.text()]).toEqual([413, '']);
  });

  it('introduces the bot', async () => {
    const { call } = await stage();
    expect((await call('getMe')).result).toMatchObject({
      id: 110201543,
      is_bot: true,
      first_name: 'Monitoreo',
      username: 'monitoreo_bot',
    });
  });

  it('notes a parameter that Telegram would ignore, and a call with its answer', async () => {
    const { call, simulator } = await stage();
    const ana = simulator.person({ firstName: 'Ana' });
    ana.start();
    await call('sendMessage', { chat_id: ana.id, text: 'hola', parsemode: 'HTML' });
    expect(simulator.ignored).toEqual([
      { method: 'sendMessage', what: 'unknown parameter parsemode', params: expect.anything(), at: START },
    ]);
    expect(simulator.mistakes()).toEqual([
      expect.stringMatching(/^sendMessage: ignored unknown parameter parsemode \{/),
    ]);
    expect(simulator.calls).toHaveLength(1);
    expect(simulator.calls[0]).toMatchObject({
      method: 'sendMessage',
      params: { chat_id: `${ana.id}`, text: 'hola' },
      answer: { ok: true, result: { text: 'hola' } },
      at: START,
    });
    expect(JSON.stringify(simulator.calls)).not.toContain(TOKEN);
  });
});
