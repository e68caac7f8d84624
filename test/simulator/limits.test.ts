import { describe, expect, it } from 'vitest';
import { refusal, stage, TOKEN } from './setup.ts';

async function withPeople(count: number) {
  const set = await stage();
  const people = Array.from({ length: count }, (_, index) => {
    const person = set.simulator.person({ firstName: `P${index}` });
    person.start();
    return person;
  });
  const send = (chat_id: number | undefined, text = 'x') => set.call('sendMessage', { chat_id, text });
  return { ...set, people, send };
}

describe('rate limits on the simulated clock', () => {
  it('accepts five to one chat at once, then says how long to wait, in body and header', async () => {
    const { people, send, request, simulator } = await withPeople(1);
    for (let sent = 0; sent < 5; sent += 1) expect((await send(people[0]?.id)).ok).toBe(true);
    const response = await request(`/bot${TOKEN}/sendMessage?chat_id=${people[0]?.id}&text=x`);
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('1');
    expect(await response.text()).toBe(
      '{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 1","parameters":{"retry_after":1}}',
    );
    expect(simulator.refusals).toMatchObject([{ method: 'sendMessage', code: 429 }]);
  });

  it('refuses during the wait too, and accepts one a second afterwards', async () => {
    const { people, send, clock } = await withPeople(1);
    const id = people[0]?.id;
    for (let sent = 0; sent < 6; sent += 1) await send(id);
    clock.advance(999);
    expect((await send(id)).error_code).toBe(429);
    clock.advance(1);
    expect((await send(id)).ok).toBe(true);
    expect((await send(id)).error_code).toBe(429);
    clock.advance(60_000);
    for (let sent = 0; sent < 5; sent += 1) expect((await send(id)).ok).toBe(true);
  });

  it('counts edits as sends', async () => {
    const { people, call, send } = await withPeople(1);
    const chat_id = people[0]?.id;
    const { result } = await send(chat_id);
    for (let made = 0; made < 4; made += 1) {
      const edited = await call('editMessageText', {
        chat_id,
        message_id: result.message_id,
        text: `e${made}`,
      });
      expect(edited.ok).toBe(true);
    }
    const fifth = call('editMessageText', { chat_id, message_id: result.message_id, text: 'e5' });
    expect(await refusal(fifth)).toBe('429 Too Many Requests: retry after 1');
  });

  it('accepts 30 a second in all', async () => {
    const { people, send, clock } = await withPeople(31);
    for (const { id } of people.slice(0, 30)) expect((await send(id)).ok).toBe(true);
    expect((await send(people[30]?.id)).error_code).toBe(429);
    clock.advance(1000);
    expect((await send(people[30]?.id)).ok).toBe(true);
  });

  it('accepts 20 a minute to a group', async () => {
    const { people, send, clock, simulator } = await withPeople(1);
    const group = simulator.group({ title: 'Planeación' });
    const [ana] = people;
    if (ana === undefined) throw new Error('nobody');
    group.add(ana);
    group.addBot(ana);
    for (let sent = 0; sent < 20; sent += 1) {
      expect((await send(group.id)).ok).toBe(true);
      clock.advance(1000);
    }
    expect(await refusal(send(group.id))).toBe('429 Too Many Requests: retry after 40');
    clock.advance(40_000);
    expect((await send(group.id)).ok).toBe(true);
  });

  it('refuses a too long text without counting it', async () => {
    const { people, send } = await withPeople(1);
    const id = people[0]?.id;
    for (let sent = 0; sent < 5; sent += 1) await send(id);
    expect(await refusal(send(id, 'x'.repeat(4097)))).toBe('400 Bad Request: message is too long');
  });
});
