import { count } from '../words/amounts.ts';
import { enumerate } from '../words/sentences.ts';

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

const jobs: Readonly<Record<string, string>> = {
  evidence: 'traer soportes',
  render: 'hacer un archivo',
  readForm: 'leer un formato recibido',
};

function amountOf(kind: string, amount: number): string {
  switch (kind) {
    case 'reminder':
      return count(amount, 'recordatorio', 'recordatorios');
    case 'summary':
      return count(amount, 'mensaje de resumen', 'mensajes de resumen');
    default:
      return count(amount, 'aviso', 'avisos');
  }
}

/** Up to ten names, and how many more there are. */
function someOf(names: readonly string[]): string {
  const more = names.length - 10;
  return `${names.slice(0, 10).join(', ')}${more > 0 ? ` y ${more} más` : ''}`;
}

/**
 * The findings of `doctor`, each with what to do about it. A time already ends in a full stop (`9:00 a. m.`).
 */
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
  unusable: (why: string) => `${why.slice(0, 1).toUpperCase()}${why.slice(1)}${why.endsWith('.') ? '' : '.'}`,
  token: (username: string) => `Telegram acepta BOT_TOKEN: es @${username}.`,
  tokenRefused: 'Telegram no acepta BOT_TOKEN. Cópielo de nuevo de @BotFather.',
  telegramAway: (why: string) =>
    `No se pudo preguntar a Telegram por BOT_TOKEN (${why}). Revise la conexión a internet.`,
  webhook: 'Telegram entrega por el webhook.',
  webhookNotSet: 'Telegram todavía no tiene la dirección de WEBHOOK_URL. El bot se la da al iniciar.',
  webhookFails: (pending: number, error: string) =>
    `Telegram no logra entregar por WEBHOOK_URL (${count(pending, 'mensaje espera', 'mensajes esperan')}): ${error}. Revise el proxy, el certificado y que el bot esté en marcha.`,
  webhookOfOthers:
    'Alguien puso un webhook con el mismo BOT_TOKEN, y este bot no lo usa. El bot lo quita al iniciar; si vuelve, otro proceso tiene el token.',
  clock: (time: string) => `El reloj está bien: ${time}, hora de Colombia.`,
  clockUnknown: (time: string) =>
    `La hora de esta máquina es ${time}, hora de Colombia; no se pudo comparar con la de Telegram.`,
  clockApart: (here: string, there: string) =>
    `El reloj de esta máquina dice ${here} y el de Telegram ${there} Actívele la sincronización de hora (NTP): los recordatorios saldrían a deshora.`,
  clockBack: (when: string) =>
    `El último contacto con Telegram quedó anotado en el futuro (${when}). Revise el reloj de esta máquina.`,
  room: (folder: string, mb: number) => `Hay espacio en ${folder}: ${mb} MB.`,
  littleRoom: (folder: string, mb: number) => `Queda poco espacio en ${folder}: ${mb} MB. Libere o agregue.`,
  noRoom: (folder: string, mb: number) =>
    `Casi no queda espacio en ${folder}: ${mb} MB. Libere ya: sin espacio no se guarda ni se confirma nada.`,
  evidenceDeclined: (folder: string, mb: number, reserve: number) =>
    `El bot no recibe archivos de soporte: en ${folder} quedan ${mb} MB y EVIDENCE_RESERVE_MB es ${reserve}. Las respuestas siguen. Libere o agregue espacio.`,
  noRoomToClean: (folder: string, mb: number) =>
    `Lo que se borró todavía puede leerse en los bytes de la base de datos: limpiarla necesita ${mb} MB libres en ${folder}. Haga espacio; el bot la limpia al iniciar y a las 3:00 a. m.`,
  oldRestored: (path: string) =>
    `${path} es lo que había antes de restaurar, hace más de 30 días, con datos de quienes se retiraron. Si ya no hace falta, bórrelo.`,
  notWritable: (path: string) =>
    `No se puede escribir en ${path}. Corrija el dueño o los permisos para el usuario del bot.`,
  openToAll: (path: string) =>
    `Cualquier usuario de esta máquina puede leer ${path} o escribir en él. Ciérrelo: chmod o= ${path}`,
  evidenceOpenToAll: (folder: string, names: readonly string[]) =>
    `Cualquier usuario de esta máquina puede leer ${count(names.length, 'archivo de soporte', 'archivos de soporte')} en ${folder}: ${someOf(names)}. Ciérrela: chmod -R go= ${folder}`,
  audit: (rows: number, hash: string) =>
    `La auditoría está completa: ${count(rows, 'anotación', 'anotaciones')}. Última huella: ${hash}`,
  auditBroken: (row: number) =>
    `La auditoría fue alterada en la anotación ${row} o después. Guarde una copia de la base de datos y avise a Control Interno.`,
  stuck: (since: string) =>
    `Hay mensajes por salir desde el ${since} Si el bot está en marcha, revise la conexión con Telegram.`,
  jobsFailed: (kind: string, amount: number) =>
    `No se logró ${jobs[kind] ?? kind} (${count(amount, 'vez', 'veces')} en 30 días). Quien lo esperaba fue avisado; si se repite, revise el espacio y la conexión.`,
  evidence: (files: number) =>
    files === 0
      ? 'No hay archivos de soporte que revisar.'
      : `Los soportes están completos y sin cambios: ${count(files, 'archivo', 'archivos')}.`,
  evidenceMissing: (folder: string, names: readonly string[]) =>
    `${count(names.length, 'archivo de soporte no está', 'archivos de soporte no están')} en ${folder}: ${someOf(names)}. Cópielos de la carpeta .files de una copia.`,
  evidenceChanged: (folder: string, names: readonly string[]) =>
    `${count(names.length, 'archivo de soporte cambió', 'archivos de soporte cambiaron')} en ${folder} desde que se recibió (SHA-256): ${someOf(names)}. Cópielos de la carpeta .files de una copia y averigüe quién los tocó.`,
  backedUp: (when: string) => `Última copia con «backup»: ${when}`,
  followed: 'Litestream copia la base de datos; los soportes los copia «backup».',
  neverBackedUp: 'Nunca se ha hecho una copia con «backup». Programe una diaria (docs/operations.md).',
  oldBackup: (when: string) =>
    `La última copia con «backup» es del ${when} Programe una diaria (docs/operations.md).`,
  cutOf: (cut: number, plan: string) => `corte ${cut} de ${plan}`,
  reminder: (when: string, cuts: readonly string[]) =>
    `Recordatorio a quien tenga pendientes: ${when} (${enumerate(cuts)}).`,
  noReminders: 'No queda ningún recordatorio: todos los cortes pasaron. Importe el plan del nuevo año.',
  noPlan: 'No hay ningún plan. Importe uno: plan import ARCHIVO.',
  noCoordinator:
    'Nadie coordina (Planeación): desde el chat nadie puede invitar, asignar ni presentar. person add --name "Nombre Apellido" --role coordinator, y después person invite N.',
  coordinatorAway: (name: string, id: number) =>
    `Nadie coordina todavía: ${name} no ha ingresado. Si perdió su enlace: person invite ${id}.`,
  newBeside: (path: string, others: readonly string[]) =>
    `La base de datos ${path} no tiene a nadie ni ningún plan, y al lado hay ${count(others.length, 'otra con datos', 'otras con datos')}: ${someOf(others)}. Revise DATABASE_PATH: quizá el bot está usando un archivo nuevo.`,
  next: (when: string, kinds: readonly (readonly [string, number])[]) =>
    `Próximas 24 horas, si nadie escribe antes: ${when}, ${enumerate(kinds.map(([kind, amount]) => amountOf(kind, amount)))}.`,
  nothingNext: 'En las próximas 24 horas no sale nada por sí solo.',
  nextUnknown:
    'No se pudo calcular qué sale en las próximas 24 horas. Repórtelo a quien mantiene el programa.',
  neverContacted: 'El bot nunca ha hablado con Telegram. Inícielo con «npm start».',
  silent: (when: string) =>
    `El bot no habla con Telegram desde el ${when} Revise que esté en marcha y que haya internet; si se cayó, inícielo de nuevo.`,
  alive: (when: string) => `El bot está en marcha; último contacto con Telegram: ${when}`,
  stopped: (when: string) =>
    `El bot está detenido; último contacto con Telegram: ${when} Inícielo con «npm start».`,
  rival: (when: string) =>
    `Otro proceso usa el mismo BOT_TOKEN (${when}) y puede estar quedándose con respuestas. Deténgalo, o pida otro token a @BotFather.`,
  queue: (waiting: number, released: number) =>
    `${count(waiting, 'mensaje espera', 'mensajes esperan')} su hora y ${count(released, 'está', 'están')} por salir.`,
  retrying: (rows: number, reason: string) =>
    `${count(rows, 'mensaje se sigue', 'mensajes se siguen')} intentando: ${reason}. Se enviarán al volver Telegram.`,
  refused: (kind: string, name: string, when: string, reason: string) =>
    `No se pudo entregar ${kinds[kind] ?? kind} a ${name} (${when}): ${reason}. Pídale que escriba al bot; después envíelo de nuevo con «remind --failed».`,
  setAside: (update: number, when: string, error: string) =>
    `Un mensaje recibido el ${when} no se pudo procesar (${update}: ${error}). La persona fue avisada; repórtelo a quien mantiene el programa.`,
} as const;
