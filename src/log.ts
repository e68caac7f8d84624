import { pino } from 'pino';

export type Log = {
  readonly info: (facts: object, message: string) => void;
  readonly warn: (facts: object, message: string) => void;
  readonly error: (facts: object, message: string) => void;
};

/** Bot tokens are `<bot id>:<35 or so characters>`; wherever one could slip in, it does not get out. */
const token = /\d{3,}:[A-Za-z0-9_-]{20,}/g;

export function withoutToken(text: string): string {
  return text.replace(token, '<token>');
}

/** An error's code or name: its message could hold what people wrote, or a URL with the token. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/** JSON lines on stderr: ids, methods, codes and descriptions only, never what people wrote nor an error object as it came. */
export function createLog(level: string): Log {
  const out = { write: (line: string) => void process.stderr.write(withoutToken(line)) };
  const logger = pino({ level, base: { pid: process.pid } }, out);
  return {
    info: (facts, message) => logger.info(facts, message),
    warn: (facts, message) => logger.warn(facts, message),
    error: (facts, message) => logger.error(facts, message),
  };
}
