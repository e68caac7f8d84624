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
      ? `Copia hecha y revisada: ${file}. No hay archivos de soporte.`
      : `Copia hecha y revisada: ${file}, con ${count(evidence, 'archivo', 'archivos')} de soporte en ${file}.files.`,
  troubled: (file: Troubled) => `${file.name}: ${states[file.state]}`,
  incomplete: (amount: number) =>
    `la copia quedó hecha, pero ${count(amount, 'archivo de soporte falta o ha cambiado', 'archivos de soporte faltan o han cambiado')}; búsquelos en una copia anterior`,
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
    `en ${file}.files ${count(amount, 'archivo de soporte falta o ha cambiado', 'archivos de soporte faltan o han cambiado')}; use otra copia, o restaure sin ellos con --incomplete. No se ha cambiado nada`,
  done: (path: string, evidence: number) =>
    `Restaurado: ${path} es ahora la copia${evidence === 0 ? '' : `, y ${count(evidence, 'archivo de soporte volvió', 'archivos de soporte volvieron')} a su carpeta`}.`,
  upgraded: 'Sus tablas eran de una versión anterior y quedaron al día.',
  kept: (path: string) => `Lo que había antes quedó en ${path}.`,
  next: 'Inicie el bot con «npm start» y revise con «doctor». A quien tenga algo pendiente se le dirá que lo escrito después de la copia pudo perderse.',
} as const;

const whyUnknown = {
  missing: 'no había base de datos en su sitio',
  unreadable: 'la que había está dañada o no se puede leer',
  another: 'la que había no continúa esta copia, o se restauró sin saberlo todo',
} as const;

type Names = readonly string[];

/** What a restore did again of the time since the copy, or cannot know. */
export const reappliedTexts = {
  left: (names: Names) =>
    `Después de la copia ${names.length === 1 ? 'se retiró' : 'se retiraron'}, y ${still(names)} sin cuenta: ${names.join(', ')}.`,
  undone: (names: Names) =>
    `Después de la copia se deshizo el ingreso de ${names.join(', ')}: lo que esa cuenta dejó queda anulado.`,
  moved: (names: Names) =>
    `Después de la copia ${names.length === 1 ? 'cambió' : 'cambiaron'} de cuenta, y ${still(names)} con la nueva: ${names.join(', ')}.`,
  ended: (posts: Names) =>
    `Después de la copia terminó lo que tenían a cargo, y sigue así: ${posts.join('; ')}.`,
  post: (name: string, post: string) => `${name}, ${post}`,
  nobodyCoordinates:
    'Nadie coordina ahora: dele la coordinación a alguien con «assignment set --role coordinator --person N».',
  evidence: (amount: number) =>
    `${count(amount, 'soporte que se había quitado se quitó', 'soportes que se habían quitado se quitaron')} otra vez.`,
  invitations: (amount: number) =>
    `${count(amount, 'invitación que ya no servía se anuló', 'invitaciones que ya no servían se anularon')} otra vez.`,
  officeChanges: (amount: number) =>
    `${count(amount, 'cambio que esperaba un sí quedó', 'cambios que esperaban un sí quedaron')} sin efecto.`,
  toInvite: (names: Names) =>
    `Ingresaron después de la copia y necesitan otra invitación («person invite N»): ${names.join(', ')}.`,
  numbered: (name: string, id: number) => `${name} (n.º ${id})`,
  toAdd: (name: string) => `${name} (primero «person add»)`,
  unknown: (why: keyof typeof whyUnknown, last: string | null) =>
    `ATENCIÓN: no se sabe todo lo que pasó después de la copia${last === null ? '' : `, que llega hasta el ${last}`}: ${whyUnknown[why]}. Pudo volver quien se retiró, una cuenta que ya no era, un impostor y lo que dejó, un cargo que terminó o un soporte que se quitó.`,
  withdrawn: (invitations: number, changes: number) =>
    `Por eso ${[
      ...(invitations === 0
        ? []
        : [count(invitations, 'invitación abierta se anuló', 'invitaciones abiertas se anularon')]),
      ...(changes === 0
        ? []
        : [
            count(
              changes,
              'cambio que esperaba un sí quedó sin efecto',
              'cambios que esperaban un sí quedaron sin efecto',
            ),
          ]),
    ].join(' y ')}.`,
  ask: 'Antes de iniciar el bot, pregunte en Planeación quién se retiró o cambió de cuenta: «person list», «person unlink N» y «assignment end». A un impostor lo saca la coordinación con «No es esa persona», en /personas.',
} as const;

function still(names: Names): string {
  return names.length === 1 ? 'sigue' : 'siguen';
}
