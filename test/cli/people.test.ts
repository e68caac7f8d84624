import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { linkAccount } from '../../src/db/accounts.ts';
import { invitationOfToken, isValid } from '../../src/db/invitations.ts';
import { writeMeta } from '../../src/db/meta.ts';
import { personById } from '../../src/db/people.ts';
import { audit, outbox } from '../../src/db/schema/index.ts';
import { createSimulator } from '../../src/simulator/index.ts';
import { realFormPath } from '../world/form.ts';
import { operator } from './setup.ts';

let desk: ReturnType<typeof operator>;
beforeEach(async () => {
  desk = operator('2022-03-14');
  await desk.types('plan', 'import', realFormPath, '--without-monitoring');
});
const add = (...args: string[]) => desk.types('person', 'add', '--json', ...args);

describe('person add', () => {
  it('takes positions by number or by name, without case and accents, and prints the id', async () => {
    const ran = await add(
      '--name',
      ' Ana  Gómez ',
      '--position',
      '1',
      '--position',
      'LÍDER DE RENDICIÓN DE CUENTAS',
      '--role',
      'responsible',
    );
    expect(ran.code).toBe(0);
    expect(ran.json()).toMatchObject({
      id: 1,
      name: 'Ana Gómez',
      roles: ['responsible'],
      positions: [{ number: 1 }, { number: 2 }],
      enrolled: false,
    });
  });

  it('gives several offices to one person, and one position to several people', async () => {
    expect(
      (await add('--name', 'Ana', '--position', '1', '--role', 'coordinator', '--role', 'control')).json(),
    ).toMatchObject({
      roles: ['responsible', 'coordinator', 'control'],
    });
    expect((await add('--name', 'Berta', '--position', '1')).code).toBe(0);
    expect((await desk.types('position', 'list', '--json')).json()).toMatchObject([
      { number: 1, holders: [{ name: 'Ana' }, { name: 'Berta' }], activities: 6 },
      { number: 2, holders: [], activities: 1 },
      { number: 3, holders: [], activities: 1 },
    ]);
  });

  it('has one mayor at a time, and names who it is', async () => {
    await add('--name', 'Julio Biojó', '--role', 'mayor');
    const second = await add('--name', 'Otro', '--role', 'mayor', '--role', 'control');
    expect(second.code).toBe(1);
    expect(second.err).toContain('Julio Biojó');
    expect((await desk.types('person', 'list', '--json')).json()).toHaveLength(1);
  });

  it.each([
    ['a responsible without a position', ['--name', 'Ana', '--role', 'responsible'], '--position'],
    ['nothing to hold', ['--name', 'Ana'], '--role'],
    [
      'the same position twice',
      ['--name', 'Ana', '--position', '2', 'lider de rendicion de cuentas'],
      'dos veces',
    ],
    ['an unknown role', ['--name', 'Ana', '--role', 'jefe'], 'responsible, mayor, coordinator, control'],
    ['no name', ['--name', '  ', '--role', 'mayor'], 'nombre'],
  ])('refuses %s and adds nobody', async (_what, args, told) => {
    const ran = await add(...args);
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toContain(told);
    expect((await desk.types('person', 'list', '--json')).json()).toEqual([]);
  });

  it('names every unknown position at once, and lists the known ones', async () => {
    const { err } = await add('--name', 'Ana', '--position', '9', '--position', 'Gerente');
    expect(err).toContain('«9», «Gerente»');
    expect(err).toContain('1 Profesional Gestion Participacion Ciudadana');
  });

  it('adds a namesake, and says that there is one', async () => {
    await add('--name', 'Ana Gómez', '--position', '1');
    const again = await add('--name', 'ANA GOMEZ', '--position', '2');
    expect(again.code).toBe(0);
    expect(again.err).toContain('n.º 1');
  });
});

