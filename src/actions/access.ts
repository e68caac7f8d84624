import type { Holdings } from '../db/people.ts';
import type { ButtonData } from '../domain/buttons.ts';

/** A role follows from what a person holds: a `responsible` holds a position, the others hold an office. */
export type Role = 'responsible' | 'mayor' | 'coordinator' | 'control';

const watching: readonly Role[] = ['mayor', 'coordinator', 'control'];

/**
 * The whole matrix of role × action (specification: Roles, Chat commands); `everyone` is every enrolled
 * person. Rules about the person, not the role, are checked where the act is done: a responsible reports only
 * their own activities, and nobody approves or verifies a cut in which they are involved.
 */
const matrix = {
  /** `/start`, `/ayuda` */
  help: 'everyone',
  /** `/misdatos` */
  ownData: 'everyone',
  /** `/salir` */
  leave: 'everyone',
  /** `/cancelar`: ends the open question. */
  cancel: 'everyone',
  /** A change of an office: for the people who are asked, and the person who asked. */
  answerOfficeChange: 'everyone',
  /** A change of a plan: for the people who may accept it, and the person who asked. */
  answerPlanChange: 'everyone',
  /** `/misactividades` */
  ownActivities: ['responsible'],
  /** The person's own activities: *Corregir*, evidence. */
  report: ['responsible'],
  /** `/reportar`: the person's own activities, or those of a vacant position. */
  startReporting: ['responsible', 'coordinator'],
  /** Asks for a change of the plan: in the person's own activities, and the coordinator in any. */
  askPlanChange: ['responsible', 'coordinator'],
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
  /** `/inicio`, with its rehearsal */
  begin: ['coordinator'],
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
  /** *Publicar* in `/cortes`: the site of the approved cuts. */
  publish: ['coordinator'],
  /** For a vacant position, marked *registrado por Planeación*. */
  reportForVacantPosition: ['coordinator'],
  correctForOthers: ['coordinator'],
  /** `/verificar`: *avalado* or *con observación*, after the closing. */
  verify: ['control'],
  /** The evidence of a cut as a zip. */
  takeEvidence: ['coordinator', 'control'],
} as const satisfies Readonly<Record<string, readonly Role[] | 'everyone'>>;

export type Action = keyof typeof matrix;

export const actions = Object.keys(matrix) as readonly Action[];

/** The roles of a person by what they hold at a moment (see `holdingsOf`). */
export function rolesOf(holdings: Holdings): ReadonlySet<Role> {
  const responsible: readonly Role[] = holdings.positions.length > 0 ? ['responsible'] : [];
  return new Set([...responsible, ...holdings.offices]);
}

/** Whether the roles of an enrolled person allow an action. */
export function may(roles: ReadonlySet<Role>, action: Action): boolean {
  const allowed: readonly Role[] | 'everyone' = matrix[action];
  return allowed === 'everyone' || allowed.some((role) => roles.has(role));
}

/**
 * The action that each kind of button needs. Null: it concerns the person's own things, and the code that
 * acts looks them up. A `screen` and the question of a dialog name their action themselves
 * (`conversations/dialogs`). `enrol` is for people who are not enrolled yet; its proof decides.
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
