import { type Action, may, type Role } from './access.ts';

/**
 * Every command and the action it needs, in the order of menus and `/ayuda`. Its description is in
 * `texts/commands.ts`, its function in `conversations/commands.ts`.
 */
export const commands = {
  start: 'help',
  inicio: 'begin',
  reportar: 'startReporting',
  misactividades: 'ownActivities',
  resumen: 'summary',
  pendientes: 'pending',
  exportar: 'export',
  auditoria: 'audit',
  importar: 'importPlan',
  presentar: 'present',
  recordar: 'remind',
  cortes: 'manageCuts',
  reabrir: 'reopen',
  verificar: 'verify',
  personas: 'managePeople',
  invitar: 'enrol',
  asignar: 'assign',
  encargo: 'assign',
  cancelar: 'cancel',
  misdatos: 'ownData',
  salir: 'leave',
  ayuda: 'help',
} as const satisfies Readonly<Record<string, Action>>;

export type CommandName = keyof typeof commands;

export const commandNames = Object.keys(commands) as readonly CommandName[];

export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}

/**
 * The commands that people with these roles find in the menu and in `/ayuda`; `/start` is only for people who
 * are not enrolled.
 */
export function commandsFor(roles: ReadonlySet<Role>): readonly CommandName[] {
  return commandNames.filter((name) => name !== 'start' && may(roles, commands[name]));
}

/** The commands of a stranger. */
export const strangersCommands: readonly CommandName[] = ['start', 'ayuda'];