describe('person invite', () => {
  beforeEach(async () => {
    await add('--name', 'Ana', '--position', '1');
  });
  const tokenOf = (link: string) => /^https:\/\/t\.me\/PlanesBot\?start=([\w-]{22})\n$/.exec(link)?.[1] ?? '';

  it('prints a link with the username of the last getMe; the token is stored as a hash only', async () => {
    desk.inDatabase((db) => writeMeta(db, 'botUsername', 'PlanesBot'));
    const { code, out } = await desk.types('person', 'invite', '1');
    expect(code).toBe(0);
    const token = tokenOf(out);
    const stored = desk.inDatabase((db) => invitationOfToken(db, token));
    expect(stored).toMatchObject({
      personId: 1,
      createdBy: null,
      tokenHash: createHash('sha256').update(token).digest('hex'),
    });
    expect((stored?.expiresAt ?? 0) - desk.clock.now()).toBe(7 * 24 * 3_600_000);
  });

  it('withdraws the invitations made before', async () => {
    desk.inDatabase((db) => writeMeta(db, 'botUsername', 'PlanesBot'));
    const first = tokenOf((await desk.types('person', 'invite', '1')).out);
    const second = tokenOf((await desk.types('person', 'invite', '1')).out);
    const valid = (token: string) =>
      desk.inDatabase((db) => {
        const row = invitationOfToken(db, token);
        return row !== undefined && isValid(row, desk.clock.now());
      });
    expect([valid(first), valid(second)]).toEqual([false, true]);
  });

  it('says to start the bot once when nobody knows the username', async () => {
    const { code, err } = await desk.types('person', 'invite', '1');
    expect(code).toBe(1);
    expect(err).toContain('inicie el bot una vez');
  });

  it('asks Telegram for the username when no bot has run yet, and remembers it', async () => {
    const token = '4242:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw';
    const telegram = createSimulator({ clock: desk.clock, token, username: 'PlanesBot', botName: 'Planes' });
    const { apiRoot } = await telegram.start();
    const env = { DATABASE_PATH: desk.databasePath, BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot };
    const asked = await operator('2022-03-14', env).types('person', 'invite', '1', '--json');
    await telegram.stop();
    expect(asked.json()).toMatchObject({
      id: 1,
      name: 'Ana',
      link: expect.stringContaining('https://t.me/PlanesBot?start='),
      expiresAt: '2022-03-21T10:00:00-05:00',
    });
    expect(tokenOf((await desk.types('person', 'invite', '1')).out)).not.toBe('');
  });

  it('says why it could not ask Telegram, without the token', async () => {
    const env = {
      DATABASE_PATH: desk.databasePath,
      BOT_TOKEN: '4242:SECRET',
      TELEGRAM_API_ROOT: 'http://127.0.0.1:9',
    };
    const { code, err } = await operator('2022-03-14', env).types('person', 'invite', '1');
    expect(code).toBe(1);
    expect(err).toContain('no se pudo llegar a Telegram');
    expect(err).not.toContain('SECRET');
  });

  it('lists the people when the number is unknown', async () => {
    expect((await desk.types('person', 'invite', '7')).err).toBe(
      'Error: no hay una persona con el número «7»; hay: 1 Ana\n',
    );
  });
});

describe('person unlink', () => {
  it('takes an account away as /salir does, tells it, and says what to do to come back', async () => {
    await add('--name', 'Ana Gómez', '--position', '1');
    const account = { userId: 501, name: 'Ana en Telegram' };
    desk.inDatabase((db) => linkAccount(db, 1, account, '1', desk.clock.now()));
    const { code, out } = await desk.types('person', 'unlink', '1');
    expect([code, out]).toEqual([
      0,
      'Ana Gómez quedó sin cuenta, como con /salir: sus reportes quedan, y para volver necesita una invitación.\n',
    ]);
    desk.inDatabase((db) => {
      expect(personById(db, 1)).toMatchObject({ telegramUserId: null, telegramName: null, enrolledAt: null });
      expect(db.select().from(audit).all().at(-1)).toMatchObject({
        act: 'left',
        actor: 'operator',
        personId: 1,
      });
      const [told] = db.select().from(outbox).all().slice(-1);
      expect(told).toMatchObject({ chatId: 501, notice: 'formerAccount', state: 'waiting' });
    });
  });

  it('refuses who has no account, and unknown numbers', async () => {
    await add('--name', 'Ana', '--position', '1');
    expect(await desk.types('person', 'unlink', '1')).toMatchObject({
      code: 1,
      err: 'Error: Ana no ha ingresado\n',
    });
    expect((await desk.types('person', 'unlink', '7')).code).toBe(1);
  });
});
