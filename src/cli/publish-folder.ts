import { lstat, mkdir, readdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { SiteFiles } from '../publication/site.ts';
import { readSiteList } from '../publication/site-list.ts';

/** Why a site cannot be written into a folder. */
export type FolderRefusal =
  /** It is no folder. */
  | { readonly why: 'noFolder' }
  /** It holds something that is not of the site: it would be lost. */
  | { readonly why: 'notOurs'; readonly name: string }
  /** It has a page that the new site does not have: an address that was published stays. */
  | { readonly why: 'losesPage'; readonly address: string };

const LIST = 'sitio.json';

/** Whether a folder may be replaced by a site with these addresses: it is not there, empty, or a site of ours. */
export async function folderRefusal(
  out: string,
  addresses: readonly string[],
): Promise<FolderRefusal | null> {
  await bringBack(resolve(out));
  const folder = await placeOf(out);
  const there = await lstat(folder).catch(ifMissing);
  if (there === null) return null;
  if (!there.isDirectory()) return { why: 'noFolder' };
  const names = await filesIn(folder);
  const [first] = names;
  if (first === undefined) return null;
  const list = names.includes(LIST) ? readSiteList(await readFile(join(folder, LIST), 'utf8')) : null;
  if (list === null) return { why: 'notOurs', name: first };
  const known = new Set(list.files);
  const foreign = names.find((name) => !known.has(name));
  if (foreign !== undefined) return { why: 'notOurs', name: foreign };
  const lost = list.addresses.find((address) => !addresses.includes(address));
  return lost === undefined ? null : { why: 'losesPage', address: lost };
}

/**
 * Puts a site in the place of a folder. It is written whole beside it and then renamed, so nobody ever sees half a site. When
 * this process is killed between the two renames, the next one brings the former site back (`folderRefusal`).
 */
export async function replaceFolder(out: string, files: SiteFiles): Promise<void> {
  const folder = await placeOf(out);
  const [fresh, former] = [besides(folder, 'nuevo'), besides(folder, 'anterior')];
  await rm(fresh, { recursive: true, force: true });
  try {
    for (const [path, bytes] of files) {
      await mkdir(dirname(join(fresh, path)), { recursive: true });
      await writeFile(join(fresh, path), bytes);
    }
    await rm(former, { recursive: true, force: true });
    const hadOne = await rename(folder, former).then(() => true, ifMissing);
    await rename(fresh, folder).catch(async (error: unknown) => {
      if (hadOne) await rename(former, folder);
      throw error;
    });
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  await rm(former, { recursive: true, force: true });
}

/** What a killed run put aside, when nothing stands in its place. */
async function bringBack(folder: string): Promise<void> {
  const former = besides(folder, 'anterior');
  const [now, before] = [await lstat(folder).catch(ifMissing), await lstat(former).catch(ifMissing)];
  if (now === null && before?.isDirectory() === true) await rename(former, folder);
}

/** The folder itself, also where a link leads to it. */
function placeOf(out: string): Promise<string> {
  return realpath(out).catch(() => resolve(out));
}

function besides(folder: string, what: string): string {
  return join(dirname(folder), `.${basename(folder)}.${what}`);
}

/** Files and links below a folder, as the site names them; an empty folder has none. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

function ifMissing(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
