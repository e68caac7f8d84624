import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answer } from '../../src/db/outbox.ts';
import { plain } from '../../src/texts/html.ts';
import { openPostOffice, type PostOffice, saidTo } from './post-office.ts';

let post: PostOffice;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'files-'));
  post = await openPostOffice();
});
afterEach(async () => {
  await post.end();
  rmSync(folder, { recursive: true, force: true });
});

function sendDocument(
  to: ReturnType<PostOffice['person']>,
  name: string,
  path = join(folder, 'a.pdf'),
): number {
  writeFileSync(join(folder, 'a.pdf'), '%PDF-1.4 nothing more');
  const file = { as: 'document', path, name } as const;
  return post.write(() =>
    answer(
      post.store.db,
      { chatId: to.id, personId: null },
      { html: plain('Su <informe>'), file },
      post.clock.now(),
    ),
  );
}

describe('Files', () => {
  it('go out under a readable name, with their caption, in the order of their chat', async () => {
    const ana = post.person('Ana');
    post.say(ana, 'primero');
    sendDocument(ana, 'PL-PC-01_2022_1er-monitoreo.pdf');
    post.say(ana, 'después');
    await post.settle();
    expect(saidTo(ana)).toEqual(['primero', 'Su <informe>', 'después']);
    expect(ana.chat.find((message) => message.document)?.document?.name).toBe(
      'PL-PC-01_2022_1er-monitoreo.pdf',
    );
    expect(post.simulator.mistakes()).toEqual([]);
  });

  it('never break the upload with their name', async () => {
    const ana = post.person('Ana');
    sendDocument(ana, 'acta "final"\r\nñ.pdf');
    await post.settle();
    expect(ana.chat.some((message) => message.document)).toBe(true);
    expect(post.simulator.mistakes()).toEqual([]);
  });

  it('are set aside when they are gone, and the messages behind them go on', async () => {
    const ana = post.person('Ana');
    const row = sendDocument(ana, 'x.pdf', join(folder, 'gone.pdf'));
    post.say(ana, 'después');
    await post.settle();
    expect(post.row(row)).toMatchObject({ state: 'refused', reason: 'the file is gone' });
    expect(saidTo(ana)).toEqual(['después']);
  });

  it('do not hold back the messages behind them after six failures', async () => {
    const ana = post.person('Ana');
    post.simulator.faults.add({ kind: 'badGateway', method: 'sendDocument' });
    const row = sendDocument(ana, 'x.pdf');
    post.say(ana, 'después');
    await post.settle(20_000);
    expect(post.row(row)).toMatchObject({ state: 'refused' });
    expect(saidTo(ana)).toEqual(['después']);
  });
});
