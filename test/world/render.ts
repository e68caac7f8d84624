import { setTimeout } from 'node:timers/promises';
import { systemClock } from '../../src/clock.ts';
import { type Render, startRender } from '../../src/jobs/render.ts';

let lent: Render | undefined;

/**
 * Nothing is begun sooner after it is asked for. A restarted story stops its bot within less, and each of its bots asks again:
 * 295 of 300 renderings in three files were made for nobody (measured).
 */
const BEGINS_AFTER_MS = 50;

/**
 * For a bot: the rendering process of this worker, which outlives the bot, since to start one takes longer than most
 * renderings. A bot that stops gets nothing more of what it asked for, as if the process had ended with it; what was begun
 * ends before, since it writes into the bot's folder.
 */
export function borrowRender(): Render {
  lent ??= startRender({ clock: systemClock, idleMs: 60_000 });
  const own = lent;
  const stopped = Promise.withResolvers<never>();
  stopped.promise.catch(() => undefined);
  const stopping = new AbortController();
  const asked: Promise<unknown>[] = [];
  const orStopped = <Made>(make: () => Promise<Made>): Promise<Made> => {
    const made = setTimeout(BEGINS_AFTER_MS, undefined, stopping).then(make);
    asked.push(made);
    return Promise.race([made, stopped.promise]);
  };
  return {
    files: (of) => orStopped(() => own.files(of)),
    pdf: (model) => orStopped(() => own.pdf(model)),
    invitations: (model) => orStopped(() => own.invitations(model)),
    paper: (paper) => orStopped(() => own.paper(paper)),
    zip: (entries, out) => orStopped(() => own.zip(entries, out)),
    xlsx: (model) => orStopped(() => own.xlsx(model)),
    readForm: (bytes, options) => orStopped(() => own.readForm(bytes, options)),
    close: async () => {
      stopped.reject(new Error('Rendering has stopped'));
      stopping.abort();
      await Promise.allSettled(asked);
    },
  };
}
