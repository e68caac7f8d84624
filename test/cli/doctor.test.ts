import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ofErased, roomFinding } from '../../src/cli/doctor/file.ts';
import { linkAccount } from '../../src/db/accounts.ts';
import { announce } from '../../src/db/announce.ts';
import { sql } from '../../src/db/drizzle.ts';
import { addEvidence } from '../../src/db/evidence.ts';
import { enqueueJob, settleJob } from '../../src/db/jobs.ts';
import { writeMeta } from '../../src/db/meta.ts';
import { inTransaction, openStore } from '../../src/db/open.ts';
import { settle } from '../../src/db/outbox.ts';
import { activitiesOf, plannedCuts } from '../../src/db/plans.ts';
import { noteErased, roomToClean } from '../../src/db/traces.ts';
import { setUpdateAside } from '../../src/db/updates.ts';
import { createSimulator, type Simulator } from '../../src/simulator/index.ts';
import { realFormPath } from '../world/form.ts';
import { token } from '../world/telegram.ts';
import { operator } from './setup.ts';

let simulator: Simulator;
let telegramAheadMs: number;
let desk: ReturnType<typeof operator>;
let env: Record<string, string>;

beforeEach(async () => {
  telegramAheadMs = 0;
  simulator = createSimulator({
    clock: { now: () => desk.clock.now() + telegramAheadMs },
    token,
    username: 'cascajal_bot',
    botName: 'Seguimiento',
    allowLocalWebhook: true,
  });
  desk = operator('2022-03-17');
  const { apiRoot } = await simulator.start();
  env = { BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot, DATA_CONTACT: 'datos@example.org' };
  desk = operator('2022-03-17', env);
});
afterEach(() => simulator.stop());

/** A bot that runs, and a backup of a moment ago. */
async function runningBot(): Promise<void> {
  await desk.types('plan', 'import', realFormPath);
  await desk.types('person', 'add', '--name', 'Ana', '--position', '1');
  await desk.types('person', 'add', '--name', 'Marta', '--role', 'coordinator');
  desk.inDatabase((db) => linkAccount(db, 2, { userId: 78, name: 'marta' }, '1', desk.clock.now() - 60_000));
  await desk.types('backup', join(desk.filesPath, '..', 'copy.db'));
  desk.inDatabase((db) => {
    writeMeta(db, 'running', 'yes');
    writeMeta(db, 'aliveAt', String(desk.clock.now() - 20_000));
  });
}

/** The findings that are not fine. */
async function troubles(): Promise<readonly string[]> {
  const { out } = await desk.types('doctor');
  return out.split('\n').filter((line) => line !== '' && !line.startsWith('Bien'));
}

