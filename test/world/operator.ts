import { runCli } from '../../src/cli/run.ts';
import type { Clock } from '../../src/clock.ts';

export type Printed = { readonly code: number; readonly out: string; readonly err: string };

/** Runs a command line inside this process, and catches what it prints. */
export async function typed(
  words: readonly string[],
  place: { readonly env: Readonly<Record<string, string>>; readonly clock: Clock },
): Promise<Printed> {
  let [out, err] = ['', ''];
  const code = await runCli([...words], {
    ...place,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}
