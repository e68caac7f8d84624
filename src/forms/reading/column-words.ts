import { headingKey } from '../headings.ts';
import { COLUMNS, type ColumnName } from '../layout.ts';

/**
 * What the columns of a plan are called, wherever they come from. `layout.ts` has the exact wordings; here are the
 * words a heading begins with, so that qualifiers change nothing (*META ANUAL*, *FECHA LÍMITE*). Patterns are over
 * `headingKey` of the heading without parentheses, years and numbering. To teach a new wording, add one line.
 */
type Wording = { readonly role: ColumnName; readonly begins: RegExp; readonly unless?: RegExp };

/** Dates that are not those of the plan. */
const OTHER_DATE =
  /seguimiento|monitoreo|reporte|corte|evaluac|verific|real$|reales|ejecutad|modific|reprogram|producto|contrato|ciclo|%/;

const WORDINGS: readonly Wording[] = [
  {
    role: 'number',
    begins:
      /^(n|no|nro|num|numero|item|id|cod|codigo|consecutivo|#)(de|dela|del|la)?(actividad|accion|tarea|orden|item|compromiso|hito|registro|fila|iniciativa|metas?(deproducto)?)?(es)?$/,
  },
  {
    role: 'activity',
    begins:
      /^(nombre|descripcion|detalle|listado|principales)?(dela|delas|de|del)?(principales)?actividad(es)?/,
    unless:
      /realizad|ejecutad|cumplid|porcumplir|desarrolladas|adelantadas|ponderacion|responsable|avance|cantidad|unidad|plazo|tipode|cod|peso|indicador|costo|valor/,
  },
  {
    role: 'activity',
    begins: /^(nombre|descripcion|detalle|principales)?(dela|delas|de|del)?accion(es)?(es)?/,
    unless:
      /realizad|ejecutad|cumplid|porcumplir|adelantadas|ponderacion|responsable|avance|tipode|cod|peso|indicador/,
  },
  {
    role: 'activity',
    begins:
      /^(nombre|descripcion)?(dela|delas|del|de)?(tarea|hito|compromiso|gestion(es)?arealizar|iniciativa)s?($|adesarrollar|programad|especific|propuest|delplan|del?proyecto)/,
  },
  { role: 'activity', begins: /^que(vamosa|seva|seva\w?a)?(hacer|haremos|sehara|realizar)/ },
  {
    role: 'responsible',
    begins: /^(aquien|quien(es)?)(lo|la|es|son)?(hara|haran|hace|respond|ejecut|lider|encarg)/,
  },
  { role: 'start', begins: /^(desde)?cuando(se)?(inicia|empieza|comienza)|^desdecuando/ },
  { role: 'end', begins: /^(hasta)?cuando(se)?(termina|finaliza|acaba)|^hastacuando/ },
  {
    role: 'target',
    begins:
      /^(descripcion|nombre)?(dela|del|de)?metas?($|o|\/|y|anual|institucional|programad|propuest|delaactividad|delaccion|planoperativo|plandeaccion|poa|vigencia|del|de|fisica|cuantitativa|total|producto|numerica|esperad|indicador|planead|ano)/,
    unless: /plandedesarrollo|cuatrieni|metapd|codigo|resultado$|trimestre|delperiodo/,
  },
  {
    role: 'target',
    begins:
      /^(meta)?(o|y)?(producto|entregable)s?($|o|y|\/|s|esperad|final|final|entregable|dela|meta|verificable|concret)/,
  },
  { role: 'target', begins: /^(resultado|logro)s?esperados?/ },
  {
    role: 'responsible',
    begins: /^.*responsables?/,
    unless:
      /seguimiento|monitoreo|verific|reporte|evaluac|controlinterno|fecha|correo|email|telefono|firma|%|observ|avance/,
  },
  {
    role: 'responsible',
    begins:
      /^(dependencia|area|oficina|secretaria|lider|ejecutor|encargad[oa]|unidadejecutora|unidadresponsable|funcionario|cargo)(e?s)?($|o|\/|y|ejecutora|encargad|lider|asignad|acargo|quelidera|de(l|la)?(proceso|area|ejecucion|politica|dimension|tema|implementacion|programa|proyecto|componente|meta|actividad|accion))/,
    unless: /elabor|aprob|revis/,
  },
  {
    role: 'indicator',
    begins: /^(nombre)?(de|del)?(el)?indicador(es)?/,
    unless: /formula|tipo|unidad|meta|lineabase|periodicidad|avance|resultado|cod|objetivo|valor/,
  },
  {
    role: 'start',
    begins:
      /^(fechas?|f|dia|mes|trimestre|bimestre|semestre)?(de|del)?(la)?(inici[oa]|inicial|comienzo|arranque|desde|apertura)/,
    unless: OTHER_DATE,
  },
  {
    role: 'end',
    begins:
      /^(fechas?|f|dia|mes|trimestre|bimestre|semestre|plazo)?(de|del)?(la)?(terminac|terminad|termino|finaliza|final|fin$|fin(de|del|prog|plan)|limite|maxim|cierre|venc|culmina|hasta|conclusion|finprogramad)/,
    unless: OTHER_DATE,
  },
  {
    role: 'end',
    begins:
      /^(fechas?|f|dia|mes|plazo)(de|del|para)?(la|el)?(entrega|cumplim|programad|previst|propuest|planead|estimad)/,
    unless: OTHER_DATE,
  },
  {
    role: 'end',
    begins:
      /^(plazo|fecha|fechas|fechadeejecucion|fechaejecucion|fechacompromiso|fechadecompromiso|fechaderealizacion|fechaestimada)$/,
  },
  {
    role: 'weight',
    begins: /^(%|porcentajede|porcentaje|valor)?(de)?(ponderac|ponderad|pond|peso|importanciarelativa)/,
    unless: /trimestre|bimestre|semestre|mes|periodo|avance|acumulad/,
  },
];

/** Headings of columns that say when an activity runs in one cell. */
const PERIOD =
  /^(periodo|plazo|duracion|tiempo|tiempos|cronograma|fechas?|vigencia|lapso|termino)(de|dela|del|para)?(la)?(ejecucion|cumplimiento|realizacion|actividad|implementacion|programad[oa]s?|propuest[oa]s?|estimad[oa]s?|desarrollo)?(dela?actividad(es)?)?$/;

/** Headings that name what a group of activities belongs to. */
const GROUPS =
  /^(nombre)?(del?)?(la)?(componente|subcomponente|objetivo|lineaestrategica|linea|eje|programa|dimension|politica|estrategia|proceso|proyecto|pilar|sector)/;

const EXACT = new Map<string, { readonly role: ColumnName; readonly rank: number }>();
for (const column of COLUMNS) {
  [column.heading, ...column.synonyms].forEach((word, rank) => {
    const key = headingKey(word);
    if (!EXACT.has(key)) EXACT.set(key, { role: column.name, rank });
  });
}

/** A role that a heading names. `rank` 0 is the wording of `PL-PC-01`; exact wordings come before qualified ones. */
export type Named = { readonly role: ColumnName; readonly rank: number };

const QUALIFIED = 100;
const MOST_WORDS = 90;

/** What a heading says without parentheses, years and numbering: `1. META ANUAL 2023 (cantidad)` → `META ANUAL`. */
export function bareHeading(text: string): string {
  const bare = text
    .replace(/\([^()]*\)|\[[^\]]*\]/g, ' ')
    .replace(/^\s*\d{1,2}\s*[.)-]+\s*(?=\p{L})/u, '')
    .replace(/(?<!\d)(19|20)\d\d(?!\d)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return headingKey(bare) === '' ? text : bare;
}

