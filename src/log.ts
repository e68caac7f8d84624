import { pino } from 'pino';

export type Log = {
  readonly info: (facts: object, message: string) => void;
  readonly warn: (facts: object, message: string) => void;
  readonly error: (facts: object, message: string) => void;
};

/** Bot tokens are `<bot id>:<35 or so characters>`. They are removed wherever one could slip into a line. */
const token = /\d{3,}:[A-Za-z0-9_-]{20,}/g;

export function withoutToken(text: string): string {
  return text.replace(token, '<token>');
}

/** An error's code or name. Its message could contain what people wrote, or a URL with the token. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/**
 * JSON lines on stderr: only ids, methods, codes and descriptions, never what people wrote, and never a whole
 * error object.
 */
export function createLog(level: string): Log {
  const out = { write: (line: string) => void process.stderr.write(withoutToken(line)) };
  const logger = pino({ level, base: { pid: process.pid } }, out);
  return {
    info: (facts, message) => logger.info(facts, message),
    warn: (facts, message) => logger.warn(facts, message),
    error: (facts, message) => logger.error(facts, message),
  };
}
