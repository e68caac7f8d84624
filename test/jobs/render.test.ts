import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { type Clock, systemClock } from '../../src/clock.ts';
import { plannedCuts } from '../../src/db/plans.ts';
import type { PdfModel } from '../../src/forms/pdf/model.ts';
import { type Render, startRender } from '../../src/jobs/render.ts';
import { modelOf, realModel } from '../forms/pdf/setup.ts';
import { importedAt, openDatabase } from '../world/database.ts';

const opened: Render[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()));
});

function start(of: Partial<Parameters<typeof startRender>[0]> = {}): Render {
  const render = startRender({ clock: systemClock, ...of });
  opened.push(render);
  return render;
}

const troubled = { script: new URL('./troubled-child.ts', import.meta.url) };
const titled = (title: string): PdfModel => ({ ...realModel(), form: { ...realModel().form, title } });
const text = async (bytes: Promise<Uint8Array>) => new TextDecoder().decode(await bytes);

describe('rendering beside the process that answers people', () => {
  it('makes a picture and data of a cut that it reads itself, one after another', async () => {
    const { path, folder, db, remove } = openDatabase({});
    onTestFinished(remove);
    const render = start();
    const files = (format: 'chart' | 'csv') => {
      const of = { cutId: plannedCuts(db)[0]?.cut.id ?? 0, format, moment: importedAt, entityName: null };
      return render.files({ databasePath: path, of, pathBefore: join(folder, '7-') });
    };
    const [drawn, data] = await Promise.all([files('chart'), files('csv')]);
    const [png, csv] = [...drawn.files, ...data.files];
    expect(png).toMatchObject({ as: 'photo', name: 'PL-PC-01_2022_1er-monitoreo.png' });
    expect(drawn.status).toBe(null);
    expect(
      readFileSync(png?.path ?? '')
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    expect(csv?.path).toBe(join(folder, '7-PL-PC-01_2022_1er-monitoreo.csv'));
    expect(statSync(csv?.path ?? '').mode & 0o777).toBe(0o600);
    expect(readFileSync(csv?.path ?? '', 'utf8')).toContain('actividad');
    expect(data.status).toEqual({ kind: 'preliminary' });
  });

  it('makes a PDF and a workbook', async () => {
    const render = start();
    const pdf = await render.pdf(realModel());
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
    const { form } = realModel();
    const xlsx = await render.xlsx({ original: null, form, positions: [] });
    expect(Buffer.from(xlsx.subarray(0, 2)).toString()).toBe('PK');
  });

  it('never blocks the main thread: a timer of 5 ms stays on time while 300 activities are typeset', async () => {
    const render = start();
    await render.pdf(realModel());
    const pdf = render.pdf(modelOf({ activities: 300, blocks: 4 }));
    let rendering = true;
    const delays: number[] = [];
    pdf.finally(() => {
      rendering = false;
    });
    while (rendering) {
      const before = systemClock.monotonic();
      await systemClock.sleep(5);
      delays.push(systemClock.monotonic() - before - 5);
    }
    expect((await pdf).length).toBeGreaterThan(100_000);
    delays.sort((a, b) => a - b);
    const [middle = 0, worst = 0] = [delays[Math.floor(delays.length / 2)], delays.at(-1)];
    process.stdout.write(
      `late by ${middle.toFixed(1)} ms (median), ${worst.toFixed(1)} ms (most) of ${delays.length}\n`,
    );
    expect(delays.length).toBeGreaterThan(10);
    expect(middle).toBeLessThan(20);
  });

  it('loads no heavy library into a process that has rendered nothing', () => {
    const script = new URL('../../src/jobs/render.ts', import.meta.url);
    const code = `await import('${script}'); process.stdout.write(JSON.stringify(process.report.getReport().sharedObjects))`;
    const objects = execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
    expect(objects).toContain('libc');
    expect(objects).not.toMatch(/typst|takumi/);
  });
});

describe('trouble while rendering', () => {
  it.each(['refuse', 'exit', 'throw', 'crash', 'fill'])(
    'affects only its own request: %s',
    async (trouble) => {
      const render = start(troubled);
      const before = text(render.pdf(titled('before')));
      const failing = expect(render.pdf(titled(trouble))).rejects.toThrow(
        /refused|ended with (code [17]|SIG)/,
      );
      const after = text(render.pdf(titled('after')));
      await failing;
      expect(await Promise.all([before, after])).toEqual(['before', 'after']);
    },
  );

  it('gives up a rendering that takes too long, and goes on with the next', async () => {
    let limit = 0;
    const hasty: Pick<Clock, 'sleep'> = {
      sleep: (ms, signal) => {
        limit += 1;
        return limit === 1 ? Promise.resolve() : systemClock.sleep(ms, signal);
      },
    };
    const render = start({ ...troubled, clock: hasty });
    await expect(render.pdf(titled('hang'))).rejects.toThrow('took longer than 60000 ms');
    expect(await text(render.pdf(titled('after')))).toBe('after');
  });

  it('rejects running and waiting requests when it is closed, and takes no more', async () => {
    const render = start(troubled);
    const outcomes = Promise.allSettled([render.pdf(titled('hang')), render.pdf(titled('waiting'))]);
    await render.close();
    const [first, second] = await outcomes;
    expect([first.status, second.status]).toEqual(['rejected', 'rejected']);
    await expect(render.pdf(titled('later'))).rejects.toThrow('has stopped');
  });
});

describe('the process that renders', () => {
  const who = async (render: Render) => Number(await text(render.pdf(titled('who'))));
  /** A process that has ended, and was waited for, is in /proc no more. */
  const runs = (pid: number) => existsSync(`/proc/${pid}`);
  const gone = async (pid: number) => {
    while (runs(pid)) await systemClock.sleep(20);
  };
  /** Until it has worked for half a second of processor time (ticks of 10 ms, proc(5)): it hangs. */
  const busy = async (pid: number) => {
    const ticks = () => Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[11]);
    for (const from = ticks(); ticks() < from + 50; ) await systemClock.sleep(20);
  };

  it('serves consecutive requests, and ends when no more come', async () => {
    const waits: PromiseWithResolvers<void>[] = [];
    const clock: Pick<Clock, 'sleep'> = {
      sleep: (ms, signal) => {
        if (ms !== 10_000) return systemClock.sleep(ms, signal);
        const waiting = Promise.withResolvers<void>();
        waits.push(waiting);
        signal?.addEventListener('abort', () => waiting.reject(signal.reason));
        return waiting.promise;
      },
    };
    const render = start({ ...troubled, clock });
    const [first, second] = [await who(render), await who(render)];
    expect(second).toBe(first);
    expect(runs(first)).toBe(true);
    waits.at(-1)?.resolve();
    await gone(first);
    expect(await who(render)).not.toBe(first);
  });

  it('is replaced after a rendering that took much memory, and has ended before', async () => {
    const render = start({ ...troubled, mostKept: 1 });
    const first = await who(render);
    const second = await who(render);
    expect(second).not.toBe(first);
    expect(runs(first)).toBe(false);
  });

  it('never reads the database after it has read a file that somebody sent', async () => {
    const render = start(troubled);
    const before = await who(render);
    const of = { cutId: 1, format: 'csv', moment: 0, entityName: null } as const;
    const files = () => render.files({ databasePath: '', of, pathBefore: '' }).catch(() => undefined);
    await files();
    expect(await who(render)).toBe(before);
    await render.readForm(new Uint8Array(), {}).catch(() => undefined);
    expect(await who(render)).toBe(before);
    await files();
    expect(await who(render)).not.toBe(before);
  });

  it('knows neither the token nor any other setting', async () => {
    process.env.BOT_TOKEN = '110201543:secret';
    onTestFinished(() => {
      delete process.env.BOT_TOKEN;
    });
    const known = JSON.parse(await text(start(troubled).pdf(titled('token')))) as Record<string, string>;
    const passed = ['LD_LIBRARY_PATH', 'MALLOC_ARENA_MAX', 'NODE_COMPILE_CACHE', 'NODE_ENV', 'PATH'];
    expect(Object.keys(known).filter((name) => !passed.includes(name))).toEqual([]);
    expect(known.MALLOC_ARENA_MAX).toBe('1');
  });

  it.each([
    ['idle', ''],
    ['in the middle of a rendering that hangs', 'hang'],
  ])('ends with the one that started it, killed while it is %s', async (_, doing) => {
    const script = new URL('./killed-parent.ts', import.meta.url).pathname;
    const parent = spawn(process.execPath, [script, doing], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [said] = (await once(parent.stdout, 'data')) as [Buffer];
    const child = Number(said.toString());
    expect(runs(child)).toBe(true);
    if (doing === 'hang') await busy(child);
    parent.kill('SIGKILL');
    await gone(child);
  });
});
