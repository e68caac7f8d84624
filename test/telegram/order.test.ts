import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inTransaction } from '../../src/db/open.ts';
import { answer, removeButtons } from '../../src/db/outbox.ts';
import { personOfAccount } from '../../src/db/people.ts';
import { plain } from '../../src/texts/html.ts';
import { whereStored } from '../world/stored.ts';
import { until } from '../world/until.ts';
import { openPostOffice, type PostOffice, saidTo } from './post-office.ts';

let post: PostOffice;
beforeEach(async () => {
  post = await openPostOffice();
});
afterEach(() => post.end());

describe('Order', () => {
  it('sends the rows of a chat in the order of their release', async () => {
    const ana = post.person('Ana');
    post.simulator.faults.add({ kind: 'badGateway', times: 2 });
    for (const text of ['uno', 'dos', 'tres', 'cuatro', 'cinco']) post.say(ana, text);
    await post.settle();
    expect(saidTo(ana)).toEqual(['uno', 'dos', 'tres', 'cuatro', 'cinco']);
  });

  it('sends an answer to a person before a broadcast to other chats', async () => {
    const everybody = Array.from({ length: 60 }, (_, place) => post.person(`P${place}`));
    const ana = post.person('Ana');
    for (const each of everybody) post.tell(each, 'aviso');
    await until(() => post.sends().length >= 10, 'the broadcast to be under way');
    const before = post.sends().length;
    post.say(ana, 'respuesta');
    await post.settle();
    const place = post.sends().findIndex(({ params }) => params.text === 'respuesta');
    expect(place - before).toBeLessThan(30);
    expect(place).toBeLessThan(60);
  });

  it('moves a broadcast to the front together with the answer behind it in the same chat', async () => {
    const everybody = Array.from({ length: 120 }, (_, place) => post.person(`P${place}`));
    const last = everybody.at(-1);
    if (!last) throw new Error('nobody');
    await post.close();
    for (const each of everybody) post.tell(each, 'aviso');
    post.say(last, 'respuesta');
    post.open();
    await post.settle();
    expect(saidTo(last)).toEqual(['aviso', 'respuesta']);
    expect(post.sends().findIndex(({ params }) => params.text === 'respuesta')).toBeLessThan(40);
  });

  it('sends answerCallbackQuery first, even when its chat waits', async () => {
    const ana = post.person('Ana');
    post.say(ana, '¿Qué porcentaje?', ['50']);
    await post.settle();
    post.simulator.faults.add({ kind: 'tooManyRequests', retryAfter: 8, times: 1, chatId: ana.id });
    post.say(ana, 'primero');
    await until(() => post.simulator.faults.hits.length === 1, 'the 429');
    const tap = ana.tap('50');
    post.answerTap(ana, tap.id);
    await ana.waitForAnswer(tap);
    expect(saidTo(ana)).not.toContain('primero');
    await post.settle();
    expect(saidTo(ana)).toContain('primero');
  });

  it('drops a late answerCallbackQuery without calling Telegram', async () => {
    const ana = post.person('Ana');
    post.say(ana, '¿Qué porcentaje?', ['50']);
    await post.settle();
    const tap = ana.tap('50');
    post.answerTap(ana, tap.id, post.clock.now() - 10_000);
    await post.settle();
    expect(post.sends().map(({ method }) => method)).not.toContain('answerCallbackQuery');
    expect(post.rows().at(-1)).toMatchObject({ kind: 'tap', state: 'expired' });
  });

  it('drops a refused or lost answerCallbackQuery and never repeats it', async () => {
    const ana = post.person('Ana');
    post.say(ana, '¿Qué porcentaje?', ['50']);
    await post.settle();
    post.simulator.faults.add({ kind: 'badGateway', method: 'answerCallbackQuery', times: 1 });
    post.answerTap(ana, ana.tap('50').id);
    post.answerTap(ana, '999');
    await post.settle();
    expect(post.sends().filter(({ method }) => method === 'answerCallbackQuery')).toHaveLength(2);
    expect(post.rows().filter(({ kind, state }) => kind === 'tap' && state === 'refused')).toHaveLength(2);
  });

  it('sets aside a row that is refused for good, and sends the next', async () => {
    const ana = post.person('Ana');
    post.simulator.faults.add({ kind: 'refuse', code: 400, description: 'Bad Request: odd', times: 1 });
    const odd = post.say(ana, 'uno');
    post.say(ana, 'dos');
    await post.settle();
    expect(saidTo(ana)).toEqual(['dos']);
    expect(post.row(odd)).toMatchObject({ state: 'refused', reason: '400 Bad Request: odd' });
  });
});

