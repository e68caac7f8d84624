import { count } from '../words/amounts.ts';
import { longDay } from '../words/days.ts';
import { enumerate } from '../words/sentences.ts';

/** What the operator reads on the command line. Plain text; what ends a command is one line. */

type Named = { readonly id: number; readonly name: string };
type Cut = { readonly number: number; readonly date: string };

export const cutStates = {
  scheduled: 'programado',
  open: 'abierto',
  grace: 'en gracia',
  closed: 'cerrado',
} as const;

export const roleNames = {
  responsible: 'responsable',
  mayor: 'alcalde o alcaldesa',
  coordinator: 'coordinación',
  control: 'Control Interno',
} as const;

export const errors = {
  prefix: 'Error: ',
  settings: (problems: number) =>
    problems === 1 ? 'hay un ajuste por corregir' : `hay ${problems} ajustes por corregir`,
  olderDatabase: (holder: string) =>
    `la base de datos es de una versión anterior y otro proceso la está usando (${holder}); detenga el bot, repita la orden y vuelva a iniciarlo`,
  noPlan: 'todavía no hay ningún plan; impórtelo con «plan import ARCHIVO»',
  unknownPlan: (named: string, known: readonly string[]) =>
    `no hay un plan «${named}»; hay: ${known.join(', ')}`,
  severalPlans: (plans: readonly string[]) => `hay varios planes: ${plans.join(', ')}; diga cuál con --plan`,
  unknownCut: (named: string, cuts: readonly Cut[]) =>
    `no hay un corte «${named}»; hay: ${cuts.map((cut) => `${cut.number} (${longDay(cut.date)})`).join(', ')}`,
  noCutOpened: (opens: string | undefined) =>
    opens === undefined
      ? 'el plan no tiene cortes'
      : `todavía no ha abierto ningún corte; el primero abre el ${longDay(opens)}. Nombre uno con --cut`,
  unknownPerson: (named: string, known: readonly Named[]) =>
    known.length === 0
      ? `no hay una persona con el número «${named}»; todavía no hay ninguna`
      : `no hay una persona con el número «${named}»; hay: ${listed(known)}`,
  noBotUsername: (reason: string) =>
    `no se sabe el nombre de usuario del bot (${reason}); inicie el bot una vez con «npm start»`,
  noToken: 'falta BOT_TOKEN para preguntarle a Telegram',
  telegramSays: (what: string) => `Telegram respondió: ${what}`,
  telegramUnreachable: 'no se pudo llegar a Telegram',
  year: (text: string) => `«${text}» no es un año de 1984 a 2199`,
  fileMissing: (file: string) => `no existe el archivo ${file}`,
  fileUnreadable: (file: string) => `no se pudo leer el archivo ${file}`,
  inside: (what: string) => `algo falló en el programa: ${what}`,
} as const;

/** What SQLite could not do, by its code. */
function databaseError(code: string, path: string): string {
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return `la base de datos ${path} está ocupada; intente de nuevo`;
  if (code.startsWith('SQLITE_NOTADB')) return `${path} no es una base de datos`;
  if (code.startsWith('SQLITE_CORRUPT')) return `la base de datos ${path} está dañada; restaure una copia`;
  if (code.startsWith('SQLITE_CANTOPEN')) return `no se pudo abrir la base de datos ${path}`;
  if (code.startsWith('SQLITE_READONLY')) return `no se puede escribir en la base de datos ${path}`;
  if (code.startsWith('SQLITE_FULL')) return 'el disco está lleno';
  return `la base de datos ${path} respondió ${code}`;
}

/** What the machine could not do, by the code of its error; undefined when it has none of those. */
export function machineError(code: string, path: string): string | undefined {
  if (code.startsWith('SQLITE_')) return databaseError(code, path);
  return /^E[A-Z]+$/.test(code) ? fileError(code, path) : undefined;
}

export function fileError(code: string, path: string): string {
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return `no hay permiso para usar ${path}`;
    case 'ENOSPC':
      return 'el disco está lleno';
    default:
      return `no se pudo usar ${path} (${code})`;
  }
}

export const personRefusals = {
  name: 'el nombre debe tener de 1 a 200 caracteres',
  nothingToHold: 'diga qué va a hacer la persona: un cargo con --position, un rol con --role, o ambos',
  positionMissing: 'quien es responsable necesita un cargo: diga cuál con --position',
  unknownPositions: (asked: readonly string[], known: readonly Named[]) =>
    known.length === 0
      ? `no hay cargos todavía; importe primero un plan con «plan import ARCHIVO»`
      : `no hay ${asked.length === 1 ? 'un cargo' : 'cargos'} ${asked.map((text) => `«${text}»`).join(', ')}; hay: ${listed(known)}`,
  samePosition: (name: string) => `el cargo «${name}» está dos veces`,
  mayorHeld: (holder: Named) =>
    `${holder.name} (n.º ${holder.id}) ya es alcalde o alcaldesa; solo puede haber una persona a la vez`,
} as const;