/** Every role that the words of a heading may name, best first. Empty for a heading that no plan of ours knows. */
export function rolesNamed(text: string): readonly Named[] {
  const known = NAMED.get(text);
  if (known !== undefined) return known;
  const named = findRoles(text);
  if (NAMED.size > MOST_KEPT) NAMED.clear();
  NAMED.set(text, named);
  return named;
}

const NAMED = new Map<string, readonly Named[]>();
const MOST_KEPT = 5_000;

function findRoles(text: string): readonly Named[] {
  const whole = EXACT.get(headingKey(text));
  if (whole !== undefined) return [whole];
  if (text.length > MOST_WORDS) return [];
  const key = headingKey(bareHeading(text));
  const bare = EXACT.get(key);
  if (bare !== undefined) return [{ ...bare, rank: bare.rank + 1 }];
  if (key.length > 60) return [];
  const part = partNamed(text);
  if (part.length > 0) return part;
  return WORDINGS.flatMap(({ role, begins, unless }, index) =>
    begins.test(key) && !(unless?.test(key) ?? false) ? [{ role, rank: QUALIFIED + index }] : [],
  );
}

/** The role that the last part of a heading names: `ACTIVIDADES / FECHA DE INICIO` is a start. */
function partNamed(text: string): readonly Named[] {
  const parts = text.split(/\s+\/\s+/);
  const last =
    parts.length === 2 && /^actividad|^accion/.test(headingKey(parts[0] ?? '')) ? parts[1] : undefined;
  const named = last === undefined ? [] : findRoles(last);
  return named.filter(({ role }) => role === 'start' || role === 'end');
}

/** Whether a heading says that its cells hold a time from one day to another. */
export function namesPeriod(text: string): boolean {
  return PERIOD.test(headingKey(bareHeading(text)));
}

/** Whether a heading names what several activities have in common: *Componente*, *Línea estratégica*. */
export function namesGroup(text: string): boolean {
  return GROUPS.test(headingKey(bareHeading(text)));
}

/** The role that a misspelt or badly scanned heading most likely means: at most two letters differ. */
export function roleAlmostNamed(text: string): ColumnName | undefined {
  const key = headingKey(bareHeading(text));
  if (key.length < 5 || key.length > 30) return undefined;
  const most = key.length < 8 ? 1 : 2;
  let best: { role: ColumnName; distance: number } | undefined;
  for (const [word, { role }] of EXACT) {
    if (Math.abs(word.length - key.length) > most || word.length < 5) continue;
    const distance = editDistance(key, word);
    if (distance <= most && (best === undefined || distance < best.distance)) best = { role, distance };
  }
  return best?.role;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
