import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { parseEnv } from 'node:util';
import { encode } from 'uqr';
import { afterAll, describe, expect, it } from 'vitest';
import { invite } from '../../src/actions/invite.ts';
import { addPersonWith } from '../../src/actions/people.ts';
import { askAtFirstStart, type Missing, type TokenCheck } from '../../src/app/first-start/ask.ts';
import { firstStartOf, inviteFirst } from '../../src/app/first-start/coordinator.ts';
import { setInFile, withVariables } from '../../src/app/first-start/env-file.ts';
import { qrForTerminal } from '../../src/app/first-start/qr.ts';
import { LeftError, openTerminal } from '../../src/app/first-start/terminal.ts';
import { invitationOfToken, isValid, spendInvitation } from '../../src/db/invitations.ts';
import { inTransaction } from '../../src/db/open.ts';
import { holdingsOf } from '../../src/db/people.ts';
import { openDatabase } from '../world/database.ts';
import { token } from '../world/telegram.ts';

const folder = mkdtempSync(join(tmpdir(), 'first-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const everything: Missing = {
  botToken: null,
  entityName: null,
  dataContactIsDefault: true,
  coordinator: true,
};
const accepted: TokenCheck = { is: 'accepted', username: 'cascajal_bot' };

/** A person who types the next line each time that a question stands there. */
function typing(lines: readonly string[]) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const left = [...lines];
  let shown = '';
  output.on('data', (chunk: Buffer) => {
    shown += chunk.toString();
    if (!/: (\u001b\[\d*[A-Z])*$/.test(shown)) return;
    shown += '⏎';
    setImmediate(() => input.write(left.shift() ?? '\u0003'));
  });
  return { terminal: openTerminal(input, output), shown: () => shown, untyped: left };
}

describe('the questions of the first start', () => {
  it('are token, entity, contact and coordinator; the token is never shown', async () => {
    const desk = typing([`${token}\r`, 'Alcaldía de Puerto\r', 'datos@example.org\r', 'Marta Ruiz\r']);
    const checked: string[] = [];
    const asked = await askAtFirstStart(desk.terminal, everything, async (given) => {
      checked.push(given);
      return accepted;
    });
    expect(asked).toEqual({
      variables: { BOT_TOKEN: token, ENTITY_NAME: 'Alcaldía de Puerto', DATA_CONTACT: 'datos@example.org' },
      coordinator: 'Marta Ruiz',
    });
    expect(checked).toEqual([token]);
    expect(desk.shown()).toContain('Alcaldía de Puerto');
    expect(desk.shown()).toContain('@cascajal_bot');
    expect(desk.shown()).not.toContain(token.slice(-10));
  });

  it('come again when the answer cannot be right, with the reason', async () => {
    const answers: TokenCheck[] = [{ is: 'refused' }, { is: 'unknown', why: 'ENOTFOUND' }, accepted];
    const desk = typing([
      ...['no es\r', `${token}\r`, `${token}\r`, `${token}\r`],
      ...['\r', `${'x'.repeat(201)}\r`, 'Puerto\r', '...\r', '3001234567\r', 'Marta\r', 'Marta Ruiz\r'],
    ]);
    const { variables } = await askAtFirstStart(
      desk.terminal,
      everything,
      async () => answers.shift() ?? { is: 'refused' },
    );
    expect(variables).toMatchObject({ ENTITY_NAME: 'Puerto', DATA_CONTACT: '3001234567' });
    for (const words of ['no es un token', 'no acepta ese', 'ENOTFOUND', 'Ley 1581', '200 caracteres'])
      expect(desk.shown()).toContain(words);
    expect(desk.shown()).toContain('Escriba nombre y apellido');
    expect(desk.untyped).toEqual([]);
  });

  it('are only those whose answer is not known', async () => {
    const known: Missing = { ...everything, botToken: token, entityName: 'Puerto', coordinator: false };
    const desk = typing(['datos@example.org\r']);
    expect(await askAtFirstStart(desk.terminal, known, async () => accepted)).toEqual({
      variables: { DATA_CONTACT: 'datos@example.org' },
      coordinator: null,
    });
  });

  it('end with Ctrl-C and with Ctrl-D', async () => {
    for (const key of ['\u0003', '\u0004']) {
      const { terminal } = typing([key]);
      await expect(askAtFirstStart(terminal, everything, async () => accepted)).rejects.toThrow(LeftError);
      expect(terminal.left.aborted).toBe(true);
    }
  });
});

describe('.env', () => {
  it('keeps its other lines, and reads back what was set', () => {
    const text = '# Comentario\r\nBOT_TOKEN=\r\nexport LOG_LEVEL=warn\n  ENTITY_NAME = vieja\nOTRA="a\nb"';
    const set = { BOT_TOKEN: token, ENTITY_NAME: 'Alcaldía «$&»', DATA_CONTACT: 'a@b.co' };
    const written = withVariables(text, set);
    expect(written).toContain('# Comentario\r\nBOT_TOKEN=');
    expect(parseEnv(written)).toEqual({ ...set, LOG_LEVEL: 'warn', OTRA: 'a\nb' });
    expect(withVariables(written, set)).toBe(written);
  });

  it.each(['con # numeral', "d'Artagnan", 'dice "sí"', `'a' "b"`, 'C:\\nueva', '300 123 4567 ext. 5'])(
    'reads %j back as it was typed',
    (value) => expect(parseEnv(withVariables('', { V: value }))).toEqual({ V: value }),
  );

  it('is its owner’s alone, also when it was open to all or is a link', () => {
    const [real, link] = [join(folder, 'real.env'), join(folder, 'link.env')];
    writeFileSync(real, 'PORT=8080\n', { mode: 0o644 });
    symlinkSync(real, link);
    setInFile(link, { BOT_TOKEN: token });
    expect(statSync(real).mode & 0o777).toBe(0o600);
    expect(readFileSync(link, 'utf8')).toBe(`PORT=8080\nBOT_TOKEN=${token}\n`);
    setInFile(join(folder, 'new.env'), { BOT_TOKEN: token });
    expect(statSync(join(folder, 'new.env')).mode & 0o777).toBe(0o600);
  });
});

describe('the first coordinator', () => {
  const hour = 3_600_000;
  const tokenOf = (link: string) => link.split('start=')[1] ?? '';

  it('is stored once; a new start replaces the invitation, which lives for an hour', () => {
    const database = openDatabase();
    inTransaction(database.store, (db) => {
      expect(firstStartOf(db)).toEqual({ is: 'nobody', entity: null });
      const first = inviteFirst(db, 'Marta Ruiz', 'cascajal_bot', 0);
      expect(first).toMatchObject({ person: { name: 'Marta Ruiz' }, expiresAt: hour });
      expect(holdingsOf(db, 1, 1).offices).toEqual(['coordinator']);
      const second = inviteFirst(db, null, 'cascajal_bot', hour / 2);
      expect(second).toMatchObject({ person: { id: 1 }, expiresAt: 1.5 * hour });
      const valid = (link = '') => {
        const found = invitationOfToken(db, tokenOf(link));
        return found !== undefined && isValid(found, hour / 2);
      };
      expect([valid(first?.link), valid(second?.link)]).toEqual([false, true]);
      spendInvitation(db, second?.invitationId ?? 0, hour);
      expect(firstStartOf(db)).toEqual({ is: 'over' });
      expect(inviteFirst(db, 'Otra Persona', 'cascajal_bot', hour)).toBeNull();
    });
    database.remove();
  });

  it('is not asked for the entity that a plan names', () => {
    const database = openDatabase({});
    expect(firstStartOf(database.db)).toEqual({ is: 'nobody', entity: 'ALCALDIA LOCAL ISLA DEL CASCAJAL' });
    database.remove();
  });

  it('is left to the command line once somebody used that', () => {
    const database = openDatabase();
    inTransaction(database.store, (db) => {
      inviteFirst(db, 'Marta Ruiz', 'cascajal_bot', 0);
      invite(db, { personId: 1, invitedBy: null }, 'cascajal_bot', 1);
      expect(firstStartOf(db)).toEqual({ is: 'over' });
    });
    database.remove();
    const other = openDatabase();
    inTransaction(other.store, (db) => {
      addPersonWith(db, { name: 'Ana', positions: [], roles: ['coordinator'] }, 0, 'operator');
      expect(firstStartOf(db)).toEqual({ is: 'over' });
    });
    other.remove();
  });
});

it('draws the QR code of a link, light on dark, in less than 80 columns and 24 lines', () => {
  const link = `https://t.me/a_rather_long_name_of_a_bot?start=${'x'.repeat(22)}`;
  const lines = qrForTerminal(link)
    .split('\n')
    .map((line) => {
      const [, drawn = ''] = /^ {2}\u001b\[97;40m([ ▀▄█]+)\u001b\[0m$/u.exec(line) ?? [];
      return [...drawn];
    });
  const { data, size } = encode(link, { ecc: 'L', border: 2 });
  const isLight = (x: number, y: number) => {
    const drawn = lines[y >> 1]?.[x];
    return drawn === '█' || drawn === (y % 2 === 0 ? '▀' : '▄');
  };
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) expect(isLight(x, y), `${x},${y}`).toBe(!data[y]?.[x]);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(78);
  expect(lines.length).toBeLessThan(24);
});
