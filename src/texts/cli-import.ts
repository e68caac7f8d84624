import { capital, count, enumerate, longDay, percent } from './words.ts';

/** What `plan import` says. Plain text. */

type Figures = { readonly progress: number; readonly observation: string };

export const importErrors = {
  problems: (amount: number) =>
    `el formato tiene ${count(amount, 'problema', 'problemas')}; no se guardó nada`,
  fractionsHint: 'Si esos números son fracciones (0,5 es 50 %), repita la orden con --fractions.',
  refused:
    'el formato no se parece al plan guardado; no se guardó nada. Corrija el archivo o impórtelo por el chat con /importar',
  otherActivity: (number: string, stored: string, read: string) =>
    `Actividad ${number}: dice «${read}» y guardada está «${stored}»; ¿es la misma?`,
  cutInUse: (date: string) => `El formato ya no tiene el corte del ${longDay(date)}, que tiene reportes.`,
} as const;

export const warning = (sentence: string) => `Aviso: ${sentence}`;
export const mending = (sentence: string) => `Unido: ${sentence}`;

export const imported = {
  dryRun: 'Prueba: no se guardó nada. Esto pasaría:',
  newPlan: 'Plan nuevo.',
  corrected: 'Plan corregido.',
  nothingChanged: 'Nada cambió: el plan ya estaba así.',
  activities: (total: number) => capital(count(total, 'actividad', 'actividades')),
  positions: 'Cargos:',
  newPosition: ' (nuevo)',
  cuts: 'Cortes:',
  cut: (number: number, date: string) => `${number}. ${longDay(date)}`,
  header: (fields: readonly string[]) => `Cambió el encabezado: ${enumerate(fields)}.`,
  added: (numbers: readonly string[]) => `Actividades nuevas: ${enumerate(numbers)}.`,
  changed: (number: string, fields: readonly string[]) =>
    `Cambió la actividad ${number}: ${enumerate(fields)}.`,
  retired: (numbers: readonly string[]) =>
    `Actividades que ya no están y quedan retiradas: ${enumerate(numbers)}.`,
  cutsAdded: (dates: readonly string[]) => `Cortes nuevos: ${enumerate(dates.map(longDay))}.`,
  cutsRemoved: (dates: readonly string[]) => `Cortes que ya no están: ${enumerate(dates.map(longDay))}.`,
  reports: (amount: number) => `${capital(count(amount, 'reporte importado', 'reportes importados'))}.`,
  differing: (amount: number) =>
    `${capital(count(amount, 'reporte difiere', 'reportes difieren'))} del formato; lo guardado no se toca:`,
  difference: (number: string, cut: number, stored: Figures, form: Figures) =>
    `  actividad ${number}, corte ${cut}: guardado ${figures(stored)}; en el formato ${figures(form)}`,
} as const;

/** What each field is called in the form. */
export const fieldNames = {
  system: 'sistema',
  title: 'título',
  version: 'versión',
  versionDate: 'fecha de la versión',
  entity: 'entidad',
  drawnUpOn: 'fecha de elaboración',
  scope: 'alcance',
  objectives: 'objetivos',
  drawnUpBy: 'quién elaboró',
  approvedBy: 'quién revisó y aprobó',
  place: 'orden',
  name: 'actividad',
  target: 'meta',
  responsible: 'responsable',
  indicator: 'indicador',
  phase: 'fase',
  startsOn: 'fecha de inicio',
  endsOn: 'fecha de terminación',
  participationLevel: 'nivel de participación',
  channels: 'canal de comunicación',
  stakeholderGroup: 'grupo de valor',
  means: 'medios',
  resources: 'recursos',
  weight: 'ponderación',
  extra: 'otras columnas',
  positions: 'cargos',
  back: 'vuelve al plan',
} as const;

function figures({ progress, observation }: Figures): string {
  return `${percent(progress)} «${observation}»`;
}
