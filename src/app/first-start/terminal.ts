import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** A person at a terminal, who is asked one thing after another. */
export type Terminal = {
  readonly say: (text: string) => void;
  /** @returns the typed line. @throws {LeftError} */
  readonly ask: (question: string) => Promise<string>;
  /** The same; what is typed is not shown. @throws {LeftError} */
  readonly askHidden: (question: string) => Promise<string>;
  /** Aborted when the person leaves. */
  readonly left: AbortSignal;
  /** Gives keyboard and Ctrl-C back to the process. */
  readonly close: () => void;
};

/** The person left with Ctrl-C or Ctrl-D. */
export class LeftError extends Error {
  constructor() {
    super('the person left the terminal');
    this.name = 'LeftError';
  }
}

/** Asks on these streams. Nothing that is typed is remembered: the arrow keys never show a token. */
export function openTerminal(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Terminal {
  let hidden = false;
  const echo = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      if (!hidden) output.write(chunk);
      done();
    },
  });
  // Long lines are edited over the width of the terminal.
  Object.defineProperty(echo, 'columns', { get: () => ('columns' in output && output.columns) || 80 });
  const keyboard = createInterface({ input, output: echo, terminal: true, historySize: 0 });
  const left = new AbortController();
  keyboard.once('close', () => left.abort());
  keyboard.on('SIGINT', () => keyboard.close());

  const ask = async (question: string): Promise<string> => {
    if (left.signal.aborted) throw new LeftError();
    return keyboard.question(question, { signal: left.signal }).catch(() => {
      throw new LeftError();
    });
  };
  return {
    say: (text) => void output.write(`${text}\n`),
    ask,
    askHidden: async (question) => {
      output.write(question);
      hidden = true;
      try {
        return await ask('');
      } finally {
        hidden = false;
        output.write('\n');
      }
    },
    left: left.signal,
    close: () => keyboard.close(),
  };
}
