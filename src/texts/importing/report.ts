import { count, percent } from '../words/amounts.ts';
import { longDay } from '../words/days.ts';
import { capital, enumerate } from '../words/sentences.ts';

type Figures = { readonly progress: number; readonly observation: string };

/** What an import did or would do, on the command line and in the chat. Plain text. */
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
  kept: (numbers: readonly string[]) =>
    `${numbers.length === 1 ? 'Sigue' : 'Siguen'} como en la versión vigente del plan, porque el archivo trae lo de antes: ${enumerate(numbers)}.`,
  cutsAdded: (dates: readonly string[]) => `Cortes nuevos: ${enumerate(dates.map(longDay))}.`,
  cutsRemoved: (dates: readonly string[]) => `Cortes que ya no están: ${enumerate(dates.map(longDay))}.`,
  cutMoved: (date: string, formDate: string) =>
    `El corte del ${longDay(date)} se conserva: así quedó en los ajustes del plan, aunque el formato dice ${longDay(formDate)}.`,
  reports: (amount: number) => `${capital(count(amount, 'reporte importado', 'reportes importados'))}.`,
  unopenedCuts: (dates: readonly string[]) => {
    const [of, then] =
      dates.length === 1
        ? ['un corte que todavía no ha abierto', 'abra']
        : ['cortes que todavía no han abierto', 'abran'];
    return `Trae monitoreo de ${of}: ${enumerate(dates.map(longDay))}. Lo que ya trae no se preguntará cuando ${then}.`;
  },
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
  planned: 'lo programado',
  executed: 'lo ejecutado',
  positions: 'cargos',
  back: 'vuelve al plan',
} as const;

function figures({ progress, observation }: Figures): string {
  return `${percent(progress)} «${observation}»`;
}
