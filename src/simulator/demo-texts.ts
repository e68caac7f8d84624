import type { CutState } from '../domain/calendar.ts';
import { type LocalDate, localTime, type Moment, weekday } from '../domain/dates.ts';
import { clockTime, day, longDay } from '../texts/words/days.ts';
import { monitoring } from '../texts/words/names.ts';
import { capital, enumerate } from '../texts/words/sentences.ts';

/** Why the demo's page could not do something. */
export const demoRefusals = {
  blocked: 'Este teléfono bloqueó el bot. Desbloquéelo para escribirle.',
  offline: 'Este teléfono está sin conexión.',
  impossible: 'El teléfono no pudo hacer eso: el mensaje o el botón ya cambió.',
  moving: 'El reloj ya va en camino. Espere a que llegue.',
  nowhere: 'Ese momento ya pasó.',
  assisting: 'Ya lo estamos haciendo. Un momento.',
  notUnderstood: 'No entendimos esa acción.',
  tooBig: 'El archivo pasa de 20 MB.',
  botStopped: 'El bot está apagado. Enciéndalo y pruebe de nuevo.',
  photo: 'Foto',
} as const;

const weekdays = ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'] as const;

/** `miércoles 16 de marzo de 2022, 8:00 a. m.` */
export function fullMoment(moment: Moment): string {
  const { date } = localTime(moment);
  const time = clockTime(moment).split(', ').at(-1) ?? '';
  return `${weekdays[weekday(date) - 1]} ${longDay(date)}, ${time}`;
}

/** The entries of the demo's list of what happened. */
export const happened = {
  clock: (to: Moment) => `El reloj avanza hasta el ${fullMoment(to)}`,
  nothing: () => 'No había nada que enviar en ese tiempo',
  cut: (state: CutState, number: number, cutDate: LocalDate, until: LocalDate) => {
    const name = `${monitoring(number)} (corte del ${day(cutDate)})`;
    switch (state) {
      case 'scheduled':
        return `Programado el ${name}`;
      case 'open':
        return `Abre el ${name}: recibe reportes a tiempo hasta el ${day(until)}`;
      case 'grace':
        return `Terminó el plazo del ${name}: lo que llegue hasta el ${day(until)} es extemporáneo`;
      case 'closed':
        return `Se cerró el ${name}`;
    }
  },
  sent: (kind: string, names: readonly string[]) =>
    `${capital(sentKinds[kind] ?? 'mensaje')} para ${enumerate(names)}`,
  notNeeded: (kind: string, names: readonly string[]) =>
    `${capital(sentKinds[kind] ?? 'mensaje')} para ${enumerate(names)}: ya no hacía falta`,
  undelivered: (kind: string, names: readonly string[]) =>
    `${capital(sentKinds[kind] ?? 'mensaje')} para ${enumerate(names)}: no llegó y queda en la lista de pendientes`,
  killed: (pid: number) => `Matamos el proceso del bot (pid ${pid}), sin aviso`,
  stopped: () => 'El proceso del bot terminó por sí solo',
  notHelped: () => 'No pudimos hacerlo todo por usted: mire qué le pasa a cada teléfono',
  started: (pid: number) => `Arranca el proceso del bot (pid ${pid})`,
  running: (waiting: number) =>
    waiting === 0
      ? 'El bot está en marcha'
      : `El bot está en marcha y recoge ${waiting === 1 ? 'lo que esperaba' : `las ${waiting} cosas que esperaban`} en Telegram`,
} as const;

const sentKinds: Readonly<Record<string, string>> = {
  reminder: 'recordatorio',
  summary: 'resumen automático',
  notice: 'aviso',
};

/** Printed in the terminal while the page is served. */
export const demoTerminal = {
  busy: (wanted: number, taken: number) => `El puerto ${wanted} está ocupado; usamos el ${taken}.`,
  ready: (address: string) =>
    `La demostración está en ${address}\nÁbrala en un navegador de este mismo equipo. Ctrl-C la detiene.`,
  kept: (folder: string) => `Los datos quedan en ${folder}`,
  ended: () => 'La demostración terminó y no dejó nada en el equipo.',
  usage: () =>
    'Uso: npm run demo -- [--play] [--port NÚMERO] [--keep]\n  --play   cuenta el primer corte en la terminal y termina\n  --port   puerto de la página (si está ocupado, el siguiente libre)\n  --keep   conserva la carpeta con la base de datos y los archivos\n',
} as const;