describe('doctor', () => {
  it('examines a folder without a database and makes none', async () => {
    rmSync(desk.databasePath);
    const { code, out } = await desk.types('doctor');
    expect(code).toBe(0);
    expect(out).toContain('Todavía no existe la base de datos');
    const withoutRoom = (text: string) => text.replace(/\d+ MB/, '… MB');
    expect(withoutRoom((await desk.types('doctor')).out)).toBe(withoutRoom(out));
    expect(existsSync(desk.databasePath)).toBe(false);
  });

  it('finds nothing wrong in a bot that is running, and says what comes next', async () => {
    await runningBot();
    const { code, out } = await desk.types('doctor');
    expect([code, await troubles()]).toEqual([0, []]);
    expect(out).toContain('Telegram acepta BOT_TOKEN: es @cascajal_bot.');
    expect(out).toContain('El reloj está bien: 17 de marzo, 10:00 a. m., hora de Colombia.');
    expect(out).toContain(
      'Recordatorio a quien tenga pendientes: 24 de marzo, 8:00 a. m. (corte 1 de PL-PC-01/2022).',
    );
    expect((await desk.types('doctor', '--json')).json()).toContainEqual({
      check: 'evidence',
      level: 'ok',
      text: 'No hay archivos de soporte que revisar.',
    });
  });

  it('says what is wrong and what to do, and ends with 1', async () => {
    await desk.types('plan', 'import', realFormPath);
    await desk.types('person', 'add', '--name', 'Ana', '--position', '1');
    desk.inDatabase((db) => {
      const now = desk.clock.now();
      linkAccount(db, 1, { userId: 77, name: 'ana' }, '1', now - 60_000);
      const row = announce(
        db,
        { chatId: 77, personId: 1 },
        { kind: 'reminder', notice: 'reminder', key: 'k', message: null, now },
      );
      settle(db, row ?? 0, 'refused', 'Forbidden: bot was blocked by the user', now);
      setUpdateAside(db, { botId: 1, updateId: 5 }, now, 'TypeError');
      writeMeta(db, 'running', 'yes');
      writeMeta(db, 'aliveAt', String(now - 3_600_000));
      writeMeta(db, 'rivalSeenAt', String(now - 60_000));
    });
    const { code, out, err } = await desk.types('doctor');
    expect(code).toBe(1);
    expect(out).toMatch(/^Mal .*no habla con Telegram desde el 17 de marzo, 9:00 a\. m\./m);
    expect(out).toMatch(/^Mal .*Otro proceso usa el mismo BOT_TOKEN/m);
    expect(out).toMatch(/^Mal .*un recordatorio a Ana .*blocked by the user.*«remind --failed»/m);
    expect(out).toMatch(/^Mal .*TypeError/m);
    expect(err).toBe('Error: 4 cosas están mal; arriba dice qué hacer\n');
  });

  it('ignores a refused message once the person has written again', async () => {
    await desk.types('plan', 'import', realFormPath);
    await desk.types('person', 'add', '--name', 'Ana', '--position', '1');
    desk.inDatabase((db) => {
      const now = desk.clock.now();
      const row = announce(
        db,
        { chatId: 77, personId: 1 },
        { kind: 'notice', notice: 'moved', key: 'k', message: null, now },
      );
      settle(db, row ?? 0, 'refused', 'Forbidden: bot was blocked by the user', now);
      linkAccount(db, 1, { userId: 77, name: 'ana' }, '1', now + 1);
    });
    expect((await desk.types('doctor')).code).toBe(0);
  });

  it('says that nobody coordinates, also when who should has not come in', async () => {
    await desk.types('plan', 'import', realFormPath);
    expect((await desk.types('doctor')).out).toMatch(/^Ojo .*Nadie coordina .*--role coordinator/m);
    await desk.types('person', 'add', '--name', 'Marta Ruiz', '--role', 'coordinator');
    expect((await desk.types('doctor')).out).toMatch(/^Ojo .*Marta Ruiz no ha ingresado.*person invite 1\./m);
    desk.inDatabase((db) => linkAccount(db, 1, { userId: 77, name: 'm' }, '1', desk.clock.now()));
    expect((await desk.types('doctor')).out).not.toContain('Nadie coordina');
  });

  it('says that DATABASE_PATH is a new file beside one with data', async () => {
    await desk.types('plan', 'import', realFormPath);
    const old = desk.databasePath;
    const fresh = join(desk.filesPath, '..', 'nueva.db');
    const other = operator('2022-03-17', { ...env, DATABASE_PATH: fresh });
    const found = async () => (await other.types('doctor')).out.match(/^Mal .*DATABASE_PATH.*$/gm);
    expect(await found()).toEqual([expect.stringContaining(`otra con datos: ${old}`)]);
    await other.types('plan', 'list');
    expect(await found()).toEqual([expect.stringContaining(`otra con datos: ${old}`)]);
    await other.types('plan', 'import', realFormPath);
    expect(await found()).toBeNull();
  });

  it('says what the next 24 hours will send, and sends and stores none of it', async () => {
    await desk.types('plan', 'import', realFormPath, '--without-monitoring');
    await desk.types('person', 'add', '--name', 'Ana', '--position', '1');
    desk.inDatabase((db) => linkAccount(db, 1, { userId: 77, name: 'ana' }, '1', desk.clock.now() - 60_000));
    const next = async () => (await desk.types('doctor')).out.match(/^Bien .*24 horas.*$/gm);
    expect(await next()).toEqual([expect.stringContaining('no sale nada por sí solo')]);
    desk.goTo('2022-03-23', 9);
    desk.inDatabase((db) => writeMeta(db, 'remindersDecidedUntil', String(desk.clock.now())));
    const [found, ...more] = (await next()) ?? [];
    expect(found).toContain('24 de marzo, 8:00 a. m., 1 recordatorio.');
    expect(more).toEqual([]);
    desk.inDatabase((db) => expect(db.all(sql`select * from outbox`)).toEqual([]));
  });

  it('reports wrong settings', async () => {
    const { code, out } = await operator('2022-03-17', { PORT: 'abc' }).types('doctor');
    expect(code).toBe(1);
    expect(out).toContain('PORT: contiene «abc»');
  });

  it('reports a token that Telegram does not know, but never shows it', async () => {
    const wrong = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALxxxxx';
    const { code, out } = await operator('2022-03-17', { ...env, BOT_TOKEN: wrong }).types('doctor');
    expect(code).toBe(1);
    expect(out).toContain('Telegram no acepta BOT_TOKEN');
    expect(out).not.toContain(wrong.slice(10));
  });

  it('reports that Telegram is unreachable, but not as our fault', async () => {
    await runningBot();
    await simulator.stop();
    expect(await troubles()).toEqual([
      expect.stringMatching(/^Ojo .*No se pudo preguntar a Telegram.*ECONN/),
    ]);
  });

  it('compares the clock with Telegram’s, and with its own last contact', async () => {
    await runningBot();
    telegramAheadMs = 600_000;
    expect(await troubles()).toEqual([expect.stringMatching(/^Mal .*10:00 a\. m\. .*10:10 a\. m\. .*NTP/)]);
    telegramAheadMs = 0;
    desk.inDatabase((db) => writeMeta(db, 'aliveAt', String(desk.clock.now() + 3_600_000)));
    expect(await troubles()).toEqual([expect.stringMatching(/^Mal .*en el futuro/)]);
  });

  it('looks at the webhook from Telegram’s side', async () => {
    await runningBot();
    await fetch(`${env.TELEGRAM_API_ROOT}/bot${token}/setWebhook?url=http://127.0.0.1:1/hook`);
    expect(await troubles()).toEqual([expect.stringMatching(/^Ojo .*otro proceso tiene el token/)]);
    const ours = {
      WEBHOOK_URL: 'https://bot.example.org/hook',
      WEBHOOK_SECRET: 'a_secret-of-the-entity',
      PORT: '8080',
    };
    desk = operator('2022-03-17', { ...env, ...ours, DATABASE_PATH: desk.databasePath });
    expect((await desk.types('doctor')).out).toContain('Telegram entrega por el webhook');
    simulator.person({ firstName: 'Ana' }).start();
    await expect.poll(() => simulator.world.webhook.lastError).toBeDefined();
    const { out } = await desk.types('doctor');
    expect(out).toMatch(/^Mal .*no logra entregar por WEBHOOK_URL \(1 mensaje espera\): Connection refused/m);
  });

  it('reads every file of evidence: missing, changed', async () => {
    await runningBot();
    mkdirSync(desk.filesPath, { recursive: true });
    desk.inDatabase((db) => {
      const [planned] = plannedCuts(db);
      const [activity] = activitiesOf(db, planned?.plan.id ?? 0);
      for (const name of ['1-a.pdf', '2-b.pdf', '3-c.pdf']) {
        writeFileSync(join(desk.filesPath, name), name, { mode: 0o600 });
        addEvidence(db, {
          activityId: activity?.id ?? 0,
          cutId: planned?.cut.id ?? 0,
          personId: 1,
          kind: 'file',
          state: 'stored',
          storedName: name,
          sha256: createHash('sha256').update(name).digest('hex'),
          moment: 1,
        });
      }
    });
    expect((await desk.types('doctor')).out).toContain('completos y sin cambios: 3 archivos');
    rmSync(join(desk.filesPath, '1-a.pdf'));
    writeFileSync(join(desk.filesPath, '2-b.pdf'), 'otra cosa');
    expect(await troubles()).toEqual([
      expect.stringMatching(/^Mal .*1 archivo de soporte no está .*1-a\.pdf.*\.files/),
      expect.stringMatching(/^Mal .*1 archivo de soporte cambió .*2-b\.pdf/),
    ]);
  });

  it('reports abandoned jobs, stuck messages and a changed audit', async () => {
    await runningBot();
    desk.inDatabase((db) => {
      const now = desk.clock.now();
      settleJob(db, enqueueJob(db, 'render', {}, now), 'failed', 'Error', now);
      db.run(sql`insert into outbox (chatId, kind, createdAt, notBefore, releaseSeq, state)
        values (77, 'reply', ${now - 3_600_000}, ${now - 3_600_000}, 1, 'released')`);
      const triggers = db.all<{ name: string; sql: string }>(
        sql`select name, sql from sqlite_master where type = 'trigger' and tbl_name = 'audit'`,
      );
      for (const { name } of triggers) db.run(sql.raw(`drop trigger "${name}"`));
      db.run(sql`update audit set at = at + 1 where id = 1`);
    });
    expect(await troubles()).toEqual([
      expect.stringMatching(/^Mal .*alterada en la anotación 1/),
      ...['changed', 'deleted', 'next_number'].map((name) =>
        expect.stringMatching(new RegExp(`^Mal .*«audit_(never_)?${name}»`)),
      ),
      expect.stringMatching(/^Ojo .*por salir desde el 17 de marzo, 9:00/),
      expect.stringMatching(/^Ojo .*hacer un archivo \(1 vez/),
    ]);
  });

  it('asks for a backup when there is none of this week', async () => {
    await runningBot();
    desk.goTo('2022-03-28');
    desk.inDatabase((db) => writeMeta(db, 'aliveAt', String(desk.clock.now())));
    expect(await troubles()).toEqual([expect.stringMatching(/^Ojo .*es del 17 de marzo/)]);
    mkdirSync(join(desk.databasePath, '..', '.monitoreo.db-litestream'));
    expect(await troubles()).toEqual([]);
  });

  it('reports a damaged file and leaves it unchanged', async () => {
    await runningBot();
    const bytes = readFileSync(desk.databasePath).fill(0xab, 3 * 4096);
    writeFileSync(desk.databasePath, bytes);
    const { code, out } = await desk.types('doctor');
    expect(code).toBe(1);
    expect(out).toMatch(/^Mal .*está dañada .*restaure/m);
    expect(readFileSync(desk.databasePath)).toEqual(bytes);
  });

  it('says that evidence is declined while less than the reserve is free', async () => {
    await runningBot();
    desk = operator('2022-03-17', {
      ...env,
      DATABASE_PATH: desk.databasePath,
      EVIDENCE_RESERVE_MB: '900000000',
    });
    expect(await troubles()).toContainEqual(
      expect.stringMatching(
        /^Mal .*no recibe archivos de soporte: en .* quedan \d+ MB y EVIDENCE_RESERVE_MB es 9/,
      ),
    );
  });

  it('distinguishes little room from none', () => {
    const MB = 1024 * 1024;
    expect([5_000, 500, 50].map((free) => roomFinding('/data', free * MB).level)).toEqual([
      'ok',
      'warning',
      'wrong',
    ]);
  });

  it('says when there is no room to take what was erased out of the file, or what a restore put aside is old', async () => {
    await desk.types('plan', 'import', realFormPath);
    const store = openStore(desk.databasePath, { migrate: true });
    const found = (free: number) => ofErased(store.sqlite, desk.databasePath, desk.clock.now(), () => free);
    expect(found(0)).toEqual([]);
    inTransaction(store, noteErased);
    const needed = roomToClean(store.sqlite);
    expect(found(needed - 1).map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Lo que se borró .* necesita \d+ MB libres en /),
    ]);
    expect(found(needed)).toEqual([]);
    for (const [end, days] of [
      ['2022-02-14-1000', 31],
      ['2022-03-10-1000', 7],
    ] as const) {
      const path = `${desk.databasePath}.antes-de-restaurar-${end}`;
      writeFileSync(path, '');
      const at = new Date(desk.clock.now() - days * 86_400_000);
      utimesSync(path, at, at);
    }
    expect(found(needed).map(({ text }) => text)).toEqual([
      expect.stringMatching(/antes-de-restaurar-2022-02-14-1000 es lo que había antes de restaurar/),
    ]);
    store.close();
  });
});
