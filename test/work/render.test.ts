import { execFileSync } from 'node:child_process';
import { afterEach, describe, expect, it } from 'vitest';
import { type Clock, systemClock } from '../../src/clock.ts';
import type { PdfModel } from '../../src/forms/pdf/model.ts';
import { type Render, startRender } from '../../src/work/render.ts';
import { modelOf, realModel } from '../forms/pdf/setup.ts';
import { realChart } from '../summary/chart/setup.ts';

const opened: Render[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()));
});

function start(of: Partial<Parameters<typeof startRender>[0]> = {}): Render {
  const render = startRender({ clock: systemClock, ...of });
  opened.push(render);
  return render;
}

const troubled = { script: new URL('./troubled-worker.ts', import.meta.url) };
const told = (title: string): PdfModel => ({ ...realModel(), form: { ...realModel().form, title } });
const text = async (bytes: Promise<Uint8Array>) => new TextDecoder().decode(await bytes);

describe('rendering beside the thread that answers people', () => {
  it('makes a picture, a PDF and a workbook', async () => {
    const render = start();
    const [chart] = realChart().charts;
    if (!chart) throw new Error('no picture');
    const [png, pdf] = await Promise.all([render.chart(chart), render.pdf(realModel())]);
    expect(Buffer.from(png.subarray(1, 4)).toString()).toBe('PNG');
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
    const { form } = realModel();
    const xlsx = await render.xlsx({ original: null, form, positions: [] });
    expect(Buffer.from(xlsx.subarray(0, 2)).toString()).toBe('PK');
  });

  it('never holds the main thread up: a timer of 5 ms stays a timer while 300 activities are typeset', async () => {
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
    const script = new URL('../../src/work/render.ts', import.meta.url);
    const code = `await import('${script}'); process.stdout.write(JSON.stringify(process.report.getReport().sharedObjects))`;
    const objects = execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
    expect(objects).toContain('libc');
    expect(objects).not.toMatch(/typst|takumi/);
  });
});

describe('trouble while rendering', () => {
  it.each(['refuse', 'exit', 'throw'])('costs only itself: %s', async (trouble) => {
    const render = start(troubled);
    const before = text(render.pdf(told('before')));
    const failing = expect(render.pdf(told(trouble))).rejects.toThrow(/refused|code 7|outside/);
    const after = text(render.pdf(told('after')));
    await failing;
    expect(await Promise.all([before, after])).toEqual(['before', 'after']);
  });

  it('gives up what takes too long, and goes on with the next', async () => {
    let limit = 0;
    const hasty: Pick<Clock, 'sleep'> = {
      sleep: (ms, signal) => {
        limit += 1;
        return limit === 1 ? Promise.resolve() : systemClock.sleep(ms, signal);
      },
    };
    const render = start({ ...troubled, clock: hasty });
    await expect(render.pdf(told('hang'))).rejects.toThrow('took longer than 60000 ms');
    expect(await text(render.pdf(told('after')))).toBe('after');
  });

  it('rejects what is under way and what waits when it is closed, and takes nothing more', async () => {
    const render = start(troubled);
    const outcomes = Promise.allSettled([render.pdf(told('hang')), render.pdf(told('waiting'))]);
    await render.close();
    const [first, second] = await outcomes;
    expect([first.status, second.status]).toEqual(['rejected', 'rejected']);
    await expect(render.pdf(told('later'))).rejects.toThrow('has stopped');
  });
});
