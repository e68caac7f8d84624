import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { announce } from '../../src/db/announce.ts';
import { writeMeta } from '../../src/db/meta.ts';
import { inTransaction, openStore } from '../../src/db/open.ts';
import type { Html } from '../../src/domain/events.ts';
import { createMeasures } from '../../src/http/measures.ts';
import { createCounters, metricsText } from '../../src/http/metrics.ts';
import { createPulse } from '../../src/http/pulse.ts';

describe('the text of metrics', () => {
  it('names each family once, with its help, its type and its samples', () => {
    const counters = createCounters();
    counters.add('calls_total', { method: 'getMe', outcome: 'ok' });
    counters.add('calls_total', { method: 'getMe', outcome: 'ok' });
    counters.add('calls_total', { method: 'sendMessage', outcome: '429' }, 3);
    expect(
      metricsText([
        { name: 'calls_total', help: 'Calls.', type: 'counter', samples: counters.samples('calls_total') },
        { name: 'none', help: 'Nothing yet.', type: 'gauge', samples: counters.samples('none') },
        { name: 'odd', help: 'Odd.', type: 'gauge', samples: [{ labels: { a: 'x"\\\ny' }, value: 0.5 }] },
      ]),
    ).toBe(
      [
        '# HELP calls_total Calls.',
        '# TYPE calls_total counter',
        'calls_total{method="getMe",outcome="ok"} 2',
        'calls_total{method="sendMessage",outcome="429"} 3',
        '# HELP odd Odd.',
        '# TYPE odd gauge',
        'odd{a="x\\"\\\\\\ny"} 0.5',
        '',
      ].join('\n'),
    );
  });
});

describe('what is measured', () => {
  it('covers waiting messages, delays and file sizes, without names or texts', () => {
    const folder = mkdtempSync(join(tmpdir(), 'measures-'));
    const databasePath = join(folder, 'bot.db');
    const store = openStore(databasePath, { migrate: true });
    const [now, secret] = [1_650_000_000_000, 'lo que se le dijo a Ana'];
    const [counters, pulse] = [createCounters(), createPulse({ monotonic: () => 5_000 })];
    pulse.beat('intake');
    inTransaction(store, (db) => {
      writeMeta(db, 'aliveAt', String(now - 60_000));
      announce(
        db,
        { chatId: 918_273_645_546, personId: null },
        { kind: 'notice', notice: 'moved', key: 'a', message: { html: secret as Html }, now },
      );
    });
    store.sqlite.exec(
      `insert into outbox (chatId, kind, createdAt, notBefore, releaseSeq, state)
       values (918273645546, 'reply', ${now - 90_000}, ${now - 30_000}, 1, 'released')`,
    );
    const measures = createMeasures({
      store,
      databasePath,
      filesPath: join(folder, 'files'),
      hasRoom: () => false,
      counters,
      pulse,
      now: () => now,
    });
    const text = metricsText(measures.read());
    measures.stop();
    store.close();
    rmSync(folder, { recursive: true });
    expect(text).toContain('monitoreo_outbox_messages{state="waiting"} 1\n');
    expect(text).toContain('monitoreo_outbox_messages{state="released"} 1\n');
    expect(text).toContain('monitoreo_outbox_oldest_released_seconds 30\n');
    expect(text).toContain('monitoreo_last_contact_timestamp_seconds 1649999940\n');
    expect(text).toContain('monitoreo_loop_age_seconds{loop="intake"} 0\n');
    expect(text).toMatch(/^monitoreo_database_bytes [1-9]\d+$/m);
    expect(text).toMatch(/^monitoreo_evidence_disk_free_bytes [1-9]\d+$/m);
    expect(text).toContain('monitoreo_evidence_declined 1\n');
    expect(text).not.toMatch(/Ana|918273645546/);
    for (const line of text.trimEnd().split('\n')) {
      expect(line).toMatch(
        /^(# (HELP|TYPE) [a-z_0-9]+ .+|[a-z_0-9]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? [\d.e+-]+)$/,
      );
    }
  });
});

describe('the pulse', () => {
  it('fails once a loop that has begun has no beat for two minutes, and is alive again at the next one', () => {
    let monotonic = 0;
    const pulse = createPulse({ monotonic: () => monotonic });
    expect(pulse.isAlive()).toBe(true);
    pulse.beat('intake');
    pulse.beat('schedule');
    monotonic = 119_999;
    expect(pulse.isAlive()).toBe(true);
    pulse.beat('intake');
    monotonic = 120_000;
    expect(pulse.isAlive()).toBe(false);
    pulse.beat('schedule');
    expect(pulse.isAlive()).toBe(true);
  });
});
