import type { Holdings } from '../db/people.ts';
import type { ButtonData } from '../domain/buttons.ts';

/** Roles are held: `responsible` is whoever holds a position, the others are offices. */
export type Role = 'responsible' | 'mayor' | 'coordinator' | 'control';

const watching: readonly Role[] = ['mayor', 'coordinator', 'control'];

/**
 * The whole matrix of role × action (specification: Roles, Chat commands); `everyone` is every enrolled
 * person. What hangs on the person and not on the role is decided where it is done: a responsible reports its own
 * activities only, and nobody approves or verifies a cut that they presented, reported in, corrected or imported figures of.
 */
const matrix = {
  /** `/start`, `/ayuda` */
  help: 'everyone',
  /** `/misdatos` */
  ownData: 'everyone',
  /** `/salir` */
  leave: 'everyone',
  /** `/cancelar`: whatever is being asked. */
  cancel: 'everyone',
  /** A change of an office: whoever is asked about it, or asked for it. */
  answerOfficeChange: 'everyone',
  /** `/misactividades` */
  ownActivities: ['responsible'],
  /** One's own activities: *Corregir*, evidence. */
  report: ['responsible'],
  /** `/reportar`: one's own, or for a position without an enrolled holder. */
  startReporting: ['responsible', 'coordinator'],
  /** `/resumen`, with detail, missing people and other cuts */
  summary: watching,
  /** `/pendientes` */
  pending: watching,
  /** `/exportar` */
  export: watching,
  /** `/auditoria` */
  audit: watching,
  /** `/recordar`, *Recordar a los que faltan* */
  remind: ['mayor', 'coordinator'],
  /** Approve what was presented, or return it with a remark. */
  approve: ['mayor'],
  /** `/importar` */
  importPlan: ['coordinator'],
  /** `/personas` */
  managePeople: ['coordinator'],
  /** `/invitar`, *No es esa persona* */
  enrol: ['coordinator'],
  /** `/asignar` and `/encargo` */
  assign: ['coordinator'],
  /** `/cortes`: calendar, local days off, *no programada*, early close. */
  manageCuts: ['coordinator'],
  /** `/reabrir` */
  reopen: ['coordinator'],
  /** `/presentar` */
  present: ['coordinator'],
  /** For a position without an enrolled holder, marked *registrado por Planeación*. */
  reportForVacantPosition: ['coordinator'],
  correctForOthers: ['coordinator'],
  /** `/verificar`: *avalado* or *con observación*, after the closing. */
  verify: ['control'],
} as const satisfies Readonly<Record<string, readonly Role[] | 'everyone'>>;

export type Action = keyof typeof matrix;

export const actions = Object.keys(matrix) as readonly Action[];

/** The roles of what a person holds at a moment (see `holdingsOf`). */
export function rolesOf(holdings: Holdings): ReadonlySet<Role> {
  const responsible: readonly Role[] = holdings.positions.length > 0 ? ['responsible'] : [];
  return new Set([...responsible, ...holdings.offices]);
}

/** Whether an enrolled person with these roles may do something at all. */
export function may(roles: ReadonlySet<Role>, action: Action): boolean {
  const allowed: readonly Role[] | 'everyone' = matrix[action];
  return allowed === 'everyone' || allowed.some((role) => roles.has(role));
}

/**
 * What each kind of button takes. Null: it is about what is the person's own, which whoever acts on it looks up; a
 * `screen` and the question of a dialog name what they take themselves (`conversations/dialogs`). `enrol` is for
 * who is nobody yet: its proof decides.
 */
export const buttonNeeds: Readonly<Record<Exclude<ButtonData['to'], 'enrol'>, Action | null>> = {
  question: null,
  report: null,
  myActivities: null,
  snooze: null,
  activity: null,
  correct: null,
  screen: null,
  notThatPerson: 'enrol',
  summary: 'summary',
  detail: 'summary',
  activityDetail: 'summary',
  evidencePage: 'summary',
  evidence: 'summary',
  missing: 'summary',
  otherCuts: 'summary',
  file: 'export',
  remind: 'remind',
};
