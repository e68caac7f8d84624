import { systemClock } from '../../src/clock.ts';
import { startRender } from '../../src/jobs/render.ts';
import { realModel } from '../forms/pdf/setup.ts';

/**
 * A process that prints its rendering process, lets it render what the first argument says, and waits to be
 * killed.
 */
const render = startRender({
  clock: systemClock,
  script: new URL('./troubled-child.ts', import.meta.url),
});
const titled = (title: string) => ({ ...realModel(), form: { ...realModel().form, title } });
process.stdout.write(await render.pdf(titled('who')));
await render.pdf(titled(process.argv[2] ?? ''));
await systemClock.sleep(60_000);
