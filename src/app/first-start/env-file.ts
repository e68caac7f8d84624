import { existsSync, readFileSync, realpathSync, renameSync, writeFileSync } from 'node:fs';

/** Variables and their values, one line of text each. */
export type Variables = Readonly<Record<string, string>>;

/**
 * The text of a settings file with these variables set. The line of a variable is replaced in its place, a missing one
 * is added at the end, and every other line stays.
 */
export function withVariables(text: string, variables: Variables): string {
  return Object.entries(variables).reduce((before, [name, value]) => {
    const line = `${name}=${quoted(value)}`;
    const own = new RegExp(`^[ \\t]*(?:export[ \\t]+)?${name}[ \\t]*=.*$`, 'gm');
    if (own.test(before)) return before.replace(own, () => line);
    const ends = before === '' || before.endsWith('\n') ? '' : '\n';
    return `${before}${ends}${line}\n`;
  }, text);
}

/** Sets variables in the file, which then is its owner's alone. A crash leaves the old file or the new one. */
export function setInFile(path: string, variables: Variables): void {
  const target = existsSync(path) ? realpathSync(path) : path;
  const before = existsSync(target) ? readFileSync(target, 'utf8') : '';
  const fresh = `${target}.${process.pid}`;
  writeFileSync(fresh, withVariables(before, variables), { mode: 0o600, flush: true });
  renameSync(fresh, target);
}

/**
 * A value as Node's `process.loadEnvFile` reads it back. Docker's `--env-file` keeps quotes, so there are none without
 * need.
 */
function quoted(value: string): string {
  if (!/[#'"`\\]|^\s|\s$/.test(value)) return value;
  const mark = ["'", '`', '"'].find((each) => !value.includes(each));
  return mark === undefined ? `'${value.replaceAll("'", '’')}'` : `${mark}${value}${mark}`;
}
