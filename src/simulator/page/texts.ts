/** Every word of the page. Times are Bogotá's, whatever the machine's zone. */
import type { FaultName, Jump } from '../show/view.ts';

const zone = { timeZone: 'America/Bogota' } as const;
const shortHour = new Intl.DateTimeFormat('es-CO', {
  ...zone,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const longDate = new Intl.DateTimeFormat('es-CO', {
  ...zone,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const dayMonth = new Intl.DateTimeFormat('es-CO', { ...zone, day: 'numeric', month: 'long' });
const shortDay = new Intl.DateTimeFormat('es-CO', { ...zone, day: 'numeric', month: 'short' });

export const clockOf = (at: number): string => shortHour.format(at);
export const dateOf = (at: number): string => longDate.format(at);
export const dayOf = (at: number): string => dayMonth.format(at);
/** `16 mar, 08:00` */
export const stampOf = (at: number): string =>
  `${shortDay.format(at).replace(/\.| de/g, '')}, ${shortHour.format(at)}`;

/** `74 KB`, `1,2 MB` */
export function sizeOf(bytes: number): string {
  const format = (value: number, unit: string): string =>
    `${value.toLocaleString('es-CO', { maximumFractionDigits: value < 10 ? 1 : 0 })} ${unit}`;
  return bytes < 1_000_000 ? format(Math.max(1, bytes / 1000), 'KB') : format(bytes / 1_000_000, 'MB');
}

export const texts = {
  connected: '',
  lost: 'La página perdió el contacto con la demostración. Si la detuvo, vuelva a iniciarla; la página se reconecta sola.',
  clockTitle: 'Reloj',
  moving: 'El reloj va en camino…',
  jumps: {
    opening: '16 de marzo 08:00',
    day: '+1 día',
    reminder: 'Siguiente recordatorio',
    closing: 'Cierre del corte',
  } satisfies Record<Jump, string>,
  past: 'ya pasó',
  none: 'no hay más',
  journalTitle: 'Qué pasó',
  journalEmpty: 'Todavía nada. Mueva el reloj o escriba desde un teléfono.',
  phoneOf: (name: string) => `Teléfono de ${name}`,
  chatOf: (name: string) => `Conversación de ${name} con el bot`,
  unread: (count: number) => (count === 1 ? '1 mensaje sin leer' : `${count} mensajes sin leer`),
  newMessages: 'Mensajes nuevos',
  bot: 'bot',
  typing: 'escribiendo…',
  offline: 'sin conexión',
  settings: 'Opciones del teléfono',
  goOffline: 'Sin conexión',
  goOfflineHint: 'Lo que escriba sale al volver la conexión',
  block: 'Bloquear el bot',
  unblock: 'Desbloquear el bot',
  blockHint: 'El bot ya no podrá escribirle',
  invited: 'Le llegó esta invitación',
  aboutBot: '¿Qué hace este bot?',
  aboutDefault: 'Recoge el avance de las actividades del plan y le entrega el resumen a la Alcaldía.',
  start: 'Iniciar',
  noChat: 'Todavía no hay mensajes',
  restart: 'Desbloquear',
  write: 'Mensaje',
  writeTo: (name: string) => `Mensaje de ${name} al bot`,
  send: 'Enviar',
  attach: 'Adjuntar',
  attachPhoto: 'Foto…',
  attachFile: 'Archivo…',
  menu: 'Menú de comandos',
  noCommands: 'El bot todavía no ofrece comandos aquí. Puede escribir /ayuda.',
  edit: 'Editar este mensaje',
  editing: 'Editando el mensaje',
  cancelEdit: 'Dejar de editar',
  edited: 'editado',
  waitingForConnection: 'espera la conexión',
  sent: 'enviado; el bot aún no lo recoge',
  fetched: 'recogido por el bot',
  me: (name: string) => `${name}:`,
  theBot: 'Bot:',
  photo: 'Imagen',
  enlarge: (text: string) => `Ampliar la imagen${text === '' ? '' : `: ${text}`}`,
  open: 'Abrir',
  save: 'Guardar',
  close: 'Cerrar',
  waiting: 'esperando respuesta',
  failed: 'La demostración no respondió. Revise que siga en marcha.',
  curtainTitle: 'Tras bambalinas',
  curtainHint: 'llamadas a Telegram, mensajes por salir, fallas y el proceso del bot',
  faultsTitle: 'Fallas de la entrega',
  faultsHint: 'Enciéndalas, use los teléfonos y apáguelas: nada se pierde.',
  faults: {
    tooManyRequests: [
      'Telegram pide esperar (429)',
      'Rechaza la mitad de los envíos y pide 3 segundos de espera',
    ],
    lostConnection: ['Conexión perdida', 'El bot no alcanza a Telegram ni Telegram al bot'],
    duplicates: ['Entregas repetidas', 'Telegram entrega dos veces cada mensaje o toque'],
  } satisfies Record<FaultName, readonly [string, string]>,
  botTitle: 'El proceso del bot',
  botStates: { starting: 'arrancando', running: 'en marcha', stopped: 'apagado' },
  pid: (pid: number | null, starts: number) =>
    `${pid === null ? 'sin proceso' : `proceso ${pid}`} · arranque n.º ${starts}`,
  restartBot: 'Matar y reiniciar',
  killBot: 'Solo matar',
  startBot: 'Encender',
  botHint: 'Se mata de verdad (SIGKILL), en medio de lo que esté haciendo.',
  log: 'Su registro',
  callsTitle: 'Llamadas a la API de Telegram',
  outboxTitle: 'Bandeja de salida',
  outcomes: { waiting: 'en curso', ok: 'bien', refused: 'rechazada', lost: 'sin respuesta' },
  columns: {
    time: 'hora',
    method: 'método',
    to: 'para',
    outcome: 'resultado',
    kind: 'tipo',
    state: 'estado',
    tries: 'intentos',
  },
  kinds: {
    reply: 'respuesta',
    tap: 'toque',
    edit: 'edición',
    buttons: 'quitar botones',
    reminder: 'recordatorio',
    summary: 'resumen',
    notice: 'aviso',
  } as Readonly<Record<string, string>>,
  states: {
    waiting: 'espera su hora',
    released: 'por salir',
    sent: 'entregado',
    refused: 'rechazado',
    expired: 'vencido',
    notNeeded: 'ya no hacía falta',
    cancelled: 'cancelado',
  } as Readonly<Record<string, string>>,
  details: 'Ver lo enviado y lo respondido',
  noCalls: 'Todavía no hay llamadas.',
  tour: {
    title: 'Recorrido de un minuto',
    step: (place: number, of: number) => `Paso ${place} de ${of}`,
    skip: 'Saltar el recorrido',
    show: 'Ver el recorrido',
    working: 'En eso estamos…',
    enrol: {
      title: 'Dar ingreso',
      text: 'Cada persona recibió una invitación. En el teléfono de Aracelly toque Iniciar, lea el aviso y toque Autorizo.',
      help: 'Dar ingreso a todos por mí',
    },
    remind: {
      title: 'Recordar',
      text: 'El 16 de marzo a las 8:00 abre el primer corte. Adelante el reloj: el bot le escribe solo a quien tiene actividades pendientes.',
      help: 'Ir al 16 de marzo, 08:00',
    },
    answer: {
      title: 'Responder',
      text: 'En el teléfono de Aracelly toque Reportar ahora, elija un porcentaje y escriba una frase. Pruebe una o dos y deje el resto.',
      help: 'Responder lo que falta por mí',
    },
    summary: {
      title: 'Resumen',
      text: 'Con todo reportado, el resumen le llega solo a la Alcaldía. También se puede pedir: escriba /resumen en el teléfono de Julio Cesar.',
      help: 'Pedir /resumen por mí',
    },
    done: {
      title: 'Eso es todo',
      text: 'La Alcaldía tiene su 28,6 %, la imagen y el formato en PDF; con el botón Excel, el oficial lleno. Siga por su cuenta: mueva el reloj, bloquee el bot o mate su proceso en Tras bambalinas.',
      close: 'Terminar',
    },
  },
} as const;