export const dayOffRefusals = {
  notADate: (text: string) => `«${text}» no es una fecha como 2026-05-22`,
  name: 'diga por qué no se trabaja ese día, en hasta 200 caracteres',
  weekend: 'ese día cae en fin de semana: ya no es hábil',
  holiday: (name: string) => `ese día ya es festivo: ${name}`,
  alreadyOff: (name: string) => `ese día ya no es hábil: ${name}`,
  reopens: (cut: number) =>
    `ese día ya pasó, y sin él el corte ${cut}, que está cerrado, volvería a recibir reportes`,
  notOff: (text: string) => `el ${text} no es un día no hábil de la entidad`,
  past: 'ese día ya llegó; solo se quitan los que están por venir',
  ofTheLaw: (name: string) => `ese día es festivo por ley: ${name}`,
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

export const usage = {
  unknownOption: (option: string) => `no existe la opción ${option}`,
  unknownCommand: (command: string) => `no existe la orden «${command}»`,
  missingArgument: (argument: string) => `falta ${argument}`,
  missingOption: (option: string) => `falta la opción ${option}`,
  missingValue: (option: string) => `la opción ${option} necesita un valor`,
  invalidValue: (option: string, choices: string) => `la opción ${option} debe ser una de: ${choices}`,
  excess: 'hay palabras de más',
  incomplete: 'la orden está incompleta',
  seeHelp: '(vea la ayuda con --help)',
} as const;

function listed(known: readonly Named[]): string {
  return known.map((each) => `${each.id} ${each.name}`).join(', ');
}

export const people = {
  nobody: '(nadie)',
  namesake: (other: Named) => `Aviso: ya hay una persona con ese nombre, la n.º ${other.id} (${other.name}).`,
  added: (person: Named) =>
    `Quedó ${person.name} con el n.º ${person.id}. Para invitarla: person invite ${person.id}`,
  enrolment: (person: { readonly enrolled: boolean; readonly unreachable: boolean }) =>
    !person.enrolled ? 'sin vincular' : person.unreachable ? 'vinculada, no recibe mensajes' : 'vinculada',
  invited: (name: string, until: string) =>
    `Envíe este enlace solo a ${name}. Sirve una vez, hasta el ${until}; los anteriores ya no sirven.`,
} as const;

export const cutDone = {
  reopened: (cut: number, plan: string, numbers: readonly string[], until: string) =>
    `El corte ${cut} de ${plan} quedó reabierto para ${numbers.length === 1 ? 'la actividad' : 'las actividades'} ${enumerate(numbers)} hasta el ${until}.`,
  closed: (cut: number, plan: string, day: string) => `El corte ${cut} de ${plan} quedó cerrado el ${day}.`,
  excluded: (cut: number, plan: string, numbers: readonly string[]) =>
    `El corte ${cut} de ${plan} queda sin ${which(numbers)} (no programado).`,
  included: (cut: number, plan: string, numbers: readonly string[]) =>
    `El corte ${cut} de ${plan} vuelve a preguntar ${which(numbers)}.`,
} as const;

export const dayOffDone = (date: string, name: string) => `El ${longDay(date)} ya no es día hábil: ${name}.`;

export const dayOffGone = (date: string, name: string) =>
  `El ${longDay(date)} vuelve a ser día hábil (era ${name}).`;

type CutDays = {
  readonly date: string;
  readonly opens: string;
  readonly closing: string;
  readonly lastDay: string;
};

/** A cut whose days are others, or whose reminders are. */
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

export const planSet = {
  dryRun: 'Prueba: no se guardó nada. Así quedaría:',
  now: (plan: string, opening: number, grace: number, approval: boolean) =>
    `${plan}: abre ${count(opening, 'día', 'días')} antes, ${count(grace, 'día hábil', 'días hábiles')} de gracia, ${approval ? 'con' : 'sin'} aprobación.`,
} as const;

export const planSetRefusals = {
  openingDays: (least: number, most: number) => `--opening-days debe ser un número de ${least} a ${most}`,
  graceWorkingDays: (least: number, most: number) => `--grace-days debe ser un número de ${least} a ${most}`,
  nothing: 'no hay nada que cambiar: el plan ya está así',
  cut: (text: string) => `--cut contiene «${text}»; debe ser como 1=2026-04-15`,
  unknownCut: (number: number) => `el plan no tiene un corte ${number}`,
  notADate: (text: string) => `«${text}» no es una fecha como 2026-05-22`,
  outsideYear: (year: number) => `la fecha debe ser del ${year} o de la primera mitad del ${year + 1}`,
  order: (number: number) => `el corte ${number} quedaría antes que el anterior, o el mismo día`,
  cutClosed: (number: number) => `el corte ${number} ya cerró y conserva su fecha`,
  cutReported: (number: number) => `el corte ${number} ya tiene reportes y conserva su fecha`,
  alreadyOver: (number: number) =>
    `con esas fechas el corte ${number} ya estaría cerrado; para eso está «cut close»`,
} as const;

export const dayOffKinds = { national: 'nacional', local: 'de la entidad' } as const;

export const reportColumns = [
  'Plan',
  'Actividad',
  'Corte',
  'Avance',
  'Observación',
  'Reportó',
  'Cuándo',
] as const;

export const reportWords = {
  imported: '(importado)',
  late: ' (extemporáneo)',
  planning: ' (registrado por Planeación)',
  correction: ' (corregido por Planeación)',
  voided: ' (anulado)',
  operator: 'Planeación',
} as const;

export const whyErrors = {
  notADate: (text: string) => `«${text}» no es una fecha como 2026-05-22`,
} as const;

export const reminded = {
  queued: (names: readonly string[], when: string) =>
    names.length === 0
      ? 'No hay a quién recordar.'
      : `Se recordará a ${count(names.length, 'persona', 'personas')} (${when}): ${names.join(', ')}.`,
  alreadyToday: (names: readonly string[]) => `Ya tienen el de ese día: ${names.join(', ')}.`,
  unreachable: (names: readonly string[]) => `No reciben mensajes del bot: ${names.join(', ')}.`,
} as const;

export const exportTexts = {
  unknownFormat: (given: string, known: readonly string[]) =>
    `--format contiene «${given}»; debe ser ${known.join(', ')}`,
  tooMany: (activities: number, most: number) =>
    `el plan tiene ${activities} actividades y Excel y PDF llegan hasta ${most}; use --format csv`,
  written: (file: string) => `Escrito: ${file}`,
} as const;
