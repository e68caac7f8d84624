import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

/** Prints a digest of moments, days, hours and reminders, and how far the machine is from Greenwich in July. */
const SCRIPT = `
  import { createHash } from 'node:crypto';
  const { addDays, localTime, momentAt } = await import('./src/domain/dates.ts');
  const calendar = await import('./src/domain/calendar.ts');
  const none = new Set();
  const digest = createHash('sha256');
  for (let hour = 0; hour < 366 * 24; hour += 1) {
    const moment = Date.UTC(2024, 0, 1) + hour * 3_600_000;
    digest.update(JSON.stringify([localTime(moment), calendar.soonestAllowed(moment, none)]));
  }
  for (let day = '2024-01-01'; day < '2025-01-01'; day = addDays(day, 1)) {
    const window = calendar.cutWindow(calendar.usualCalendar(day), none);
    digest.update(JSON.stringify([momentAt(day, 2, 30), window, calendar.reminderDays(window, [], none)]));
  }
  console.log(digest.digest('hex'), new Date(Date.UTC(2024, 6, 1)).getTimezoneOffset());
`;

function runIn(zone: string): { digest: string; offset: string } {
  const run = spawnSync(process.execPath, ['--input-type=module', '--eval', SCRIPT], {
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
  });
  const [digest = run.stderr, offset = ''] = run.stdout.trim().split(' ');
  return { digest, offset };
}

describe("the machine's zone", () => {
  it('changes no date, hour or reminder, also where the clocks jump', () => {
    const zones = ['America/Bogota', 'UTC', 'America/New_York', 'Europe/Madrid', 'Pacific/Apia'];
    const runs = zones.map(runIn);
    expect(new Set(runs.map((run) => run.offset)).size).toBe(zones.length);
    expect(runs.map((run) => run.digest)).toEqual(zones.map(() => runs[0]?.digest));
    expect(runs[0]?.digest).toMatch(/^[0-9a-f]{64}$/);
  });
});
