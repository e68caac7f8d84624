/**
 * The files of the page. The browser's modules are the same TypeScript as everything else; Node strips their
 * types.
 */
import { existsSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';

export type PageFile = { readonly type: string; readonly body: string };

const folder = join(import.meta.dirname, '../page');

/**
 * @param path as the browser requests it
 * @returns null when there is no such file
 */
export function pageFile(path: string): PageFile | null {
  if (path === '/') return { type: 'text/html; charset=utf-8', body: read('index.html') };
  const [, name = '', kind = ''] = /^\/page\/([a-z-]+)\.(ts|css)$/.exec(path) ?? [];
  const file = `${name}.${kind}`;
  if (name === '' || !existsSync(join(folder, file))) return null;
  return kind === 'css'
    ? { type: 'text/css; charset=utf-8', body: read(file) }
    : { type: 'text/javascript; charset=utf-8', body: stripTypeScriptTypes(read(file)) };
}

function read(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}
