/** The files of the page. The browser's modules are the same TypeScript as everything else, its types taken off by Node. */
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';

export type PageFile = { readonly type: string; readonly body: string };

const folder = join(import.meta.dirname, '../page');

/** @param path as the browser asks; null when there is no such file */
export function pageFile(path: string): PageFile | null {
  if (path === '/') return { type: 'text/html; charset=utf-8', body: read('index.html') };
  if (path === '/style.css') return { type: 'text/css; charset=utf-8', body: read('style.css') };
  const module = /^\/page\/([a-z-]+\.ts)$/.exec(path)?.[1];
  if (module === undefined) return null;
  try {
    return { type: 'text/javascript; charset=utf-8', body: stripTypeScriptTypes(read(module)) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function read(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}
