import { longDay } from '../words/days.ts';
import { listed, type Named } from './known.ts';

type Cut = { readonly number: number; readonly date: string };

/** Errors that end a command: one line of plain text. */
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

/** A failure of SQLite, by its code. */
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

/** A failure of the machine, by its error code; undefined for other codes. */
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
    case 'ENOENT':
      return `no existe ${path}, o la carpeta donde va; revise la ruta`;
    default:
      return `no se pudo usar ${path} (${code})`;
  }
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
