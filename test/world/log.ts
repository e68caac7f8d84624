import type { Log } from '../../src/log.ts';

export const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Everything logged, as lines of JSON. */
export function listen(): { readonly log: Log; readonly lines: string[] } {
  const lines: string[] = [];
  const note = (level: string) => (facts: object, message: string) =>
    void lines.push(JSON.stringify({ level, ...facts, message }));
  return { log: { info: note('info'), warn: note('warn'), error: note('error') }, lines };
}
