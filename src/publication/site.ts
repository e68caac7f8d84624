import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as answersFirst } from 'node:timers/promises';
import { localDate } from '../domain/dates.ts';
import { MOST_ACTIVITIES } from '../forms/export-form.ts';
import type { Rendering } from '../summary/export-cut.ts';
import { fileName } from '../texts/summary/file-names.ts';
import { properName } from '../texts/words/names.ts';
import { cutPage, type Download } from './cut-page.ts';
import { columnsPage, indexPage, type Listed } from './other-pages.ts';
import { publicForm } from './public-form.ts';
import { csvOf, jsonOf } from './rows.ts';
import { siteList } from './site-list.ts';
import type { ToPublish } from './to-publish.ts';

/** Every file of the site by its place, `planes/PL-PC-01/2022/1/index.html`. */
export type SiteFiles = ReadonlyMap<string, Uint8Array>;

/** What a site is made of: its cuts, each with the moments at which it was published. */
export type Site = readonly Pick<ToPublish, 'planId' | 'address' | 'content' | 'moments'>[];

/**
 * The site of these cuts. The same cuts give the same bytes, whenever it is made.
 * @param entityName the entity's name in the settings; null: the one that the latest plan prints
 */
export async function siteFiles(
  site: Site,
  entityName: string | null,
  rendering: Pick<Rendering, 'pdf' | 'xlsx'>,
): Promise<SiteFiles> {
  const entity = entityName ?? properName(site[0]?.content.plan.entity ?? '');
  const files = new Map<string, Uint8Array>();
  const listed: Listed[] = site.map(({ planId, address, content, moments }) => ({
    planId,
    address,
    content,
    published: [...new Set(moments.map(localDate))],
  }));
  for (const [place, each] of listed.entries()) {
    const own = await cutFiles(each, site[place]?.moments.at(-1) ?? 0, rendering);
    for (const { name, content } of own) files.set(`${each.address}/${name}`, content);
    const at = `${each.address}/index.html`;
    const downloads = own.map(({ content, ...file }): Download => ({ ...file, bytes: content.length }));
    files.set(at, encoded(cutPage({ ...each, at, entity, downloads })));
    await answersFirst();
  }
  files.set('index.html', encoded(indexPage({ entity, cuts: listed })));
  files.set('columnas/index.html', encoded(columnsPage({ entity })));
  files.set('estilo.css', readFileSync(join(import.meta.dirname, 'site.css')));
  const sums = [...files].map(([path, content]) => [path, sha256(content)] as const);
  files.set('sitio.json', encoded(siteList(entity, listed, sums)));
  return files;
}

type CutFile = Omit<Download, 'bytes'> & { readonly content: Uint8Array };

async function cutFiles(
  { content, published }: Listed,
  madeAt: number,
  rendering: Pick<Rendering, 'pdf' | 'xlsx'>,
): Promise<readonly CutFile[]> {
  const form = publicForm(content, published);
  const saved = (extension: string) => fileName(content.plan, content.cut.number, extension);
  const csv = { kind: 'csv', name: 'datos.csv', savedAs: saved('csv'), content: csvOf(content) } as const;
  await answersFirst();
  const json = jsonOf(content, published);
  const data: readonly CutFile[] = [
    csv,
    { kind: 'json', name: 'datos.json', savedAs: saved('json'), content: json },
  ];
  await answersFirst();
  const files: CutFile[] = [];
  if (form.activities.length <= MOST_ACTIVITIES.pdf) {
    const content = await rendering.pdf({ form, madeAt });
    files.push({ kind: 'pdf', name: 'formato.pdf', savedAs: saved('pdf'), content });
  }
  if (form.activities.length <= MOST_ACTIVITIES.xlsx) {
    // Never the entity's own workbook: it may name people anywhere.
    const content = await rendering.xlsx({ original: null, form, positions: [] });
    files.push({ kind: 'xlsx', name: 'formato.xlsx', savedAs: saved('xlsx'), content });
  }
  return [...files, ...data];
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
