import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { announce } from '../../src/db/announce.ts';
import { fileMaker } from '../../src/jobs/render-files.ts';
import { plain } from '../../src/texts/html.ts';
import { makePlan, NOW } from '../summary/setup.ts';
import { openDatabase } from '../world/database.ts';

test('an old file is removed, unless a message still has to send it', async () => {
  const { folder, store, remove } = openDatabase();
  onTestFinished(remove);
  const { cuts } = makePlan(store.db, [{ number: '1' }]);
  mkdirSync(join(folder, 'outgoing'));
  const twoDaysAgo = new Date(NOW - 48 * 3_600_000);
  const [gone, waiting] = ['1-sent.pdf', '2-waiting.pdf'].map((name) => join(folder, 'outgoing', name));
  if (!gone || !waiting) throw new Error('two files');
  for (const path of [gone, waiting]) {
    writeFileSync(path, 'old');
    utimesSync(path, twoDaysAgo, twoDaysAgo);
  }
  const file = { as: 'document' as const, path: waiting, name: 'resumen.pdf' };
  announce(
    store.db,
    { chatId: 7, personId: null },
    {
      kind: 'summary',
      notice: 'summaryFile',
      key: null,
      message: { html: plain('Resumen'), file },
      now: NOW,
    },
  );
  const make = fileMaker({
    store,
    folder,
    entityName: null,
    rendering: { files: () => Promise.resolve({ files: [], status: null }) },
    begins: () => undefined,
    send: () => undefined,
  });
  const asked = { cutId: cuts[0], format: 'pdf', moment: NOW, chatId: 7, personId: 1, as: 'reply' };
  const times = { attempts: 0, createdAt: NOW, notBefore: NOW, settledAt: null, error: null };
  await make(
    { id: 9, kind: 'render', payload: asked, state: 'waiting', ...times },
    new AbortController().signal,
  );
  expect(existsSync(gone)).toBe(false);
  expect(existsSync(waiting)).toBe(true);
});
