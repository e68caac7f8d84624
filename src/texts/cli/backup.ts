import { count } from '../words/amounts.ts';

const states = { missing: 'falta', changed: 'ha cambiado' } as const;

type Troubled = { readonly name: string; readonly state: keyof typeof states };

/** What `backup` and `restore` print for the operator. */
export const backupTexts = {
  noDatabase: (path: string) => `no existe la base de datos ${path}; no hay nada que copiar`,
  noFolder: (folder: string) => `no existe la carpeta ${folder}; créela o elija otra`,
  taken: (file: string) => `ya existe ${file} o ${file}.files; elija otro nombre`,
  done: (file: string, evidence: number) =>
    evidence === 0
      ? `Copia hecha y revisada: ${file}. No hay archivos de evidencia.`
      : `Copia hecha y revisada: ${file}, con ${count(evidence, 'archivo', 'archivos')} de evidencia en ${file}.files.`,
  troubled: (file: Troubled) => `${file.name}: ${states[file.state]}`,
  incomplete: (amount: number) =>
    `la copia quedó hecha, pero ${count(amount, 'archivo de evidencia falta o ha cambiado', 'archivos de evidencia faltan o han cambiado')}; búsquelos en una copia anterior`,
} as const;

export const restoreTexts = {
  noFile: (file: string) => `no existe el archivo ${file}`,
  same: (file: string) => `${file} es la base de datos misma; restaure desde una copia`,
  notOurs: (file: string) => `${file} no es una copia de la base de datos de este programa`,
  newer: (file: string) =>
    `${file} es de una versión más nueva de este programa; actualice el programa y repita`,
  damaged: (file: string, found: string) =>
    `${file} está dañado (${found}); use otra copia. No se ha cambiado nada`,
  incomplete: (file: string, amount: number) =>
    `en ${file}.files ${count(amount, 'archivo de evidencia falta o ha cambiado', 'archivos de evidencia faltan o han cambiado')}; use otra copia, o restaure sin ellos con --incomplete. No se ha cambiado nada`,
  done: (path: string, evidence: number) =>
    `Restaurado: ${path} es ahora la copia${evidence === 0 ? '' : `, y ${count(evidence, 'archivo de evidencia volvió', 'archivos de evidencia volvieron')} a su carpeta`}.`,
  upgraded: 'Sus tablas eran de una versión anterior y quedaron al día.',
  kept: (path: string) => `Lo que había antes quedó en ${path}.`,
  next: 'Inicie el bot con «npm start» y revise con «doctor». A quien tenga algo pendiente se le dirá que lo escrito después de la copia pudo perderse.',
} as const;
