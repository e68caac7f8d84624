import { beforeEach, describe, expect, it } from 'vitest';
import { linkAccount } from '../../src/db/accounts.ts';
import { writeMeta } from '../../src/db/meta.ts';
import { announce, settle } from '../../src/db/outbox.ts';
import { endUpdate } from '../../src/db/updates.ts';
import { operator, REAL_FORM } from './setup.ts';

let desk: ReturnType<typeof operator>;
beforeEach(() => {
  desk = operator('2022-03-17', { BOT_TOKEN: '1:AAAA', DATA_CONTACT: 'datos@example.org' });
});

describe('doctor', () => {
  it('looks at a place without a database and makes none', async () => {
    const { code, out } = await desk.types('doctor');
    expect(code).toBe(0);
    expect(out).toContain('Todavía no existe la base de datos');
    expect((await desk.types('doctor')).out).toBe(out);
  });

  it('finds nothing wrong in a bot that is running', async () => {
    await desk.types('plan', 'import', REAL_FORM);
    desk.inDatabase((db) => {
      writeMeta(db, 'running', 'yes');
      writeMeta(db, 'aliveAt', String(desk.clock.now() - 20_000));
    });
    const { code, out } = await desk.types('doctor');
    expect(code).toBe(0);
    expect(out.split('\n').filter((line) => line !== '' && !line.startsWith('Bien'))).toEqual([]);
  });

  it('says what is wrong and what to do, and ends in 1', async () => {
    await desk.types('plan', 'import', REAL_FORM);
    await desk.types('person', 'add', '--name', 'Ana', '--position', '1');
    desk.inDatabase((db) => {
      const now = desk.clock.now();
      linkAccount(db, 1, { userId: 77, name: 'ana' }, '1', now - 60_000);
      const row = announce(
        db,
        { chatId: 77, personId: 1 },
        { kind: 'reminder', key: 'k', message: null, now },
      );
      settle(db, row ?? 0, 'refused', 'Forbidden: bot was blocked by the user', now);
      endUpdate(db, { botId: 1, updateId: 5 }, now, 'setAside', 'TypeError');
      writeMeta(db, 'running', 'yes');
      writeMeta(db, 'aliveAt', String(now - 3_600_000));
      writeMeta(db, 'rivalSeenAt', String(now - 60_000));
    });
    const { code, out, err } = await desk.types('doctor');
    expect(code).toBe(1);
    expect(out).toMatch(/^Mal .*no habla con Telegram desde el 17 de marzo, 9:00 a\. m\./m);
    expect(out).toMatch(/^Mal .*Otro proceso usa el mismo BOT_TOKEN/m);
    expect(out).toMatch(/^Mal .*un recordatorio a Ana .*blocked by the user.*«remind»/m);
    expect(out).toMatch(/^Mal .*TypeError/m);
    expect(err).toBe('Error: 4 cosas están mal; arriba dice qué hacer\n');
  });

  it('no longer minds a message that was refused once the person has written again', async () => {
    await desk.types('plan', 'import', REAL_FORM);
    await desk.types('person', 'add', '--name', 'Ana', '--position', '1');
    desk.inDatabase((db) => {
      const now = desk.clock.now();
      const row = announce(db, { chatId: 77, personId: 1 }, { kind: 'notice', key: 'k', message: null, now });
      settle(db, row ?? 0, 'refused', 'Forbidden: bot was blocked by the user', now);
      linkAccount(db, 1, { userId: 77, name: 'ana' }, '1', now + 1);
    });
    expect((await desk.types('doctor')).code).toBe(0);
  });

  it('tells the settings that are wrong', async () => {
    const { code, out } = await operator('2022-03-17', { PORT: 'abc' }).types('doctor');
    expect(code).toBe(1);
    expect(out).toContain('PORT: contiene «abc»');
  });
});
