import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBotSettings, readSettings } from '../../src/config.ts';
import { settingShouldBe } from '../../src/texts/settings.ts';

const TOKEN = '123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw';

describe('settings', () => {
  it('need only the token', () => {
    expect(readBotSettings({ BOT_TOKEN: TOKEN })).toEqual({
      ok: true,
      settings: {
        botToken: TOKEN,
        apiRoot: 'https://api.telegram.org',
        databasePath: 'data/monitoreo.db',
        filesPath: 'data/files',
        logLevel: 'info',
        entityName: null,
        dataContact: 'la oficina de Planeación de la entidad',
        dataContactIsDefault: true,
        port: null,
        httpHost: '127.0.0.1',
        evidenceLimit: 200 * 1024 * 1024,
        evidenceReserve: 500 * 1024 * 1024,
        webhook: null,
      },
    });
  });

  it('do not need the token on the command line', () => {
    expect(readSettings({})).toMatchObject({ ok: true, settings: { botToken: null } });
    expect(readBotSettings({ BOT_TOKEN: ' ' })).toEqual({
      ok: false,
      problems: [
        'BOT_TOKEN: falta; debe ser el token que da @BotFather, con la forma 123456789:ABC…, en el archivo .env o en el entorno.',
      ],
    });
  });

  it('report every problem at once: the variable, its value and what it should be, but no secret', () => {
    const env = {
      BOT_TOKEN: 'el-token',
      PORT: '70000',
      LOG_LEVEL: 'ruidoso',
      WEBHOOK_URL: 'https://x.org',
      WEBHOOK_SECRET: 'con espacio',
      TELEGRAM_API_ROOT: 'ftp://x',
    };
    const read = readBotSettings(env);
    const problems = read.ok ? [] : read.problems;
    expect(problems.map((line) => line.split(':')[0]).sort()).toEqual([
      'BOT_TOKEN',
      'LOG_LEVEL',
      'PORT',
      'TELEGRAM_API_ROOT',
      'WEBHOOK_SECRET',
    ]);
    expect(problems).toContain('PORT: contiene «70000»; debe ser un número de 1 a 65535.');
    expect(problems.join()).not.toMatch(/el-token|con espacio/);
  });

  it('accept a webhook only with its secret and port', () => {
    const url = 'https://alcaldia.example.org/bot';
    expect(readSettings({ WEBHOOK_URL: url })).toMatchObject({
      ok: false,
      problems: [expect.stringContaining('WEBHOOK_SECRET: falta'), expect.stringContaining('PORT: falta')],
    });
    expect(
      readSettings({ WEBHOOK_URL: url, WEBHOOK_SECRET: 'a_secret-of-the-entity', PORT: '8080' }),
    ).toMatchObject({
      ok: true,
      settings: { webhook: { url, secret: 'a_secret-of-the-entity' }, port: 8080 },
    });
  });

  it.each(['a', 'quince-letras-1', 'con espacio y mas', 'contraseña-con-eñe', 'x'.repeat(257)])(
    'refuse a secret that can be guessed or that Telegram refuses: %j',
    (secret) => {
      const env = { WEBHOOK_URL: 'https://x.org', WEBHOOK_SECRET: secret, PORT: '8080' };
      const read = readSettings(env);
      expect(read.ok ? [] : read.problems).toEqual([
        expect.stringMatching(/^WEBHOOK_SECRET: .*de 16 a 256 letras sin tilde/),
      ]);
      expect(readSettings({ ...env, WEBHOOK_SECRET: 'dieciseis-letra1' }).ok).toBe(true);
    },
  );

  it('are all in .env.example, which is valid once it has a token', () => {
    const lines = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8').split('\n');
    const env = Object.fromEntries(
      lines.filter((line) => /^[A-Z_]+=/.test(line)).map((line) => line.split('=', 2)),
    );
    const names = Object.keys(settingShouldBe).filter((name) => /^[A-Z_]+$/.test(name));
    expect(Object.keys(env).toSorted()).toEqual(names.toSorted());
    expect(readBotSettings({ ...env, BOT_TOKEN: TOKEN }).ok).toBe(true);
  });
});
