import { enumerate } from '../words/sentences.ts';

export const cutStates = {
  scheduled: 'programado',
  open: 'abierto',
  grace: 'en gracia',
  closed: 'cerrado',
} as const;

export const cutRefusals = {
  reason: 'diga el motivo con --reason, en hasta 1000 caracteres',
  notOpened: 'ese corte todavía no ha abierto',
  alreadyClosed: 'ese corte ya está cerrado',
  noActivities: 'diga qué actividades con --activity',
  lastDay: (from: string) =>
    `el último día debe ser una fecha como 2026-05-22, desde hoy (${from}) y dentro de un año`,
  unknownActivities: (numbers: readonly string[]) =>
    `el plan no tiene ${numbers.length === 1 ? 'la actividad' : 'las actividades'} ${numbers.join(', ')}`,
  notAsked: (numbers: readonly string[]) =>
    `en ese corte no se ${numbers.length === 1 ? 'pregunta la actividad' : 'preguntan las actividades'} ${numbers.join(', ')} (retirada, no iniciada o no programada)`,
  cutOver: (numbers: readonly string[]) =>
    `ese corte ya no recibe reportes de ${which(numbers)}, así que queda como está`,
  alreadyOut: (numbers: readonly string[]) => `ya no se programó en ese corte ${which(numbers)}`,
  notOut: (numbers: readonly string[]) => `en ese corte sí se pregunta ${which(numbers)}`,
} as const;

function which(numbers: readonly string[]): string {
  return `${numbers.length === 1 ? 'la actividad' : 'las actividades'} ${enumerate(numbers)}`;
}

export const cutDone = {
  reopened: (cut: number, plan: string, numbers: readonly string[], until: string) =>
    `El corte ${cut} de ${plan} quedó reabierto para ${numbers.length === 1 ? 'la actividad' : 'las actividades'} ${enumerate(numbers)} hasta el ${until}.`,
  closed: (cut: number, plan: string, day: string) => `El corte ${cut} de ${plan} quedó cerrado el ${day}.`,
  excluded: (cut: number, plan: string, numbers: readonly string[]) =>
    `El corte ${cut} de ${plan} queda sin ${which(numbers)} (no programado).`,
  included: (cut: number, plan: string, numbers: readonly string[]) =>
    `El corte ${cut} de ${plan} vuelve a preguntar ${which(numbers)}.`,
} as const;

type CutDays = {
  readonly date: string;
  readonly opens: string;
  readonly closing: string;
  readonly lastDay: string;
};

/** A cut whose days, or whose reminders' days, changed. */
export function cutMoved(cut: number, plan: string, before: CutDays, after: CutDays): string {
  const change = (what: string, then: string, now: string) =>
    then === now ? [] : [`${what} ${now} (antes ${then})`];
  const changes = [
    ...change('fecha', before.date, after.date),
    ...change('abre', before.opens, after.opens),
    ...change('cierra', before.closing, after.closing),
    ...change('último día', before.lastDay, after.lastDay),
  ];
  return `Corte ${cut} de ${plan}: ${changes.length === 0 ? 'cambian los días de sus recordatorios' : changes.join(', ')}.`;
}
