import { type Action, may, type Role } from './access.ts';

/**
 * Every command and what it takes, in the order in which menus and `/ayuda` list them. What each says there stands in
 * `texts/commands.ts`, what it does in `conversations/commands.ts`.
 */
export const commands = {
  start: 'help',
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

/** What somebody with these roles finds in the menu and in `/ayuda`; `/start` is the button of who is not here yet. */
export function commandsFor(roles: ReadonlySet<Role>): readonly CommandName[] {
  return commandNames.filter((name) => name !== 'start' && may(roles, commands[name]));
}

/** What somebody who is nobody here finds. */
export const strangersCommands: readonly CommandName[] = ['start', 'ayuda'];