describe('An edit names an outbox row', () => {
  it('replaces the text of a row that is not yet sent', async () => {
    const ana = post.person('Ana');
    await post.close();
    const row = post.say(ana, 'antes', ['Sí']);
    post.changeTo(row, 'después');
    post.open();
    await post.settle();
    expect(saidTo(ana)).toEqual(['después']);
    expect(post.sends()).toHaveLength(1);
  });

  it('edits the message of a sent row, and removes its buttons without a keyboard', async () => {
    const ana = post.person('Ana');
    const row = post.say(ana, 'antes', ['Sí']);
    await post.settle();
    post.changeTo(row, 'después');
    await post.settle();
    expect(saidTo(ana)).toEqual(['después']);
    expect(ana.last()?.buttons).toEqual([]);
    expect(post.sends().map(({ method }) => method)).toEqual(['sendMessage', 'editMessageText']);
  });

  it('becomes a message when the row was set aside', async () => {
    const ana = post.person('Ana');
    post.simulator.faults.add({ kind: 'refuse', code: 400, description: 'Bad Request: odd', times: 1 });
    const row = post.say(ana, 'antes');
    await post.settle();
    post.changeTo(row, 'después');
    await post.settle();
    expect(saidTo(ana)).toEqual(['después']);
  });

  it('follows a row that changed while in flight, with its latest content', async () => {
    const ana = post.person('Ana');
    post.simulator.faults.add({ kind: 'delay', ms: 50, times: 1 });
    const row = post.say(ana, 'antes', ['Sí']);
    await until(() => post.sends().length === 1, 'the sending');
    post.changeTo(row, 'después', ['No']);
    post.changeTo(row, 'al final', ['No']);
    await post.settle();
    await until(() => post.sends().length === 2, 'the edit');
    await post.settle();
    expect(saidTo(ana)).toEqual(['al final']);
    expect(
      ana
        .last()
        ?.buttons.flat()
        .map(({ text }) => text),
    ).toEqual(['No']);
  });

  it('shows the last change when a row changes while its edit is in flight; each edit goes once', async () => {
    const ana = post.person('Ana');
    const row = post.say(ana, 'uno');
    await post.settle();
    post.simulator.faults.add({ kind: 'delay', ms: 50, times: 1, method: 'editMessageText' });
    post.changeTo(row, 'dos');
    await until(() => post.sends().length === 2, 'the edit');
    post.changeTo(row, 'tres');
    post.changeTo(row, 'cuatro');
    await until(() => post.sends().length === 3, 'the second edit');
    await post.settle();
    expect(saidTo(ana)).toEqual(['cuatro']);
    expect(post.simulator.mistakes()).toEqual([]);
  });

  it('merges several changes of a sent row before the edit leaves', async () => {
    const ana = post.person('Ana');
    const row = post.say(ana, 'uno', ['Sí']);
    await post.settle();
    await post.close();
    inTransaction(post.store, (db) => removeButtons(db, row, post.clock.now()));
    post.changeTo(row, 'dos');
    post.changeTo(row, 'tres', ['No']);
    post.open();
    await post.settle();
    expect(post.sends().map(({ method }) => method)).toEqual(['sendMessage', 'editMessageText']);
    expect(saidTo(ana)).toEqual(['tres']);
  });

  it('loses its buttons before its secret was sent, and the secret is forgotten all the same', async () => {
    const ana = post.person('Ana');
    await post.close();
    const keyboard = [[{ text: 'Retirar', data: 'x' }]];
    const now = post.clock.now();
    inTransaction(post.store, (db) => {
      const personId = personOfAccount(db, ana.id)?.id ?? null;
      const row = answer(
        db,
        { chatId: ana.id, personId },
        { html: plain('secreto'), keyboard, forget: true },
        now,
      );
      removeButtons(db, row, now);
    });
    post.open();
    await post.settle();
    expect(saidTo(ana)).toEqual(['secreto']);
    expect(whereStored(post.store, 'secreto')).toEqual([]);
  });

  it('becomes a message when the original was deleted; buttons alone need nothing', async () => {
    const ana = post.person('Ana');
    const row = post.say(ana, 'uno', ['Sí']);
    const other = post.say(ana, 'otro', ['Sí']);
    await post.settle();
    for (const stored of post.simulator.world.chats.get(ana.id) ?? []) stored.deleted = true;
    post.changeTo(row, 'dos');
    post.write(() => removeButtons(post.store.db, other, post.clock.now()));
    await post.settle();
    expect(saidTo(ana)).toEqual(['dos']);
    expect(post.simulator.mistakes()).toEqual([]);
  });
});
