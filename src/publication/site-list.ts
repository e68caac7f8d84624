import { z } from 'zod';
import type { Listed } from './other-pages.ts';

const MAKER = 'monitoreo';

const list = z.object({
  generador: z.literal(MAKER),
  formato: z.literal(1),
  entidad: z.string(),
  cortes: z.array(z.object({ direccion: z.string() })),
  archivos: z.record(z.string(), z.string()),
});

/** `sitio.json`: what is published, for programs; by it the site also knows its own folder. */
export function siteList(
  entity: string,
  cuts: readonly Listed[],
  sums: readonly (readonly [path: string, sha256: string])[],
): string {
  const data = {
    generador: MAKER,
    formato: 1,
    entidad: entity,
    cortes: cuts.map(({ address, content, published }) => ({
      plan: content.plan.code,
      titulo: content.plan.title,
      vigencia: content.plan.fiscalYear,
      corte: content.cut.number,
      fecha_corte: content.cut.date,
      direccion: `${address}/`,
      avance: content.overall === null ? null : content.overall / 10,
      publicado: published,
    })),
    /** SHA-256 of every other file. */
    archivos: Object.fromEntries(sums),
  } satisfies z.infer<typeof list>;
  return `${JSON.stringify(data, null, 2)}\n`;
}

/** The addresses and files of a site of ours; null: the text is no list of ours. */
export function readSiteList(
  text: string,
): { readonly addresses: readonly string[]; readonly files: readonly string[] } | null {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return null;
  }
  const read = list.safeParse(data);
  if (!read.success) return null;
  return {
    addresses: read.data.cortes.map(({ direccion }) => direccion),
    files: [...Object.keys(read.data.archivos), 'sitio.json'],
  };
}
