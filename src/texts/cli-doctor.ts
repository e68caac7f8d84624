import { count } from './words.ts';

const marks = { ok: 'Bien', warning: 'Ojo', wrong: 'Mal' } as const;

const kinds: Readonly<Record<string, string>> = {
  reply: 'una respuesta',
  tap: 'la respuesta a un botón',
  edit: 'el cambio de un mensaje',
  buttons: 'el cambio de unos botones',
  reminder: 'un recordatorio',
  summary: 'un resumen',
  notice: 'un aviso',
};

/** What `doctor` finds, each with what to do about it. */
export const findings = {
  line: (level: keyof typeof marks, text: string) => `${marks[level].padEnd(4)}  ${text}`,
  wrong: (amount: number) => `${count(amount, 'cosa está', 'cosas están')} mal; arriba dice qué hacer`,
  somebody: 'alguien que no está registrado',
  setting: (problem: string) => `${problem} Corríjalo en el archivo .env o en el entorno.`,
  settings: 'Los ajustes están completos.',
  noToken: 'Falta BOT_TOKEN: sin él el bot no inicia. Escríbalo en el archivo .env.',
  dataContact: (text: string) =>
    `DATA_CONTACT no está: en el aviso de datos personales se lee «${text}». Escriba un correo o un teléfono.`,
  noDatabase: (path: string) =>
    `Todavía no existe la base de datos ${path}. Importe un plan: plan import ARCHIVO.`,
  notADatabase: (path: string) =>
    `${path} no se puede abrir como base de datos. Revise DATABASE_PATH y los permisos, o restaure una copia.`,
  intact: 'La base de datos está íntegra.',
  damaged: (what: string) =>
    `La base de datos está dañada (${what}). Detenga el bot y restaure la última copia.`,
  current: 'Las tablas son las de esta versión.',
  older: 'Las tablas son de una versión anterior. Se actualizan solas al iniciar el bot.',
  newer: 'Las tablas son de una versión más nueva. Actualice el programa antes de iniciarlo.',
  noPlan: 'No hay ningún plan. Importe uno: plan import ARCHIVO.',
  neverContacted: 'El bot nunca ha hablado con Telegram. Inícielo con «npm start».',
  silent: (when: string) =>
    `El bot no habla con Telegram desde el ${when}. Revise que esté en marcha y que haya internet; si se cayó, inícielo de nuevo.`,
  alive: (when: string) => `El bot está en marcha; último contacto con Telegram: ${when}.`,
  stopped: (when: string) =>
    `El bot está detenido; último contacto con Telegram: ${when}. Inícielo con «npm start».`,
  rival: (when: string) =>
    `Otro proceso usa el mismo BOT_TOKEN (${when}) y puede estar quedándose con respuestas. Deténgalo, o pida otro token a @BotFather.`,
  queue: (waiting: number, released: number) =>
    `${count(waiting, 'mensaje espera', 'mensajes esperan')} su hora y ${count(released, 'está', 'están')} por salir.`,
  retrying: (rows: number, reason: string) =>
    `${count(rows, 'mensaje se sigue', 'mensajes se siguen')} intentando: ${reason}. Se enviarán al volver Telegram.`,
  refused: (kind: string, name: string, when: string, reason: string) =>
    `No se pudo entregar ${kinds[kind] ?? kind} a ${name} (${when}): ${reason}. Pídale que escriba al bot; los recordatorios se repiten con «remind».`,
  setAside: (update: number, when: string, error: string) =>
    `Un mensaje recibido el ${when} no se pudo procesar (${update}: ${error}). La persona fue avisada; repórtelo a quien mantiene el programa.`,
} as const;
